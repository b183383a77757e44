"""What a person switches by mouse, key or screen reader. The last only toggles, and Qt says nothing of a click then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton


def when_switched(made: QAbstractButton, act: Callable[[bool], object]) -> None:
    """By whoever it was, but not by `mark`."""
    made.toggled.connect(lambda on: act(on))  # noqa: PLW0108 - Qt passes on what a lambda takes


def when_chosen(made: QAbstractButton, act: Callable[[], object]) -> None:
    """Of several of which one is on: it became that one."""
    made.toggled.connect(lambda on: act() if on else None)


def mark(made: QAbstractButton, on: bool) -> None:  # noqa: FBT001 - it is its value
    """Show how it is; nobody switched it."""
    with QSignalBlocker(made):
        made.setChecked(on)
    made.updateGeometry()
