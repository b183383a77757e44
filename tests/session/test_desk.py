"""Closing the desk forgets PINs and lets go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.session.rig import HK, HK_PIN, practice
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.session.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path


def test_closing_forgets_pins_and_lets_go_of_the_file(home: Path) -> None:
    rig = practice(home, minutes=30)
    nothing = {name: None for name in Desk._fields if name not in {"inventory", "ledger", "cache"}}
    desk = Desk(inventory=rig.inventory, ledger=rig.ledger, cache=rig.cache, **nothing)  # type: ignore[arg-type]
    session = rig.session(HK)
    session.login(Pin(HK_PIN))
    held = rig.cache._entries[session.token.id, PinKind.USER].pin._bytes
    desk.close()
    assert (held, rig.cache._entries, rig.ledger._connection) == (bytearray(), {}, None)
