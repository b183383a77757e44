"""An administrator at the window: the PIN once, then what it is good for, without being asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from tests.practising import CLII, CLII_SO, HK, NEW
from tokenmgr.model.pin import PinKind

if TYPE_CHECKING:
    from tests.ui.at_work import AtWork

OFFICER = "Administrator PIN"


def minutes(work: AtWork) -> int:
    return next(each.officer_minutes for each in work.screen.glance.tokens if each.id.serial == CLII)


def log_on(work: AtWork, pin: str = CLII_SO) -> None:
    work.run("log-on-officer", CLII)
    work.type(OFFICER, pin)
    work.press("Log on")
    work.settled()


def give(work: AtWork) -> None:
    work.type("New PIN", NEW)
    work.type("New PIN again", NEW)
    work.press("Set PIN as administrator")


def test_one_pin_for_what_follows(work: AtWork) -> None:
    log_on(work)
    assert work.sheet is None
    work.until(lambda: minutes(work) == 10)
    work.run("set-pin", CLII)
    assert "logged on as administrator for 10 more minutes" in work.words()
    assert not [
        each for each in work.window.findChildren(QLineEdit) if each.isVisible() and each.accessibleName() == OFFICER
    ]
    give(work)
    work.until(lambda: work.sheet is None)
    assert work.tries(CLII, PinKind.SO) == 10
    work.screen.errands.run("log-off", work.token(CLII))
    work.until(lambda: minutes(work) == 0)


def test_a_wrong_one_is_one_try(work: AtWork) -> None:
    log_on(work, "wrong-one")
    assert work.tries(CLII, PinKind.SO) == 9
    assert "9 tries left" in work.words()
    assert minutes(work) == 0


def test_where_the_log_on_is_over_meanwhile_it_is_asked_for(work: AtWork) -> None:
    log_on(work)
    work.until(lambda: minutes(work) == 10)
    work.run("set-pin", CLII)
    work.desk.cache.clear()
    give(work)
    work.settled()
    work.type(OFFICER, CLII_SO)
    work.press("Set PIN as administrator")
    work.until(lambda: work.sheet is None)
    assert work.tries(CLII, PinKind.SO) == 10


def test_emptying_asks_no_more_either(work: AtWork) -> None:
    log_on(work)
    work.until(lambda: minutes(work) == 10)
    work.run("initialise", CLII)
    assert "logged on as administrator" in work.words()
    work.desk.cache.clear()
    work.type("Type the end of the serial number: 3A57", "3A57")
    work.type("New PIN", NEW)
    work.type("New PIN again", NEW)
    work.press("Delete all and initialise")
    work.settled()
    assert work.field(OFFICER).text() == ""


def test_a_token_without_an_administrator_has_no_such_wish(work: AtWork) -> None:
    from tokenmgr.ui.search_index import sensible

    tokens = {each.id.serial: each for each in work.screen.glance.tokens}
    assert sensible("log-on-officer", tokens[CLII])
    assert not sensible("log-on-officer", tokens[HK])
    assert not sensible("log-on-officer", tokens[CLII]._replace(officer_minutes=3))
