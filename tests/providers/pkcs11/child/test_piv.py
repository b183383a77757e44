"""What a PIV card says of itself, and the PUK that goes to it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Self

import pytest

from tests.beds.pcsc import numbered_card
from tokenmgr.providers.pkcs11.child.piv import Count, counted

if TYPE_CHECKING:
    from tests.beds.pcsc import PcscBed

CODE = """
import json, sys
from tokenmgr.providers.pkcs11.child import piv
from tokenmgr.system.pcsc import PcscError
reader, reached = sys.argv[1], []
def unblock(puk, new):
    try:
        return hex(piv.unblock(reader, puk, new, lambda: reached.append(1)))
    except PcscError as error:
        return error.call
def tries(*which):
    count = piv.tries(reader, *which)
    return count and [count.left, count.verified]
"""


def said(bed: PcscBed, code: str) -> Any:
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", f"{CODE}\nprint(json.dumps({code}))", bed.READERS[0]]
    done = subprocess.run(command, env=os.environ | bed.env() | paths, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    ("status", "count"),
    [(0x9000, Count(None, verified=True)), (0x6983, Count(0, verified=False)), (0x63C0, Count(0, verified=False)),
     (0x63CF, Count(15, verified=False)), (0x6A82, None), (0x6A88, None), (0x6300, None)],
)  # fmt: skip
def test_status_words(status: int, count: Count | None) -> None:
    assert counted(status) == count


@pytest.mark.parametrize("limit", [10, 15])
def test_asking_costs_nothing_and_closing_closes(bed: PcscBed, limit: int) -> None:
    card = bed.card(numbered_card(0, pin_tries=limit))
    card.plug()
    assert said(bed, "[tries(), tries(), tries(piv.PUK)]") == [[limit, False]] * 2 + [None]
    assert said(bed, "piv.close(reader)") is None
    assert (card.verifies(), card.tries_left()) == (0, limit)


def test_the_puk(bed: PcscBed) -> None:
    card = bed.card(numbered_card(0))
    card.plug()
    pairs = "((b'00000000', b'654321'), (b'87654321', b'65432'), (b'87654321', b'654321'))"
    assert said(bed, f"[*(unblock(*pair) for pair in {pairs}), len(reached)]") == ["0x63c2", "0x6a80", "0x9000", 3]
    assert (card.wrong_pins("puk"), card.tries_left("puk")) == (1, 3)


def test_without_a_card_no_puk_is_sent(bed: PcscBed) -> None:
    assert said(bed, "[unblock(b'87654321', b'654321'), len(reached), piv.tries(reader), piv.close(reader)]") == [
        "SCardConnect", 0, None, None,
    ]  # fmt: skip


def test_another_application_gets_no_puk(bed: PcscBed, monkeypatch: pytest.MonkeyPatch) -> None:
    from tokenmgr.providers.pkcs11.child import piv
    from tokenmgr.system.pcsc import PcscError

    sent: list[int] = []

    class Stranger:
        """A card with a PIN of its own, and no PIV."""

        def __init__(self, _reader: str) -> None: ...
        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None: ...
        def send(self, command: bytes) -> tuple[bytes, int]:
            sent.append(command[1])
            return b"", 0x6A82 if command[1] == 0xA4 else 0x63C3

    monkeypatch.setattr(piv, "Card", Stranger)
    with pytest.raises(PcscError, match="SELECT"):
        piv.unblock("reader", b"87654321", b"654321", lambda: pytest.fail("nothing is sent"))
    assert sent == [0xA4]
