"""A canary PIN through every verb that takes one, and then found nowhere."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from tests import practising
from tests.acceptance.command import CommandLine, Ran
from tests.acceptance.terminal import Terminal
from tests.beds import shim as shim_bed, softhsm
from tests.beds.shim import Shim
from tests.beds.softhsm import SoftHsm, make_key_pair
from tests.practising import CLII, CLII_SO, FINE, HK, NETCA, NETCA_PUK, PIN, WRONG
from tests.promises import canary
from tests.promises.canary import ProcessWatch, in_files, pin, traces

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FIRST, SO_PIN = "123456", "87654321"
WITH_CORES = ["sh", "-c", 'ulimit -c unlimited; exec "$@"', "sh"]


@dataclass
class House:
    """A private home where everything has to stay, and everything that was said."""

    home: Path
    said: list[Ran] = field(default_factory=list)

    def command(self, *options: str, env: dict[str, str] | None = None) -> CommandLine:
        own = {"HOME": self.home, "TMPDIR": self.home / "tmp", "XDG_RUNTIME_DIR": self.home / "run"}
        for folder in own.values():
            folder.mkdir(exist_ok=True)
        return CommandLine(self.home / "state", options, {**{name: str(at) for name, at in own.items()}, **(env or {})})

    def run(self, command: CommandLine, *arguments: str, pins: Sequence[str], code: int = FINE) -> Ran:
        ran = command(*arguments, pins=pins)
        assert ran.code == code, ran
        self.said.append(ran)
        return ran

    def traces(self) -> list[str]:
        said = "".join(ran.out + ran.err for ran in self.said).encode(errors="surrogateescape")
        return in_files(self.home) + traces(said)


@pytest.fixture
def house(tmp_path: Path) -> House:
    home = tmp_path / "private"
    home.mkdir()
    return House(home)


def pkcs12(house: House) -> str:
    """A key file whose password is a canary too."""
    from cryptography import x509  # 80 ms, only here
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates

    pair = make_key_pair("From a file")
    key = serialization.load_der_private_key(pair.key, None)
    certificate = x509.load_der_x509_certificate(pair.certificate)
    encryption = serialization.BestAvailableEncryption(pin(50).encode())
    file = house.home / "key.p12"
    file.write_bytes(serialize_key_and_certificates(b"n", key, certificate, None, encryption))  # type: ignore[arg-type]
    return str(file)


def work_with(house: House, run: CommandLine, token: str, user: str) -> None:
    """The verbs that only need the user's PIN, with a wrong one between."""
    on = ("--token", token)
    house.run(run, "token", "test", *on, pins=[pin(99)], code=WRONG)
    house.run(run, "cert", "import", *on, pkcs12(house), pins=[pin(50), user])
    rows = run("certs", *on).json()
    mine = next(row["id"] for row in rows if row["subject"] == "CN=From a file")
    house.run(run, "sign", *on, "--cert", mine, __file__, pins=[user])
    house.run(run, "token", "test", *on, pins=[user])
    house.run(run, "key", "generate", *on, "--type", "p256", "--subject", "CN=a", pins=[user])
    house.run(run, "cert", "delete", *on, mine, "--with-key", "--yes", pins=[user])


def test_on_practice_tokens(house: House, tmp_path: Path) -> None:
    practising.make(house.home / "state")
    run = house.command("--practice")
    with ProcessWatch(house.home) as watch:
        house.run(run, "pin", "change", "--token", HK, pins=[PIN[HK], pin(1)])
        house.run(run, "pin", "change", "--token", HK, pins=[pin(1), pin(2)])
        work_with(house, run, HK, pin(2))
        house.run(run, "token", "rename", "--on-token", "Mine", "--token", HK, pins=[pin(2)])
        house.run(run, "pin", "change", "--of", "so", "--token", CLII, pins=[CLII_SO, pin(10)])
        house.run(run, "pin", "unlock", "--token", CLII, pins=[pin(10), pin(11)])
        house.run(run, "pin", "set", "--token", CLII, pins=[pin(10), pin(12)])
        house.run(run, "pin", "set", "--token", CLII, pins=[pin(98), pin(12)], code=WRONG)
        house.run(run, "token", "init", "--label", "n", "--yes", "--token", CLII, pins=[pin(10), pin(13)])
        house.run(run, "pin", "unlock", "--token", NETCA, pins=[NETCA_PUK, pin(20)])
        house.run(run, "pin", "unlock", "--token", NETCA, pins=[pin(97), pin(21)], code=WRONG)
    assert watch.seen
    assert sorted(watch.found) == []
    assert house.traces() == []


def test_on_softhsm(house: House) -> None:
    if why := softhsm.available():
        pytest.skip(why)
    hsm = SoftHsm(house.home / "hsm")
    hsm.add_token("card", FIRST, SO_PIN)
    run = house.command("--module", str(hsm.module), env=hsm.env)
    with ProcessWatch(house.home) as watch:
        house.run(run, "pin", "change", "--token", "card", pins=[FIRST, pin(1)])
        work_with(house, run, "card", pin(1))
        house.run(run, "pin", "change", "--of", "so", "--token", "card", pins=[SO_PIN, pin(10)])
        house.run(run, "pin", "unlock", "--token", "card", pins=[pin(10), pin(2)])
        house.run(run, "pin", "set", "--token", "card", pins=[pin(10), pin(3)])
        house.run(run, "token", "init", "--label", "new", "--yes", "--token", "card", pins=[pin(10), pin(4)])
    assert any(b"pkcs11.child" in command and b"-I\0-S" in command for command in watch.seen)
    assert sorted(watch.found) == []
    assert house.traces() == []


@pytest.fixture
def shim(house: House, tmp_path_factory: pytest.TempPathFactory) -> Shim:
    if why := shim_bed.available():
        pytest.skip(why)
    shim_bed.build(tmp_path_factory.mktemp("shim-build"))
    hsm = SoftHsm(house.home / "hsm")
    hsm.add_token("card", FIRST, SO_PIN)
    return Shim(hsm, house.home / "shim", safenet=1, so_pin=SO_PIN, manufacturer="SafeNet, Inc.")


def test_through_challenge_and_response(house: House, shim: Shim) -> None:
    run = house.command("--module", str(shim.module), env=shim.env)
    with ProcessWatch(house.home) as watch:
        house.run(run, "pin", "change", pins=[pin(99), pin(98)], code=WRONG)
        asked = run("pin", "challenge", "--hold").json()["challenge"]
        response = shim.respond(bytes.fromhex(asked)).hex()
        house.run(run, "pin", "respond", pins=[response, "１" + pin(1)[:8]], code=6)
        house.run(run, "pin", "respond", pins=[response, pin(1)])
        house.run(run, "pin", "change", pins=[pin(1), pin(2)])
    assert any(b"\0hold\0" in command for command in watch.seen)
    assert sorted(watch.found) == []
    assert house.traces() == []


def test_killed_while_the_token_thinks(house: House, shim: Shim) -> None:
    """Whatever a database and its log hold at that moment stays on the disk."""
    shim.set(fault="C_Login:hang")
    run = house.command("--module", str(shim.module), env=shim.env)
    command = run.command("--pin-stdin", "token", "test")
    process = subprocess.Popen(command, env=run.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
    with process:
        assert process.stdin
        process.stdin.write(pin(1).encode() + b"\n")
        process.stdin.flush()
        deadline = time.monotonic() + 20
        while not shim.calls("C_Login"):
            assert time.monotonic() < deadline
            time.sleep(0.01)
        process.kill()
    assert list((house.home / "state").glob("ledger.sqlite*"))
    assert house.traces() == []


# Core dumps


def dumps_core(command: Sequence[str], folder: Path) -> bool:
    """Whether a process of this kind leaves a core when it crashes: it is crashed here."""
    child = subprocess.Popen([*WITH_CORES, *command], cwd=folder, stdout=subprocess.PIPE)
    assert child.stdout
    child.stdout.readline()
    os.kill(child.pid, signal.SIGSEGV)
    _, status = os.waitpid(child.pid, 0)
    child.returncode = -signal.SIGSEGV
    child.stdout.close()
    return os.WCOREDUMP(status)


def test_the_program_leaves_no_core(house: House, tmp_path: Path) -> None:
    """Crashed with a PIN in its memory, where any other program leaves a core."""
    other = [sys.executable, "-c", "import time; print(flush=True); time.sleep(60)"]
    if not dumps_core(other, tmp_path):
        pytest.skip("no program leaves a core here")
    practising.make(house.home / "state")
    run = house.command("--practice")
    terminal = TerminalWithCores(run, "pin", "change", "--token", HK)
    terminal.wait_for(": ")
    terminal.type(pin(1))
    terminal.wait_for(": ")
    os.kill(terminal.process.pid, signal.SIGSEGV)
    _, status = os.waitpid(terminal.process.pid, 0)
    assert os.WIFSIGNALED(status)
    assert not os.WCOREDUMP(status)
    terminal.process.returncode = -signal.SIGSEGV
    terminal.end()


class TerminalWithCores(Terminal):
    """Started where cores have no limit."""

    def __init__(self, run: CommandLine, *arguments: str) -> None:
        super().__init__(WithCores(run.home, run.options, run.env), *arguments)


class WithCores(CommandLine):
    def command(self, *arguments: str, door: str = "") -> list[str]:
        return [*WITH_CORES, *super().command(*arguments, **({"door": door} if door else {}))]


def test_the_modules_process_leaves_no_core(house: House, shim: Shim) -> None:
    shim.set(fault="C_Login:segv")
    run = house.command("--module", str(shim.module), env=shim.env)
    folder = house.home / "cwd"
    folder.mkdir()
    command = [*WITH_CORES, *run.command("--json", "--pin-stdin", "token", "test")]
    pins = pin(1).encode() + b"\n"
    done = subprocess.run(command, cwd=folder, env=run.environment, input=pins, capture_output=True, check=False)
    assert b"module-crashed" in done.stderr
    assert list(folder.iterdir()) == []
    assert traces(done.stderr + done.stdout) == []
    assert house.traces() == []


# The search itself


@pytest.mark.parametrize(
    ("name", "data"), list(canary.planted()), ids=lambda each: each if isinstance(each, str) else ""
)
def test_no_disguise_would_be_overlooked(name: str, data: bytes) -> None:
    assert any(found.startswith(name) for found in traces(b"before" + data + b"after"))
    assert traces(b"nothing of the kind") == []


def test_no_process_would_be_overlooked(tmp_path: Path) -> None:
    sleeper = [sys.executable, "-c", "import time; print(flush=True); time.sleep(60)"]
    for command, more in (([*sleeper, pin(1)], {}), (sleeper, {"SECRET": pin(1)})):
        environment = {"HOME": str(tmp_path), **more}
        with ProcessWatch(tmp_path) as watch:
            process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
            assert process.stdout
            process.stdout.readline()
            time.sleep(0.1)
            process.kill()
            process.communicate()
        assert watch.found


def test_no_file_would_be_overlooked(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "file").write_text(pin(1))
    (tmp_path / pin(2)).touch()
    assert len(in_files(tmp_path)) == 2
