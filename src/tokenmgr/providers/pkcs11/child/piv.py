"""A PIV card's own counters, and its PUK, spoken to past the module.

An empty VERIFY asks how many tries are left and costs none. Nothing else on the card is touched: the application is
selected only where it is not selected already, all within one transaction, so the module's session goes on.
"""

from __future__ import annotations

from typing import NamedTuple

from tokenmgr.providers.pkcs11.child.pcsc import Card
from tokenmgr.system.pcsc import PcscError

SELECT_PIV = bytes.fromhex("00A404000BA000000308000010000100") + b"\x00"
USER, PUK = 0x80, 0x81
VERIFIED, BLOCKED, NOT_FOUND = 0x9000, 0x6983, 0x6A88
PADDED = 8
#: 63CX has four bits: fifteen means fifteen or more.
MOST = 15


class Count(NamedTuple):
    """What the card says; `left` is None while it is open, for then it does not count."""

    left: int | None
    verified: bool


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


def unblock(reader: str, puk: bytes, new: bytes) -> int:
    """RESET RETRY COUNTER: the PUK and a new PIN; the card's status word."""
    if max(len(puk), len(new)) > PADDED:
        raise PcscError("PIN too long")  # noqa: EM101 - the length is checked before
    body = puk.ljust(PADDED, b"\xff") + new.ljust(PADDED, b"\xff")
    with Card(reader) as card:
        # The plain query tells whether the application is selected; a PUK must not go to another one.
        if counted(card.send(bytes((0x00, 0x20, 0x00, USER)))[1]) is None and card.send(SELECT_PIV)[1] != VERIFIED:
            raise PcscError("SELECT")  # noqa: EM101 - a call's name
        return card.send(bytes((0x00, 0x2C, 0x00, USER, len(body))) + body)[1]
