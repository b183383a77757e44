"""The tray's icon. Panels are light or dark and nobody says which: a soft edge of the other shade keeps it legible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tokenmgr.ui import theme

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.actions.glance import Glance

State = Literal["ok", "attention", "locked", "none"]
SIZES = (16, 22, 24, 32, 44, 48, 64)
LIGHT, DARK = "#FFFFFF", "#1A1E26"
EDGE = 0.85
#: The line of the drawings, and of the edge around it.
LINE, WIDE = 'stroke-width="1.6"', 'stroke-width="3.6"'


def state_of(glance: Glance) -> State:
    """The worst there is."""
    if not glance.tokens:
        return "none"
    if any(each.overview.tries.locked for each in glance.tokens):
        return "locked"
    return "attention" if glance.attention else "ok"


def tray_picture(folder: Path, state: State) -> QIcon:
    """In every size that panels ask for."""
    drawing = (folder / f"tray-{state}.svg").read_text(encoding="utf-8")
    line, edge = (LIGHT, DARK) if theme.current().dark else (DARK, LIGHT)
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_drawn(drawing, size, line, edge))
    return made


def _drawn(drawing: str, size: int, line: str, edge: str) -> QPixmap:
    made = QPixmap(size, size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    whole = QRectF(0, 0, size, size)
    painter.setOpacity(EDGE)
    _renderer(drawing.replace(LINE, WIDE, 1), edge).render(painter, whole)
    painter.setOpacity(1.0)
    _renderer(drawing, line).render(painter, whole)
    painter.end()
    return made


def _renderer(drawing: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
