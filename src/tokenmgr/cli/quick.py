"""What makes a command's start shorter, whatever it does afterwards."""

from __future__ import annotations

import gc
import sys
from types import ModuleType

TYPE_CHECKING = False  # typing costs 2 ms, and this is where every start begins
if TYPE_CHECKING:
    from typing import Any

#: What a start allocates is there to stay; looking through it for garbage again and again costs 3 ms.
MANY_OBJECTS = 50_000
#: Modules that others import at their top and hardly ever use: dataclasses and pathlib bring 7 ms of them.
HARDLY_USED = ("inspect", "copy", "ipaddress")


def start_quickly() -> None:
    """Before much is imported."""
    gc.set_threshold(MANY_OBJECTS)
    for name in HARDLY_USED:
        if name not in sys.modules:
            sys.modules[name] = _stand_in(name)


def end_quickly() -> None:
    """When all is said and closed: the interpreter need not look through everything for garbage once more, for 4 ms."""
    gc.freeze()


def _stand_in(name: str) -> ModuleType:
    """Loaded when something of it is asked for. importlib's LazyLoader loads at the next import already."""
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
