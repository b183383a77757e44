"""One key, one data object: shown whole, and deleted only with the number's end and a right PIN."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from tests.practising import PIN
from tests.ui.at_work import CLII, HK, AtWork
from tests.ui.panels.tokens.test_advanced import choose, rows
from tests.ui.panels.tokens.test_tree_view import count_of_keys
from tokenmgr.model.token import DataObject, KeyRef
from tokenmgr.ui.panels.tokens.tree_view import TokenTree

TAIL = "Type the end of the serial number: 8F21"
NOTE = DataObject("a note", "mail", 1200, private=False, id=b"\1" * 32)


def keys(work: AtWork) -> list[KeyRef]:
    """On the token itself, which shows them to nobody who is not logged on."""
    return [each.ref for each in work.shelf.look(work.token(HK)).keys]


def open_for(work: AtWork, serial: str, about: object) -> None:
    work.screen.errands.run("delete", work.token(serial), about)


def agree(work: AtWork, pin: str) -> None:
    assert not work.seen(QPushButton, "Delete").isEnabled()
    work.type(TAIL, "8F21")
    work.type("PIN", pin)
    work.press("Delete")
    work.settled()


def test_a_key_goes_and_its_certificate_stays(work: AtWork) -> None:
    [key] = keys(work)
    open_for(work, HK, key)
    words = work.words()
    for expected in ("Delete key", "Private key RSA 2048", f"Id {key.id.hex()}", "needs this key", "陳大文"):
        assert expected in words
    agree(work, PIN[HK])
    assert work.sheet is None
    assert keys(work) == []
    shown = work.screen.glance.token(work.token(HK))
    assert shown is not None
    assert len(shown.certificates) == 1
    assert "The key was deleted" in work.words()


def test_it_is_chosen_in_the_tree_which_shows_it_gone(work: AtWork) -> None:
    work.screen.choices.choose(view="advanced")
    work.screen.go("tokens", work.token(HK))
    view = work.seen(TokenTree, "Everything on the tokens")
    work.run("log-on", HK)
    work.type("PIN", PIN[HK])
    work.press("Log on")
    work.until(lambda: count_of_keys(view) == "1")
    view.setExpanded(view.tree.at(next(node for node in rows(view) if node.kind == "keys")), True)
    choose(view, "Private key RSA 2048")
    work.press("Delete...")
    agree(work, PIN[HK])
    work.until(lambda: count_of_keys(view) == "0")


def test_a_wrong_pin_deletes_nothing_and_is_one_try(work: AtWork) -> None:
    [key] = keys(work)
    open_for(work, HK, key)
    agree(work, "87654321")
    assert "Wrong PIN, 14 tries left (exact)" in work.words()
    assert work.tries(HK) == 14
    assert keys(work) == [key]


def test_a_key_that_no_certificate_needs(work: AtWork) -> None:
    open_for(work, HK, KeyRef(b"\x77", "spare", "ec", 256, signs=True))
    assert "needs this key" not in work.words()
    agree(work, PIN[HK])
    assert "Nothing on the token answers to “spare”" in work.words()
    assert work.tries(HK) == 15


def test_a_data_object_is_shown_and_missed_when_it_is_gone_already(work: AtWork) -> None:
    open_for(work, HK, NOTE)
    words = work.words()
    for expected in ("Delete data", "a note", "mail", "1,200 bytes", "may need it"):
        assert expected in words
    agree(work, PIN[HK])
    assert "Nothing on the token answers to “a note”" in work.words()
    assert work.tries(HK) == 15


def test_nothing_is_asked_of_a_token_that_is_out(work: AtWork) -> None:
    token = work.token(CLII)
    work.screen.show(work.screen.glance._replace(tokens=()))
    work.screen.errands.run("delete", token, NOTE)
    assert work.sheet is None
