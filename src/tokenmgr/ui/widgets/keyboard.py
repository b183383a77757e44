"""Where the keyboard can be, and how it stays where it was when what had it is made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from tokenmgr.ui.frames import next_frame

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

#: Rows come in their own time, a few in each picture.
PICTURES = 30


def called(widget: QWidget | None) -> str:
    """What a person knows it by."""
    if widget is None:
        return ""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def find_called(place: QWidget, name: str) -> QWidget | None:
    """The first button there that is called so."""
    return next((each for each in _buttons(place) if called(each) == name), None)


def stops(place: QWidget) -> list[QWidget]:
    """Whatever in it can have the keyboard now, in the order in which the keyboard visits it."""
    found, each = [], place.nextInFocusChain()
    while each is not None and each is not place:
        tab = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tab and place.isAncestorOf(each) and each.isEnabled() and each.isVisible():
            found.append(each)
        each = each.nextInFocusChain()
    return found


def keyboard_in(layout: QLayout) -> QWidget | None:
    """What in it has the keyboard."""
    place = layout.parentWidget()
    here = place.window().focusWidget() if place is not None else None
    return here if here is not None and _holds(layout, here) else None


def come_back(place: QWidget, name: str, pictures: int = PICTURES) -> None:
    """To what is called so, as soon as it is there; not where a person has gone on meanwhile."""
    since = place.window().focusWidget()

    def again(left: int) -> None:
        if place.window().focusWidget() is not since:
            return
        found = find_called(place, name)
        if found is None and left:
            next_frame(place, lambda: again(left - 1))
            return
        there = found or next(iter(_buttons(place)), None)
        if there is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    next_frame(place, lambda: again(pictures))


def _buttons(place: QWidget) -> list[QAbstractButton]:
    return [each for each in place.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]


def _holds(layout: QLayout, widget: QWidget) -> bool:
    for item in filter(None, map(layout.itemAt, range(layout.count()))):
        inner, each = item.layout(), item.widget()
        if each is not None and (each is widget or each.isAncestorOf(widget)):
            return True
        if inner is not None and _holds(inner, widget):
            return True
    return False
