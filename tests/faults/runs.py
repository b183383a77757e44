"""One fault in one story: what came of it, and which promise it broke."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.beds.shim import Shim
from tests.faults.scenarios import STORIES
from tests.providers.pkcs11 import tokens
from tokenmgr.model.errors import ModuleHung, TokenError
from tokenmgr.model.pin import PinAnswer, Verdict
from tokenmgr.model.token import TokenId
from tokenmgr.providers.pkcs11.host import DEADLINES, KIND_OF_CALL, PIN_CALLS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.softhsm import SoftHsm
    from tests.faults.scenarios import Step
    from tokenmgr.providers.pkcs11.provider import Pkcs11Provider

PATIENCE = 0.015
#: Starting a process and ending one, on a busy machine.
SLACK = 1.0
TRIES = 15
PIN_FUNCTIONS = ("C_Login", "C_SetPIN", "C_InitToken", "ETC_UnlockComplete")

FUNCTIONS = (
    "C_Initialize", "C_GetSlotList", "C_GetTokenInfo", "C_OpenSession", "C_FindObjects", "C_GetAttributeValue",
    "C_Login", "C_SetPIN", "C_InitPIN", "C_SignInit", "C_Sign", "C_GenerateKeyPair", "C_CreateObject",
    "C_DestroyObject", "C_InitToken", "ETC_UnlockGetChallenge", "ETC_UnlockComplete",
)  # fmt: skip
DEADLY = ("segv", "abort", "exit", "overflow", "kill", "kill_after", "exit_after")
HANGING = ("hang", "hang_after")
SAYING = tuple(f"{how}={rv}" for how in ("rv", "rv_after") for rv in ("0x5", "0x30", "0x32", "0xe1", "0xb3"))
ACTIONS = (*DEADLY, *HANGING, *SAYING)
LIES = ("label", "slots", "length", "count", "flags", "shift", "siglen")


@dataclass
class Outcome:
    """What came of one run."""

    what: str
    met: bool = False
    errors: Counter[str] = field(default_factory=Counter)
    lost: int = 0
    typed_wrong: int = 0
    requests: int = 0
    broken: list[str] = field(default_factory=list)


class Ground:
    """A token with a key, copied for every run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._original = folder / "original"
        self._hsm = tokens.made(self._original)
        [serial] = self._hsm.serials()
        self.token = TokenId("SoftHSM project", "SoftHSM v2", serial)

    def run(self, story: str, what: str, **settings: str) -> Outcome:
        """A story with the shim set so; the shim's files are gone afterwards."""
        here = self._folder / "run"
        shim = Shim(self._copy(here), here / "shim", safenet=1, so_pin=tokens.SO_PIN, **settings)
        provider = tokens.provider_of(shim.module, shim.env, PATIENCE)
        try:
            return Run(provider, shim, self.token, Outcome(f"{story}: {what}")).through(STORIES[story])
        finally:
            provider.host.kill()
            shutil.rmtree(here)

    def fault(self, story: str, function: str, action: str, nth: int) -> Outcome:
        """The function fails at its n-th call."""
        what = f"{function}:{action}@{nth}"
        return self.run(story, what, fault=what)

    def calls(self, story: str) -> Counter[str]:
        """How often each function is called when nothing fails."""
        here = self._folder / "run"
        shim = Shim(self._copy(here), here / "shim", safenet=1, so_pin=tokens.SO_PIN)
        provider = tokens.provider_of(shim.module, shim.env)
        outcome = Run(provider, shim, self.token, Outcome(story)).through(STORIES[story])
        counted = Counter(line.split()[1] for line in shim.trace() if line.startswith(">"))
        provider.host.kill()
        shutil.rmtree(here)
        assert not outcome.errors, outcome
        return counted

    def _copy(self, here: Path) -> SoftHsm:
        here.mkdir()
        return tokens.copied(self._hsm, self._original, here / "hsm")


@dataclass
class Run:
    """A story under way."""

    provider: Pkcs11Provider
    shim: Shim
    token: TokenId
    outcome: Outcome

    def through(self, story: tuple[Step, ...]) -> Outcome:
        """Every step, whatever came of the one before; only a hang ends it, for each would take its whole deadline."""
        for step in story:
            if isinstance(self._take(step), ModuleHung):
                break
        self.outcome.met = self._fired()
        return self.outcome

    def _fired(self) -> bool:
        settings = self.shim.env
        function, _, rest = settings.get("SHIM_FAULT", ":").partition(":")
        return not function or self.shim.calls(function) >= int(rest.partition("@")[2])

    def _take(self, step: Step) -> TokenError | None:
        before, began = self._tries(), time.monotonic()
        sent = self._pin_calls()
        error = self._act(step)
        late = time.monotonic() - began - allowed(step.verb)
        lost = before - self._tries()
        self.outcome.requests += 1
        self.outcome.lost += max(0, lost)
        self.outcome.typed_wrong += step.typed == "wrong"
        if late > 0:
            self._broken(step, f"{late:.1f} s late")
        if lost > (step.typed == "wrong"):
            self._broken(step, f"{lost} tries lost")
        if error is not None and step.typed:
            self._check_claim(step, error, sent=self._pin_calls() > sent)
        return error

    def _act(self, step: Step) -> TokenError | None:
        try:
            answer = step.act(self.provider, self.token, self.shim)
        except TokenError as error:
            self.outcome.errors[error.code] += 1
            return error
        except Exception as error:  # noqa: BLE001 - that is what the campaign is looking for
            self._broken(step, f"not typed: {error!r}")
            return None
        if isinstance(answer, PinAnswer) and (answer.verdict is Verdict.RIGHT) != (step.typed == "right"):
            self._broken(step, f"{answer.verdict} for a {step.typed} PIN")
        return None

    def _check_claim(self, step: Step, error: TokenError, *, sent: bool) -> None:
        """A claim that no try was used has to be true, and where a PIN was on its way something has to be claimed."""
        if error.no_try_used is None:
            self._broken(step, f"{error.code} says nothing of the try")
        if error.no_try_used and sent:
            self._broken(step, f"{error.code} says that no try was used")

    def _broken(self, step: Step, how: str) -> None:
        self.outcome.broken.append(f"{self.outcome.what}: {step.verb}: {how}")

    def _tries(self) -> int:
        return self.shim.tries_left("user", self.token.serial) + self.shim.tries_left("so", self.token.serial)

    def _pin_calls(self) -> int:
        return sum(self.shim.calls(function) for function in PIN_FUNCTIONS)


def allowed(verb: str) -> float:
    """The longest that a verb may take, a new process included."""
    kind = KIND_OF_CALL.get(verb, "pin" if verb in PIN_CALLS else "look")
    return (DEADLINES["load"] + DEADLINES[kind]) * PATIENCE + SLACK
