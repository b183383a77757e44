"""Everything on a token dies, after its number was typed; the new PIN is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from tests.practising import CLII_SO, NEW
from tests.ui.at_work import CLII, AtWork
from tokenmgr.model.errors import PinRefused
from tokenmgr.model.pin import PinKind
from tokenmgr.session.session import TokenSession

if TYPE_CHECKING:
    import pytest

TAIL, GO = "Type the end of the serial number: 3A57", "Delete all and initialise"


def fill(work: AtWork, officer: str = CLII_SO) -> None:
    work.type(TAIL, "3A57")
    work.type("New name on the token", "Fresh")
    work.type("Administrator PIN", officer)
    work.type("New PIN", NEW)
    work.type("New PIN again", NEW)


def test_what_dies_is_listed(work: AtWork) -> None:
    work.run("initialise", CLII)
    words = work.words()
    assert "Everything on this token will be deleted" in words
    assert "张练习 (practice)" in words
    assert not work.seen(QPushButton, GO).isEnabled()
    assert "Type the number's end" in words


def test_emptied_with_a_new_name_and_a_new_pin(work: AtWork) -> None:
    work.run("initialise", CLII)
    fill(work)
    work.press(GO)
    work.settled()
    assert work.sheet is None
    work.look_now()
    shown = work.screen.glance.token(work.token(CLII))
    assert shown is not None
    assert (shown.token.label, shown.certificates) == ("Fresh", ())
    work.run("log-on", CLII)
    work.type("PIN", NEW)
    work.press("Log on")
    work.settled()
    assert work.tries(CLII) == 10
    assert work.sheet is None


def test_a_wrong_administrator_pin_leaves_all_as_it_is(work: AtWork) -> None:
    work.run("initialise", CLII)
    fill(work, "00000000")
    work.press(GO)
    work.settled()
    assert work.tries(CLII, PinKind.SO) == 9
    assert work.field("Administrator PIN").text() == ""
    assert work.field("New PIN").text() == NEW
    work.look_now()
    shown = work.screen.glance.token(work.token(CLII))
    assert shown is not None
    assert len(shown.certificates) == 1


def test_without_a_name_it_does_not_start(work: AtWork) -> None:
    work.run("initialise", CLII)
    fill(work)
    work.field("New name on the token").clear()
    assert "The token needs a name" in work.words()
    work.field("New name on the token").setText("令牌令牌令牌令牌令牌令牌")
    assert "Too long for the token" in work.words()
    assert not work.seen(QPushButton, GO).isEnabled()


def test_emptied_without_a_new_pin_is_said_and_only_the_pin_is_set_then(
    work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a token's own rules refuse the new PIN, after it was emptied."""
    whole = TokenSession.set_pin

    def refuse(session: TokenSession, *_pins: object) -> None:
        raise PinRefused(session.token.id, PinKind.USER, "token-rules", new=True)

    monkeypatch.setattr(TokenSession, "set_pin", refuse)
    work.run("initialise", CLII)
    fill(work)
    work.press(GO)
    work.settled()
    words = work.words()
    assert "The token is empty now, and has no PIN yet" in words
    assert "What will be gone" not in words
    monkeypatch.setattr(TokenSession, "set_pin", whole)
    work.type("New PIN", NEW)
    work.type("New PIN again", NEW)
    work.press("Set PIN")
    work.settled()
    assert work.sheet is None
    assert work.tries(CLII) == 10
    assert work.tries(CLII, PinKind.SO) == 10
