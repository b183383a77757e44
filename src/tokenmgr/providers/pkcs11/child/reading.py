"""Attributes of objects, many at a time, into buffers that are there already.

One call of the module reads all attributes of an object; only what did not fit is asked for again. That halves the
calls of the usual way (first all lengths, then all values), which is what makes a thousand certificates quick.
"""

from __future__ import annotations

import ctypes
from ctypes import c_ulong

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError
from tokenmgr.providers.pkcs11.child.cryptoki import UNAVAILABLE, Attribute

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki

ROOM = 4096
#: Larger values are not asked for: nothing on a token is.
LARGEST = 400 * 1024


class AttributeReader:
    """Reads the same attributes of many objects."""

    def __init__(self, cryptoki: Cryptoki, kinds: tuple[int, ...], room: int = ROOM) -> None:
        self._cryptoki = cryptoki
        self._room = room
        self._rows = (Attribute * len(kinds))()
        self._buffers = [ctypes.create_string_buffer(room) for _ in kinds]
        self._addresses = [ctypes.addressof(buffer) for buffer in self._buffers]
        for row, kind, address in zip(self._rows, kinds, self._addresses, strict=True):
            row.type, row.value = kind, address

    def read(self, session: int, handle: int) -> list[bytes | None]:
        """The values, None for what the object does not have or does not show."""
        for row, address in zip(self._rows, self._addresses, strict=True):
            row.value, row.size = address, self._room
        whole = self._ask(session, handle) == codes.OK
        values: list[bytes | None] = []
        large = False
        for row, address in zip(self._rows, self._addresses, strict=True):
            size = row.size
            # A module that gave up halfway leaves the room as it was, with another object's value in it.
            fits = size < self._room or (whole and size == self._room)
            values.append(ctypes.string_at(address, size) if fits else None)
            large = large or not fits
        return self._read_large(session, handle, values) if large else values

    def _ask(self, session: int, handle: int) -> int:
        rv = self._cryptoki.result(
            "C_GetAttributeValue", c_ulong(session), c_ulong(handle), self._rows, c_ulong(len(self._rows))
        )
        if rv != codes.OK and rv not in codes.PARTLY:
            raise CkError("C_GetAttributeValue", rv)
        return rv

    def _read_large(self, session: int, handle: int, values: list[bytes | None]) -> list[bytes | None]:
        """Ask again for what did not fit; a module that says a length and means another gets nothing."""
        return [
            self._one(session, handle, row.type) if value is None else value
            for row, value in zip(self._rows, values, strict=True)
        ]

    def _one(self, session: int, handle: int, kind: int) -> bytes | None:
        row = Attribute(kind, None, 0)
        arguments = (c_ulong(session), c_ulong(handle), ctypes.byref(row), c_ulong(1))
        if self._cryptoki.result("C_GetAttributeValue", *arguments) != codes.OK:
            return None
        size = row.size
        if size == UNAVAILABLE or not 0 < size <= LARGEST:
            return None
        buffer = ctypes.create_string_buffer(size)
        row.value = ctypes.addressof(buffer)
        if self._cryptoki.result("C_GetAttributeValue", *arguments) != codes.OK or row.size > size:
            return None
        return buffer.raw[: row.size]
