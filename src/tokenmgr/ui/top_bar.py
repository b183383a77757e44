"""Above every page: the search, the token that actions are about, settings and help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from tokenmgr.ui import icons, theme, type as typography
from tokenmgr.ui.widgets.buttons import icon_button
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.ui.screen import Screen

HEIGHT = 52
LONGEST_NAME = 180
#: Room for "No token" in every language.
NARROWEST = 128


class SearchButton(QAbstractButton):
    """Looks like a field; opens the search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(translate("Window", "Search actions, certificates, settings"))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(160)
        self.setMaximumWidth(300)

    def sizeHint(self) -> QSize:
        """300 x 32."""
        return QSize(300, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Glass, prompt, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("button_border")))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        icons.paint(painter, "search", 11, 8, 16, "text2", self.devicePixelRatioF())
        painter.setFont(typography.font())
        painter.setPen(theme.colour("text2"))
        room = self.width() - 34 - 58
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(34, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        paint_key(painter, "Ctrl K", self.width() - 11, self.height())


def paint_key(painter: QPainter, key: str, right: int, height: int) -> None:
    """A key's name in a small frame, its right end at `right`."""
    painter.setFont(typography.font("caption"))
    width = QFontMetrics(painter.font()).horizontalAdvance(key) + 12
    box = QRectF(right - width + 0.5, (height - 18) / 2 + 0.5, width - 1, 17)
    painter.setPen(QPen(theme.colour("border")))
    painter.setBrush(theme.colour("sunken"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(theme.colour("text2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)


class TokenSwitch(QAbstractButton):
    """The token that actions are about; opens the list of all."""

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self._shown: TokenGlance | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        screen.glanced.connect(self._refresh)
        screen.chosen.connect(self._refresh)
        self._refresh()

    def _refresh(self, _glance: Glance | None = None) -> None:
        self._shown = self._screen.token
        self.setAccessibleName(", ".join(word for word in self._words() if word))
        self.updateGeometry()
        self.update()

    def _words(self) -> tuple[str, str, str]:
        """Name, tail, tries."""
        shown = self._shown
        if shown is None:
            return translate("Window", "No token"), "", ""
        name = self._cut(visible(shown.name))
        tries = shown.overview.tries
        if tries.locked:
            return name, f"·{visible(shown.id.tail)}", translate("Window", "Locked")
        if tries.at_most is None:
            return name, f"·{visible(shown.id.tail)}", ""
        count = f"{tries.at_most} / {tries.limit}" if tries.limit else str(tries.at_most)
        return name, f"·{visible(shown.id.tail)}", count

    def _cut(self, name: str) -> str:
        metrics = typography.metrics()
        return metrics.elidedText(name[:200], Qt.TextElideMode.ElideMiddle, LONGEST_NAME)

    def sizeHint(self) -> QSize:
        """As wide as what it says; with nothing to say as narrow as it gets, which needs no font (9 ms to find one)."""
        if self._shown is None:
            return QSize(NARROWEST, 32)
        name, tail, count = self._words()
        width = typography.metrics().horizontalAdvance(name) + 35 + 34
        if tail:
            width += QFontMetrics(typography.tail_font("body")).horizontalAdvance(tail) + 8
        if count:
            width += typography.metrics("strong").horizontalAdvance(count) + 17
        return QSize(max(width, NARROWEST), 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Padlock, name, tail, tries, arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("button_border")))
        painter.setBrush(theme.colour("button"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        scale = self.devicePixelRatioF()
        icons.paint(painter, self._icon(), 11, 8, 16, "text", scale)
        icons.paint(painter, "chevron-down", self.width() - 24, 9, 14, "text2", scale)
        left = 35
        name, tail, count = self._words()
        left = self._write(painter, name, left, "body", "text")
        if tail:
            painter.setFont(typography.tail_font("body"))
            left = self._put(painter, tail, left + 8, "text2")
        if count:
            painter.fillRect(left + 8, 8, 1, 16, theme.colour("border"))
            self._write(painter, count, left + 17, "strong", self._count_role())

    def _count_role(self) -> str:
        from tokenmgr.ui.widgets.meter import ROLES, tone  # not for the first paint

        return ROLES[tone(self._shown.overview.tries)] if self._shown else "text"

    def _icon(self) -> str:
        shown = self._shown
        if shown is None:
            return "token"
        return "unlock" if shown.open and not shown.overview.tries.locked else "lock"

    def _write(self, painter: QPainter, text: str, left: int, use: str, role: str) -> int:
        painter.setFont(typography.font(use))
        return self._put(painter, text, left, role)

    def _put(self, painter: QPainter, text: str, left: int, role: str) -> int:
        painter.setPen(theme.colour(role))
        width = QFontMetrics(painter.font()).horizontalAdvance(text)
        painter.drawText(QRectF(left, 0, width + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
        return left + width

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self._screen.glance.tokens:
            tries = each.overview.tries
            left = "" if tries.at_most is None else f"  {tries.at_most}" + (f" / {tries.limit}" if tries.limit else "")
            action = menu.addAction(f"{visible(each.name)[:60]} ·{visible(each.id.tail)}{left}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._shown is not None and each.id == self._shown.id)
            action.triggered.connect(lambda _checked=False, token=each.id: self._screen.choose(token))
        if not self._screen.glance.tokens:
            menu.addAction(translate("Window", "No token is plugged in")).setEnabled(False)
            menu.addAction(
                icons.icon("flask"),
                translate("Window", "Practise without a token"),
                lambda: self._screen.errands.run("practise"),
            )
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class TopBar(QWidget):
    """52 high."""

    def __init__(self, screen: Screen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 0, 22, 1)
        line.setSpacing(4)
        self.search = SearchButton()
        line.addWidget(self.search, 1)
        line.addStretch(1)
        line.addWidget(TokenSwitch(screen))
        line.addSpacing(6)
        name = translate("Window", "Settings")
        line.addWidget(icon_button("settings", name, lambda: screen.errands.run("settings"), 16))
        name = translate("Window", "Keyboard shortcuts and help")
        line.addWidget(icon_button("help", name, lambda: screen.errands.run("keys"), 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("border"))
