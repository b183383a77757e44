"""macOS's app in a disk image, signed and notarised where there is something to sign with:

    python3 installers/macos/build.py [--python PYTHON] [--identity NAME] [--profile NAME [--keychain FILE]] [OUT]

OUT (by default dist) gets tokenmgr-X.Y.Z-ARCH.dmg. Without --identity the app is signed by nobody, which is enough for
the computer that made it. --profile names what `xcrun notarytool store-credentials` has kept, in the keychain of
--keychain where one was named to it; without a profile nothing is sent to Apple. Only macOS has codesign, hdiutil and
notarytool, so this runs there: .github/workflows/macos.yml.

An issuer's own installer copies the app to /Applications and writes its choices, the same as everywhere, into
/Library/Application Support/tokenmgr/issuer.toml. Removing: the app into the bin; what the program changed on the
computer, its start with it among that, it takes back itself before. An image carries times and signatures, so two
builds of it are not the same to the byte; what is in it before signing is.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import bundle, product, workshop
from tools.say import Problem, quietly, step

HERE = Path(__file__).resolve().parent
SPEC = HERE / "app.spec"
APP = f"{product.NAME}.app"
MODULE = "tokenmgr-module"
#: The process that loads vendors' modules, and it alone, may load what others have signed.
ENTITLED = {MODULE: HERE / "module.entitlements"}
#: How every kind of file with code in it begins: for one CPU, for several, in either order.
MACH_O = (b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa\xcf", b"\xca\xfe\xba\xbe", b"\xca\xfe\xba\xbf")
NOBODY = "-"


def make(out: Path, python: str, identity: str, profile: str, keychain: str) -> Path:
    """The image."""
    work = product.BUILD / "macos"
    shutil.rmtree(work, ignore_errors=True)
    app = freeze(work, workshop.python(python))
    step("signing")
    sign(app, identity)
    out.mkdir(parents=True, exist_ok=True)
    image = out / f"{product.NAME}-{product.version()}-{platform.machine()}.dmg"
    pack(app, work, image)
    if identity != NOBODY:
        run("codesign", "--sign", identity, "--timestamp", image)
    if profile:
        step("having it notarised (minutes)")
        run(*notarising(image, profile, keychain))
        run("xcrun", "stapler", "staple", image)
    return image


def freeze(work: Path, builder: Path) -> Path:
    """The app, unsigned."""
    made = work / "made"
    command: list[str | Path] = [
        builder,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--distpath",
        made,
        "--workpath",
        work / "work",
        SPEC,
    ]
    trouble = quietly(command, bundle.surroundings(work))
    if trouble:
        raise Problem(f"PyInstaller did not finish. It said:\n{trouble}", "put that right, then run this again")
    return made / APP


def sign(app: Path, identity: str) -> None:
    """From the inside out: a signature covers those below it."""
    for path in [*parts(app), app]:
        run(*signing(path, identity))
    run("codesign", "--verify", "--deep", "--strict", app)


def signing(path: Path, identity: str) -> list[str | Path]:
    """The command for one of them."""
    words: list[str | Path] = ["codesign", "--force", "--sign", identity]
    if identity != NOBODY:  # without a team, the hardened runtime would let the app load none of its own libraries
        words += ["--options", "runtime", "--timestamp"]
        if path.name in ENTITLED:
            words += ["--entitlements", ENTITLED[path.name]]
    return [*words, path]


def notarising(image: Path, profile: str, keychain: str) -> list[str | Path]:
    """The command that hands it to Apple. A profile is found in the keychain that it was stored in, and in no other."""
    where = ["--keychain", keychain] if keychain else []
    return ["xcrun", "notarytool", "submit", image, "--keychain-profile", profile, *where, "--wait"]


def parts(app: Path) -> list[Path]:
    """Everything with code in it, the innermost first, then the frameworks around it, the programs last."""
    programs = app / "Contents" / "MacOS"
    code = [path for path in app.rglob("*") if path.is_file() and not path.is_symlink() and _is_code(path)]
    frameworks = [path for path in app.rglob("*.framework") if not path.is_symlink()]
    inner = sorted((each for each in code if each.parent != programs), key=_deepest_first)
    outer = sorted(frameworks, key=_deepest_first)
    last = sorted(each for each in code if each.parent == programs)
    return [*inner, *outer, *last]


def _deepest_first(path: Path) -> tuple[int, str]:
    return -len(path.parts), str(path)


def _is_code(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in MACH_O


def pack(app: Path, work: Path, image: Path) -> None:
    """The app and where to drag it."""
    folder = work / "image"
    folder.mkdir()
    shutil.copytree(app, folder / APP, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    run("hdiutil", "create", "-ov", "-format", "ULFO", "-volname", product.NAME, "-srcfolder", folder, image)


def run(*command: str | Path) -> None:
    """Problem with what it said."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Problem(f"{command[0]} said:\n{done.stdout}{done.stderr}", "put that right, then run this again")


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("out", type=Path, nargs="?", default=product.DIST)
    wishes.add_argument("--python", default="")
    wishes.add_argument("--identity", default=NOBODY)
    wishes.add_argument("--profile", default="")
    wishes.add_argument("--keychain", default="", help="the one that the profile was stored in")
    wish = wishes.parse_args()
    try:
        image = make(wish.out.resolve(), wish.python, wish.identity, wish.profile, wish.keychain)
    except Problem as problem:
        print(f"{product.NAME}: {problem}", file=sys.stderr)
        return 1
    print(image)
    return 0


if __name__ == "__main__":
    sys.exit(main())
