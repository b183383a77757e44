"""The keyboard goes through a window as the eye reads it: by its layouts, not by the age of its controls."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def keep_eye_order(root: QWidget | None) -> None:
    """Controls that were made anew are last in Qt's order; here they take their places again."""
    stops = [each for each in _read(root) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _read(widget: QWidget | None) -> Iterator[QWidget]:
    """It, then what lies in it; only what shows."""
    if widget is None or not widget.isVisible():
        return
    yield widget
    layout = widget.layout()
    if isinstance(widget, QScrollArea):
        yield from _read(widget.widget())
    elif layout is not None:
        yield from _in_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget):
                yield from _read(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _read(widget)
        elif inner is not None:
            yield from _in_layout(inner)
