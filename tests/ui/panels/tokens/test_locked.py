"""A locked token: what happened, the way out of its issuer, what still works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui import sample
from tokenmgr.actions.overview import State
from tokenmgr.model.token import Ability
from tokenmgr.ui.panels.tokens.big_actions import BigAction

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.panels.tokens.conftest import Seen
    from tokenmgr.actions.glance import Glance


def locked(number: int, *abilities: Ability) -> Glance:
    """Another token locked, with these abilities only."""
    glance = sample.full()
    shown = glance.tokens[number]
    seen = shown.overview._replace(state=State.LOCKED, tries=sample.exact(0, 10))
    token = shown.token._replace(abilities=frozenset(abilities))
    return glance._replace(tokens=(shown._replace(overview=seen, token=token, unlocked_minutes=0, open=False),))


def test_what_happened_and_the_issuers_steps(tokens: Callable[..., Seen]) -> None:
    glance = sample.locked()
    at = sample.event(9, "pin-locked", 6, pin="user")
    seen = tokens(glance._replace(events=(at, *glance.events)))
    words = seen.words()
    for expected in (
        "This token is locked: it cannot sign or decrypt any more",
        "Locked Today 10:52, by wrong PIN number 15.",
        "3 of the wrong PINs came from other programs.",
        "Hongkong Post offers no unlocking",
        "Ask Hongkong Post to revoke the e-Cert on this token.",
        "Insert the new token when it comes",
        "The annual fee set out in the form applies.",
        "Still works",
        "No longer works",
    ):
        assert expected in words
    assert not any(each.isVisible() for each in seen.window.page.findChildren(BigAction))
    seen.press("Show events")
    assert seen.ran == [("events", sample.HK)]


def test_help_is_copied(tokens: Callable[..., Seen]) -> None:
    seen = tokens(sample.locked())
    seen.press("Copy Telephone 2921 6633")
    assert QApplication.clipboard().text() == "2921 6633"
    seen.press("Copy what to do")
    assert "Apply for a new e-Cert." in QApplication.clipboard().text()


def test_no_button_to_unlock_where_the_issuer_knows_no_way(tokens: Callable[..., Seen]) -> None:
    seen = tokens(sample.locked())
    names = [each.text() for each in seen.window.page.findChildren(QPushButton) if each.isVisible()]
    assert "Unlock..." not in names
    seen.press("I have the administrator PIN...")
    assert seen.ran == [("unlock", sample.HK)]


def test_unlocking_comes_first_where_it_is_possible(tokens: Callable[..., Seen]) -> None:
    seen = tokens(locked(0, Ability.UNLOCK_BY_PUK))
    assert seen.find(QPushButton, "Unlock...").property("kind") == "primary"
    assert "It can be unlocked; certificates and keys stay as they are." in seen.words()
    seen.press("Unlock...")
    assert seen.ran == [("unlock", sample.HK)]


def test_an_issuer_with_a_way_of_its_own(tokens: Callable[..., Seen]) -> None:
    words = tokens(locked(1)).words()
    assert "CLII can set it free; these are its steps." in words
    assert "Portal" in words
    assert "Insert the new token when it comes" not in words


def test_an_unknown_issuer(tokens: Callable[..., Seen]) -> None:
    glance = locked(0)
    shown = glance.tokens[0]
    stranger = shown._replace(overview=shown.overview._replace(profile=None))
    words = tokens(glance._replace(tokens=(stranger,))).words()
    assert "Ask whoever gave you the token" in words
    assert "Its issuer is not known here" in words


def test_set_free_again_it_is_as_before(tokens: Callable[..., Seen]) -> None:
    seen = tokens(sample.locked())
    seen.screen.show(sample.full())
    assert seen.find(BigAction, "Rename")
    assert "This token is locked" not in seen.words()
