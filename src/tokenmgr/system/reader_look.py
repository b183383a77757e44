"""One look at the reader service and its readers, without touching a card."""

from __future__ import annotations

import ctypes
import sys
from ctypes import byref, c_char_p
from typing import NamedTuple

from tokenmgr.system import registry
from tokenmgr.system.pcsc import SCOPE_SYSTEM, Handle, PcscError, ReaderState, Word, call, load

NO_READERS = 0x8010002E
STATES = {
    0x8010001D: "not-running",
    0x8010001E: "not-running",
    0x8010006A: "denied",
}
#: Windows' own service, and how it writes that one does not start.
SERVICE, NEVER = r"SYSTEM\CurrentControlSet\Services\SCardSvr", 4
PRESENT, EXCLUSIVE, MUTE = 0x20, 0x80, 0x200


class ReaderSeen(NamedTuple):
    """One reader."""

    name: str
    card: bool = False
    #: Another program keeps the card for itself.
    taken: bool = False
    #: There is a card, and it does not answer.
    mute: bool = False


class ReaderLook(NamedTuple):
    """How the service is: "answers", "no-library", "not-running", "no-reader", "denied" or "failed"."""

    state: str
    #: The call that failed and its code.
    detail: str = ""
    readers: tuple[ReaderSeen, ...] = ()


def look_at_readers() -> ReaderLook:
    """Never raises; may take as long as the service takes to answer."""
    try:
        library = load()
    except PcscError:
        return ReaderLook("no-library")
    context = Handle()
    try:
        call(library, "SCardEstablishContext", Word(SCOPE_SYSTEM), None, None, byref(context))
    except PcscError as error:
        return ReaderLook(_state(error.code), str(error))
    try:
        return ReaderLook("answers", "", _readers(library, context))
    except PcscError as error:
        return ReaderLook(_state(error.code), str(error))
    finally:
        library.SCardReleaseContext(context)


def _state(code: int, system: str = sys.platform) -> str:
    """Windows ends its service with the last reader and starts it with the next, unless it was switched off."""
    state = STATES.get(code, "failed")
    if state == "not-running" and system == "win32" and registry.machine_number(SERVICE, "Start") != NEVER:
        return "no-reader"
    return state


def _readers(library: ctypes.CDLL, context: object) -> tuple[ReaderSeen, ...]:
    names = _names(library, context)
    if not names:
        return ()
    rows = (ReaderState * len(names))()
    for row, name in zip(rows, names, strict=True):
        row.reader = c_char_p(name)
    call(library, "SCardGetStatusChange", context, Word(0), rows, Word(len(names)))
    return tuple(_seen(name, row.event) for name, row in zip(names, rows, strict=True))


def _seen(name: bytes, event: int) -> ReaderSeen:
    shown = name.decode("utf-8", "replace")
    return ReaderSeen(shown, bool(event & PRESENT), bool(event & EXCLUSIVE), bool(event & MUTE))


def _names(library: ctypes.CDLL, context: object) -> list[bytes]:
    size = Word(0)
    try:
        call(library, "SCardListReaders", context, None, None, byref(size))
        buffer = ctypes.create_string_buffer(size.value)
        call(library, "SCardListReaders", context, None, buffer, byref(size))
    except PcscError as error:
        if error.code == NO_READERS:
            return []
        raise
    return [name for name in buffer.raw[: size.value].split(b"\0") if name]
