"""Every code a finding may bear has words in every language, and none of them lets the outside in."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

import pytest

from tests.wording.style import foreign, rude
from tokenmgr.actions.checks.finding import CHECKS, REASONS, REPAIRS, STEPS, Finding, State
from tokenmgr.model.change import KINDS
from tokenmgr.model.module import ModuleState
from tokenmgr.wording.catalogues import doctor_in
from tokenmgr.wording.findings import change_words, check_words, finding_words, reason_words, repair_words, step_words
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STATES: tuple[State, ...] = ("ok", "warn", "bad", "skipped")
TABLES = ("CHECKS", "STATES", "STEPS", "REASONS", "PARTS", "SAID", "REPAIRS", "CHANGES")
CHARSETS = {Language.ZH_HANS: "gb2312", Language.ZH_HANT: "big5", Language.EN: "ascii"}
EVERY = pytest.mark.parametrize("language", Language)


def texts(language: Language) -> Iterator[tuple[str, str]]:
    for table in TABLES:
        rows: Mapping[str, str | tuple[str, str]] = getattr(doctor_in(language), table)
        for key, said in rows.items():
            for place, text in enumerate((said,) if isinstance(said, str) else said):
                yield f"{table}/{key}/{place}", text


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@EVERY
def test_every_check_step_and_reason_has_words(language: Language) -> None:
    assert not [step for step in STEPS if not step_words(step, language)]
    assert not [reason for reason in REASONS if reason_words(reason, language) == reason]
    assert not [check for check in CHECKS if check_words(check, language) == check]
    assert not [kind for kind in KINDS if change_words(kind, {}, language) == kind]


@EVERY
def test_no_words_without_a_code(language: Language) -> None:
    said = doctor_in(language)
    assert (set(said.CHECKS), set(said.STEPS), set(said.REASONS)) == (set(CHECKS), set(STEPS), set(REASONS))
    assert (set(said.CHANGES), set(said.REPAIRS)) == (set(KINDS), set(REPAIRS))
    assert {key.partition(".")[0] for key in said.SAID} == {*CHECKS, "not-looked-at"}


@pytest.mark.parametrize("language", [Language.ZH_HANS, Language.ZH_HANT])
def test_the_languages_say_the_same_things(language: Language) -> None:
    english, here = dict(texts(Language.EN)), dict(texts(language))
    assert {key: placeholders(text) for key, text in here.items()} == {
        key: placeholders(text) for key, text in english.items()
    }
    assert {key for key, text in here.items() if not text} == {key for key, text in english.items() if not text}


@EVERY
def test_the_script_and_the_tone(language: Language) -> None:
    assert set(foreign((text for _, text in texts(language)), CHARSETS[language])) <= {"·"}
    assert rude(dict(texts(language))) == []


@EVERY
@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("state", STATES)
def test_every_check_in_every_state(check: str, state: State, language: Language) -> None:
    facts: tuple[tuple[str, str | int], ...] = (("state", "ready"),)
    words = finding_words(Finding(check, state, facts, (), "look-again"), language)
    assert words.title
    assert "{" not in words.title + words.text
    assert words.step


@EVERY
@pytest.mark.parametrize("state", ModuleState)
def test_every_state_of_a_module(state: ModuleState, language: Language) -> None:
    facts = (("name", "NETCA"), ("state", state.value), ("crashes", 3), ("hangs", 0), ("tokens", 0), ("version", "2.1"))
    words = finding_words(Finding("module", "bad", facts, (), "restart-module"), language)
    assert words.title.startswith("NETCA")
    assert "2.1" in words.text
    assert "3" in words.text
    assert words.text.count("0") == 1  # no token; that nothing hung is not worth a word


def test_what_the_outside_calls_itself_is_made_visible() -> None:
    facts = (("reader", "<b>x</b>\u202egnp.exe\n" * 40), ("card", "yes"))
    title = finding_words(Finding("readers", "ok", facts), Language.EN).title
    assert "\u202e" not in title
    assert "\n" not in title
    assert len(title) < 120
    assert "\u202e" not in change_words("browser", {"name": "\u202egnp", "browser": "x"}, Language.EN)
    assert "\u202e" not in repair_words("browser", "\u202egnp", Language.EN)[0]


@EVERY
def test_what_did_not_answer_says_so(language: Language) -> None:
    finding = Finding("keyring", "warn", (("reason", "no-answer"), ("seconds", 5)), (), "look-again")
    words = finding_words(finding, language)
    assert check_words("keyring", language) in words.title
    assert words.text == reason_words("no-answer", language)


def test_facts_turn_the_sentence() -> None:
    def said(check: str, state: State, **facts: str | int) -> str:
        named = tuple((name.replace("_", "-"), value) for name, value in facts.items())
        return finding_words(Finding(check, state, named), Language.EN).title

    assert said("clock", "bad", wrong="behind") == "The clock is behind"
    assert said("clock", "warn", wrong="ahead") == "The clock may be ahead"
    assert said("usb-token", "ok", count=0) == "No USB token of a known kind is plugged in"
    assert said("usb-token", "warn", name="eToken", reason="not-seen").endswith("its module does not see it")
    assert said("readers", "warn", count=0) == "No reader is plugged in"
    assert said("disk-space", "bad", reason="read-only", free_mb=3) == "This program's folder cannot be written to"
