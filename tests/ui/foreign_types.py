"""Types of Qt are made in the window's thread only: a watch on every class and every part of Qt that is loaded.

PySide does not refuse it elsewhere; it dies of it once in some hundred starts.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

found: list[str] = []


def _elsewhere() -> bool:
    return threading.current_thread() is not threading.main_thread()


def _note(cls: type[QObject], /, **more: Any) -> None:
    if _elsewhere():
        found.append(f"class {cls.__module__}.{cls.__qualname__} in {threading.current_thread().name}")
    super(QObject, cls).__init_subclass__(**more)


class _Finder:
    """Finds nothing; it sees who asks."""

    @staticmethod
    def find_spec(
        name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name.startswith("PySide6.") and _elsewhere():
            found.append(f"import {name} in {threading.current_thread().name}")
        return None


def watch() -> None:
    """For the rest of this process."""
    QObject.__init_subclass__ = classmethod(_note)  # type: ignore[assignment]
    sys.meta_path.insert(0, _Finder())
