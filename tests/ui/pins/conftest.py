"""Widgets without a window go away in the thread that made them, not when another thread collects garbage."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def lent(dressed: Callable[..., None]) -> Iterator[Callable[[W], W]]:
    """The widget handed in, until the end of the test."""
    made: list[QWidget] = []

    def lend(widget: W) -> W:
        made.append(widget)
        return widget

    yield lend
    for widget in made:
        if shiboken6.isValid(widget):
            shiboken6.delete(widget)
