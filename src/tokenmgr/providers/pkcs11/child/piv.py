"""A PIV card's own counters, and its PUK, spoken to past the module.

An empty VERIFY asks how many tries are left and costs none. Nothing else on the card is touched: the application is
selected only where it is not selected already, all within one transaction, so the module's session goes on.
"""

from __future__ import annotations

from contextlib import suppress

from tokenmgr.providers.pkcs11.child.pcsc import Card
from tokenmgr.providers.pkcs11.wire import forget
from tokenmgr.system.pcsc import PcscError

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Callable

SELECT_PIV = bytes.fromhex("00A404000BA000000308000010000100") + b"\x00"
USER, PUK = 0x80, 0x81
VERIFIED, BLOCKED, NOT_FOUND = 0x9000, 0x6983, 0x6A88
PADDED = 8
HEADER = 5


class Count:
    """What the card says; `left` is None while it is open, for then it does not count."""

    def __init__(self, left: int | None, *, verified: bool) -> None:
        self.left = left
        self.verified = verified

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Count) and (self.left, self.verified) == (other.left, other.verified)

    def __hash__(self) -> int:
        return hash((self.left, self.verified))


def counted(status: int) -> Count | None:
    """A status word as a count."""
    if status == VERIFIED:
        return Count(None, verified=True)
    if status == BLOCKED:
        return Count(0, verified=False)
    if status & 0xFFF0 == 0x63C0:  # noqa: PLR2004 - 63CX
        return Count(status & 0xF, verified=False)
    return None


def tries(reader: str, reference: int = USER) -> Count | None:
    """Tries left for a PIN, or None where the card or PC/SC does not tell."""
    ask = bytes((0x00, 0x20, 0x00, reference))
    try:
        with Card(reader) as card:
            count = counted(card.send(ask)[1])
            if count is None and card.send(SELECT_PIV)[1] == VERIFIED:
                count = counted(card.send(ask)[1])
            return count
    except PcscError:
        return None


def unblock(reader: str, puk: bytes, new: bytes, reached: Callable[[], None]) -> int:
    """RESET RETRY COUNTER: the PUK and a new PIN of at most eight bytes each; the card's status word."""
    command = bytearray((0x00, 0x2C, 0x00, USER, 2 * PADDED)) + bytearray(b"\xff" * (2 * PADDED))
    command[HEADER : HEADER + len(puk)] = puk
    command[HEADER + PADDED : HEADER + PADDED + len(new)] = new
    try:
        with Card(reader) as card:
            # Always: another application on the card may know a PUK of its own.
            if card.send(SELECT_PIV)[1] != VERIFIED:
                raise PcscError("SELECT")
            reached()
            return card.send(command)[1]
    finally:
        forget(command)


def close(reader: str) -> None:
    """Take back the right PIN, for every program; a card that does not know how stays as it is."""
    with suppress(PcscError), Card(reader) as card:
        card.send(bytes((0x00, 0x20, 0xFF, USER)))
