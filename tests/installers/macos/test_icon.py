"""The icon: a PNG for every size that macOS asks for."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from installers.macos import icon

if TYPE_CHECKING:
    from pathlib import Path


def test_every_size_is_a_picture(tmp_path: Path) -> None:
    path = tmp_path / "t.icns"
    icon.write(path)
    data = path.read_bytes()
    assert data[:8] == b"icns" + struct.pack(">I", len(data))
    at, found = 8, {}
    while at < len(data):
        name, length = data[at : at + 4].decode(), struct.unpack(">I", data[at + 4 : at + 8])[0]
        found[name] = QImage.fromData(data[at + 8 : at + length]).width()
        at += length
    assert found == icon.SIZES
