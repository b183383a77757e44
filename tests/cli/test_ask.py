"""Questions at a real terminal (a pseudo one), and answers from a pipe."""

from __future__ import annotations

import io
import os
import signal
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.command import CommandLine
from tests.acceptance.terminal import Terminal
from tests.practising import CANCELLED, CLII, FINE, HK, LOCKED, NETCA, NEW, PIN, REFUSED, USAGE, WRONG, Practice
from tokenmgr.cli.ask import TerminalAsk
from tokenmgr.cli.grammar import UsageError
from tokenmgr.model.pin import Certainty, PinKind, TriesLeft, Why
from tokenmgr.model.token import Token, TokenId
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from pathlib import Path


class Typing(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        return True


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


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_what_is_no_text_is_refused_and_nothing_of_it_is_told(
    command: CommandLine, tm: Practice, after: int, locale: str
) -> None:
    command.env = {"LC_ALL": locale}
    code, screen = change(command, HK, *(PIN[HK], NEW)[:after], "7351\udce4\udcff9")
    assert (code, tm.left(HK)) == (USAGE, 15)
    assert "not text" in screen
    for part in ("Traceback", "Unicode", "7351", "e4", "ff", "decode", "position"):
        assert part not in screen.partition("PIN")[2]
    assert tm("sign", "--token", HK, __file__, lines=(PIN[HK],)).code == FINE


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_what_is_no_text_and_may_be_seen_is_asked_for_again(command: CommandLine, locale: str) -> None:
    command.env = {"LC_ALL": locale}
    terminal = Terminal(command, "cert", "delete", "--token", HK)
    for line in ("8F\udcff", HK[-4:]):
        terminal.wait_for("serial number: ")
        terminal.type(line)
    terminal.wait_for("PIN: ")
    terminal.type(PIN[HK])
    assert terminal.end() == FINE
    assert "not text" in terminal.text


def test_without_a_terminal_of_its_own_what_is_no_text_is_refused_as_well(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then standard input is read, which in a plain locale hands bytes through."""
    monkeypatch.setattr("sys.stdin", Typing())
    monkeypatch.setattr("getpass.getpass", lambda *_, **__: "7351\udcff")
    with pytest.raises(UsageError, match="not text") as caught:
        TerminalAsk(Language.EN, may_spend_last_try=False).password("")
    assert (caught.value.__cause__, caught.value.__suppress_context__) == (None, True)
    assert capsys.readouterr().err == "\n"


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


def test_a_token_cannot_steer_the_terminal_where_its_last_try_is_asked_for(
    steering: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = TerminalAsk(Language.EN, may_spend_last_try=False)
    token = Token(TokenId("m", "m", "s"), "l", "practice")
    last = TriesLeft(1, Certainty.EXACT, Why.PRACTICE_COUNTER, 10)
    for typed, spent in ((steering, True), ("s", False)):
        monkeypatch.setattr("sys.stdin", Typing(f"{typed}\n"))
        assert asked.spend_last_try(token, PinKind.USER, last) is spent
        said = capsys.readouterr().err
        assert ("\x1b" in said, steering in said) == (False, True)


def test_a_file_cannot_steer_the_terminal_by_its_name(command: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "a\x1b[2J.p12"
    file.write_bytes(b"nonsense")
    terminal = Terminal(command, "cert", "import", "--token", HK, str(file))
    terminal.wait_for(": ")
    terminal.type("a password")
    assert terminal.end() == REFUSED
    assert "\x1b" not in terminal.text
    assert r"a\u001b[2J.p12" in terminal.text


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
