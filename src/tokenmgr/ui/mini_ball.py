"""The small window folded to a ball: a ring of tries, and in it their number, or a padlock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from tokenmgr.model.pin import Certainty
from tokenmgr.ui import icons, theme, type as typography
from tokenmgr.ui.widgets.meter import CELLS_UNKNOWN, spoken, tone
from tokenmgr.ui.widgets.text import hint
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.pin import TriesLeft

SIDE = 56
RING = 22.5
THICK, HALF, THIN = 4.0, 2.5, 1.2
#: Of the room that a try has on the ring, this much is gap.
GAP = 0.25
ICON = 18
ROLES = {"meter": "text", "meter_warn": "warn", "bad": "bad"}


class Ball(QAbstractButton):
    """Pressed, it unfolds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tries: TriesLeft | None = None
        self.setFixedSize(SIDE, SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_token(None)

    def sizeHint(self) -> QSize:
        """56."""
        return QSize(SIDE, SIDE)

    def show_token(self, shown: TokenGlance | None) -> None:
        """What is known now."""
        self._tries = shown.overview.tries if shown is not None else None
        none = translate("Mini", "No token is plugged in")
        said = f"{visible(shown.name)[:60]}, {spoken(shown.overview.tries)}" if shown is not None else none
        self.setAccessibleName(said)
        self.setAccessibleDescription(translate("Mini", "Unfold"))
        hint(self, said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Disc, ring, number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        painter.setPen(QPen(theme.colour("accent_text" if focus else "button_border"), 2 if focus else 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        tries = self._tries
        if tries is None:
            icons.paint(
                painter, "token", (SIDE - ICON) // 2, (SIDE - ICON) // 2, ICON, "text2", self.devicePixelRatioF()
            )
            return
        self._paint_ring(painter, tries)
        if tries.locked:
            icons.paint(painter, "lock", (SIDE - ICON) // 2, (SIDE - ICON) // 2, ICON, "bad", self.devicePixelRatioF())
            return
        painter.setPen(theme.colour(ROLES[tone(tries)]))
        painter.setFont(typography.font("strong"))
        number = "?" if tries.at_most is None else str(tries.at_most)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, number)

    def _paint_ring(self, painter: QPainter, tries: TriesLeft) -> None:
        """From the top, clockwise; those that are used up are thin."""
        count = max(tries.limit or tries.at_most or CELLS_UNKNOWN, 1)
        ring = QRectF(SIDE / 2 - RING, SIDE / 2 - RING, 2 * RING, 2 * RING)
        room = 360 / count
        for number in range(count):
            filled = tries.at_most is not None and number < tries.at_most
            width = (THICK if tries.certainty is Certainty.EXACT else HALF) if filled else THIN
            pen = QPen(theme.colour(tone(tries) if filled else "meter_used"), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            begin = 90 - room * (number + GAP / 2)
            painter.drawArc(ring, round(begin * 16), round(-room * (1 - GAP) * 16))
