"""A card in a reader, spoken to past its module."""

from __future__ import annotations

import ctypes
from ctypes import byref, c_ubyte

from tokenmgr.system.pcsc import SCOPE_SYSTEM, Handle, PcscError, Word, call, load

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

SHARED, T0_OR_T1, LEAVE = 2, 3, 0
ANSWER_ROOM = 258


class Protocol(ctypes.Structure):
    """SCARD_IO_REQUEST."""

    _fields_ = (("protocol", Word), ("size", Word))


class Card:
    """A card in a named reader, held for a few commands in a row and left as it was."""

    def __init__(self, reader: str) -> None:
        self._library = load()
        self._context, self._card, self._protocol = Handle(), Handle(), Word()
        self._reader = reader

    def __enter__(self) -> Self:
        call(self._library, "SCardEstablishContext", Word(SCOPE_SYSTEM), None, None, byref(self._context))
        try:
            self._connect()
        except PcscError:
            self._library.SCardReleaseContext(self._context)
            raise
        return self

    def _connect(self) -> None:
        name = self._reader.encode()
        where = (self._context, name, Word(SHARED), Word(T0_OR_T1), byref(self._card), byref(self._protocol))
        call(self._library, "SCardConnect", *where)
        try:
            call(self._library, "SCardBeginTransaction", self._card)
        except PcscError:
            self._library.SCardDisconnect(self._card, Word(LEAVE))
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._library.SCardEndTransaction(self._card, Word(LEAVE))
        self._library.SCardDisconnect(self._card, Word(LEAVE))
        self._library.SCardReleaseContext(self._context)

    def send(self, command: bytes | bytearray) -> tuple[bytes, int]:
        """One command; its data and its status word."""
        answer, size = (c_ubyte * ANSWER_ROOM)(), Word(ANSWER_ROOM)
        header = Protocol(self._protocol.value, ctypes.sizeof(Protocol))
        buffer = (c_ubyte * len(command)).from_buffer_copy(command)
        arguments = (self._card, byref(header), buffer, Word(len(command)), None, answer, byref(size))
        try:
            call(self._library, "SCardTransmit", *arguments)
        finally:
            ctypes.memset(buffer, 0, len(command))
        if not 2 <= size.value <= ANSWER_ROOM:  # noqa: PLR2004 - a status word
            raise PcscError("SCardTransmit")
        raw = bytes(answer[: size.value])
        return raw[:-2], int.from_bytes(raw[-2:], "big")
