"""The icons, drawn from their files in whatever colour and size is wanted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from tokenmgr.ui import theme

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

#: Lines are this thick at every size.
LINE = 1.6
GRID = 24
_folder: list[Path] = []


def draw_from(folder: Path) -> None:
    """Where the drawings lie. Said once, by whoever builds the window."""
    _folder[:] = [folder]


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return (_folder[0] / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, size: int, colour: str, scale: float = 1.0, badge: str = "") -> QPixmap:
    """An icon as a picture; `colour` as #RRGGBB."""
    return _pixmap(name, size, colour, scale, badge)


@lru_cache(maxsize=512)
def _pixmap(name: str, size: int, colour: str, scale: float, badge: str) -> QPixmap:
    text = _drawing(name).replace("currentColor", colour)
    text = text.replace('stroke-width="1.6"', f'stroke-width="{LINE * GRID / size:.3f}"', 1)
    if badge:
        text = text.replace("#E0A63C", badge).replace("#FF8F86", badge)
    return _drawn(text, QSize(size, size), scale)


def _drawn(svg: str, size: QSize, scale: float) -> QPixmap:
    made = QPixmap(size * scale)
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()
    return made


def scales() -> set[float]:
    """Of the screens there are now; a window that meets another one is built anew."""
    return {screen.devicePixelRatio() for screen in QGuiApplication.screens()}


def icon(name: str, role: str = "text", size: int = 16, gap: int = 0) -> QIcon:
    """For buttons and menus; the disabled form comes with it. `gap`: room after it, which a style sheet cannot give."""
    made = QIcon()
    for scale in scales():
        made.addPixmap(_with_gap(pixmap(name, size, getattr(theme.current(), role), scale), gap))
        made.addPixmap(_with_gap(pixmap(name, size, theme.current().disabled, scale), gap), QIcon.Mode.Disabled)
    return made


def _with_gap(picture: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return picture
    scale = picture.devicePixelRatio()
    wide = QPixmap(picture.width() + int(gap * scale), picture.height())
    wide.setDevicePixelRatio(scale)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return wide


class Icon(QWidget):
    """An icon that only shows; what it means is said in words beside it."""

    def __init__(self, name: str, size: int = 16, role: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size, self._role = name, size, role
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_as(self, name: str, role: str = "text") -> None:
        """Another icon, or another colour."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, sharp at this screen's scale."""
        painter = QPainter(self)
        paint(painter, self._name, 0, 0, self._size, self._role, self.devicePixelRatioF())


def paint(painter: QPainter, name: str, x: int, y: int, size: int, role: str, scale: float) -> None:
    """Draw an icon with the painter of whoever wants one in the midst of other things."""
    painter.drawPixmap(x, y, pixmap(name, size, getattr(theme.current(), role), scale))


class Drawing(QWidget):
    """A larger line drawing, for pages that have nothing to show yet."""

    def __init__(self, name: str, width: int = 180, height: int = 90, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lines in the second text colour, one accent."""
        now = theme.current()
        svg = _drawing(self._name).replace("currentColor", now.text2).replace("#3157CC", now.accent_text)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, _drawn(svg, self.size(), self.devicePixelRatioF()))
