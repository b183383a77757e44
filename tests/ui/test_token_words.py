"""What is said of a token in a word or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tokenmgr.actions.attention import USUAL_LEAD_DAYS
from tokenmgr.actions.glance import Health
from tokenmgr.actions.overview import State
from tokenmgr.model.certificate import Usage
from tokenmgr.ui import theme
from tokenmgr.ui.token_words import (
    USAGE_ICONS,
    certificates_words,
    days_words,
    end_words,
    health_words,
    state_words,
    usage_words,
)
from tokenmgr.ui.widgets.chip import TONES
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.glance import TokenGlance

HK, CLII, NETCA, PRACTICE = sample.tokens_here()
ICONS = {path.stem for path in (sample.RESOURCES / "icons").glob("*.svg")}


@pytest.fixture(autouse=True)
def english(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)


def in_state(state: State, *, minutes: int = 0, opened: bool = False, initial: bool = False) -> TokenGlance:
    seen = HK.overview._replace(state=state)
    return HK._replace(overview=seen, unlocked_minutes=minutes, open=opened, initial_pin=initial)


@pytest.mark.parametrize(
    ("shown", "text", "tone"),
    [
        (in_state(State.LOCKED, initial=True), "Locked", "bad"),
        (in_state(State.LAST_TRY, minutes=3), "Last try", "bad"),
        (in_state(State.UNKNOWN), "No answer", "warn"),
        (in_state(State.NOT_INITIALISED), "Not initialised", "plain"),
        (in_state(State.PIN_NOT_SET), "No PIN set", "warn"),
        (in_state(State.OK, initial=True, minutes=3), "Initial PIN", "bad"),
        (in_state(State.MUST_CHANGE, minutes=3), "Change PIN", "bad"),
        (in_state(State.OK, minutes=24, opened=True), "Unlocked, 24 min", "accent"),
        (in_state(State.OK, opened=True), "Unlocked", "accent"),
        (in_state(State.OK), "Not unlocked", "plain"),
    ],
)
def test_the_worst_is_said_first(shown: TokenGlance, text: str, tone: str) -> None:
    said = state_words(shown)
    assert (said.text, said.tone) == (text, tone)


@pytest.mark.parametrize("language", Language)
def test_every_state_has_a_word_an_icon_and_a_tone(language: Language, dressed: Callable[..., None]) -> None:
    dressed(language)
    for state in State:
        said = state_words(in_state(state))
        assert said.text
        assert said.icon in ICONS
        assert said.tone in TONES


@pytest.mark.parametrize(
    ("days", "lead", "text", "tone"),
    [
        (37, USUAL_LEAD_DAYS, "in 37 days", "warn"),
        (90, USUAL_LEAD_DAYS, "in 90 days", "warn"),
        (91, USUAL_LEAD_DAYS, "in 91 days", "text"),
        (61, (90, 30), "in 61 days", "warn"),
        (31, (30, 7), "in 31 days", "text"),
        (1, (7,), "in 1 day", "warn"),
        (0, (7,), "in 0 days", "warn"),
        (-1, (7,), "Expired 1 day ago", "bad"),
        (-400, (7,), "Expired 400 days ago", "bad"),
    ],
)
def test_how_long_a_certificate_lasts(days: int, lead: tuple[int, ...], text: str, tone: str) -> None:
    said = days_words(sample.certificate(sample.HK, "name", days), sample.NOW, lead)
    assert (said.text, said.tone) == (text, tone)
    assert hasattr(theme.LIGHT, said.tone)


def test_an_end_nobody_reports() -> None:
    assert days_words(None, sample.NOW).text == "Not reported"


def test_the_certificate_that_ends_first_by_its_issuers_days() -> None:
    assert end_words(HK, sample.NOW).text == "in 37 days"
    assert end_words(HK._replace(certificates=()), sample.NOW).text == "No certificate"
    far = HK._replace(certificates=(sample.certificate(sample.HK, "far", 80),))
    assert end_words(far._replace(lead_days=(80, 7)), sample.NOW).tone == "warn"
    assert end_words(far._replace(lead_days=(79, 7)), sample.NOW).tone == "text"


def test_how_many_of_each_kind_and_none_of_issuers() -> None:
    authority = sample.certificate(sample.HK, "CA", 900, Usage.CA)
    assert certificates_words(HK._replace(certificates=(authority,))) == "None"
    assert certificates_words(NETCA._replace(certificates=(*NETCA.certificates, authority))) == "1 Sign, 1 Encrypt"


@pytest.mark.parametrize("language", Language)
def test_every_usage_has_a_word_and_an_icon(language: Language, dressed: Callable[..., None]) -> None:
    dressed(language)
    assert len({usage_words(each) for each in Usage}) == len(Usage)
    assert {USAGE_ICONS[each] for each in Usage} <= ICONS


def test_how_the_module_is_doing() -> None:
    said = [health_words(HK._replace(health=Health(state))) for state in ("ok", "slow", "failed", "built-in")]
    assert [each.text for each in said] == ["Healthy", "Slow", "Failed", "Built in"]
    assert {each.icon for each in said} <= ICONS
    assert [each.tone for each in said] == ["ok", "warn", "bad", "ok"]
