"""Every code a finding may bear has words, and none of them lets the outside in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions.checks.finding import CHECKS, REASONS, STEPS, Finding, State
from tokenmgr.model.module import ModuleState
from tokenmgr.ui.panels.doctor.finding_words import LOOKS, check_words, finding_words
from tokenmgr.ui.panels.doctor.step_words import reason_words, step_words
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

STATES: tuple[State, ...] = ("ok", "warn", "bad", "skipped")


@pytest.fixture(autouse=True, params=list(Language))
def languages(request: pytest.FixtureRequest, dressed: Callable[..., None]) -> None:
    dressed(request.param)


def test_every_check_step_and_reason_has_words() -> None:
    assert not [step for step in STEPS if not step_words(step)]
    assert not [reason for reason in REASONS if reason_words(reason) == reason]
    assert not [check for check in CHECKS if check_words(check) == check]
    assert LOOKS.keys() == set(STATES)


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("state", STATES)
def test_every_check_in_every_state(check: str, state: State) -> None:
    facts: tuple[tuple[str, str | int], ...] = (("state", "ready"),)
    words = finding_words(Finding(check, state, facts, (), "look-again"))
    assert words.title
    assert "{" not in words.title + words.text
    assert words.step


@pytest.mark.parametrize("state", ModuleState)
def test_every_state_of_a_module(state: ModuleState) -> None:
    facts = (("name", "NETCA"), ("state", state.value), ("crashes", 3), ("hangs", 1), ("tokens", 2), ("version", "2.1"))
    words = finding_words(Finding("module", "bad", facts, (), "restart-module"))
    assert words.title.startswith("NETCA")
    assert "2.1" in words.text
    assert "3" in words.text


def test_what_the_outside_calls_itself_is_made_visible() -> None:
    facts = (("reader", "<b>x</b>\u202egnp.exe\n" * 40), ("card", "yes"))
    title = finding_words(Finding("readers", "ok", facts)).title
    assert "\u202e" not in title
    assert "\n" not in title
    assert len(title) < 120


def test_what_did_not_answer_says_so() -> None:
    words = finding_words(Finding("keyring", "warn", (("reason", "no-answer"), ("seconds", 5)), (), "look-again"))
    assert check_words("keyring") in words.title
    assert words.text == reason_words("no-answer")
