"""Unlocking at the window: by PUK, by the administrator, by challenge and response, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.acceptance.vendor import LIMIT, SERIAL, token_of_the_vendor
from tests.beds import shim as shim_bed
from tests.practising import CLII_SO, NETCA_PUK, NEW, PIN
from tests.ui.at_work import CLII, HK, NETCA, AtWork
from tokenmgr import app
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.errors import TokenBusy, TokenError
from tokenmgr.model.pin import PinKind
from tokenmgr.ui.pins.challenge import spaced
from tokenmgr.ui.widgets.tabs import Tab
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.beds.shim import Shim

OFFICER, PUK = "Administrator PIN", "PUK"


def new_pin(work: AtWork, new: str = NEW) -> None:
    work.type("New PIN", new)
    work.type("New PIN again", new)


def changes_to_another(work: AtWork, serial: str, old: str) -> None:
    work.run("change-pin", serial)
    work.type("Current PIN", old)
    new_pin(work, "Other!2027")
    work.press("Change PIN")
    work.until(lambda: work.sheet is None)


def test_a_puk_gives_a_new_pin(work: AtWork) -> None:
    work.run("unlock", NETCA)
    work.type(PUK, "wrong-puk")
    new_pin(work)
    work.press("Unlock")
    work.settled()
    assert (work.tries(NETCA, PinKind.PUK), work.tries(NETCA)) == (7, 8)
    assert work.field(PUK).text() == ""
    assert work.field("New PIN").text() == NEW
    work.type(PUK, NETCA_PUK)
    work.press("Unlock")
    work.until(lambda: work.sheet is None)
    assert work.tries(NETCA, PinKind.PUK) == 8
    changes_to_another(work, NETCA, NEW)


def test_the_administrator_unlocks_what_is_locked(work: AtWork) -> None:
    work.run("change-pin", CLII)
    for number in range(1, 10):
        work.type("Current PIN", f"wrong-{number}")
        new_pin(work)
        work.press("Change PIN")
        work.settled()
    work.type("Current PIN", "wrong-10")
    work.press("Change PIN")
    work.settled()
    work.type("To go on, type the end of the serial number: 3A57", "3A57")
    work.press("Spend the last try")
    work.settled()
    assert work.tries(CLII) == 0
    work.press("Close")
    work.run("unlock", CLII)
    work.type(OFFICER, CLII_SO)
    new_pin(work)
    work.press("Unlock")
    work.until(lambda: work.sheet is None)
    assert work.tries(CLII) == 10
    changes_to_another(work, CLII, NEW)


def test_setting_a_pin_as_administrator_counts_the_administrators_tries(work: AtWork) -> None:
    work.run("set-pin", CLII)
    work.type(OFFICER, "87654321")
    new_pin(work)
    work.press("Set PIN as administrator")
    work.settled()
    assert (work.tries(CLII, PinKind.SO), work.tries(CLII)) == (9, 10)
    assert "Wrong administrator PIN, 9 tries left (exact)" in work.words()
    work.type(OFFICER, "87654321")
    work.press("Set PIN as administrator")
    work.settled()
    assert work.tries(CLII, PinKind.SO) == 9
    work.press("Cancel")
    assert work.tries(CLII, PinKind.SO) == 9


def test_the_administrators_last_try_needs_the_word_too(work: AtWork) -> None:
    work.run("set-pin", CLII)
    new_pin(work)
    for number in range(10):
        work.type(OFFICER, f"8765432{number}")
        work.press("Set PIN as administrator")
        work.settled()
    assert work.tries(CLII, PinKind.SO) == 1
    assert "This is the last try" in work.words()
    work.press("Wait")
    assert work.tries(CLII, PinKind.SO) == 1


def test_what_cannot_be_unlocked_has_its_issuers_words(work: AtWork) -> None:
    work.run("unlock", HK)
    assert "cannot be unlocked here" in work.words()
    assert "Ask Hongkong Post to revoke the e-Cert on this token." in work.words()
    assert "2921 6633" in work.words()
    work.run("set-pin", HK)
    work.press("Close")


def test_a_new_pin_against_the_rules_keeps_the_button_off(work: AtWork) -> None:
    work.run("unlock", CLII)
    work.until(lambda: "at least 6 characters" in work.words())
    work.type(OFFICER, CLII_SO)
    new_pin(work, PIN[CLII])
    assert not work.seen(QPushButton, "Unlock").isEnabled()
    assert work.tries(CLII, PinKind.SO) == 10


# Challenge and response, on a token of the vendor's kind


@pytest.fixture
def shim(tmp_path: Path) -> Shim:
    if why := shim_bed.available():
        pytest.skip(why)
    made = token_of_the_vendor(tmp_path)
    made.set(user_max=LIMIT)
    return made


@pytest.fixture
def vendor(
    shim: Shim, tmp_path: Path, dressed: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> Iterator[AtWork]:
    dressed(Language.EN)
    for name, value in shim.env.items():
        monkeypatch.setenv(name, value)
    desk = app.build(Wishes(modules=(str(shim.module),), home=str(tmp_path / "home")))
    made = AtWork(tmp_path / "home", desk=desk)
    yield made
    made.close()


def ask_for_challenge(work: AtWork) -> bytes:
    work.run("unlock", SERIAL)
    QTest.mouseClick(work.seen(Tab, "Challenge and response"), Qt.MouseButton.LeftButton)
    new_pin(work, "Fresh2026")
    work.press("Get a challenge")
    work.until(lambda: "Do nothing else with this token now" in work.words())
    assert work.sheet is not None
    label = next(each for each in work.sheet.findChildren(QLabel) if each.isVisible() and _is_hex(each.text()))
    return bytes.fromhex(label.text())


def _is_hex(text: str) -> bool:
    plain = text.replace(" ", "")
    return len(plain) > 12 and all(each in "0123456789ABCDEF" for each in plain)


def test_the_response_unlocks(vendor: AtWork, shim: Shim) -> None:
    challenge = ask_for_challenge(vendor)
    vendor.press("Copy")
    assert QApplication.clipboard().text() == spaced(challenge)
    vendor.type("Response", "nonsense")
    assert not vendor.seen(QPushButton, "Unlock").isEnabled()
    vendor.type("Response", spaced(shim.respond(challenge)).lower())
    vendor.press("Unlock")
    vendor.until(lambda: vendor.sheet is None)
    assert shim.tries_left("user") == LIMIT
    assert not vendor.desk.waiting.held()
    changes_to_another(vendor, SERIAL, "Fresh2026")


def test_a_wrong_response_changes_nothing(vendor: AtWork, shim: Shim) -> None:
    ask_for_challenge(vendor)
    vendor.type("Response", "00" * 8)
    vendor.press("Unlock")
    vendor.settled()
    assert "The response does not fit the challenge" in vendor.words()
    assert (shim.tries_left("user"), shim.tries_left("unlock")) == (LIMIT, 9)


def test_between_challenge_and_response_only_giving_up_leads_out(vendor: AtWork, shim: Shim) -> None:
    challenge = ask_for_challenge(vendor)
    sheet = vendor.sheet
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    vendor.press("Close")
    assert vendor.sheet is sheet
    assert vendor.desk.waiting.held()
    refused: list[TokenError] = []
    token = vendor.token(SERIAL)
    vendor.screen.bridge.run(lambda: vendor.screen.session(token).tries(), failed=refused.append)
    vendor.until(lambda: refused)
    assert isinstance(refused[0], TokenBusy)
    vendor.look_now()
    assert vendor.sheet is sheet
    vendor.type("Response", shim.respond(challenge).hex())
    vendor.press("Unlock")
    vendor.until(lambda: vendor.sheet is None)


def test_closing_while_the_token_makes_the_challenge_lets_go_of_it(vendor: AtWork, shim: Shim) -> None:
    token = vendor.token(SERIAL)
    vendor.run("unlock", SERIAL)
    QTest.mouseClick(vendor.seen(Tab, "Challenge and response"), Qt.MouseButton.LeftButton)
    new_pin(vendor, "Fresh2026")
    shim.set(fault="C_GenerateRandom:delay=700;ETC_UnlockGetChallenge:delay=700")
    vendor.press("Get a challenge")
    sheet = vendor.sheet
    assert sheet is not None
    sheet.reject()
    vendor.until(lambda: not vendor.screen.deeds.under_way)
    assert not vendor.desk.waiting.held()
    tries: list[object] = []
    vendor.screen.bridge.run(lambda: vendor.screen.session(token).tries(), tries.append)
    vendor.until(lambda: tries)


def test_giving_up_lets_go_of_the_token(vendor: AtWork) -> None:
    ask_for_challenge(vendor)
    vendor.press("Give up")
    vendor.settled()
    assert not vendor.desk.waiting.held()
    assert vendor.field("New PIN").text() == "Fresh2026"
    tries: list[object] = []
    token = vendor.token(SERIAL)
    vendor.screen.bridge.run(lambda: vendor.screen.session(token).tries(), tries.append)
    vendor.until(lambda: tries)
