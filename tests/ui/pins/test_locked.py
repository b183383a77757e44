"""The way out, and what the last try risks."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from tests.ui import sample
from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import TokenId
from tokenmgr.ui.pins.last_try import LastTryPage
from tokenmgr.ui.pins.locked import LockedPage, helpers
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    Lent = Callable[[Any], Any]

#: 10:00 in Macao, a Wednesday and a Sunday.
WORKING, SUNDAY = datetime(2026, 11, 18, 2, 0, tzinfo=UTC), datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def words(*places: QWidget) -> str:
    return "\n".join(each.accessibleName() or each.text() for place in places for each in place.findChildren(QLabel))


def test_every_issuers_steps_are_numbered(dressed: Callable[..., None], lent: Lent) -> None:
    dressed(Language.EN)
    for name in ("hkpost-safenet", "clii-bjca", "netca", "esigntrust"):
        profile = sample.profile(name)
        said = words(lent(LockedPage(PinKind.USER, profile, sent=True)))
        assert all(step.en[:500] in said for step in profile.unlock.steps)
    assert "ask whoever gave you the token" in words(lent(LockedPage(PinKind.USER, None, sent=False)))


def test_a_token_with_a_puk_is_not_said_to_be_lost(lent: Lent, dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    profile = sample.profile("hkpost-safenet")  # an issuer that does not unlock
    token = sample.full().tokens[0].id
    for page in (
        LockedPage(PinKind.USER, profile, sent=True, puk=True),
        LastTryPage(token, PinKind.USER, sample.at_most(1), profile, puk=True),
    ):
        said = words(lent(page))
        assert "Whoever has its PUK" in said
        assert profile.unlock.steps[0].en not in said


def test_a_locked_administrator_leaves_the_users_pin_alone(dressed: Callable[..., None], lent: Lent) -> None:
    dressed(Language.EN)
    said = words(lent(LockedPage(PinKind.SO, sample.profile("clii-bjca"), sent=True)))
    assert "The administrator PIN is locked" in said
    assert "user's PIN is not touched" in said
    assert "portal" not in said


def test_whether_somebody_is_there_is_told_where_hours_are_known(dressed: Callable[..., None], lent: Lent) -> None:
    dressed(Language.EN)
    profile = sample.profile("esigntrust")
    assert "Now: Open" in words(*map(lent, helpers(profile, WORKING)))
    assert "Now: Closed" in words(*map(lent, helpers(profile, SUNDAY)))
    assert "Now:" not in words(*map(lent, helpers(profile)))


def test_the_last_try_needs_the_tail_or_a_word(dressed: Callable[..., None], lent: Lent) -> None:
    dressed(Language.EN)
    for token, word in ((sample.HK, "8f21"), (TokenId("m", "m", ""), "YES")):
        page = lent(LastTryPage(token, PinKind.USER, sample.at_most(1), sample.profile("hkpost-safenet")))
        assert "This may be the last try" in words(page)
        field = page.findChildren(QLineEdit)[0]
        for text, agreed in (("", False), (word[:-1], False), (f" {word} ", True)):
            field.setText(text)
            assert page.agreed is agreed
