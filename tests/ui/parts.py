"""Finding the parts of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

W = TypeVar("W", bound=QWidget)


def part(inside: QObject, kind: type[W]) -> W:
    """The one of this kind."""
    [found] = inside.findChildren(kind)
    return found
