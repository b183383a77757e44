"""Modules of Python's own that others import at their top and hardly ever use: here when something of them is asked."""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False  # typing costs 2 ms, and this is where every start begins
if TYPE_CHECKING:
    from typing import Any


def load_late(*names: str) -> None:
    """These, unless they are loaded already. No packages: what lies in one is found through the real one only."""
    for name in names:
        if name not in sys.modules:
            sys.modules[name] = _stand_in(name)


def _stand_in(name: str) -> ModuleType:
    """Importlib's LazyLoader loads at the next import already."""
    empty = ModuleType(name)

    def load(attribute: str) -> Any:
        if sys.modules.get(name) is empty:
            del sys.modules[name]
        del vars(empty)["__getattr__"]
        found = __import__(name)
        vars(empty).update(vars(found))
        return getattr(found, attribute)

    vars(empty)["__getattr__"] = load
    return empty
