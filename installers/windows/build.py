"""Windows's two installers, from a folder with the program:

    python3 installers/windows/build.py [--tree build/bundle] [--narrow FOLDER] [--version X.Y.Z] [--only msi|exe] [OUT]

OUT (by default dist) gets tokenmgr-X.Y.Z-x64.msi, for all users of a computer, and tokenmgr-X.Y.Z-setup.exe, for one.
Both come from the same files in the same order with the commit's time in them, so two builds are the same to the byte.

`--narrow` is a bundle made with a 32-bit Python: its tokenmgr-module.exe serves 32-bit modules, and goes to x86.
Needs wixl, msibuild (Debian: wixl, msitools) and makensis (nsis). Sign the programs before, the installers after.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import product
from installers.windows import contents, icon, msi, nsis, wxs
from installers.windows.makers import BuildFailed

#: How each kind is made, and how its file's name ends.
KINDS = {"msi": (msi.build, "x64.msi"), "exe": (nsis.build, "setup.exe")}


def make(tree: Path, out: Path, version: str, *, narrow: Path | None = None, only: str = "") -> list[Path]:
    """The installers' files."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tokenmgr-installer-") as folder:
        work = Path(folder)
        staged = stage(tree, work, narrow)
        made = [out.resolve() / f"{product.NAME}-{version}-{KINDS[kind][1]}" for kind in KINDS if only in ("", kind)]
        for kind, path in zip([kind for kind in KINDS if only in ("", kind)], made, strict=True):
            KINDS[kind][0](staged, version, work, path, product.epoch())
    return made


def stage(tree: Path, work: Path, narrow: Path | None) -> contents.Contents:
    """Everything that the tools need, in one folder, with one time."""
    place = work / wxs.TREE
    contents.staged(contents.read(tree), place, product.epoch())
    if narrow is not None:
        beside = contents.read_narrow(narrow)
        contents.staged(beside, place / contents.NARROW, product.epoch())
    icon.write(work / wxs.ICON)
    shutil.copyfile(product.ROOT / "LICENSE", work / "LICENSE")
    return contents.read(place)


def digest(path: Path) -> str:
    """As sha256sum says it."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("out", type=Path, nargs="?", default=product.DIST)
    wishes.add_argument("--tree", type=Path, default=product.BUILD / "bundle")
    wishes.add_argument("--narrow", type=Path)
    wishes.add_argument("--version", default=product.version())
    wishes.add_argument("--only", choices=KINDS, default="")
    wish = wishes.parse_args()
    try:
        made = make(wish.tree, wish.out, wish.version, narrow=wish.narrow, only=wish.only)
    except (BuildFailed, contents.TreeUnfit) as trouble:
        print(f"{product.NAME}: {trouble}", file=sys.stderr)
        return 1
    for path in made:
        print(f"{digest(path)}  {path.name}  {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
