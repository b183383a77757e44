"""Loads the framework that checks signatures when somebody asks for news, and nothing else with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

BINDING = "pkcs11"


def source() -> ModuleType:
    """`tokenmgr.updates.source`, 100 ms of code at the first call.

    The framework's keys may lie in any key box, so it imports what binds to modules where that is installed. In this
    process there is no room for it: it is the child's alone.
    """
    waiting: dict[str, Any] = sys.modules
    kept_out = BINDING not in waiting
    if kept_out:
        waiting[BINDING] = None  # as Python itself marks what cannot be imported
    try:
        from tokenmgr.updates import source as found
    finally:
        if kept_out:
            waiting.pop(BINDING, None)
    return found
