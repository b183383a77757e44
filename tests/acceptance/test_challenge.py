"""A locked token and an administrator far away: challenge and response, in two commands and on a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.cards import POST_PHONE
from tests.acceptance.command import FINE, REFUSED
from tests.acceptance.terminal import PROMPT, Terminal
from tests.acceptance.tokens import NEW_PIN
from tests.acceptance.vendor import SERIAL, under_test

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.acceptance.figures import Figures
    from tests.acceptance.tokens import TokenUnderTest
    from tests.beds.shim import Shim

TOKEN = ("--token", SERIAL)
LIMIT = 2


@pytest.fixture
def locked(shim: Shim, tmp_path: Path, figures: Figures) -> Iterator[TokenUnderTest]:
    shim.set(user_max=LIMIT)
    token = under_test(shim, tmp_path, figures)
    token.lock(POST_PHONE)
    yield token
    token.run("pin", "respond", "--give-up", *TOKEN)  # no process may be left behind, whatever went wrong


def challenge(token: TokenUnderTest) -> bytes:
    return bytes.fromhex(token.run("pin", "challenge", "--hold", *TOKEN).json()["challenge"])


def respond(token: TokenUnderTest, response: bytes) -> int:
    return token.run("pin", "respond", *TOKEN, pins=[response.hex(), NEW_PIN]).code


def test_in_two_commands(shim: Shim, locked: TokenUnderTest) -> None:
    assert respond(locked, shim.respond(challenge(locked))) == FINE
    assert (shim.tries_left("user"), locked.status()["at_most"]) == (LIMIT, LIMIT)
    locked.opens(NEW_PIN)


def test_a_wrong_response_unlocks_nothing_and_the_next_may(shim: Shim, locked: TokenUnderTest) -> None:
    assert respond(locked, bytes(8)) == REFUSED
    assert respond(locked, shim.respond(challenge(locked)[::-1])) == REFUSED
    assert (shim.tries_left("user"), shim.tries_left("unlock")) == (0, 9)
    assert locked.status()["at_most"] == 0
    assert respond(locked, shim.respond(challenge(locked))) == FINE
    assert shim.tries_left("user") == LIMIT


def test_looking_at_the_token_meanwhile_breaks_nothing(shim: Shim, locked: TokenUnderTest) -> None:
    asked = challenge(locked)
    assert locked.run("certs", *TOKEN).code in {FINE, REFUSED}
    assert locked.run("token", "test", *TOKEN, pins=[NEW_PIN]).code == REFUSED
    assert respond(locked, shim.respond(asked)) == FINE


def test_on_a_terminal(shim: Shim, locked: TokenUnderTest) -> None:
    terminal = Terminal(locked.run, "--json", "pin", "challenge", *TOKEN)
    for _ in range(2):
        terminal.wait_for(PROMPT)
        terminal.type(NEW_PIN)
    assert terminal.process.stdout
    asked = bytes.fromhex(json.loads(terminal.process.stdout.readline())["challenge"])
    for slip in ("12O4", "-", "123"):
        terminal.wait_for("response: ")
        terminal.type(slip)
    terminal.wait_for("response: ")
    terminal.type(shim.respond(asked).hex(" ", 2))
    assert terminal.end() == FINE, terminal.text
    assert terminal.text.count("the challenge still stands") == 3
    assert NEW_PIN not in terminal.text
    assert shim.tries_left("user") == LIMIT
    locked.opens(NEW_PIN)
