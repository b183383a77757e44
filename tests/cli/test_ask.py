"""Questions at a real terminal (a pseudo one), and answers from a pipe."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.command import CommandLine
from tests.acceptance.terminal import Terminal
from tests.practising import CANCELLED, CLII, FINE, HK, LOCKED, NETCA, NEW, PIN, REFUSED, USAGE, WRONG, Practice

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def command(home: Path) -> CommandLine:
    return CommandLine(home, ("--practice",))


def on_disk(tm: Practice) -> tuple[int | None, int | None]:
    return tm.left(HK), tm.left(CLII)


def change(command: CommandLine, serial: str, *typed: str) -> tuple[int, str]:
    """Change a PIN at a terminal, line by line as it is asked."""
    terminal = Terminal(command, "pin", "change", "--token", serial)
    for line in typed:
        terminal.wait_for(": ")
        terminal.type(line)
    return terminal.end(), terminal.text


def test_a_pin_is_changed_and_never_shown(command: CommandLine, tm: Practice) -> None:
    code, screen = change(command, HK, PIN[HK], NEW, NEW)
    assert code == FINE
    assert "e-Cert Token" in screen
    assert "8F21" in screen
    assert "15/15 exact" in screen
    assert PIN[HK] not in screen
    assert NEW not in screen
    assert tm("sign", "--token", HK, __file__, lines=(NEW,)).code == FINE


def test_two_new_pins_that_differ_cost_nothing(command: CommandLine, tm: Practice) -> None:
    code, screen = change(command, HK, PIN[HK], NEW, f"{NEW}!")
    assert code == REFUSED
    assert "Traceback" not in screen
    assert tm.left(HK) == 15
    assert tm("sign", "--token", HK, __file__, lines=(PIN[HK],)).code == FINE


@pytest.mark.parametrize("after", [0, 1, 2])
def test_ctrl_c_at_any_question_sends_nothing(command: CommandLine, tm: Practice, after: int) -> None:
    terminal = Terminal(command, "pin", "change", "--token", HK)
    for line in ("wrong-pin", NEW)[:after]:
        terminal.wait_for(": ")
        terminal.type(line)
    terminal.wait_for(": ")
    os.kill(terminal.process.pid, signal.SIGINT)
    assert terminal.end() == CANCELLED
    assert "Traceback" not in terminal.text
    assert tm.left(HK) == 15


def test_the_end_of_input_is_a_no(command: CommandLine, tm: Practice) -> None:
    terminal = Terminal(command, "pin", "change", "--token", HK)
    terminal.wait_for(": ")
    terminal.type("\x04")
    assert terminal.end() == CANCELLED
    assert tm.left(HK) == 15


def use_up(tm: Practice, serial: str, tries: int) -> None:
    for number in range(tries):
        assert tm("pin", "change", "--token", serial, lines=(f"nothere{number}", NEW)).code == WRONG


@pytest.mark.parametrize(
    ("word", "typed", "code", "left"),
    [(CLII[-4:], "nothere", LOCKED, 0), (CLII[-4:], PIN[CLII], FINE, 10), ("yes", "nothere", REFUSED, 1)],
)
def test_the_last_try_needs_a_word(
    command: CommandLine, tm: Practice, word: str, typed: str, code: int, left: int
) -> None:
    use_up(tm, CLII, 9)
    ended, screen = change(command, CLII, typed, NEW, NEW, word)
    assert "last try" in screen.lower()
    assert (ended, tm.left(CLII)) == (code, left)


def test_the_last_try_is_not_spent_by_a_script_that_did_not_say_so(tm: Practice) -> None:
    use_up(tm, CLII, 9)
    said = tm("pin", "change", "--token", CLII, lines=(PIN[CLII], NEW))
    assert (said.code, said.error()["code"]) == (REFUSED, "last-try")
    assert tm("pin", "change", "--spend-last-try", "--token", CLII, lines=(PIN[CLII], NEW)).code == FINE


def test_without_a_terminal_nothing_is_asked(tm: Practice) -> None:
    said = tm("pin", "change", "--token", HK)
    assert said.code == USAGE
    assert "--pin-stdin" in said.err


def test_lines_end_as_they_do_on_any_system(tm: Practice) -> None:
    assert tm("sign", "--token", HK, __file__, lines=(f"{PIN[HK]}\r",)).code == FINE
    said = tm("sign", "--token", HK, __file__, lines=(f" {PIN[HK]}",))
    assert (said.code, said.error()["rule"]) == (REFUSED, "blank-at-edge")


def test_order_of_lines(tm: Practice) -> None:
    """change: current, new; unlock: PUK or SO PIN, new; set: SO PIN, new; init: SO PIN, new."""
    assert tm("pin", "change", "--token", CLII, lines=(PIN[CLII], NEW)).code == FINE
    assert tm("pin", "unlock", "--token", CLII, "--by", "so", lines=("88888888", "Other!2026")).code == FINE
    assert tm("pin", "set", "--token", CLII, lines=("88888888", NEW)).code == FINE
    assert tm("pin", "change", "--of", "so", "--token", CLII, lines=("88888888", "99999999")).code == FINE
    assert tm("pin", "unlock", "--token", NETCA, lines=("12345678", NEW)).code == FINE
    assert tm("token", "init", "--label", "x", "--yes", "--token", CLII, lines=("99999999", NEW)).code == FINE
