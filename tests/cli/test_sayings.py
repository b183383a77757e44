"""Sayings: in three languages, with the same facts, each one said somewhere."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from tests.ground.tree import ROOT
from tokenmgr.actions.overview import Overview, State
from tokenmgr.cli.sayings import SAYINGS, sentence, tries_fully, tries_shortly
from tokenmgr.model.pin import Certainty, PinReading, TriesLeft, Why
from tokenmgr.model.token import Token, TokenId
from tokenmgr.wording.language import Language

SOURCES = "".join(path.read_text("utf-8") for path in (ROOT / "src" / "tokenmgr" / "cli").rglob("*.py"))
ACTIONS = "".join(path.read_text("utf-8") for path in (ROOT / "src" / "tokenmgr" / "actions").rglob("*.py"))
#: Characters that only one of the two scripts uses.
SIMPLIFIED = set("码发么没让从这们见经请错机读别应书证签钥导销")
TRADITIONAL = set("碼發麼沒讓從這們見經請錯機讀別應書證簽鑰導銷")


def facts(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("key", SAYINGS)
def test_three_languages_with_the_same_facts(key: str) -> None:
    hans, hant, english = SAYINGS[key]
    assert facts(hans) == facts(hant) == facts(english)
    assert all((hans, hant, english))
    assert re.search(r"[一-鿿]", english) is None
    assert not set(hant) & (SIMPLIFIED - TRADITIONAL)
    assert not set(hans) & (TRADITIONAL - SIMPLIFIED)


def said() -> set[str]:
    """Every key that the program can ask for: written out, or put together from a purpose, a kind, a result."""
    literal = {key for _, key in re.findall(r"""(["'])([a-z0-9-]+)\1(?!: \()""", SOURCES)}
    literal |= {
        f"purpose-{name}"
        for name in re.findall(r'(?:ask_pin|officer_pin|open_token|\.pin)\(.*?"([a-z-]+)"[,)]', ACTIONS)
    }
    literal |= {f"ask-{kind}" for kind in ("user", "so", "puk")}
    return literal | {f"test-{what}-{how}" for what in ("sign", "decrypt") for how in ("works", "untested")}


def test_every_purpose_has_its_saying() -> None:
    purposes = {name for name in said() if name.startswith("purpose-") and name != "purpose-"}
    assert purposes == {name for name in SAYINGS if name.startswith("purpose-")}


@pytest.mark.parametrize("key", SAYINGS)
def test_every_saying_is_said(key: str) -> None:
    assert key in said()


def test_nothing_in_the_facts_can_change_the_sentence() -> None:
    assert sentence("exported", Language.EN, file="{count}") == "Written to {count}"
    assert "{0}" in sentence("profile-broken", Language.EN, file="f", key="{0}", reason="r")


@pytest.mark.parametrize(
    ("left", "short"),
    [
        (TriesLeft(None, Certainty.UNKNOWN, Why.NOTHING), "unknown"),
        (TriesLeft(3, Certainty.AT_MOST, Why.LEDGER, 15), "3/15 at most"),
        (TriesLeft(3, Certainty.EXACT, Why.CARD_COUNTER), "3 exact"),
    ],
)
def test_tries_for_a_table(left: TriesLeft, short: str) -> None:
    assert tries_shortly(left, Language.EN) == short


def test_tries_in_full() -> None:
    token = Token(TokenId("m", "m", "s"), "l", "practice")
    left = TriesLeft(9, Certainty.EXACT, Why.PRACTICE_COUNTER, 10)
    seen = Overview(token, State.MUST_CHANGE, left, PinReading(must_change=True), None)
    lines = tries_fully(seen, Language.EN)
    assert len(lines) == 3
    assert "9" in lines[0]
    assert "10" in lines[0]
