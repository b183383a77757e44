"""SafeNet's own extension: the exact counters, the PIN policy and the challenge that PKCS#11 does not know.

Every attribute may be absent on a given token, so each is optional; whether the counter is to be believed is decided
where its movement can be watched (session/guard.py).
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import byref, c_ubyte, c_ulong

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki, number
from tokenmgr.providers.pkcs11.child.reading import AttributeReader
from tokenmgr.providers.pkcs11.wire import NUMBER_LIMIT

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

TOKEN_OBJECT, POLICY_OBJECT = 0x80005002, 0x80005003

COUNTERS = {
    "user": 0x80001110,
    "so": 0x80001111,
    "user_max": 0x80001112,
    "so_max": 0x80001113,
    "must_change": 0x80001120,
}

POLICY = {
    "min_length": 0x80001202,
    "max_length": 0x8000120F,
    "mix_chars": 0x80001203,
    "mix_level": 0x8000120E,
    "max_age_days": 0x80001204,
    "min_age_days": 0x80001205,
    "warn_days": 0x80001206,
    "history": 0x80001207,
    "max_repeated": 0x80001209,
    "digit": 0x8000120A,
    "upper": 0x8000120B,
    "lower": 0x8000120C,
    "special": 0x8000120D,
}
CHALLENGE_LIMIT = 256
#: Tries that an unlocked token is given where it does not tell how many it had; SafeNet's own default.
UNLOCK_TRIES = 15


class SafeNet:
    """The extension, where the module has it."""

    def __init__(self, cryptoki: Cryptoki, manufacturer: str) -> None:
        self._cryptoki = cryptoki
        self.present = "SafeNet" in manufacturer or hasattr(cryptoki.library, "ETC_UnlockGetChallenge")
        self._tries = UNLOCK_TRIES
        self.can_unlock = self.present and hasattr(cryptoki.library, "ETC_UnlockGetChallenge")

    def counters(self, session: int) -> Mapping[str, int]:
        """The counters that this token shows."""
        return self._numbers(session, TOKEN_OBJECT, COUNTERS)

    def policy(self, session: int) -> dict[str, Any]:
        """The PIN policy that this token shows."""
        return dict(self._numbers(session, POLICY_OBJECT, POLICY))

    def _numbers(self, session: int, kind: int, wanted: dict[str, int]) -> dict[str, int]:
        if not self.present:
            return {}
        size = ctypes.sizeof(c_ulong)
        try:
            found = self._cryptoki.find(
                session, {codes.A_CLASS: number(codes.CLASS_HARDWARE), codes.A_HARDWARE_TYPE: number(kind)}, 1
            )
            if not found:
                return {}
            reader = AttributeReader(self._cryptoki, tuple(wanted.values()), room=64)
            values = reader.read(session, found[0])
        except CkError:
            return {}
        return {
            name: int.from_bytes(value, sys.byteorder)
            for name, value in zip(wanted, values, strict=True)
            if value is not None and len(value) in {1, size} and int.from_bytes(value, sys.byteorder) < NUMBER_LIMIT
        }

    def challenge(self, session: int) -> bytes:
        """A challenge for the administrator. The limit is read now: between challenge and response nothing may be."""
        self._tries = self.counters(session).get("user_max") or UNLOCK_TRIES
        function = self._extension("ETC_UnlockGetChallenge")
        size = c_ulong()
        self._check("ETC_UnlockGetChallenge", function(c_ulong(session), None, byref(size)))
        if not 0 < size.value <= CHALLENGE_LIMIT:
            raise Failure("garbled", call="ETC_UnlockGetChallenge")
        buffer = (c_ubyte * size.value)()
        self._check("ETC_UnlockGetChallenge", function(c_ulong(session), buffer, byref(size)))
        return bytes(buffer[: size.value])

    def respond(self, session: int, response: bytes, new: bytes) -> int:
        """The administrator's response and the new PIN; the module's code."""
        function = self._extension("ETC_UnlockComplete")
        answer, pin = (c_ubyte * len(response)).from_buffer_copy(response), (c_ubyte * len(new)).from_buffer_copy(new)
        arguments = (answer, c_ulong(len(response)), pin, c_ulong(len(new)), c_ulong(self._tries), c_ubyte(0))
        try:
            rv: int = function(c_ulong(session), *arguments)
        finally:
            ctypes.memset(pin, 0, len(new))
        return rv

    def _extension(self, name: str) -> Any:
        function = getattr(self._cryptoki.library, name, None)
        if function is None:
            raise Failure("unsupported", call=name)
        function.restype = c_ulong
        return function

    def _check(self, name: str, rv: int) -> None:
        if rv != codes.OK:
            raise CkError(name, rv)
