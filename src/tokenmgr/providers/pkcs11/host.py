"""The parent's side of a module's process: start it, ask it, give up on it, start it anew.

One request at a time. Every request has a deadline by kind; late is killed and ModuleHung, dead is ModuleCrashed,
nonsense is killed and ModuleGarbled. Nothing is ever sent twice. After three failures in a row the module is set aside
until `restart`.
"""

from __future__ import annotations

import os
import threading
import time
from contextlib import contextmanager, suppress
from typing import NamedTuple

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
from tokenmgr.model.last_fault import LastFault
from tokenmgr.providers.pkcs11 import wire
from tokenmgr.providers.pkcs11.pipes import Late, inlet, outlet
from tokenmgr.providers.pkcs11.process import on_pipes

TYPE_CHECKING = False  # typing costs 5 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import NoReturn

    from tokenmgr.model.errors import ModuleError
    from tokenmgr.providers.pkcs11.pipes import Inlet, Outlet
    from tokenmgr.providers.pkcs11.process import Process
    from tokenmgr.providers.pkcs11.spares import Spares
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


class Health(NamedTuple):
    """How a module has been doing since the program started."""

    load_seconds: float | None = None
    crashes: int = 0
    hangs: int = 0
    garbled: int = 0
    #: It would not load, or not initialise.
    refusals: int = 0
    in_a_row: int = 0
    last_fault: LastFault | None = None
    description: str = ""
    version: str = ""

    @property
    def set_aside(self) -> bool:
        """Left alone until the user asks again."""
        return self.in_a_row >= FAILURES_IN_A_ROW


class Answer(NamedTuple):
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
        spares: Spares | None = None,
    ) -> None:
        self.module = module
        self.health = Health()
        self._command = command
        #: The file that was found fit to load (device, inode, time, size); the child looks again before it does.
        self._fingerprint = list(fingerprint or ())
        self._env = dict(os.environ if env is None else env)
        self._patience = patience
        #: Processes of this very command and environment that may be started already.
        self._spares = spares
        self._lock = threading.RLock()
        self._process: Process | None = None
        #: The process that `kill` was asked to end; its end is nobody's failure.
        self._killed: Process | None = None
        self._requests: Outlet | None = None
        self._answers: Inlet | None = None
        self._frames = wire.Frames()
        self._number = 0
        self._loaded = False
        #: A PIN has been sent to this process: the token may be open.
        self._opened = False
        #: The module is being loaded, and nobody has waited for it yet.
        self._loading = False
        self._reached = False

    def start(self) -> None:
        """Have the module loaded without waiting for it. Where that fails, the first call will say so."""
        with self._lock, suppress(ModuleFault, Late, wire.WireClosed):
            self._start()
            self._begin_to_load()

    def _start(self) -> None:
        if self._process:
            return
        try:
            self._spawn()
        except OSError as error:
            reason = os.strerror(error.errno or 0)
            self._end("refusals", LastFault(ModuleFault.code, reason, reasoned=True))
            raise ModuleFault(self.module, "start", reason) from None
        self._frames = wire.Frames()
        self._loaded = self._loading = self._opened = False

    def _spawn(self) -> None:
        spare = self._spares.take() if self._spares else None
        self._process, requests, answers = spare or on_pipes(self._command, self._env)
        self._requests, self._answers = outlet(requests), inlet(answers)

    def call(self, verb: str, arguments: dict[str, object], on_part: Callable[[Fields], None] | None = None) -> Answer:
        """Ask once. The answer may be a failure the module reports; what it cannot report is raised."""
        with self._lock:
            try:
                self._make_ready()
            except TokenError as error:
                if verb in PIN_CALLS:
                    error.no_try_used = True
                raise
            self._opened = self._opened or verb in PIN_CALLS
            return self._ask(verb, arguments, on_part)

    def _make_ready(self) -> None:
        if self.health.set_aside:
            raise ModuleSetAside(self.module)
        self._start()
        if not self._loaded:
            self._load()

    def _begin_to_load(self) -> None:
        if not self._loaded and not self._loading:
            self._loading = True
            wish: dict[str, object] = {"module": os.fsencode(self.module), "fingerprint": self._fingerprint}
            self._put("load", wish, time.monotonic() + self._seconds("load", wish))

    def _load(self) -> None:
        with self._blaming("load"):
            self._begin_to_load()
            # The module's time runs from now: whoever started it ahead may have done anything since.
            answer = self._listen(time.monotonic() + self._seconds("load", {}), None)
        try:
            if answer.failed:
                raise self._refusal(answer.body)
            description, version = answer.body.text("description"), answer.body.text("version")
            took = answer.body.number("microseconds") / 1e6
        except wire.WireBroken:
            self.garbled("load", answer)
        self._loaded = True
        self.health = self.health._replace(load_seconds=took, description=description, version=version)

    def _refusal(self, body: Fields) -> ModuleError:
        word, call, reason = body.text("word", 32), body.text("call", 64), body.text("reason")
        refusal = self._refused(word, call, reason)
        self._end("refusals", LastFault(refusal.code, reason or word, reasoned=True))
        return refusal

    def _refused(self, word: str, call: str, reason: str) -> ModuleError:
        if word == "changed":
            return ModuleUntrusted(self.module, word)
        if word == "garbled":
            return ModuleGarbled(self.module, "load")
        if word == "unloadable":
            return ModuleUnfit(self.module, word, reason)
        return ModuleFault(self.module, call or "load", reason or word)

    def _ask(self, verb: str, arguments: dict[str, object], on_part: Callable[[Fields], None] | None) -> Answer:
        deadline = time.monotonic() + self._seconds(verb, arguments)
        with self._blaming(verb):
            self._put(verb, arguments, deadline)
            answer = self._listen(deadline, on_part)
        self.health = self.health._replace(in_a_row=0) if self.health.in_a_row else self.health
        return answer

    @contextmanager
    def _blaming(self, verb: str) -> Iterator[None]:
        """What happens to a request is the module's doing."""
        try:
            yield
        except Late:
            raise self._blamed("hangs", ModuleHung, verb) from None
        except wire.WireClosed:
            raise self._blamed("crashes", ModuleCrashed, verb) from None
        except wire.WireBroken:
            raise self._blamed("garbled", ModuleGarbled, verb) from None
        except BaseException:
            self._drop()  # interrupted: the answer would come to the next question
            raise

    def _seconds(self, verb: str, arguments: dict[str, object]) -> float:
        kind = KIND_OF_CALL.get(verb, "pin" if verb in PIN_CALLS else "look")
        on_pad = verb in PIN_CALLS and None in arguments.values()
        return DEADLINES["pad" if on_pad else kind] * self._patience

    def _put(self, verb: str, arguments: dict[str, object], deadline: float) -> None:
        self._number += 1
        self._reached = False
        self._send(wire.pack([self._number, verb, arguments]), deadline)

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

    def _blamed(self, counter: str, kind: type[ModuleError], verb: str) -> ModuleError:
        self._end(counter, LastFault(kind.code, verb))
        error = kind(self.module, verb)
        if verb in PIN_CALLS:
            error.no_try_used = not self._reached
        return error

    def _end(self, counter: str, fault: LastFault) -> None:
        wanted = self._process is not None and self._process is self._killed
        self._drop()
        if not wanted:
            counted = {counter: getattr(self.health, counter) + 1}
            in_a_row = self.health.in_a_row + 1
            self.health = self.health._replace(in_a_row=in_a_row, last_fault=fault, **counted)

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
            self.health = self.health._replace(in_a_row=0)

    def close(self) -> None:
        """End the process politely: a closed pipe tells it to let go of the token. One that is stuck is ended."""
        if not self._lock.acquire(timeout=CLOSING_SECONDS):
            self.kill()
            self._lock.acquire()
        try:
            process, self._process = self._process, None
            self._close_pipes()
            if process and self._opened:
                process.leave()  # a token that was opened is closed by now
            elif process:
                process.part()
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
            self._end("garbled", LastFault(ModuleGarbled.code, verb))
        error = ModuleGarbled(self.module, verb)
        if verb in PIN_CALLS:
            error.no_try_used = not answer.reached
        raise error
