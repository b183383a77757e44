"""The parent's side: deadlines, crashes, nonsense, health, and what is claimed of a PIN on the way."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.providers.pkcs11.puppets import PUPPET, bare, puppet
from tests.providers.pkcs11.tokens import BAD, PIN, host_of
from tokenmgr.model.errors import (
    ModuleCrashed,
    ModuleError,
    ModuleFault,
    ModuleGarbled,
    ModuleHung,
    ModuleSetAside,
    ModuleUnfit,
    ModuleUntrusted,
)
from tokenmgr.providers.pkcs11.host import DEADLINES, Host
from tokenmgr.providers.pkcs11.launch import child_command
from tokenmgr.providers.pkcs11.trust import Fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm

PATIENCE = 0.02
LOOK = DEADLINES["look"] * PATIENCE
ECHO = "say('done', {'verb': verb})"
DIES = "os._exit(1)"
HANGS = "time.sleep(60)"
LOGIN: dict[str, object] = {"kind": "user", "pin": b"123456"}
SMALL_PIECES = "raw(bytes((0, 0, 9, 0)))\nfor n in range(600): raw(bytes(1)); time.sleep(0.05)"


@pytest.fixture
def hosts() -> Iterator[list[Host]]:
    """Hosts that are ended after the test."""
    made: list[Host] = []
    yield made
    for host in made:
        host.kill()


@pytest.fixture
def pair(hosts: list[Host]) -> Host:
    """A module that answers "tokens" and dies of anything else."""
    hosts.append(puppet("say('done', {}) if verb == 'tokens' else os._exit(1)"))
    return hosts[0]


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def is_there(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


def seconds_of(host: Host, expected: type[ModuleError], verb: str = "tokens") -> tuple[ModuleError, float]:
    began = time.monotonic()
    with pytest.raises(expected) as caught:
        host.call(verb, {})
    return caught.value, time.monotonic() - began


# Answers


def test_a_real_module_answers_and_tells_who_it_is(hsm: SoftHsm, hosts: list[Host]) -> None:
    hosts.append(host := host_of(hsm.module, hsm.env))
    answer = host.call("tokens", {})
    assert not answer.failed
    assert len(answer.body.rows("tokens")) == 2
    assert (host.health.description, host.health.version) == ("Implementation of PKCS11", "2.6")
    assert 0 < (host.health.load_seconds or 0) < 10
    assert host.health.in_a_row == 0


def test_the_process_starts_with_the_first_call_and_stays(hosts: list[Host]) -> None:
    hosts.append(host := puppet(ECHO))
    assert host.pid == 0
    host.start()
    first = host.pid
    host.call("tokens", {})
    host.start()
    assert host.pid == first != 0


def test_parts_come_in_their_order(hosts: list[Host]) -> None:
    hosts.append(host := puppet("for n in range(3): say('part', {'n': n})\nsay('done', {'n': 3})"))
    seen: list[int] = []
    answer = host.call("certificates", {}, lambda part: seen.append(part.number("n")))
    assert (seen, answer.body.number("n")) == ([0, 1, 2], 3)


# Late


def test_a_hang_is_ended_in_time_and_the_next_call_has_a_new_process(hosts: list[Host]) -> None:
    hosts.append(host := puppet(f"say('done', {{}}) if verb == 'tokens' else {HANGS}"))
    host.call("tokens", {})
    hung = host.pid
    error, seconds = seconds_of(host, ModuleHung, "keys")
    assert (error.module, error.during) == ("/modules/puppet.so", "keys")
    assert LOOK <= seconds < LOOK + 1
    assert not is_there(hung)
    assert not host.call("tokens", {}).failed
    assert host.health.hangs == 1


@pytest.mark.parametrize("dribble", ["raw(bytes((0, 0, 0, 9)) + b'half')\ntime.sleep(60)", SMALL_PIECES])
def test_a_part_of_an_answer_moves_no_deadline(hosts: list[Host], dribble: str) -> None:
    hosts.append(host := puppet(dribble))
    _, seconds = seconds_of(host, ModuleHung)
    assert seconds < LOOK + 1


def test_one_that_does_not_even_read_is_not_waited_for(hosts: list[Host]) -> None:
    """A certificate may be larger than what a pipe takes."""
    hosts.append(
        host := bare(
            f"{PUPPET}\nnext_request()\nsay('done', {{'description': '', 'version': '', 'microseconds': 1}})\n{HANGS}"
        )
    )
    began = time.monotonic()
    with pytest.raises(ModuleHung):
        host.call("import_certificate", {"der": bytes(300_000)})
    assert time.monotonic() - began < DEADLINES["write"] * PATIENCE + 1


def test_loading_has_a_deadline_of_its_own(hosts: list[Host]) -> None:
    hosts.append(host := bare("import time; time.sleep(60)"))
    error, seconds = seconds_of(host, ModuleHung)
    assert error.during == "load"
    assert seconds < DEADLINES["load"] * PATIENCE + 1


def test_typing_on_the_reader_may_take_longer() -> None:
    host = puppet(ECHO, patience=1)
    assert host._seconds("login", {"kind": "user", "pin": None}) == DEADLINES["pad"]
    assert host._seconds("login", LOGIN) == DEADLINES["pin"]
    assert host._seconds("generate", {}) == DEADLINES["generate"]
    assert host._seconds("initialise", {"officer": None}) == DEADLINES["pad"]
    assert host._seconds("tokens", {}) == DEADLINES["look"]


# Dead, and nonsense


def test_a_crash_is_noticed_at_once(hosts: list[Host]) -> None:
    hosts.append(host := puppet(DIES))
    _, seconds = seconds_of(host, ModuleCrashed)
    assert seconds < LOOK
    assert (host.health.crashes, str(host.health.last_fault)) == (1, "module-crashed tokens")


@pytest.mark.parametrize(
    "nonsense",
    [
        "raw(b'HTTP/1.1 200 OK')",
        "say('done', {}, other=number + 1)",
        "say('part', {})",
        "say('maybe', {})",
        "raw(wire.pack([number, 'done', []]))",
        "raw(b'\\xff\\xff\\xff\\xff')",
    ],
)
def test_nonsense_is_ended(hosts: list[Host], nonsense: str) -> None:
    hosts.append(host := puppet(f"{nonsense}\ntime.sleep(60)"))
    host.start()
    _, seconds = seconds_of(host, ModuleGarbled)
    assert seconds < LOOK
    assert host.pid == 0
    assert host.health.garbled == 1


def test_nonsense_instead_of_loading(hosts: list[Host]) -> None:
    hosts.append(host := bare(f"{PUPPET}\nnext_request(); say('done', {{'description': 5}})\n{HANGS}"))
    assert seconds_of(host, ModuleGarbled)[0].during == "load"


def test_an_answer_that_nobody_waited_for_is_not_taken_for_the_next(hosts: list[Host]) -> None:
    hosts.append(host := puppet("say('part', {}); say('done', {'verb': verb})"))

    def interrupt(_part: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        host.call("certificates", {}, interrupt)
    assert host.call("keys", {}, lambda _: None).body.text("verb") == "keys"


# Health


def test_three_failures_in_a_row_set_it_aside_until_the_user_asks(pair: Host) -> None:
    for _ in range(2):
        seconds_of(pair, ModuleCrashed, "keys")
    pair.call("tokens", {})  # two in a row only
    for _ in range(3):
        seconds_of(pair, ModuleCrashed, "keys")
    assert pair.health.set_aside
    _, seconds = seconds_of(pair, ModuleSetAside)
    assert seconds < 0.1
    pair.restart()
    assert not pair.call("tokens", {}).failed
    assert pair.health.crashes == 5


def test_being_loaded_well_is_no_success_yet(hosts: list[Host]) -> None:
    hosts.append(host := puppet(DIES))
    for _ in range(3):
        seconds_of(host, ModuleCrashed)
    seconds_of(host, ModuleSetAside)


def test_an_error_that_the_module_reports_is_no_failure_of_it(hosts: list[Host]) -> None:
    hosts.append(host := puppet("say('fail', {'word': 'gone', 'call': '', 'reason': ''})"))
    for _ in range(5):
        assert host.call("tokens", {}).failed
    assert host.health.in_a_row == 0


def test_what_cannot_be_started_is_told_at_the_first_call(hosts: list[Host]) -> None:
    hosts.append(host := Host("/modules/any.so", ["/nowhere/python"], env={}))
    before = open_files()
    host.start()
    error, _ = seconds_of(host, ModuleFault)
    assert (error.during, error.facts()["reason"]) == ("start", "No such file or directory")
    assert open_files() == before
    assert host.health.refusals == 2


# What is loaded


def test_what_is_no_library(tmp_path: Path, hosts: list[Host]) -> None:
    path = tmp_path / "module.so"
    path.write_text("no library" * 100)
    hosts.append(host := host_of(path, {}))
    error, _ = seconds_of(host, ModuleUnfit)
    assert error.facts()["reason"] == "unloadable"
    assert "invalid ELF header" in str(error.facts()["found"])


def test_a_library_that_is_no_module(hosts: list[Host]) -> None:
    [libc] = [line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines() if "/libc" in line][:1]
    hosts.append(host := host_of(libc, {}))
    assert seconds_of(host, ModuleUnfit)[0].facts()["reason"] == "unloadable"


def test_a_module_that_will_not_begin(shim: Shim, hosts: list[Host]) -> None:
    """A missing service looks like this: it is not the file that is unfit."""
    shim.set(fault="C_Initialize:rv=0x6@1+")
    hosts.append(host := host_of(shim.module, shim.env))
    error, _ = seconds_of(host, ModuleFault)
    assert (error.during, error.facts()["reason"]) == ("C_Initialize", "FUNCTION_FAILED")


def test_another_file_than_the_one_judged_is_not_loaded(shim: Shim, hosts: list[Host]) -> None:
    path = str(shim.module)
    judged = Fingerprint.of(path)
    for fingerprint in (judged._replace(size=judged.size + 1), judged._replace(inode=judged.inode + 1)):
        hosts.append(host := Host(path, child_command(), fingerprint=fingerprint, env=os.environ | shim.env))
        assert seconds_of(host, ModuleUntrusted)[0].facts()["reason"] == "changed"
    assert not shim.trace()
    hosts.append(host := Host(path, child_command(), fingerprint=judged, env=os.environ | shim.env))
    assert not host.call("tokens", {}).failed


# What is claimed of a PIN


@pytest.mark.parametrize(("act", "claim"), [(DIES, True), (f"say('reached', {{}}); {DIES}", False)])
def test_whether_a_try_may_have_been_used(hosts: list[Host], act: str, claim: bool) -> None:
    hosts.append(host := puppet(act))
    with pytest.raises(ModuleCrashed) as caught:
        host.call("login", dict(LOGIN))
    assert caught.value.no_try_used is claim


@pytest.mark.parametrize("act", [HANGS, f"say('reached', {{}}); {HANGS}"])
def test_the_same_for_a_hang_and_for_nonsense(hosts: list[Host], act: str) -> None:
    for end, kind in ((act, ModuleHung), (act.replace(HANGS, "raw(b'x' * 9)"), ModuleGarbled)):
        hosts.append(host := puppet(end))
        with pytest.raises(kind) as caught:
            host.call("login", dict(LOGIN))
        assert caught.value.no_try_used is ("reached" not in end)


def test_before_the_request_no_try_is_used(hosts: list[Host]) -> None:
    for host in (bare("import os; os._exit(1)"), Host("/modules/any.so", ["/nowhere/python"], env={})):
        hosts.append(host)
        for _ in range(4):  # the last one finds it set aside
            with pytest.raises(ModuleError) as caught:
                host.call("login", dict(LOGIN))
            assert caught.value.no_try_used is True


def test_a_call_without_a_pin_claims_nothing(hosts: list[Host]) -> None:
    hosts.append(host := puppet(DIES))
    assert seconds_of(host, ModuleCrashed)[0].no_try_used is None


def test_an_answer_knows_whether_its_own_pin_was_sent(hosts: list[Host]) -> None:
    hosts.append(host := puppet("say('reached', {}) if verb == 'login' else None\nsay('done', {})", patience=1))
    kept = {}

    def ask(verb: str) -> None:
        kept[verb] = [host.call(verb, {}).reached for _ in range(50)]

    threads = [threading.Thread(target=ask, args=(verb,)) for verb in ("login", "change")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert kept == {"login": [True] * 50, "change": [False] * 50}


# From another thread


def calling(host: Host) -> tuple[threading.Thread, list[ModuleError]]:
    """A thread that waits for an answer, and what it gets."""
    got: list[ModuleError] = []

    def call() -> None:
        with pytest.raises(ModuleError) as caught:
            host.call("login", dict(LOGIN))
        got.append(caught.value)

    host.call("tokens", {})
    thread = threading.Thread(target=call)
    thread.start()
    time.sleep(0.1)
    return thread, got


@pytest.mark.parametrize("end", ["kill", "close"])
def test_a_waiting_caller_is_set_free(hosts: list[Host], end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tokenmgr.providers.pkcs11.host.CLOSING_SECONDS", 0.1)
    hosts.append(host := puppet(f"say('done', {{}}) if verb == 'tokens' else {HANGS}", patience=1))
    thread, got = calling(host)
    began = time.monotonic()
    getattr(host, end)()
    thread.join(5)
    assert time.monotonic() - began < 2
    assert [type(error) for error in got] == [ModuleCrashed]
    assert host.health.in_a_row == host.health.crashes == 0  # it was wished for
    assert not host.call("tokens", {}).failed


def test_nothing_is_left_open(pair: Host) -> None:
    pair.call("tokens", {})
    before = open_files()
    children = set()
    for _ in range(2):
        children.add(pair.pid)
        seconds_of(pair, ModuleCrashed, "keys")
        pair.call("tokens", {})
    assert open_files() == before
    pair.close()
    assert open_files() == before - 2
    assert not any(map(is_there, children))
    pair.close()
    pair.kill()


def test_the_real_thing_counts_the_same(shim: Shim, hosts: list[Host]) -> None:
    """A try that was spent before the module died is not denied, one that was not is not claimed."""
    for fault, claim, left in (
        ("C_Login:segv", False, 15),
        ("C_OpenSession:segv", True, 15),
        ("C_Login:kill_after", False, 14),
    ):
        shim.set(fault=fault)
        hosts.append(host := host_of(shim.module, shim.env))
        [row] = [row for row in host.call("tokens", {}).body.rows("tokens") if row.text("serial")]
        who: dict[str, object] = {name: row.text(name) for name in ("manufacturer", "model", "serial")}
        with pytest.raises(ModuleCrashed) as caught:
            host.call("login", who | {"kind": "user", "pin": BAD.encode()})
        assert caught.value.no_try_used is claim
        assert shim.tries_left("user") == left
    assert PIN != BAD
