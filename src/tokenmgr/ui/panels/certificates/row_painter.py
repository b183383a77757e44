"""Paints a row: use, name, issuer and token, and how long it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tokenmgr.ui import icons, theme, type as typography
from tokenmgr.ui.panels.certificates.list_model import ListModel
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.ui.panels.certificates.entry_words import RowWords

HEIGHT = 60
#: Narrower than this the use is told by its icon alone.
NARROW = 330
ICON, CAPTION = 44, 92
STRONG = {"body": "strong", "second": "second-strong"}
#: Less of an issuer's name says nothing.
SHORTEST = 48
MIDDLE = Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class RowPainter(QStyledItemDelegate):
    """All rows are 60 high, the fold too: Qt needs to measure none of them."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as the list."""
        return QSize(100, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """One row."""
        model = index.model()
        if not isinstance(model, ListModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, state = option.rect, option.state
        words = model.words(index.row())
        on = bool(state & QStyle.StateFlag.State_Selected) and words is not None
        _ground(painter, rect, on=on, under=bool(state & QStyle.StateFlag.State_MouseOver))
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            _ring(painter, rect)
        if words is None:
            _fold(painter, rect, model)
        else:
            _row(painter, rect, words, on=on)
        painter.restore()


def _ground(painter: QPainter, rect: QRect, *, on: bool, under: bool) -> None:
    if on or under:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_soft" if on else "sunken"))
        painter.drawRoundedRect(QRectF(rect), 4, 4)


def _ring(painter: QPainter, rect: QRect) -> None:
    painter.setPen(QPen(theme.colour("accent_text"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)


def _scale(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def _text(painter: QPainter, box: QRectF, text: str, use: str, role: str, align: Qt.AlignmentFlag = MIDDLE) -> int:
    """Paint a line, cut where there is no room; how wide it came out."""
    metrics = typography.metrics(use)
    said = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, int(box.width()))
    painter.setFont(typography.font(use))
    painter.setPen(theme.colour(role))
    painter.drawText(box, align | Qt.TextFlag.TextSingleLine, said)
    return metrics.horizontalAdvance(said)


def _row(painter: QPainter, rect: QRect, words: RowWords, *, on: bool) -> None:
    role = "accent_text" if on else "text2"
    name = "accent_text" if on else "text" if words.here else "text2"
    (_narrow if rect.width() < NARROW else _wide)(painter, rect, words, role, name)


def _narrow(painter: QPainter, rect: QRect, words: RowWords, role: str, name: str) -> None:
    """The name has a line of its own; below it where it is, and how long it lasts."""
    left, top = rect.left() + ICON, rect.top()
    right = rect.right() - 12
    icons.paint(painter, words.icon, rect.left() + 13, top + 21, 18, role, _scale(painter))
    room = right - left
    if words.practice:
        room -= _practice(painter, QRectF(left, top + 12, room, 18), right) + 8
    _text(painter, QRectF(left, top + 10, room, 22), words.name, "strong", name)
    end = _end(painter, QRectF(left, top + 32, right - left, 18), words, "second")
    where = words._replace(second=("", words.second[1]), practice=False)
    _second(painter, QRectF(left, top + 32, end - 8 - left, 18), where)


def _wide(painter: QPainter, rect: QRect, words: RowWords, role: str, name: str) -> None:
    top, left = rect.top(), rect.left()
    icons.paint(painter, words.icon, left + CAPTION // 2 - 9, top + 15, 18, role, _scale(painter))
    caption = QRectF(left + 2, top + 33, CAPTION - 4, 18)
    centred = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
    wide = typography.metrics("second").horizontalAdvance(words.caption) > caption.width()
    _text(painter, caption, words.caption, "caption" if wide else "second", role, centred)
    right = _end(painter, QRectF(left, top, rect.width() - 13, HEIGHT), words, "body")
    room = right - 16 - (left + CAPTION)
    _text(painter, QRectF(left + CAPTION, top + 10, room, 22), words.name, "strong", name)
    _second(painter, QRectF(left + CAPTION, top + 32, room, 18), words)


def _end(painter: QPainter, box: QRectF, words: RowWords, plain: str) -> int:
    """At the right, and where it begins."""
    end = words.end
    use = STRONG[plain] if end.icon else plain
    role = end.tone if end.icon else "text2"
    width = typography.metrics(use).horizontalAdvance(end.text)
    left = int(box.right()) - width
    _text(painter, QRectF(left, box.top(), width + 2, box.height()), end.text, use, role)
    if end.icon:
        left -= 18
        icons.paint(painter, end.icon, left, int(box.center().y()) - 7, 14, role, _scale(painter))
    return left


def _second(painter: QPainter, box: QRectF, words: RowWords) -> None:
    """Issuer, an upright, the token, the end of its number. The issuer gives way first."""
    issuer, where = words.second
    metrics = typography.metrics("second")
    tail = QFontMetrics(typography.tail_font("second")).horizontalAdvance(words.tail)
    left, right = box.left(), box.right() - tail
    if words.practice:
        right -= _practice(painter, box, right + tail) + 8
    room = right - left - metrics.horizontalAdvance(where) - 17
    if issuer and room >= min(metrics.horizontalAdvance(issuer), SHORTEST):
        keep = min(metrics.horizontalAdvance(where), int((right - left) * 0.6)) + 17
        left += _text(
            painter, QRectF(left, box.top(), max(right - left - keep, 24), box.height()), issuer, "second", "text2"
        )
        painter.fillRect(QRectF(left + 8, box.top() + 4, 1, 10), theme.colour("button_border"))
        left += 17
    left += _text(painter, QRectF(left, box.top(), max(right - left, 0), box.height()), where, "second", "text2")
    painter.setFont(typography.tail_font("second"))
    painter.drawText(QRectF(left, box.top(), tail + 2, box.height()), MIDDLE, words.tail)


def _practice(painter: QPainter, box: QRectF, right: float) -> int:
    """A dashed pill at the right end; how wide it is."""
    word = translate("Tokens", "Practice")
    width = typography.metrics("caption").horizontalAdvance(word) + 14
    pen = QPen(theme.colour("disabled"))
    pen.setDashPattern([3, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pill = QRectF(right - width + 0.5, box.top() + 0.5, width - 1, 17)
    painter.drawRoundedRect(pill, 8.5, 8.5)
    _text(painter, pill, word, "caption", "text2", Qt.AlignmentFlag.AlignCenter)
    return width


def _fold(painter: QPainter, rect: QRect, model: ListModel) -> None:
    """A line above; how many; why they are not thrown away."""
    painter.fillRect(QRectF(rect.left() + 12, rect.top() + 6, rect.width() - 24, 1), theme.colour("border"))
    arrow = "chevron-down" if model.unfolded else "chevron-right"
    icons.paint(painter, arrow, rect.left() + 12, rect.top() + 24, 16, "text", _scale(painter))
    row = QRectF(rect.left() + 36, rect.top() + 2, rect.width() - 48, HEIGHT)
    word = _text(painter, row, translate("Certificates", "Expired"), "body", "text")
    count = str(model.expired)
    word += 8 + _text(painter, row.adjusted(word + 8, 0, 0, 0), count, "body", "text2")
    why = translate("Certificates", "Old files may still need them")
    _text(painter, row.adjusted(word + 16, 0, 0, 0), why, "second", "text2", RIGHT)
