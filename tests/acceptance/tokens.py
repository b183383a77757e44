"""A token under test, whatever is behind it: what it truly has left, and how its PIN is got wrong."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count, cycle
from typing import TYPE_CHECKING, Any

from tests.acceptance.command import FINE, LOCKED, REFUSED, WRONG
from tests.acceptance.figures import Figures, never_more, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.acceptance.command import CommandLine, Ran

#: A new wrong PIN each time, so that a card which knew the last one could not cheat.
WRONG_PINS = (f"90{number:04d}" for number in count())
NEW_PIN = "246813"
#: Near the end every step is looked at.
FEW = 3


@dataclass
class TokenUnderTest:
    """One token and the command line that reaches it."""

    run: CommandLine
    serial: str
    pin: str
    #: Tries truly left of the user PIN.
    truth: Callable[[], int]
    #: How often a PIN truly reached the token.
    reached: Callable[[], int]
    figures: Figures
    #: `pin status` is looked at after every so many wrong PINs; what the error tells is looked at after each.
    look_every: int = 1
    #: Each has its turn.
    verbs: tuple[str, ...] = ("pin change", "token test")

    def __post_init__(self) -> None:
        """Begin with the first verb."""
        self._verbs = cycle(self.verbs)
        self.said = ""

    def attempt(self, pin: str, *options: str) -> tuple[str, Ran]:
        """Give a PIN to the next verb."""
        verb = next(self._verbs)
        pins = [pin, NEW_PIN] if verb == "pin change" else [pin]
        return verb, self.run(*verb.split(), "--token", self.serial, *options, pins=pins)

    def status(self) -> dict[str, Any]:
        """What `pin status` says, never above the truth."""
        tries = self.run.tries(self.serial)
        never_more(tries, self.truth())
        return tries

    def miss(self, before: dict[str, Any], expected: int, *options: str) -> dict[str, Any]:
        """One wrong PIN: one try, the exit code, and honest numbers in the error and in `pin status` after it."""
        true_before, had_reached = self.truth(), self.reached()
        verb, ran = self.attempt(next(WRONG_PINS), *options)
        truth = self.truth()
        assert (ran.code, self.reached(), truth) == (expected, had_reached + 1, true_before - 1), ran
        never_more(ran.tries(), truth)
        self.said = ran.error()["message"]
        after = self.status() if truth < FEW or truth % self.look_every == 0 else ran.tries()
        self.figures.add(verb, true_before, shown(before), ran.code, truth, shown(ran.tries()), shown(after))
        return after

    def stopped(self, pin: str, expected: int, code: str) -> Ran:
        """A PIN that is not sent: nothing is spent, and the error says which it was."""
        true_before, had_reached = self.truth(), self.reached()
        verb, ran = self.attempt(pin)
        assert (ran.code, self.reached(), self.truth()) == (expected, had_reached, true_before), ran
        assert ran.error()["code"] == code
        assert ran.error()["no_try_used"] is True
        note = f"{verb}, not sent: {code}"
        self.figures.add(note, true_before, "", ran.code, true_before, shown(ran.error().get("tries")), "")
        return ran

    def lock(self, way_out: str = "") -> None:
        """From the first wrong PIN to the lock; the way out is said with the last one and ever after."""
        self._to_the_last()
        assert way_out in self.said
        assert way_out in self.stopped(self.pin, LOCKED, "pin-locked").error()["message"]

    def lock_by_ledger(self, way_out: str = "") -> None:
        """The same where no flag ever tells: at nought the ledger may be out of date, so a person may insist."""
        self._to_the_last()
        assert way_out in self.said
        self.stopped(self.pin, REFUSED, "last-try")
        _, insisted = self.attempt(self.pin, "--spend-last-try")
        assert insisted.code == LOCKED
        assert way_out in insisted.error()["message"]

    def _to_the_last(self) -> None:
        seen = self.status()
        while self.truth() > 1:
            seen = self.miss(seen, WRONG)
        assert seen["at_most"] == 1
        self.stopped(next(WRONG_PINS), REFUSED, "last-try")
        seen = self.miss(seen, LOCKED, "--spend-last-try")
        assert seen["at_most"] == 0

    def opens(self, pin: str) -> None:
        """The PIN is right; what was shown before holds afterwards."""
        assert self.run("token", "test", "--token", self.serial, pins=[pin]).code == FINE
        self.status()
