"""A card in a reader, held for a few commands and left as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.beds.pcsc import numbered_card

if TYPE_CHECKING:
    from tests.beds.pcsc import PcscBed

CODE = """
import json, sys
from tokenmgr.providers.pkcs11.child.pcsc import Card
from tokenmgr.system.pcsc import PcscError
SELECT, ASK = bytes.fromhex("00A404000BA00000030800001000010000"), bytes.fromhex("00200080")
def outcome(act):
    try:
        return act()
    except PcscError as error:
        return error.call
def ask(name):
    with Card(name) as card:
        return [hex(card.send(SELECT)[1]), len(card.send(SELECT)[0]), hex(card.send(ASK)[1])]
"""


def said(bed: PcscBed, code: str, **env: str) -> Any:
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", f"{CODE}\nprint(json.dumps({code}))", bed.READERS[0]]
    done = subprocess.run(command, env=os.environ | bed.env() | paths | env, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def test_commands_and_answers(bed: PcscBed) -> None:
    bed.card(numbered_card(0)).plug()
    assert said(bed, "ask(sys.argv[1])") == ["0x9000", 19, "0x63cf"]


def test_it_is_let_go_of(bed: PcscBed) -> None:
    """Again and again, and a card that another program holds open is only shared."""
    bed.card(numbered_card(0)).plug()
    assert said(bed, "[ask(sys.argv[1])[0] for _ in range(40)]") == ["0x9000"] * 40


def test_what_is_not_there(bed: PcscBed) -> None:
    assert said(bed, "[outcome(lambda: ask(sys.argv[1])), outcome(lambda: ask('No Reader'))]") == ["SCardConnect"] * 2
    away = {"PCSCLITE_CSOCK_NAME": "/nowhere/pcscd.comm"}
    assert said(bed, "outcome(lambda: ask(sys.argv[1]))", **away) == "SCardEstablishContext"


def test_a_pull_between_two_commands(bed: PcscBed) -> None:
    card = bed.card(numbered_card(0))
    card.plug()
    card.die_at(2)
    assert str(said(bed, "outcome(lambda: ask(sys.argv[1]))")).startswith("SCard")
