"""The Debian package, for Debian 12, Ubuntu 22.04 and whatever is newer, with its bill of materials and digests.

    python3 installers/linux/build.py [--version VERSION] [--bundle FOLDER] [--to FOLDER]

A bundle that is there already is used as it is; without one it is made.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import bundle as bundles, product, sums, workshop
from installers.linux import debian, tree
from installers.product import BUILD, DIST, NAME, ROOT
from tools.say import Problem, step

#: xz: a quarter smaller than zstd, and every dpkg reads it. One thread's blocks or many's are the same.
PACKING = ("-Zxz", "-z6")


def build(bundle: Path, version: str, to: Path) -> Path:
    """The package, in a folder."""
    to.mkdir(parents=True, exist_ok=True)
    file = to / f"{NAME}_{version}_amd64.deb"
    with tempfile.TemporaryDirectory(dir=BUILD) as folder:
        root = Path(folder) / "root"
        _lay_out(root, bundle, version)
        step("packing (half a minute)")
        pack(root, file)
    return file


def _lay_out(root: Path, bundle: Path, version: str) -> None:
    tree.grow(root, bundle, version)
    papers = root / "usr/share/doc" / NAME
    tree.put(papers / "copyright", debian.copyright_file(bundle).encode())
    tree.put(papers / "README.gz", tree.packed((tree.FILES / "README").read_bytes()))
    tree.put(papers / "changelog.gz", tree.packed(debian.changelog(version).encode()))
    tree.put(root / "etc/tokenmgr/issuer.toml", (tree.FILES / "issuer.toml").read_bytes())
    kilobytes = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    tree.put(root / "DEBIAN/control", debian.control(version, bundle, kilobytes).encode())
    tree.put(root / "DEBIAN/conffiles", "".join(f"{name}\n" for name in debian.CONFFILES).encode())
    tree.put(root / "DEBIAN/postrm", (tree.FILES / "postrm").read_bytes())
    tree.put(root / "DEBIAN/md5sums", debian.checksums(root).encode())
    tree.settle(root)


def pack(root: Path, file: Path) -> None:
    """The same tree gives the same file."""
    command = ["dpkg-deb", "--root-owner-group", *PACKING, "--build", str(root), str(file)]
    surroundings = {"SOURCE_DATE_EPOCH": str(product.epoch()), "PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=surroundings)


def bill(bundle: Path, version: str, to: Path) -> Path:
    """The bill of materials."""
    file = to / f"{NAME}_{version}.cdx.json"
    subprocess.run([str(workshop.PYTHON), str(ROOT / "installers" / "bill.py"), str(bundle), str(file)], check=True)
    return file


def main() -> int:
    wishes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wishes.add_argument("--version", default=product.version())
    wishes.add_argument("--bundle", type=Path)
    wishes.add_argument("--to", type=Path, default=DIST)
    wish = wishes.parse_args()
    if not shutil.which("dpkg-deb"):
        print("dpkg-deb is not here: a Debian package is built on Debian or Ubuntu", file=sys.stderr)
        return 1
    try:
        bundle = wish.bundle or bundles.make()
        made = [build(bundle, wish.version, wish.to), bill(bundle, wish.version, wish.to)]
    except Problem as problem:
        print(f"{NAME}: {problem}", file=sys.stderr)
        return 1
    sums.write(wish.to)
    for file in made:
        print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
