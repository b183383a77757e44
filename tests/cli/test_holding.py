"""`pin challenge` and, some time later, `pin respond`: two commands, and a process that holds the token in between."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.command import CommandLine
from tests.acceptance.terminal import Terminal
from tests.beds import shim as shim_bed
from tests.beds.shim import Shim
from tests.beds.softhsm import SoftHsm
from tests.practising import FINE, NEW, REFUSED, USAGE, Practice

if TYPE_CHECKING:
    from collections.abc import Iterator

PIN, SO_PIN = "123456", "87654321"


@pytest.fixture
def shim(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Shim:
    """A locked token whose administrator answers challenges."""
    if why := shim_bed.available():
        pytest.skip(why)
    shim_bed.build(tmp_path_factory.mktemp("shim-build"))
    hsm = SoftHsm(tmp_path / "hsm")
    hsm.add_token("card", PIN, SO_PIN)
    return Shim(hsm, tmp_path / "shim", safenet=1, so_pin=SO_PIN, manufacturer="SafeNet, Inc.", user_max=1)


@pytest.fixture
def run(shim: Shim, tmp_path: Path) -> Iterator[CommandLine]:
    command = CommandLine(tmp_path / "home", ("--module", str(shim.module), "--language", "en"), shim.env)
    command("--spend-last-try", "pin", "change", pins=("nothere", NEW))
    assert shim.tries_left("user") == 0
    yield command
    for process in holders(tmp_path):
        os.kill(process, signal.SIGKILL)


def holders(folder: Path) -> list[int]:
    """Processes of ours that still hold a token of this test."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if b"\0hold\0" in command and str(folder).encode() in command:
            found.append(int(process.name))
    return found


def challenge(run: CommandLine) -> bytes:
    ran = run("pin", "challenge", "--hold")
    return bytes.fromhex(ran.json()["challenge"])


def test_two_commands(run: CommandLine, shim: Shim, tmp_path: Path) -> None:
    asked = challenge(run)
    assert len(holders(tmp_path)) == 1
    row = run("pin", "respond", pins=(shim.respond(asked).hex(), NEW)).json()
    assert row["done"] == "pin-unlocked"
    assert row["token"]["tries"]["at_most"] == shim.tries_left("user") > 0
    assert run("--spend-last-try", "pin", "change", pins=(NEW, "Other!2026")).code == FINE
    gone(tmp_path)
    assert not list((tmp_path / "home" / "waiting").glob("*.json"))
    assert not list((tmp_path / "home" / "waiting").glob("*.door"))


def gone(folder: Path) -> None:
    deadline = time.monotonic() + 5
    while holders(folder):
        assert time.monotonic() < deadline
        time.sleep(0.01)


VERBS = [
    ["pin", "status"],
    ["pin", "change"],
    ["pin", "set"],
    ["pin", "unlock", "--by", "so"],
    ["pin", "challenge"],
    ["pin", "challenge", "--hold"],
    ["certs"],
    ["cert", "show"],
    ["cert", "delete", "--yes"],
    ["token", "info"],
    ["token", "test"],
    ["token", "init", "--yes", "--label", "x"],
    ["key", "generate", "--subject", "CN=a"],
    ["sign", __file__],
]


def test_nothing_else_touches_the_token_meanwhile(run: CommandLine, shim: Shim) -> None:
    asked = challenge(run)
    before = shim.trace()
    for verb in VERBS:
        ran = run(*verb, pins=(SO_PIN, NEW))
        assert (ran.code, ran.error()["code"]) == (REFUSED, "token-busy"), verb
    row = run("tokens").json()[0]
    assert (row["label"], row["state"], row["fault"]) == ("card", "unknown", "token-busy")
    assert run("module", "test", str(shim.module)).error()["code"] == "token-busy"
    assert run("token", "rename", "an alias").code == FINE
    assert shim.trace() == before
    assert run("pin", "respond", pins=(shim.respond(asked).hex(), NEW)).code == FINE


def test_a_wrong_response_ends_the_wait_and_costs_what_the_token_says(run: CommandLine, shim: Shim) -> None:
    asked = challenge(run)
    ran = run("pin", "respond", pins=(shim.respond(asked[::-1]).hex(), NEW))
    assert (ran.code, ran.error()["what"]) == (REFUSED, "response")
    assert (shim.tries_left("unlock"), shim.tries_left("user")) == (9, 0)
    assert run("pin", "respond", pins=(shim.respond(asked).hex(), NEW)).error()["what"] == "no-challenge"


def test_what_is_refused_before_the_token_leaves_the_challenge_as_it_was(run: CommandLine, shim: Shim) -> None:
    asked = challenge(run)
    before = shim.trace()
    response = shim.respond(asked).hex()
    assert run("pin", "respond", pins=(response, "１２３４５６")).error()["rule"] == "full-width"
    assert run("pin", "respond", pins=(response, "1")).error()["rule"] == "too-short"
    assert run("pin", "respond", pins=("no hex", NEW)).error()["code"] == "file-unreadable"
    assert run("pin", "respond", pins=(response,)).code == USAGE
    assert shim.trace() == before
    assert run("pin", "respond", pins=(response, NEW)).code == FINE


def test_giving_up(run: CommandLine, shim: Shim, tmp_path: Path) -> None:
    challenge(run)
    assert run("pin", "respond", "--give-up").json()["done"] == "given-up"
    gone(tmp_path)
    assert run("pin", "status").json()[0]["state"] == "locked"
    assert shim.tries_left("unlock") == 10


def test_a_holder_that_was_killed_holds_nothing(run: CommandLine, tmp_path: Path) -> None:
    challenge(run)
    for process in holders(tmp_path):
        os.kill(process, signal.SIGKILL)
    gone(tmp_path)
    assert run("pin", "status").json()[0]["state"] == "locked"
    challenge(run)
    assert run("pin", "respond", "--give-up").code == FINE


def test_the_door_is_its_owners_alone(run: CommandLine, tmp_path: Path) -> None:
    challenge(run)
    folder = tmp_path / "home" / "waiting"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    record = json.loads(next(folder.glob("*.json")).read_text())
    door = Path(record["door"])
    assert stat.S_ISSOCK(door.stat().st_mode)
    assert stat.S_IMODE(door.stat().st_mode) == 0o600
    assert stat.S_IMODE(door.parent.stat().st_mode) == 0o700
    run("pin", "respond", "--give-up")


def test_whoever_starts_it_is_not_kept_waiting(run: CommandLine) -> None:
    """Standard output and error are let go of, so that a script that reads to their end goes on."""
    done = subprocess.run(
        run.command("pin", "challenge"),
        env=run.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert "Challenge of token card" in done.stdout
    assert "pin respond" in done.stdout
    run("pin", "respond", "--give-up")


def test_a_person_waits_at_the_terminal(run: CommandLine, shim: Shim) -> None:
    terminal = Terminal(run, "--json", "pin", "challenge")
    for _ in range(2):
        terminal.wait_for(": ")
        terminal.type(NEW)
    assert terminal.process.stdout
    asked = bytes.fromhex(json.loads(terminal.process.stdout.readline())["challenge"])
    assert run("pin", "status").error()["code"] == "token-busy"
    assert run("pin", "respond", pins=(shim.respond(asked).hex(), NEW)).error()["what"] == "no-challenge"
    terminal.wait_for(": ")
    terminal.type(shim.respond(asked).hex(" "))
    assert terminal.end() == FINE
    assert NEW not in terminal.text
    assert run("pin", "status").json()[0]["state"] != "locked"


@pytest.mark.parametrize("more", [[], ["--hold"]])
def test_a_token_without_challenges(tm: Practice, more: list[str]) -> None:
    said = tm.plain("--json", "--token", "P0HK8F21", "pin", "challenge", *more)
    assert said.code == REFUSED
    assert said.out == ""
