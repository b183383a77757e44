"""Prove that two builds are the same to the byte: the source as it is now, in two folders, each with its own builder.

    python3 installers/prove_same.py [--keep FOLDER]

Four minutes on two cores, and 1.5 GB meanwhile.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installers import product, sums
from tools.chroot_proof import checkout
from tools.say import step

#: Not of one length: paths that got in would move everything behind them.
PLACES = ("one", "another/place")
BUILDS = {"linux": "installers/linux/build.py"}


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("--keep", type=Path, help="build here, and leave everything for a look")
    wish = wishes.parse_args()
    folder = (wish.keep or Path(tempfile.mkdtemp(prefix="tokenmgr-same-"))).resolve()
    began = time.monotonic()
    try:
        checkout(folder / PLACES[0])
        shutil.copytree(folder / PLACES[0], folder / PLACES[1])  # not looked at twice: somebody may be writing
        built = [_built(folder / place) for place in PLACES]
    finally:
        if not wish.keep:
            shutil.rmtree(folder)
    for name in sorted(built[0].keys() | built[1].keys()):
        digests = {each.get(name, "missing") for each in built}
        print(f"{'the same ' if len(digests) == 1 else 'DIFFERENT'} {' '.join(sorted(digests))}  {name}")
    print(f"{time.monotonic() - began:.0f} s")
    return 0 if built[0] == built[1] else 1


def _built(place: Path) -> dict[str, str]:
    """Every result's digest, by name."""
    step(f"building in {place}")
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": str(product.epoch())}
    command = [sys.executable, str(place / BUILDS[sys.platform])]
    subprocess.run(command, cwd=place, env=surroundings, check=True, stdout=subprocess.DEVNULL)
    return {path.name: sums.digest(path) for path in sorted((place / "dist").iterdir()) if path.is_file()}


if __name__ == "__main__":
    sys.exit(main())
