"""Changing a PIN at the window, with the token's own counter read after every press."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.practising import CLII_SO, NEW, PIN
from tests.ui.at_work import CLII, HK, NETCA, AtWork
from tokenmgr.model.pin import PinKind
from tokenmgr.ui.leaving import Leaving
from tokenmgr.ui.screen import Message
from tokenmgr.ui.tray import Tray
from tokenmgr.ui.widgets.fields import PinField

CURRENT, FRESH, AGAIN, CHANGE = "Current PIN", "New PIN", "New PIN again", "Change PIN"
NOT_SENT = "Not sent to the token, no try used"


def fill(work: AtWork, old: str, new: str = NEW, again: str | None = None) -> None:
    work.type(CURRENT, old)
    work.type(FRESH, new)
    work.type(AGAIN, new if again is None else again)


def attempt(work: AtWork, old: str, new: str = NEW) -> None:
    fill(work, old, new)
    work.press(CHANGE)
    work.settled()


def test_a_right_pin_is_exchanged_and_said(work: AtWork) -> None:
    work.run("change-pin", HK)
    attempt(work, PIN[HK])
    assert work.sheet is None
    said = work.said[-1]
    assert isinstance(said, Message)
    assert (said.tone, said.fact) == ("ok", "The PIN is changed")
    assert work.tries(HK) == 15
    work.run("change-pin", HK)
    attempt(work, NEW, "Other!2027")
    assert work.sheet is None


def test_a_wrong_pin_is_one_try_and_empties_its_field_alone(work: AtWork) -> None:
    work.run("change-pin", HK)
    attempt(work, "wrong-one")
    assert work.tries(HK) == 14
    assert "Wrong PIN, 14 tries left (exact)" in work.words()
    assert "It locks after 15 wrong ones; Hongkong Post does not unlock" in work.words()
    assert work.field(CURRENT).text() == ""
    assert work.field(CURRENT).hasFocus()
    assert (work.field(FRESH).text(), work.field(AGAIN).text()) == (NEW, NEW)
    assert not work.seen(QPushButton, CHANGE).isEnabled()
    assert "Type the current PIN first" in work.words()


def test_the_same_wrong_pin_again_is_no_try(work: AtWork) -> None:
    work.run("change-pin", HK)
    for _ in range(3):
        attempt(work, "wrong-one")
    assert work.tries(HK) == 14
    assert NOT_SENT in work.words()


@pytest.mark.parametrize(
    ("slip", "reason"),
    [
        ("１２３４５６７８", "full-width"),
        (" 12345678", "blank"),
        ("12345678 ", "blank"),
        ("123", "at least 6 characters"),
        ("1" * 40, "at most 16 characters"),
    ],
)
def test_a_slip_is_no_try(work: AtWork, slip: str, reason: str) -> None:
    work.run("change-pin", HK)
    fill(work, "")
    work.field(CURRENT).setText(slip)
    work.press(CHANGE)
    work.settled()
    assert NOT_SENT in work.words()
    assert reason in work.words()
    assert work.tries(HK) == 15


def test_cancel_escape_and_return_on_a_button_that_is_off_send_nothing(work: AtWork) -> None:
    sheet = work.run("change-pin", HK)
    fill(work, PIN[HK], again="Fresh!2027")
    assert "The two new PINs differ" in work.words()
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    assert work.field(CURRENT).text() == PIN[HK]
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert work.sheet is None
    work.run("change-pin", HK)
    fill(work, PIN[HK])
    work.press("Cancel")
    assert work.sheet is None
    assert work.tries(HK) == 15
    assert not work.desk.ledger.events(work.token(HK), PinKind.USER)


def test_return_in_the_last_field_sends(work: AtWork) -> None:
    work.run("change-pin", HK)
    fill(work, PIN[HK])
    QTest.keyClick(work.field(AGAIN), Qt.Key.Key_Return)
    work.until(lambda: work.sheet is None)


def test_what_must_be_kept_keeps_the_button_off(work: AtWork) -> None:
    work.run("change-pin", CLII)
    work.until(lambda: "at least 6 characters (required)" in work.words())
    fill(work, PIN[CLII], "111111")
    assert "the same as the current one" in work.words()
    fill(work, "123456", "111111")
    assert "different from the initial PIN" in work.words()
    assert not work.seen(QPushButton, CHANGE).isEnabled()
    fill(work, PIN[CLII], "abc")
    assert not work.seen(QPushButton, CHANGE).isEnabled()
    fill(work, PIN[CLII], "abcdef")
    assert work.seen(QPushButton, CHANGE).isEnabled()


def test_the_initial_pin_is_hinted_and_never_filled_in(work: AtWork) -> None:
    work.run("change-pin", CLII)
    assert "On first use the password is 111111" in work.words()
    assert work.field(CURRENT).text() == ""


def test_a_token_pulled_meanwhile_is_said_and_nothing_is_sent(work: AtWork) -> None:
    work.run("change-pin", HK)
    fill(work, PIN[HK])
    work.shelf.pull(HK)
    work.look_now()
    assert work.sheet is not None
    assert "The token was removed" in work.words()
    assert "No PIN was sent" in work.words()
    assert not work.seen(QPushButton, CHANGE).isEnabled()
    work.shelf.plug(HK)
    work.look_now()
    assert "plugged in again" in work.words()
    assert work.field(CURRENT).text() == ""
    attempt(work, PIN[HK])
    assert work.sheet is None


def test_pulled_and_plugged_unseen_what_was_typed_for_one_insertion_does_not_go_to_the_next(work: AtWork) -> None:
    work.run("change-pin", HK)
    fill(work, "wrong-one")
    work.shelf.pull(HK)
    work.shelf.plug(HK)
    noticed = threading.Thread(target=work.desk.inventory.refresh)
    noticed.start()
    noticed.join()
    work.press(CHANGE)
    work.settled()
    work.until(lambda: "plugged in again" in work.words())
    assert work.tries(HK) == 15
    assert work.field(CURRENT).text() == ""


def test_fifteen_wrong_ones_to_the_lock_and_what_shows_is_what_is_left(work: AtWork) -> None:
    work.run("change-pin", HK)
    for number in range(1, 15):
        attempt(work, f"wrong-{number}")
        left = work.tries(HK)
        assert left == 15 - number
        shown = "1 try left (exact)" if left == 1 else f"{left} tries left (exact)"
        assert f"Wrong PIN, {shown}" in work.words()
    attempt(work, "wrong-15")
    assert work.tries(HK) == 1
    assert "This is the last try" in work.words()
    assert "annual fee" in work.words()
    spend = work.seen(QPushButton, "Spend the last try")
    assert not spend.isEnabled()
    work.type("To go on, type the end of the serial number: 8F21", "8F2")
    assert not spend.isEnabled()
    work.type("To go on, type the end of the serial number: 8F21", "8f21")
    work.press("Spend the last try")
    work.settled()
    assert work.tries(HK) == 0
    assert "This token is locked" in work.words()
    assert "Apply for a new e-Cert." in work.words()
    work.press("What still works")
    assert work.sheet is None
    work.until(
        lambda: [each.overview.tries.at_most for each in work.screen.glance.tokens if each.id.serial == HK] == [0]
    )


def test_waiting_keeps_the_last_try(work: AtWork) -> None:
    work.run("change-pin", NETCA)
    seen = []
    for number in range(1, 8):
        attempt(work, f"wrong-{number}")
        seen.append(work.tries(NETCA))
    attempt(work, "wrong-8")
    # This token only raises a flag when one try is left.
    assert seen == [7, 6, 5, 4, 3, 2, 1]
    assert "last try" in work.words()
    work.press("Wait")
    assert work.sheet is None
    assert work.tries(NETCA) == 1


def test_return_on_wait_is_a_no_whatever_was_typed(work: AtWork) -> None:
    work.run("change-pin", HK)
    for number in range(1, 15):
        attempt(work, f"wrong-{number}")
    attempt(work, "wrong-15")
    work.type("To go on, type the end of the serial number: 8F21", "8F21")
    wait = work.seen(QPushButton, "Wait")
    wait.setFocus()
    QTest.keyClick(wait, Qt.Key.Key_Return)
    QTest.qWait(50)
    assert work.sheet is None
    assert work.tries(HK) == 1


def test_the_last_try_with_the_right_pin_changes_it(work: AtWork) -> None:
    work.run("change-pin", HK)
    for number in range(1, 15):
        attempt(work, f"wrong-{number}")
    attempt(work, PIN[HK])
    work.type("To go on, type the end of the serial number: 8F21", "8F21")
    work.press("Spend the last try")
    work.until(lambda: work.sheet is None)
    assert work.tries(HK) == 15


def test_a_locked_token_is_told_without_a_try(work: AtWork) -> None:
    test_fifteen_wrong_ones_to_the_lock_and_what_shows_is_what_is_left(work)
    work.run("change-pin", HK)
    attempt(work, PIN[HK])
    assert "nothing was sent" in work.words()


def test_the_administrators_pin_has_tries_of_its_own(work: AtWork) -> None:
    work.run("change-so-pin", CLII)
    work.type("Current administrator PIN", "wrong-one")
    work.type("New administrator PIN", "Officer!26")
    work.type(AGAIN, "Officer!26")
    work.press("Change administrator PIN")
    work.settled()
    assert (work.tries(CLII, PinKind.SO), work.tries(CLII)) == (9, 10)
    assert "Wrong administrator PIN, 9 tries left (exact)" in work.words()
    work.type("Current administrator PIN", CLII_SO)
    work.press("Change administrator PIN")
    work.until(lambda: work.sheet is None)
    assert work.tries(CLII, PinKind.SO) == 10


def test_closed_while_it_was_sent_the_outcome_is_told_across_the_page(work: AtWork) -> None:
    sheet = work.run("change-pin", HK)
    fill(work, "wrong-one")
    work.press(CHANGE)
    sheet.reject()
    work.until(lambda: work.said)
    said = work.said[-1]
    assert isinstance(said, Message)
    assert said.tone == "bad"
    assert work.tries(HK) == 14


def test_the_number_shown_is_said_as_surely_as_it_is_known(work: AtWork) -> None:
    work.run("change-pin", NETCA)
    attempt(work, "wrong-one")
    assert "Wrong PIN, number of tries left unknown" in work.words()


def test_pulled_between_typing_and_pressing_nothing_is_sent(work: AtWork) -> None:
    work.run("change-pin", HK)
    fill(work, "wrong-one")
    work.shelf.pull(HK)
    work.press(CHANGE)
    work.settled()
    assert "The token was removed" in work.words()
    assert not work.seen(QPushButton, CHANGE).isEnabled()
    work.until(lambda: not any(each.id.serial == HK for each in work.screen.glance.tokens))
    work.shelf.plug(HK)
    work.look_now()
    assert work.tries(HK) == 15
    work.until(lambda: "plugged in again" in work.words())


def test_pressed_twice_it_is_sent_once(work: AtWork) -> None:
    sheet = work.run("change-pin", HK)
    fill(work, "wrong-one")
    button = work.seen(QPushButton, CHANGE)
    for _ in range(3):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(sheet, Qt.Key.Key_Return)
    work.settled()
    assert work.tries(HK) == 14


@pytest.mark.parametrize("leave", ["locked screen", "lock all", "into the tray"])
def test_what_is_typed_is_forgotten_when_the_person_leaves(work: AtWork, leave: str) -> None:
    work.run("change-pin", HK)
    fields = [work.field(name) for name in ("Current PIN", "New PIN", "New PIN again")]
    for each in fields:
        each.setText("12345678")
    QTest.mouseClick(work.seen(PinField, "Current PIN").eye, Qt.MouseButton.LeftButton)
    if leave == "locked screen":
        Leaving(work.screen).forget()
    elif leave == "lock all":
        work.screen.errands.run("lock-all")
    else:
        Tray.hide_away(SimpleNamespace(_window=lambda: work.window, _screen=work.screen))  # type: ignore[arg-type]
    assert fields[0].echoMode() is QLineEdit.EchoMode.Password
    assert [each.text() for each in fields] == ["", "", ""]
