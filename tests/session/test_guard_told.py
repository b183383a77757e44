"""What is told of each PIN and each change: the outcome, never the PIN, and never at the price of a try."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from tests.session.rig import CLII, CLII_PIN, CLII_SO, HK, HK_PIN, NETCA, NETCA_PUK, behind, practice, truly_left, wrong
from tokenmgr.model.errors import (
    LastTry,
    LedgerUnwritable,
    ModuleCrashed,
    PinLocked,
    PinMustChange,
    PinRefused,
    WrongPin,
)
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.model.scheme import Scheme
from tokenmgr.session.guard import told
from tokenmgr.session.history import History

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.shim import Shim
    from tests.session.rig import Rig
    from tokenmgr.model.token import Token

NEW = "Fresh!2026"


class Heard(list[tuple[str, dict[str, Any]]]):
    def __init__(self, rig: Rig) -> None:
        super().__init__()
        rig.guard._on_event = self.hear

    def hear(self, kind: str, _token: Token | None, facts: dict[str, str | int]) -> None:
        self.append((kind, facts))


def user(purpose: str = "open", **facts: str | int) -> dict[str, Any]:
    return {"pin": "user", "purpose": purpose, **facts}


def test_every_outcome_of_a_pin(rig: Rig, home: Path) -> None:
    session, heard = rig.session(HK), Heard(rig)
    session.login(Pin(HK_PIN))
    with pytest.raises(PinRefused):
        session.login(Pin("１２３４５６"))
    for number in range(14):
        with pytest.raises(WrongPin):
            session.login(wrong(number))
    with pytest.raises(PinRefused):
        session.login(wrong(3))
    with pytest.raises(LastTry):
        session.login(wrong(14))
    with pytest.raises(PinLocked):
        session.login(wrong(14), lambda _tries: True)
    with pytest.raises(PinLocked):
        session.login(Pin(HK_PIN))
    assert heard == [
        ("pin-right", user()),
        ("pin-refused", user(rule="full-width")),
        *(("pin-wrong", user(tries=left)) for left in range(14, 0, -1)),
        ("pin-refused", user(rule="refused-before")),
        ("pin-refused", user(rule="last-try")),
        ("pin-locked", user()),
        ("pin-refused", user(rule="pin-locked")),
    ]
    assert truly_left(home, HK) == 0


def test_changes_and_ways_back(rig: Rig) -> None:
    clii, netca, heard = rig.session(CLII), rig.session(NETCA), Heard(rig)
    clii.login(Pin(CLII_PIN))
    clii.change_pin(PinKind.USER, Pin(CLII_PIN), Pin(NEW))
    clii.set_pin(Pin(CLII_SO), Pin("Other!2026"))
    netca.unlock_by_puk(Pin(NETCA_PUK), Pin(NEW))
    clii.initialise(Pin(CLII_SO), Pin(NEW), "empty")
    so = {"pin": "so"}
    assert heard == [
        ("pin-right", user()),
        ("pin-changed", user("change-pin")),
        ("unlocked", {**so, "purpose": "unlock"}),
        ("unlocked", {"pin": "puk", "purpose": "unlock"}),
        ("initialised", {**so, "purpose": "initialise"}),
        ("pin-changed", {**so, "purpose": "initialise"}),
    ]


def test_a_pin_that_was_right_and_has_to_be_changed() -> None:
    assert told(PinMustChange(None, PinKind.USER)) == ("pin-right", {"rule": "pin-must-change"})


def test_the_work_of_an_open_token(rig: Rig) -> None:
    session = rig.session(NETCA)
    session.login(Pin(NETCA_PUK))
    heard = Heard(rig)
    [key, *_] = session.private_keys()
    session.sign(key, bytes(32), Scheme.RSA_PKCS1)
    made, _spki = session.generate("ec", 256, b"\x09", "new")
    session.rename("Desk")
    session.delete("key", made.id)
    assert heard == [
        ("signed", {"key": key.label, "scheme": "rsa-pkcs1", "hash": "sha256"}),
        ("key-made", {"key": "new", "what": "ec", "bits": 256}),
        ("renamed", {"label": "Desk"}),
        ("deleted", {"what": "key", "key": "09", "count": 1}),
    ]


def test_a_try_that_cannot_be_written_down(rig: Rig, home: Path) -> None:
    session, heard = rig.session(HK), Heard(rig)
    session.tries()
    shutil.rmtree(home / "locks", ignore_errors=True)
    (home / "locks").write_text("in the way")
    with pytest.raises(LedgerUnwritable):
        session.login(wrong())
    assert heard == [("pin-refused", user(rule="ledger-unwritable"))]
    assert truly_left(home, HK) == 15


def test_a_history_that_cannot_be_written_stops_no_pin_change(home: Path) -> None:
    (home / "file").write_text("in the way")
    history = History(home / "file" / "history.sqlite")
    with practice(home) as rig:
        rig.guard._on_event = lambda kind, token, facts: history.keep(kind, token, "", facts)
        session = rig.session(HK)
        session.change_pin(PinKind.USER, Pin(HK_PIN), Pin(NEW))
        assert history.trouble
        session.login(Pin(NEW))
    assert truly_left(home, HK) == 15


def test_all_that_is_told_fits_into_the_history(home: Path) -> None:
    history = History(home / "history.sqlite")
    with practice(home) as rig:
        rig.guard._on_event = lambda kind, token, facts: history.keep(kind, token, "", facts)
        session = rig.session(HK)
        session.login(Pin(HK_PIN))
        [key, *_] = session.private_keys()
        session.sign(key, bytes(32), Scheme.RSA_PKCS1)
    assert [event.kind for event in history.every()] == ["signed", "pin-right"]
    assert (history.trouble, history.verify()) == ("", None)
    assert HK_PIN.encode() not in (home / "history.sqlite").read_bytes()


def test_a_try_behind_a_module_is_told_and_counted_once(shim: Shim, tmp_path: Path) -> None:
    with behind(shim, tmp_path / "home") as rig:
        session, heard = rig.session(), Heard(rig)
        with pytest.raises(WrongPin):
            session.login(wrong())
    assert heard == [("pin-wrong", user(tries=14))]
    assert (shim.calls("C_Login"), shim.tries_left("user")) == (1, 14)


def test_a_module_that_crashes_is_told_once(shim: Shim, tmp_path: Path) -> None:
    shim.set(fault="C_Login:segv")
    with behind(shim, tmp_path / "home") as rig:
        session, heard = rig.session(), Heard(rig)
        with pytest.raises(ModuleCrashed):
            session.login(wrong())
        assert heard == []
        rig.inventory.refresh()
        rig.inventory.refresh()
        assert heard == [("module-crashed", {"module": shim.module.name, "count": 1})]
