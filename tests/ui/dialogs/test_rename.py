"""A name on this computer, and one on the token itself."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from tests.practising import PIN
from tests.ui.at_work import HK, AtWork
from tokenmgr.model.token import Ability

ALIAS, LABEL = "Alias on this computer", "Name on the token"


def name(work: AtWork) -> str:
    shown = work.screen.glance.token(work.token(HK))
    assert shown is not None
    return shown.name


def test_an_alias_needs_no_pin(work: AtWork) -> None:
    work.run("rename", HK)
    assert not work.seen(QPushButton, "Rename").isEnabled()
    assert "Nothing has been changed yet" in work.words()
    work.field(ALIAS).setText("陈先生的令牌")
    work.press("Rename")
    work.settled()
    assert work.sheet is None
    work.look_now()
    assert name(work) == "陈先生的令牌"
    assert work.tries(HK) == 15


def test_no_alias_shows_what_the_token_calls_itself(work: AtWork) -> None:
    label = name(work)
    for alias in ("Mine", ""):
        work.run("rename", HK)
        field = work.field(ALIAS)
        field.clear()
        work.type(ALIAS, alias)
        work.press("Rename")
        work.settled()
        work.look_now()
    assert name(work) == label


def test_a_name_on_the_token_asks_for_its_pin(work: AtWork) -> None:
    work.run("rename", HK)
    work.type(LABEL, "Office token")
    work.press("Rename")
    work.until(lambda: work.sheet is not None and "Rename" in work.words() and _asks(work))
    work.type("PIN", PIN[HK])
    work.press("OK")
    work.until(lambda: work.sheet is None)
    work.look_now()
    assert name(work) == "Office token"


def _asks(work: AtWork) -> bool:
    assert work.sheet is not None
    return work.sheet.accessibleName() == "Enter PIN"


def test_cancel_at_the_pin_changes_nothing(work: AtWork) -> None:
    before = name(work)
    work.run("rename", HK)
    work.type(LABEL, "Office token")
    work.press("Rename")
    work.until(lambda: work.sheet is not None and _asks(work))
    work.press("Cancel")
    work.until(lambda: work.sheet is not None and not _asks(work) and not work.sheet.working)
    assert work.field(LABEL).text() == "Office token"
    work.press("Cancel")
    work.look_now()
    assert name(work) == before
    assert work.tries(HK) == 15


def test_what_does_not_fit_is_not_sent(work: AtWork) -> None:
    work.run("rename", HK)
    work.field(LABEL).setText("令牌令牌令牌令牌令牌令牌")
    assert "Too long for the token" in work.words()
    assert not work.seen(QPushButton, "Rename").isEnabled()
    field = work.field(LABEL)
    field.clear()
    assert "The token needs a name" in work.words()


def test_tokens_that_cannot_be_written_to_have_no_second_field(work: AtWork) -> None:
    glance = work.screen.glance
    shown = glance.token(work.token(HK))
    assert shown is not None
    rigid = shown._replace(token=shown.token._replace(abilities=shown.token.abilities - {Ability.RENAME}))
    work.screen.show(glance._replace(tokens=(rigid,)))
    work.run("rename", HK)
    assert LABEL not in work.words()
    assert work.field(ALIAS)
