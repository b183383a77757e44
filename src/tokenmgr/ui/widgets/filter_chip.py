"""A chip that can be pressed to show only some of the rows: a word, how many, and a tick where it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from tokenmgr.ui import icons, theme, type as typography

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

HEIGHT, PAD, ICON, GAP = 28, 13, 14, 6


class FilterChip(QAbstractButton):
    """On: tick, bold, border. Off: its own icon, if it has one."""

    def __init__(self, word: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._count = icon, 0
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _on: self.updateGeometry())
        self.count(0)

    def count(self, count: int) -> None:
        """How many rows it stands for."""
        self._count = count
        self.setAccessibleName(f"{self.text()} {count}")
        self.updateGeometry()
        self.update()

    def _drawn(self) -> str:
        return "check" if self.isChecked() else self._icon

    def sizeHint(self) -> QSize:
        """Room for word and count."""
        plain = typography.metrics()
        word = (typography.metrics("strong") if self.isChecked() else plain).horizontalAdvance(self.text())
        icon = ICON + GAP if self._drawn() else 0
        return QSize(2 * PAD + icon + word + GAP + plain.horizontalAdvance(str(self._count)), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Pill, icon, word, count."""
        on = self.isChecked()
        role = "accent_text" if on else "text"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("accent_text" if on else "button_border")))
        painter.setBrush(theme.colour("accent_soft" if on else "hover" if self.underMouse() else "button"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2 - 0.5, HEIGHT / 2 - 0.5)
        left = PAD
        if self._drawn():
            icons.paint(painter, self._drawn(), left, (HEIGHT - ICON) // 2, ICON, role, self.devicePixelRatioF())
            left += ICON + GAP
        painter.setPen(theme.colour(role))
        painter.setFont(typography.font("strong" if on else "body"))
        painter.drawText(QRectF(left, 0, self.width(), HEIGHT), Qt.AlignmentFlag.AlignVCenter, self.text())
        left += painter.fontMetrics().horizontalAdvance(self.text()) + GAP
        painter.setFont(typography.font())
        painter.setPen(theme.colour("accent_text" if on else "text2"))
        painter.drawText(QRectF(left, 0, self.width(), HEIGHT), Qt.AlignmentFlag.AlignVCenter, str(self._count))
