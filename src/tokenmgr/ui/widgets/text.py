"""Text. Always plain: what a certificate calls itself is never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tokenmgr.ui import theme, type as typography

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

#: Longer texts are cut before Qt measures them: nothing a certificate says makes the window slow.
LONGEST = 512


class Text(QLabel):
    """A line, or with `wrap` a paragraph, in one of the sizes and colours."""

    def __init__(
        self,
        text: str = "",
        use: str = "body",
        role: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(typography.font(use))
        self.setWordWrap(wrap)
        self.paint_as(role)
        self.say(text)

    def say(self, text: str) -> None:
        """Another text."""
        self._heights.clear()
        self.setText(text if len(text) <= LONGEST else text[:LONGEST] + "…")

    def heightForWidth(self, width: int) -> int:
        """Of a paragraph. Qt asks for it many times whenever something near changes, and would break its lines anew."""
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = super().heightForWidth(width)
        return height

    def changeEvent(self, event: QEvent) -> None:
        """In another font the lines break elsewhere."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.clear()

    def paint_as(self, role: str) -> None:
        """Another colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(role))
        self.setPalette(palette)


class Elided(Text):
    """A line that gives way: cut in the middle where there is no room, whole in its tool tip."""

    def __init__(
        self,
        text: str = "",
        use: str = "body",
        role: str = "text",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = ""
        self._mode = mode
        super().__init__(text, use, role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Another text."""
        super().say(text)
        self._whole = self.text()
        self.setAccessibleName(self._whole)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """A few letters and the dots."""
        return QSize(min(48, self.sizeHint().width()), self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Room for all of it, as far as a line may go."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(min(width, 4096), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, max(self.width(), 1))
        if shown != self.text():
            QLabel.setText(self, shown)
        hint(self, self._whole if shown != self._whole else "")


def hint(widget: QWidget, text: str) -> None:
    """A tool tip in plain text; Qt would take some texts for markup."""
    # What the standard library's `html` would do, which costs 2 ms to load.
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    widget.setToolTip(f"<span>{escaped}</span>" if text else "")


class Tail(Text):
    """The end of a serial number, with the half-width dot that sets it apart."""

    def __init__(self, tail: str, use: str = "second", role: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(f"·{tail}" if tail else "", use, role, parent=parent)
        self.setFont(typography.tail_font(use))
