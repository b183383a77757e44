"""The bundle: the program with its Python and all its libraries in one folder, the same on every system.

    python3 installers/bundle.py [--python PYTHON] [FOLDER]

makes FOLDER (by default build/bundle), the ground that every system's installer stands on.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installers import workshop
from installers.product import BUILD, NAME, ROOT, epoch
from tools.say import Problem, quietly, step

SPEC = ROOT / "installers" / "bundle.spec"
PLACE = BUILD / "bundle"


def make(place: Path = PLACE, python: str = "") -> Path:
    """Build it anew, and look at it."""
    builder = workshop.python(python)
    work = BUILD / "pyinstaller"
    made = work / "made"
    shutil.rmtree(work, ignore_errors=True)
    step("building the bundle with PyInstaller (half a minute)")
    folders = ["--distpath", str(made), "--workpath", str(work / "work")]
    command = [str(builder), "-m", "PyInstaller", "--noconfirm", *folders, str(SPEC)]
    trouble = quietly(command, surroundings(work))
    if trouble:
        raise Problem(f"PyInstaller did not finish. It said:\n{trouble}", "put that right, then run this again")
    shutil.rmtree(place, ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(made / NAME, place)
    return place


def surroundings(work: Path) -> dict[str, str]:
    """Nothing of what is built may depend on when, where or by whom."""
    return {
        "SOURCE_DATE_EPOCH": str(epoch()),
        "PYTHONHASHSEED": "0",
        "PYTHONNOUSERSITE": "1",
        "PYTHONPATH": "",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYINSTALLER_CONFIG_DIR": str(work / "config"),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def size(place: Path) -> float:
    """In megabytes, as a disk counts them."""
    return sum(path.stat().st_size for path in place.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("folder", type=Path, nargs="?", default=PLACE)
    wishes.add_argument("--python", default="", help="the Python that goes into it")
    wish = wishes.parse_args()
    try:
        place = make(wish.folder.resolve(), wish.python)
    except Problem as problem:
        print(f"{NAME}: {problem}", file=sys.stderr)
        return 1
    print(f"{place}: {size(place):.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
