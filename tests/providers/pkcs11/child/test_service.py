"""From a request to its verb, and from whatever happens to an answer."""

from __future__ import annotations

import os
import select
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.providers.pkcs11.tokens import PIN, host_of
from tokenmgr.providers.pkcs11 import wire
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.service import Service, serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.beds.shim import Shim
    from tokenmgr.providers.pkcs11.host import Host


class Pipe:
    """Hears what a service says."""

    def __init__(self) -> None:
        self._reading, self.writing = os.pipe()
        self._frames = wire.Frames()

    def heard(self) -> list[tuple[str, dict[str, Any]]]:
        answers = []
        while select.select([self._reading], [], [], 0)[0]:
            self._frames.feed(os.read(self._reading, 65536))
            while (body := self._frames.next()) is not None:
                answers.append(wire.unpack_answer(body)[1:])
        return [(kind, fields._map) for kind, fields in answers]

    def close(self) -> None:
        os.close(self._reading)
        os.close(self.writing)


class Waiting:
    """The PIN verbs as far as the service looks at them itself."""

    def __init__(self) -> None:
        self.waiting = False


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    pipe = Pipe()
    yield pipe
    pipe.close()


@pytest.fixture
def service(pipe: Pipe) -> Service:
    """One that thinks it has loaded its module."""
    service = Service(pipe.writing)
    service._cryptoki, service._pins = Waiting(), Waiting()  # type: ignore[assignment]
    return service


def ask(service: Service, verb: str, act: Callable[[Any], Any] | None = None) -> None:
    if act is not None:
        setattr(service, f"serve_{verb}", act)
    service.answer(bytes(wire.pack([5, verb, {}])[wire.PREFIX :]))


def fails(error: Exception) -> Callable[[Any], Any]:
    def act(_arguments: Any) -> None:
        raise error

    return act


@pytest.mark.parametrize(
    ("error", "word", "call", "reason"),
    [(CkError("C_Sign", 0x32), "gone", "C_Sign", "DEVICE_REMOVED"), (Failure("waiting"), "waiting", "", ""),
     (Failure("mechanism", call="ec 1"), "mechanism", "ec 1", ""), (KeyError("x"), "fault", "sign", "KeyError"),
     (RecursionError(), "fault", "sign", "RecursionError")],
)  # fmt: skip
def test_whatever_goes_wrong_is_told(
    service: Service, pipe: Pipe, error: Exception, word: str, call: str, reason: str
) -> None:
    ask(service, "sign", fails(error))
    assert pipe.heard() == [("fail", {"word": word, "call": call, "reason": reason})]


def test_a_pin_that_is_about_to_go_is_announced_before_the_answer(service: Service, pipe: Pipe) -> None:
    def act(_arguments: Any) -> dict[str, str]:
        service._reached()
        return {"verdict": "right"}

    ask(service, "login", act)
    assert pipe.heard() == [("reached", {}), ("done", {"verdict": "right"})]


@pytest.mark.parametrize("verb", ["", "_load", "load", "answer", "__init__", "close", "fly"])
def test_what_is_no_verb_now_ends_the_conversation(service: Service, verb: str) -> None:
    with pytest.raises(wire.WireBroken):
        ask(service, verb)


def test_nothing_is_served_before_loading(pipe: Pipe) -> None:
    with pytest.raises(wire.WireBroken):
        ask(Service(pipe.writing), "tokens")


def test_while_a_response_is_awaited(service: Service, pipe: Pipe) -> None:
    service._pins.waiting = True  # type: ignore[misc]
    for verb in ("login", "certificates", "sign", "initialise"):
        ask(service, verb, lambda _: pytest.fail("touched"))
    assert {fields["word"] for _, fields in pipe.heard()} == {"waiting"}
    for verb in ("respond", "challenge", "logout"):
        ask(service, verb, lambda _: None)
    ask(service, "tokens")
    assert [kind for kind, _ in pipe.heard()] == ["done"] * 4


def test_the_end_of_the_conversation(pipe: Pipe) -> None:
    assert serve(lambda: b"", pipe.writing) == 0
    assert serve(lambda: bytes(bytearray(b"\xff" * 8)), pipe.writing) == 2
    stream = [bytes(wire.pack([1, "tokens", {}]))]
    assert serve(stream.pop, pipe.writing) == 2


def test_at_the_end_the_module_may_tidy_up(shim: Shim) -> None:
    host = host_of(shim.module, shim.env)
    host.call("tokens", {})
    host.close()
    until = time.monotonic() + 5
    while not shim.calls("C_Finalize") and time.monotonic() < until:
        time.sleep(0.01)
    assert shim.calls("C_Finalize") == 1


def opened(shim: Shim) -> Host:
    host = host_of(shim.module, shim.env)
    (row,) = (row for row in host.call("tokens", {}).body.rows("tokens") if row.text("serial"))
    who = {name: row.text(name) for name in ("manufacturer", "model", "serial")}
    assert host.call("login", {**who, "kind": "user", "pin": PIN.encode()}).body.text("verdict") == "right"
    return host


def test_a_token_that_was_opened_is_closed_when_the_host_is(shim: Shim) -> None:
    host = opened(shim)
    host.close()
    assert shim.calls("C_Finalize") == 1


def test_a_module_that_hangs_at_the_end_is_ended(shim: Shim, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tokenmgr.providers.pkcs11.process.POLITE_SECONDS", 0.2)
    shim.set(fault="C_Finalize:hang")
    host = opened(shim)
    process = host.pid
    host.close()
    assert host.pid == 0
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_module_that_hangs_at_the_end_ends_without_being_waited_for(shim: Shim) -> None:
    shim.set(fault="C_Finalize:hang")
    host = host_of(shim.module, shim.env)
    host.call("tokens", {})
    process = host.pid
    began = time.monotonic()
    host.close()
    assert time.monotonic() - began < 0.5
    until = began + 10
    while os.waitpid(process, os.WNOHANG) == (0, 0):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_request_is_forgotten_when_it_is_served(service: Service) -> None:
    kept: list[bytes] = []

    def act(arguments: wire.Fields) -> None:
        kept.append(arguments.data("pin"))

    body = bytes(wire.pack([5, "login", {"pin": PIN.encode()}])[wire.PREFIX :])
    service.serve_login = act  # type: ignore[method-assign,assignment]
    pieces = [len(body).to_bytes(4, "big") + body]
    frames = wire.Frames()
    whole = wire.read_frame(lambda: bytes(bytearray(pieces.pop())), frames)
    service.answer(whole)
    assert kept == [PIN.encode()]
