"""The parent's side of a module's process: start it, ask it, give up on it, start it anew.

One request at a time. Every request has a deadline by kind; late is killed and ModuleHung, dead is ModuleCrashed,
nonsense is killed and ModuleGarbled. Nothing is ever sent twice. After three failures in a row the module is set aside
until `restart`.
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

from tokenmgr.model.errors import (
    ModuleCrashed,
    ModuleFault,
    ModuleGarbled,
    ModuleHung,
    ModuleSetAside,
    ModuleUnfit,
    ModuleUntrusted,
    TokenError,
)
from tokenmgr.providers.pkcs11 import wire
from tokenmgr.providers.pkcs11.pipes import Late, inlet, outlet
from tokenmgr.providers.pkcs11.process import spawn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tokenmgr.model.errors import ModuleError
    from tokenmgr.providers.pkcs11.pipes import Inlet, Outlet
    from tokenmgr.providers.pkcs11.process import Process
    from tokenmgr.providers.pkcs11.wire import Fields

FAILURES_IN_A_ROW = 3
#: How long `close` waits for the request that is being served.
CLOSING_SECONDS = 2.0
DEADLINES = {"load": 30.0, "look": 15.0, "pin": 60.0, "pad": 120.0, "sign": 60.0, "write": 60.0, "generate": 300.0}
KIND_OF_CALL = {
    "load": "load",
    "sign": "sign",
    "decrypt": "sign",
    "generate": "generate",
    "import_certificate": "write",
    "import_key": "write",
    "delete": "write",
    "initialise": "write",
}
PIN_CALLS = frozenset({"login", "change", "set_by_officer", "unlock_by_puk", "respond", "initialise", "sign_with_pin"})


@dataclass(frozen=True, slots=True)
class Health:
    """How a module has been doing since the program started."""

    load_seconds: float | None = None
    crashes: int = 0
    hangs: int = 0
    garbled: int = 0
    #: It would not load, or not initialise.
    refusals: int = 0
    in_a_row: int = 0
    last_error: str = ""
    description: str = ""
    version: str = ""

    @property
    def set_aside(self) -> bool:
        """Left alone until the user asks again."""
        return self.in_a_row >= FAILURES_IN_A_ROW


@dataclass(frozen=True, slots=True)
class Answer:
    """What the module said, and whether a PIN reached it on the way."""

    failed: bool
    body: Fields
    reached: bool = False


class Host:
    """One module and its process."""

    def __init__(
        self,
        module: str,
        command: Sequence[str],
        *,
        fingerprint: tuple[int, int, int, int] | None = None,
        env: Mapping[str, str] | None = None,
        patience: float = 1.0,
    ) -> None:
        self.module = module
        self.health = Health()
        self._command = command
        #: The file that was found fit to load (device, inode, time, size); the child looks again before it does.
        self._fingerprint = list(fingerprint or ())
        self._env = dict(os.environ if env is None else env)
        self._patience = patience
        self._lock = threading.RLock()
        self._process: Process | None = None
        #: The process that `kill` was asked to end; its end is nobody's failure.
        self._killed: Process | None = None
        self._requests: Outlet | None = None
        self._answers: Inlet | None = None
        self._frames = wire.Frames()
        self._number = 0
        self._loaded = False
        self._reached = False

    def start(self) -> None:
        """Start the process without waiting for it. Where that fails, the first call will say so."""
        with self._lock, suppress(ModuleFault):
            self._start()

    def _start(self) -> None:
        if self._process:
            return
        try:
            self._spawn()
        except OSError as error:
            self._end("refusals", "start")
            raise ModuleFault(self.module, "start", os.strerror(error.errno or 0)) from None
        self._frames = wire.Frames()
        self._loaded = False

    def _spawn(self) -> None:
        child_in, requests = os.pipe()
        self._requests = outlet(requests)
        try:
            answers, child_out = os.pipe()
            self._answers = inlet(answers)
            try:
                self._process = spawn(self._command, self._env, child_in, child_out)
            finally:
                os.close(child_out)
        finally:
            os.close(child_in)

    def call(self, verb: str, arguments: dict[str, object], on_part: Callable[[Fields], None] | None = None) -> Answer:
        """Ask once. The answer may be a failure the module reports; what it cannot report is raised."""
        with self._lock:
            try:
                self._make_ready()
            except TokenError as error:
                if verb in PIN_CALLS:
                    error.no_try_used = True
                raise
            return self._ask(verb, arguments, on_part)

    def _make_ready(self) -> None:
        if self.health.set_aside:
            raise ModuleSetAside(self.module, self.health.last_error)
        self._start()
        if not self._loaded:
            self._load()

    def _load(self) -> None:
        began = time.monotonic()
        answer = self._ask("load", {"fingerprint": self._fingerprint}, None)
        try:
            if answer.failed:
                raise self._refusal(answer.body)
            description, version = answer.body.text("description"), answer.body.text("version")
        except wire.WireBroken:
            self.garbled("load", answer)
        self._loaded = True
        took = time.monotonic() - began
        self.health = replace(self.health, load_seconds=took, description=description, version=version)

    def _refusal(self, body: Fields) -> ModuleError:
        word, call, reason = body.text("word", 32), body.text("call", 64), body.text("reason")
        self._end("refusals", reason or word)
        if word == "changed":
            return ModuleUntrusted(self.module, word)
        if word == "garbled":
            return ModuleGarbled(self.module, "load")
        if word == "unloadable":
            return ModuleUnfit(self.module, word, reason)
        return ModuleFault(self.module, call or "load", reason or word)

    def _ask(self, verb: str, arguments: dict[str, object], on_part: Callable[[Fields], None] | None) -> Answer:
        self._number += 1
        self._reached = False
        deadline = time.monotonic() + self._seconds(verb, arguments)
        try:
            self._send(wire.pack([self._number, verb, arguments]), deadline)
            answer = self._listen(deadline, on_part)
        except Late:
            self._end("hangs", verb)
            raise self._blamed(ModuleHung, verb) from None
        except wire.WireClosed:
            self._end("crashes", verb)
            raise self._blamed(ModuleCrashed, verb) from None
        except wire.WireBroken:
            self._end("garbled", verb)
            raise self._blamed(ModuleGarbled, verb) from None
        except BaseException:
            self._drop()  # interrupted: the answer would come to the next question
            raise
        if verb != "load":
            self.health = replace(self.health, in_a_row=0) if self.health.in_a_row else self.health
        return answer

    def _seconds(self, verb: str, arguments: dict[str, object]) -> float:
        kind = KIND_OF_CALL.get(verb, "pin" if verb in PIN_CALLS else "look")
        on_pad = verb in PIN_CALLS and None in arguments.values()
        return DEADLINES["pad" if on_pad else kind] * self._patience

    def _send(self, frame: bytearray, deadline: float) -> None:
        try:
            if self._requests is None:
                raise wire.WireClosed
            self._requests.write(frame, deadline)
        finally:
            wire.forget(frame)

    def _listen(self, deadline: float, on_part: Callable[[Fields], None] | None) -> Answer:
        while True:
            number, kind, fields = wire.unpack_answer(self._next_frame(deadline))
            if number != self._number:
                raise wire.WireBroken("answer to another question")
            if kind == "reached":
                self._reached = True
            elif kind != "part":
                return Answer(kind == "fail", fields, self._reached)
            elif on_part is None:
                raise wire.WireBroken("a part of nothing")
            else:
                on_part(fields)

    def _next_frame(self, deadline: float) -> bytes:
        inlet_now = self._answers
        if inlet_now is None:
            raise wire.WireClosed
        return wire.read_frame(lambda: inlet_now.read(deadline), self._frames)

    def _blamed(self, kind: type[ModuleError], verb: str) -> ModuleError:
        error = kind(self.module, verb)
        if verb in PIN_CALLS:
            error.no_try_used = not self._reached
        return error

    def _end(self, counter: str, why: str) -> None:
        wanted = self._process is not None and self._process is self._killed
        self._drop()
        if not wanted:
            counted = {counter: getattr(self.health, counter) + 1}
            in_a_row = self.health.in_a_row + 1
            self.health = replace(self.health, in_a_row=in_a_row, last_error=f"{counter} {why}", **counted)

    def _drop(self) -> None:
        process, self._process = self._process, None
        if process:
            process.kill()
        self._close_pipes()

    def _close_pipes(self) -> None:
        requests, self._requests = self._requests, None
        answers, self._answers = self._answers, None
        for pipe in (requests, answers):
            if pipe is not None:
                pipe.close()

    def kill(self) -> None:
        """End the process now, whatever it is doing. From another thread this frees a waiting caller.

        That caller closes the pipes: a number closed under a reader may be another file a moment later.
        """
        self._killed = process = self._process
        if process:
            process.kill()
        if self._lock.acquire(blocking=False):
            try:
                self._drop()
            finally:
                self._lock.release()

    def restart(self) -> None:
        """The user asks again: forget the failures and start afresh at the next use."""
        with self._lock:
            self._drop()
            self.health = replace(self.health, in_a_row=0)

    def close(self) -> None:
        """End the process politely: a closed pipe tells it to let go of the token. One that is stuck is ended."""
        if not self._lock.acquire(timeout=CLOSING_SECONDS):
            self.kill()
            self._lock.acquire()
        try:
            process, self._process = self._process, None
            self._close_pipes()
            if process:
                process.leave()
        finally:
            self._lock.release()

    @property
    def pid(self) -> int:
        """The process now, 0 where none is running."""
        process = self._process
        return process.pid if process else 0

    def garbled(self, verb: str, answer: Answer) -> NoReturn:
        """What came was well-formed and still cannot be."""
        with self._lock:
            self._end("garbled", verb)
        error = ModuleGarbled(self.module, verb)
        if verb in PIN_CALLS:
            error.no_try_used = not answer.reached
        raise error
