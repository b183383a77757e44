"""The program's icon in the sizes that desktops ask for. Run by the bundle's builder, which has Qt:

build/venv/bin/python installers/linux/icons.py FOLDER
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from installers.product import NAME, RESOURCES

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
DRAWING = RESOURCES / "icons" / "app.svg"


def draw(folder: Path) -> None:
    """As the theme hicolor has them."""
    renderer = QSvgRenderer(str(DRAWING))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        place = folder / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        if not image.save(str(place / f"{NAME}.png")):
            raise OSError(f"{place} cannot be written")


if __name__ == "__main__":
    application = QGuiApplication([])
    draw(Path(sys.argv[1]))
