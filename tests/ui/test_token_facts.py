"""What a token says, as lines; what it does not say is said to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tokenmgr.model.pin import Certainty, PinPolicy, PinReading, TriesLeft, Why
from tokenmgr.model.token import KeyRef, Memory
from tokenmgr.ui.token_facts import advanced_sections, pin_sections, sections_as_text, token_sections, tries_text
from tokenmgr.ui.token_reading import TokenReading
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tokenmgr.ui.token_facts import Section


@pytest.fixture(autouse=True)
def _english(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)


def lines(sections: Iterable[Section]) -> dict[str, str]:
    return {fact.name: fact.value for section in sections for fact in section.facts}


def test_before_it_was_read() -> None:
    found = lines(token_sections(sample.full().tokens[0], None))
    assert found["Memory"] == "81,920 bytes"
    assert found["PIN tries left"] == "12 / 15, Exact"
    assert found["User log-on"] == "Logged on, locks in 24 min"
    for name in ("Administrator PIN", "Administrator tries", "Administrator log-on", "PIN expires", "FIPS mode"):
        assert found[name] == ""


def test_after_it_was_read() -> None:
    policy = PinPolicy(8, 16, (("digits", "required"), ("special", "any")), max_age_days=90, min_classes=3)
    reading = TokenReading(
        keys=(KeyRef(b"1", bits=2048), KeyRef(b"2", bits=4096)),
        policy=policy,
        officer=PinReading(is_set=True, logged_in=False),
        officer_tries=sample.exact(5, 5),
    )
    found = lines(token_sections(sample.full().tokens[0], reading))
    assert found["Administrator PIN"] == "Set"
    assert found["Administrator tries"] == "5 / 5, Exact"
    assert found["Administrator log-on"] == "Not logged on"
    assert found["PIN expires"] == "90 days"
    assert found["Longest key"] == "4096 bits (of the keys on it)"
    rules = lines(pin_sections(sample.full().tokens[0], reading))
    assert (rules["Shortest PIN"], rules["Longest PIN"]) == ("8", "16")
    assert (rules["Digits"], rules["Special characters"]) == ("Needed", "Allowed")
    assert rules["Tries until locked"] == "15"


def test_an_issuer_that_publishes_no_limit_is_said_to() -> None:
    assert lines(pin_sections(sample.full().tokens[2], None))["Tries until locked"] == "not published"


def test_memory_that_is_not_reported() -> None:
    shown = sample.full().tokens[0]
    silent = shown._replace(token=shown.token._replace(memory=Memory()))
    assert lines(token_sections(silent, None))["Memory"] == ""


@pytest.mark.parametrize(
    ("tries", "expected"),
    [
        (sample.at_most(8), "8 / 10, At most"),
        (TriesLeft(None, Certainty.UNKNOWN, Why.NOTHING), ""),
        (TriesLeft(3, Certainty.EXACT, Why.CARD_COUNTER), "3, Exact"),
    ],
)
def test_tries(tries: TriesLeft, expected: str) -> None:
    assert tries_text(tries) == expected


@pytest.mark.parametrize("language", list(Language))
def test_as_text_in_every_language(dressed: Callable[..., None], language: Language) -> None:
    dressed(language)
    shown = sample.full().tokens[1]
    text = sections_as_text(
        "name", (*token_sections(shown, None), *pin_sections(shown, None), *advanced_sections(shown))
    )
    assert "4403160703C7" in text
    assert all(line.count("\t") <= 1 for line in text.splitlines())
    assert "{" not in text
