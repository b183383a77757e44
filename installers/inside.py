"""Run by the bundle's builder: the parts that are no packages, with their versions, as JSON."""

from __future__ import annotations

import json
import platform
import sys
from importlib import metadata
from pathlib import Path


def parts() -> list[dict[str, object]]:
    """Python, what PyInstaller adds, and what lies inside the packages."""
    from cryptography.hazmat.backends.openssl import backend
    from PySide6.QtCore import qVersion

    loader = metadata.distribution("pyinstaller")
    said = loader.locate_file(f"pyinstaller-{loader.version}.dist-info/licenses/COPYING.txt")
    openssl = backend.openssl_version_text().split()[1]
    return [
        _part("Python", platform.python_version(), "PSF-2.0", _pythons_own()),
        _part("Qt", qVersion(), "LGPL-3.0-only"),
        _part("ICU", "73", "Unicode-3.0"),
        _part("OpenSSL", openssl, "Apache-2.0"),
        _part("PyInstaller-bootloader", loader.version, "GPL-2.0-or-later WITH Bootloader-exception", said),
    ]


def _part(name: str, version: str, licence: str, text: object = None) -> dict[str, object]:
    texts = [Path(str(text)).read_text("utf-8", "replace")] if text and Path(str(text)).exists() else []
    return {"name": name, "version": version, "licence": licence, "texts": texts}


def _pythons_own() -> Path | None:
    base = Path(sys.base_prefix)
    version = f"python3.{sys.version_info[1]}"
    places = (base / "share/doc" / version / "copyright", base / "lib" / version / "LICENSE.txt", base / "LICENSE.txt")
    return next((place for place in places if place.exists()), None)


json.dump(parts(), sys.stdout)
