"""The program's icon as Windows wants it: one file with a picture for each size, drawn from the one in resources."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
#: Up to here as plain pixels, which every version of everything reads; larger as PNG.
LARGEST_PLAIN = 64
SOURCE = Path(__file__).resolve().parents[2] / "resources" / "icons" / "app.svg"


def write(path: Path) -> None:
    """Draw all sizes."""
    pictures = [_picture(size) for size in SIZES]
    at = 6 + 16 * len(SIZES)
    entries = b""
    for size, picture in zip(SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    path.write_bytes(struct.pack("<HHH", 0, 1, len(SIZES)) + entries + b"".join(pictures))


def drawn(size: int) -> QImage:
    """The drawing in one size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """As a file would hold it."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _picture(size: int) -> bytes:
    from PySide6.QtCore import Qt

    image = drawn(size)
    if size > LARGEST_PLAIN:
        return png(image)
    upside_down = image.flipped(Qt.Orientation.Vertical)  # named, or its pixels are gone before they are copied
    return _plain(size, bytes(upside_down.constBits()))


def _plain(size: int, pixels: bytes) -> bytes:
    """A bitmap without its file's header, twice as high: below the pixels a mask, which is empty."""
    mask = bytes((size + 31) // 32 * 4 * size)
    return struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, len(pixels), 0, 0, 0, 0) + pixels + mask
