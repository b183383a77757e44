"""An AppDir, and where appimagetool is at hand an AppImage of it, for systems that take no Debian package.

    python3 installers/linux/appdir.py [--bundle FOLDER] [--to FOLDER]

What a package would depend on has to be there already, as on any desktop since 2022: libssl 3, libffi 8, SQLite,
and what Qt draws with.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import bundle as bundles, product, sums
from installers.linux import debian, floor, tree
from installers.product import BUILD, DIST, NAME
from tools.say import Problem, step

PLACE = BUILD / f"{NAME}.AppDir"


def build(bundle: Path, version: str, place: Path = PLACE) -> Path:
    """The folder, ready to be run through AppRun."""
    floor.packages(bundle)  # refuses what is too new
    shutil.rmtree(place, ignore_errors=True)
    tree.grow(place, bundle, version)
    tree.put(place / "AppRun", (tree.FILES / "AppRun").read_bytes())
    tree.put(place / "usr/share/doc" / NAME / "copyright", debian.copyright_file(bundle).encode())
    shutil.copy2(place / f"usr/share/applications/{NAME}.desktop", place)
    shutil.copy2(place / f"usr/share/icons/hicolor/256x256/apps/{NAME}.png", place)
    (place / ".DirIcon").symlink_to(f"{NAME}.png")
    tree.settle(place)
    return place


def image(place: Path, version: str, to: Path) -> Path | None:
    """One file, where the tool is that makes it; it brings the part that mounts the file."""
    tool = shutil.which("appimagetool")
    if tool is None:
        return None
    to.mkdir(parents=True, exist_ok=True)
    file = to / f"{NAME}-{version}-x86_64.AppImage"
    surroundings = {"SOURCE_DATE_EPOCH": str(product.epoch()), "ARCH": "x86_64", "PATH": "/usr/local/bin:/usr/bin:/bin"}
    subprocess.run([tool, str(place), str(file)], check=True, env=surroundings)
    sums.write(to)
    return file


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("--bundle", type=Path)
    wishes.add_argument("--to", type=Path, default=DIST)
    wish = wishes.parse_args()
    try:
        place = build(wish.bundle or bundles.make(), product.version())
    except Problem as problem:
        print(f"{NAME}: {problem}", file=sys.stderr)
        return 1
    file = image(place, product.version(), wish.to)
    if file is None:
        step("appimagetool is not here: the AppDir was made, no AppImage")
    print(file or place)
    return 0


if __name__ == "__main__":
    sys.exit(main())
