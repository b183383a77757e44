"""The program's icon as macOS wants it: one file with a PNG for each size, drawn from the one in resources."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from installers.windows.icon import drawn, png

if TYPE_CHECKING:
    from pathlib import Path

#: Apple's names for the sizes; the later ones are for screens with twice the dots.
SIZES = {
    "icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512,
    "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512, "ic10": 1024,
}  # fmt: skip


def write(path: Path) -> None:
    """Draw all sizes."""
    body = b""
    for name, size in SIZES.items():
        picture = png(drawn(size))
        body += name.encode() + struct.pack(">I", 8 + len(picture)) + picture
    path.write_bytes(b"icns" + struct.pack(">I", 8 + len(body)) + body)
