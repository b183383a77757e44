"""Prove the Windows installers under wine: installed without a word, used, upgraded, repaired, removed, nothing left.

    .venv/bin/python installers/windows/prove.py [--tree FOLDER] [--report FILE] [--work FOLDER]

Without --tree the bundle is made first, by PyInstaller under wine. Needs a 64-bit wine, mingw, wixl, msitools and
nsis, which are installed where that can be done. Qt's window does not run under wine 8: the command line and the
modules' process are what is proven; the window's program is only put there and taken away.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import product, sums
from installers.windows import build, logic, registry, uninstaller, wine
from installers.windows.wine_python import Python
from tools import system_packages
from tools.say import step

if TYPE_CHECKING:
    import subprocess

    from installers.windows.wine import Said, Seen, Windows

OLDER, GONE = "0.0.9", "_internal/only-in-the-older.txt"
SWITCHES = {"ISSUER": "hkpost-safenet", "LANG": "zh-Hant", "QUIET": "1", "AGREED": "1", "DESKTOP": "0"}
GIVEN = ["[given]", 'issuer="hkpost-safenet"', 'language="zh-Hant"', "autostart_asked=true", 'welcomed="1"']
USER = r"C:\users\{}\AppData\Local"
MODULE = r"C:\proof\module.dll"
VERSION_KEY = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\tokenmgr"
RUN = rf"HKCU\{registry.RUN}"
#: What the program finds out of how it was installed, from its source: the installed one asks the publisher first.
ASK_KIND = """import sys; from pathlib import Path; from tokenmgr.updates.installed import Here, installed
print(installed(Here(Path(sys.argv[1]), bundled=True)))"""
KNOWN_AS = {"MSI": "msi", "EXE": "nsis"}
#: Stands where a signature would; a word that makes the signed build differ, as signed programs do.
SIGNATURE, SIGNED = b"a signature" * 8, "an older version had this, and it was signed"
#: How long a program may take to begin, or to end once it is ended.
PATIENCE_SECONDS = 60
#: What Windows writes down for itself: a driver's date, what to rename at the next start, folders every Windows has.
OF_WINDOWS = ("DriverDateData", "PendingFileRenameOperations", "users/{}/Temp/", "ProgramData/Microsoft")


class Kind(NamedTuple):
    """How one of the installers is spoken to."""

    name: str
    ending: str
    folder: str
    install: str
    repair: str
    remove: str
    switch: str

    def line(self, what: str, file: Path, switches: dict[str, str]) -> list[str]:
        """The words of a command."""
        known = {"file": wine.place(file), "folder": self.folder}
        return [
            *(word.format(**known) for word in getattr(self, what).split("|")),
            *(self.switch.format(name=name, value=value) for name, value in switches.items()),
        ]


def kinds(user: str) -> tuple[Kind, ...]:
    """Both."""
    programs = USER.format(user) + r"\Programs\tokenmgr"
    silent = "{file}|/S"
    install, repair, remove = (
        f"msiexec|/{letter}|{{file}}|/qn{more}"
        for letter, more in (("i", ""), ("i", "|REINSTALL=ALL|REINSTALLMODE=amus"), ("x", ""))
    )
    return (
        Kind("MSI", "x64.msi", r"C:\Program Files\tokenmgr", install, repair, remove, "{name}={value}"),
        Kind("EXE", "setup.exe", programs, silent, silent, r"{folder}\uninstall.exe|/S", "/{name}={value}"),
    )


class Proof:
    """One installer on one Windows."""

    def __init__(self, kind: Kind, windows: Windows, python: Python, made: dict[str, Path]) -> None:
        self.kind, self.windows, self.python, self.made = kind, windows, python, made
        self.figures: dict[str, object] = {}
        self.home = windows.there(kind.folder)

    def run(self) -> dict[str, object]:
        """All steps in their order."""
        before = self.windows.look()
        self.install()
        self.use()
        self.upgrade()
        self.repair()
        self.refuse_older()
        self.leave_anothers_start()
        self.remove(before)
        return self.figures

    def do(self, name: str, what: str, version: str, code: int = 0, switches: dict[str, str] | None = None) -> None:
        said = self.windows.run(*self.kind.line(what, self.made[version], switches or {}))
        if said.code != code:
            raise SystemExit(f"{self.kind.name} {name}: {said.code} instead of {code}\n{said.text}")
        self.figures[f"{name}, seconds"] = round(said.seconds, 1)
        print(f"{said.seconds:6.1f} s  {self.kind.name} {name}", flush=True)

    def install(self) -> None:
        """The older version, as an issuer's installer would."""
        self.do("install", "install", OLDER, switches=SWITCHES)
        expect(self.home / GONE, there=True)
        self.look_at_given()
        expect(self.windows.drive / f"users/Public/Desktop/{product.NAME}.lnk", there=False)
        said = self.python.run("-c", ASK_KIND, rf"{self.kind.folder}\tokenmgr.exe")
        same(said.text.split()[-1:], [KNOWN_AS[self.kind.name]])
        if self.kind.name == "EXE":
            same(sums.digest(self.home / "uninstall.exe"), sums.digest(signed(self.made[OLDER].parent)))

    def look_at_given(self) -> None:
        found = (self.home / "issuer.toml").read_text("ascii").split()
        if sorted(found) != sorted(GIVEN):
            raise SystemExit(f"issuer.toml has {found}")

    def program(self, *words: str, typed: str = "") -> Said:
        return self.windows.run(rf"{self.kind.folder}\tokenmgr-cli.exe", *words, typed=typed)

    def use(self) -> None:
        """What a person would do first, and one mistake; then the same with a module in a process of its own."""
        same(self.program("--version").text.split()[-1:], [product.version()])
        tokens = self.asked("--practice", "tokens")
        same(len(tokens), 3)
        self.change("--practice", "--token", "P0HK8F21", tries=14)
        self.start_with_the_computer(self.kind.folder)
        wine.compiled(wine.AID / "module.c", self.windows.there(MODULE))
        same([each["serial"] for each in self.asked("--module", MODULE, "tokens")], ["PROOF0001"])
        self.change("--module", MODULE, tries=None)
        self.timed("first look, practice tokens", "--practice", "--json", "pin", "status")

    def asked(self, *words: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(self.program("--json", *words).text)
        return found

    def change(self, *which: str, tries: int | None) -> None:
        """A wrong PIN counts once and is told; the right one is exchanged."""
        wrong = self.program(*which, "--json", "--pin-stdin", "pin", "change", typed="87654321\nabcd1234\n")
        error = json.loads(wrong.text.splitlines()[-1])["error"]
        same((wrong.code, error["code"], error["tries"]["at_most"]), (4, "wrong-pin", tries))
        right = self.program(*which, "--json", "--pin-stdin", "pin", "change", typed="12345678\nabcd1234\n")
        same((right.code, json.loads(right.text)["done"]), (0, "pin-changed"))

    def timed(self, name: str, *words: str) -> None:
        took = sorted(self.program(*words).seconds for _ in range(5))
        self.figures[f"{name}, seconds"] = round(took[2], 2)

    def start_with_the_computer(self, folder: str) -> None:
        """As the program in that folder does where a person wishes it."""
        line = rf'"{folder}\tokenmgr.exe" --hidden'
        same(self.windows.run(*self.reg("add"), "/d", line, "/f").code, 0)

    def reg(self, verb: str) -> list[str]:
        return ["reg", verb, RUN, "/v", registry.RUN_NAME]

    def upgrade(self) -> None:
        """Settings, the issuer's words, the start with the computer and the count of tries stay."""
        settings = self.own / "settings.json"
        settings.write_text('{"theme": "dark"}', "utf-8")
        if self.kind.name == "EXE":
            self.meet_running()
        self.do("upgrade", "install", product.version())
        expect(self.home / GONE, there=False)
        self.look_at_given()
        same(settings.read_text("utf-8"), '{"theme": "dark"}')
        if self.kind.name == "EXE":  # wine 8 does not tell an MSI that goes that a newer one comes; Windows does
            same(self.windows.run(*self.reg("query")).code, 0)
        changed = self.program("--practice", "--token", "P0HK8F21", "--json", "--pin-stdin", "pin", "change",
                               typed="abcd1234\n12345678\n")  # fmt: skip
        same(changed.code, 0)

    def meet_running(self) -> None:
        """A program of ours that runs is named and left alone, until somebody says otherwise."""
        waiting = self.windows.start(rf"{self.kind.folder}\tokenmgr-cli.exe", "--practice", "--pin-stdin",
                                     "--token", "P0HK8F21", "pin", "change")  # fmt: skip
        others = self.windows.start("cmd.exe", "/c", "pause")
        self.until_it_runs(waiting)
        self.do("upgrade while it runs", "install", product.version(), code=4)
        expect(self.home / GONE, there=True)
        same((waiting.poll(), others.poll()), (None, None))
        self.do("upgrade, closing it", "install", product.version(), switches={"CLOSE": "1"})
        waiting.wait(PATIENCE_SECONDS)  # with any code: wine 8 does not tell which one a program was ended with
        same(others.poll(), None)
        others.kill()
        self.windows.stop()
        self.do("back to the older one", "remove", OLDER, switches={"UPGRADE": "1"})
        self.windows.settle()
        self.windows.run("reg", "delete", UNINSTALL, "/f")
        self.do("install again", "install", OLDER, switches=SWITCHES)

    def until_it_runs(self, process: subprocess.Popen[bytes]) -> None:
        since = time.monotonic()
        while not self.running():
            if process.poll() is not None or time.monotonic() - since > PATIENCE_SECONDS:
                raise SystemExit(f"tokenmgr-cli did not begin: {process.poll()}")

    def running(self) -> bool:
        said = self.windows.run("wmic", "process", "get", "name").text
        return "tokenmgr-cli" in said.replace("\0", "")  # it speaks UTF-16

    def repair(self) -> None:
        """A file that went and one that changed are as they were; so is everything else."""
        whole = wholeness(self.home)
        (self.home / "tokenmgr-module.exe").unlink()
        (self.home / "_internal" / "python311.dll").write_bytes(b"nonsense")
        self.do("repair", "repair", product.version())
        same(wholeness(self.home), whole)

    def refuse_older(self) -> None:
        code = {"MSI": 1603 & 0xFF, "EXE": 5}[self.kind.name]
        self.do("older version refused", "install", OLDER, code=code)

    def leave_anothers_start(self) -> None:
        """The other installer's program may start with the computer, too: that is not ours to forget."""
        [other] = [kind.folder for kind in kinds(user()) if kind.name != self.kind.name]
        self.start_with_the_computer(other)
        self.do("remove beside another", "remove", product.version())
        self.windows.settle()
        expect(self.home, there=False)
        same(self.windows.run(*self.reg("query")).code, 0)
        self.do("install after that", "install", product.version(), switches=SWITCHES)

    def remove(self, before: Seen) -> None:
        """Not a file and not a key of ours; what the person made stays, and a stranger's file in our folder too."""
        strange = self.home / "a stranger's.txt"
        strange.write_text("mine", "utf-8")
        self.start_with_the_computer(self.kind.folder)
        self.do("remove", "remove", product.version())
        self.windows.settle()  # an uninstaller goes on as a copy of itself
        same(strange.read_text("utf-8"), "mine")
        strange.unlink()
        self.home.rmdir()
        expect(self.own / "settings.json", there=True)
        shutil.rmtree(self.own)
        shutil.rmtree(self.windows.there(MODULE).parent)
        self.windows.there(MODULE).parent.mkdir()
        self.count(before, self.windows.look())

    @property
    def own(self) -> Path:
        return self.windows.there(USER.format(user())) / product.NAME

    def count(self, before: Seen, after: Seen) -> None:
        for name, was, now in (("files", before.files, after.files), ("registry", before.registry, after.registry)):
            more = sorted(now - was)
            ours = [each for each in more if is_ours(each)]
            self.figures[f"{name} of ours left"] = len(ours)
            self.figures[f"{name} of Windows' own left"] = [each for each in more if each not in ours]
            if ours:
                raise SystemExit(f"{self.kind.name} left {name}: {ours}")


def is_ours(line: str) -> bool:
    return product.NAME in line.lower() and not any(each.format(user()) in line for each in OF_WINDOWS)


def wholeness(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): sums.digest(path) for path in folder.rglob("*") if path.is_file()}


def expect(path: Path, *, there: bool) -> None:
    same((str(path), path.exists()), (str(path), there))


def same(found: object, wanted: object) -> None:
    if found != wanted:
        raise SystemExit(f"found {found}, wanted {wanted}")


def user() -> str:
    import getpass

    return getpass.getuser()


def installers(tree: Path, work: Path, figures: dict[str, object]) -> dict[str, dict[str, Path]]:
    """Both kinds in both versions, and each of the newer made twice, in two folders."""
    older = work / "older"
    shutil.copytree(tree, older)
    (older / GONE).write_text("an older version had this", "utf-8")
    out, again = work / "made", work / "made again"
    made = {OLDER: with_signature(older, out), product.version(): build.make(tree, out, product.version())}
    second = build.make(tree, again, product.version())
    for first, other in zip(made[product.version()], second, strict=True):
        same(sums.digest(other), sums.digest(first))
        figures[first.name] = {"MB": round(first.stat().st_size / 1e6, 1), "sha256": sums.digest(first)}
    return {kind.name: {version: files[n] for version, files in made.items()} for n, kind in enumerate(kinds(""))}


def with_signature(tree: Path, out: Path) -> list[Path]:
    """As a release is made: the uninstaller is kept, signed, and taken in by the build of the signed programs."""
    kept = signed(out)
    build.make(tree, out, OLDER, only="exe", finish=uninstaller.command(uninstaller.KEEP, kept))
    kept.write_bytes(kept.read_bytes() + SIGNATURE)
    (tree / GONE).write_text(SIGNED, "utf-8")
    return build.make(tree, out, OLDER, finish=uninstaller.command(uninstaller.EXCHANGE, kept))


def signed(folder: Path) -> Path:
    """The older version's uninstaller."""
    return folder / "uninstall.exe"


def refused_on_seven(windows: Windows, made: dict[str, dict[str, Path]]) -> None:
    """Windows 7 is told, and nothing is done."""
    windows.run("winecfg", "-v", "win7")
    windows.run(
        "reg", "delete", VERSION_KEY, "/v", "CurrentMajorVersionNumber", "/f"
    )  # which wine forgets to take away
    for kind, code in zip(kinds(user()), (1603 & 0xFF, 3), strict=True):
        same(windows.run(*kind.line("install", made[kind.name][product.version()], {})).code, code)
        expect(windows.there(kind.folder), there=False)
    windows.run("winecfg", "-v", "win10")


def prove(work: Path, tree: Path | None) -> dict[str, object]:
    figures: dict[str, object] = {}
    windows = wine.Windows(work / "windows")
    windows.make()
    try:
        python = Python(work / "python", windows)
        python.make()
        said = python.run(wine.place(Path(logic.__file__)))
        figures["logic"] = [line for line in said.text.splitlines() if line.startswith("holds")]
        if said.code:
            raise SystemExit(said.text)
        tree = tree or bundled(python, work, figures)
        figures["tree"] = {"MB": round(sum(f.stat().st_size for f in tree.rglob("*") if f.is_file()) / 1e6),
                           "files": sum(f.is_file() for f in tree.rglob("*"))}  # fmt: skip
        step("building both installers, three times, and one once more")
        made = installers(tree, work, figures)
        refused_on_seven(windows, made)
        windows.there(MODULE).parent.mkdir()
        for kind in kinds(user()):
            figures[kind.name] = Proof(kind, windows, python, made[kind.name]).run()
    finally:
        windows.stop()
    return figures


def bundled(python: Python, work: Path, figures: dict[str, object]) -> Path:
    step("building the bundle with PyInstaller under wine")
    tree = work / "tree"
    said = python.bundle(tree)
    if said.code:
        raise SystemExit(f"PyInstaller under wine said:\n{said.text[-3000:]}")
    figures["bundle under wine, seconds"] = round(said.seconds)
    return tree


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("--tree", type=Path)
    wishes.add_argument("--report", type=Path)
    wishes.add_argument("--work", type=Path)
    wish = wishes.parse_args()
    lacking = system_packages.missing(system_packages.PACKAGES["windows"])
    if lacking:
        system_packages.require(lacking)
    with tempfile.TemporaryDirectory(prefix="tokenmgr-wine-") as folder:
        figures = prove(wish.work or Path(folder), wish.tree)
    told = json.dumps(figures, indent=1, ensure_ascii=False)
    print(told)
    if wish.report:
        wish.report.write_text(told + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
