"""What makes a command's start shorter, whatever it does afterwards."""

from __future__ import annotations

import gc

from tokenmgr.system.late_modules import load_late

#: What a start allocates is there to stay; looking through it for garbage again and again costs 3 ms.
MANY_OBJECTS = 50_000
#: dataclasses and pathlib bring 7 ms of them.
HARDLY_USED = ("inspect", "copy", "ipaddress")


def start_quickly() -> None:
    """Before much is imported."""
    gc.set_threshold(MANY_OBJECTS)
    load_late(*HARDLY_USED)


def end_quickly() -> None:
    """When all is said and closed: the interpreter need not look through everything for garbage once more, for 4 ms."""
    gc.freeze()
