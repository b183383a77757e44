"""Windows's two installers, from a folder with the program:

    python3 installers/windows/build.py [--tree build/bundle] [--narrow FOLDER] [--version X.Y.Z] [--only msi|exe]
        [--keep-uninstaller FILE | --signed-uninstaller FILE] [OUT]

OUT (by default dist) gets tokenmgr-X.Y.Z-x64.msi, for all users of a computer, and tokenmgr-X.Y.Z-setup.exe, for one.
Both come from the same files in the same order with the commit's time in them, so two builds are the same to the byte.

`--narrow` is a bundle made with a 32-bit Python: its tokenmgr-module.exe serves 32-bit modules, and goes to x86.
Needs wixl, msibuild (Debian: wixl, msitools) and makensis (nsis). Sign the programs before, the installers after.
The .exe's uninstaller is only made here: one build keeps it, and the build of the signed programs takes it in, signed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import product, sums
from installers.windows import contents, icon, msi, nsis, uninstaller, wxs
from installers.windows.makers import BuildFailed
from tools.say import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    Maker = Callable[[contents.Contents, str, Path, Path, int], None]

#: How each kind's file ends.
KINDS = {"msi": "x64.msi", "exe": "setup.exe"}


def make(
    tree: Path, out: Path, version: str, *, narrow: Path | None = None, only: str = "", finish: str = ""
) -> list[Path]:
    """The installers' files."""
    makers: dict[str, Maker] = {"msi": msi.build, "exe": partial(nsis.build, finish=finish)}
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tokenmgr-installer-") as folder:
        work = Path(folder)
        staged = stage(tree, work, narrow)
        made = {kind: out.resolve() / f"{product.NAME}-{version}-{KINDS[kind]}" for kind in KINDS if only in ("", kind)}
        for kind, path in made.items():
            makers[kind](staged, version, work, path, product.epoch())
    return [*made.values()]


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


def finish(wish: argparse.Namespace) -> str:
    """What makensis is to do with the uninstaller: usually nothing."""
    if wish.keep_uninstaller:
        return uninstaller.command(uninstaller.KEEP, wish.keep_uninstaller)
    return uninstaller.command(uninstaller.EXCHANGE, wish.signed_uninstaller) if wish.signed_uninstaller else ""


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("out", type=Path, nargs="?", default=product.DIST)
    wishes.add_argument("--tree", type=Path, default=product.BUILD / "bundle")
    wishes.add_argument("--narrow", type=Path)
    wishes.add_argument("--version", default=product.version())
    wishes.add_argument("--only", choices=KINDS, default="")
    way = wishes.add_mutually_exclusive_group()
    way.add_argument("--keep-uninstaller", type=Path)
    way.add_argument("--signed-uninstaller", type=Path)
    wish = wishes.parse_args()
    try:
        made = make(wish.tree, wish.out, wish.version, narrow=wish.narrow, only=wish.only, finish=finish(wish))
    except (BuildFailed, contents.TreeUnfit, Problem) as trouble:
        print(f"{product.NAME}: {trouble}", file=sys.stderr)
        return 1
    for path in made:
        print(f"{sums.digest(path)}  {path.name}  {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
