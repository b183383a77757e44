"""The gate that every PIN passes before it reaches a token.

    in the token's turn
        slips of the fingers      ->  PinRefused, no try used
        refused earlier this run  ->  PinRefused, no try used
        locked already            ->  PinLocked, no try used
    outside it, for a person may think for minutes, and pull the token meanwhile
        the last try              ->  asks; without a clear yes LastTry, no try used
    in its turn again, with a lock over all processes, everything read again
        not as it was asked about ->  LastTry, no try used
        kept, but touched since   ->  PinRefused, no try used
        ledger: begun             ->  cannot be written: LedgerUnwritable, no try used
        the token                 ->  exactly once
        ledger: settled

Whoever waits does so in this order: the token's lane, this lock, the module. Nobody waits for an earlier one while
holding a later one.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import (
    LastTry,
    LedgerUnwritable,
    PinError,
    PinLocked,
    PinMustChange,
    PinNotSet,
    PinRefused,
    TokenError,
    WrongPin,
)
from tokenmgr.model.pin import TriesLeft, Verdict
from tokenmgr.session.cache import KeptPin
from tokenmgr.session.ledger import HARMLESS
from tokenmgr.session.tries import estimate
from tokenmgr.session.typing_slips import slip
from tokenmgr.system import locks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tokenmgr.model.pin import Pin, PinAnswer, PinKind, PinReading
    from tokenmgr.model.token import Token, TokenId
    from tokenmgr.providers.base import PinControl
    from tokenmgr.session.cache import PinCache
    from tokenmgr.session.ledger import Ledger
    from tokenmgr.session.refused import RefusedPins

    #: Told of what happened to a token, and the facts that may be kept of it.
    OnEvent = Callable[[str, Token | None, dict[str, str | int]], None]

#: What a verdict leaves in the ledger.
SETTLED = {
    Verdict.RIGHT: "right",
    Verdict.EXPIRED: "right",
    Verdict.WRONG: "wrong",
    Verdict.LOCKED: "wrong",
    Verdict.RULES: "void",
    Verdict.NOT_SET: "void",
}
LAST = 1
#: The rule that stops a kept PIN.
TOUCHED = "kept-no-more"


class Aim(NamedTuple):
    """What a PIN is for."""

    purpose: str
    #: What the history calls it when it went well.
    told_as: str = "pin-right"
    #: The PIN that is another one once the token has said yes.
    renews: PinKind | None = None
    #: A person has just typed it, so it may be kept.
    keeps: bool = False


OPEN = Aim("open")


def at_once() -> AbstractContextManager[None]:
    """The turn of whoever has it already."""
    return nullcontext()


def nothing(_line: int) -> None:
    """Whom a right PIN does not matter."""


class Wish(NamedTuple):
    """One PIN that is to go to one token."""

    token: Token
    kind: PinKind
    #: None: it is typed on the reader's own keys.
    pin: Pin | None
    control: PinControl
    #: The issuer's limit, where it publishes one.
    limit: int | None
    #: Asks a person whether the last try may be spent.
    confirm: Callable[[TriesLeft], bool]
    aim: Aim = OPEN
    #: How the token's turn is waited for.
    turn: Callable[[], AbstractContextManager[None]] = at_once
    #: Told, while the token's turn lasts, that the PIN was right, and the ledger's line that says so.
    then: Callable[[int], None] = nothing


class Question(NamedTuple):
    """What a person is asked before the last try."""

    tries: TriesLeft
    #: The ledger's last line then: whatever stands behind it has changed what was asked.
    line: int


class Guard:
    """The one way for a PIN to a token."""

    def __init__(
        self,
        ledger: Ledger,
        refused: RefusedPins,
        cache: PinCache,
        locks_folder: Path,
        on_event: OnEvent | None = None,
    ) -> None:
        self._on_event = on_event
        self._ledger = ledger
        self._refused = refused
        self._cache = cache
        self._locks = locks_folder

    def tell(self, kind: str, token: Token | None, **facts: str | int) -> None:
        """Let whoever keeps the history know."""
        if self._on_event is not None:
            self._on_event(kind, token, facts)

    def tries(self, wish: Wish, reading: PinReading | None = None) -> TriesLeft:
        """What is known of the tries left."""
        if reading is None:
            reading = wish.control.reading(wish.token.id, wish.kind)
        past = self._ledger.past(wish.token.id, wish.kind, reading.limit or wish.limit)
        return estimate(reading, past, wish.limit)

    def attempt(self, wish: Wish, act: Callable[[], PinAnswer]) -> PinAnswer:
        """Let the PIN through to `act`, once, or say why not; either way it is told."""
        about: dict[str, str | int] = {"pin": wish.kind.value, "purpose": wish.aim.purpose}
        try:
            answer = self._let_through(wish, act)
        except (PinError, LedgerUnwritable) as error:
            kind, facts = told(error)
            self.tell(kind, wish.token, **about, **facts)
            raise
        self.tell(wish.aim.told_as, wish.token, **about)
        return answer

    def _let_through(self, wish: Wish, act: Callable[[], PinAnswer]) -> PinAnswer:
        with wish.turn():
            question = self._question(wish)
        if question is not None and not wish.confirm(question.tries):
            raise LastTry(wish.token.id, wish.kind, question.tries)
        with wish.turn(), self.alone(wish.token.id):
            return self._attempt_alone(wish, act, question)

    def _question(self, wish: Wish) -> Question | None:
        """What has to be asked first, if anything."""
        self._check_typing(wish)
        line = self._ledger.line(wish.token.id, wish.kind)
        tries, _reading = self._look(wish)
        return Question(tries, line) if _is_last(tries) else None

    @contextmanager
    def alone(self, token: TokenId) -> Iterator[None]:
        """One try at a time per serial number, over all processes. Where that cannot be had nothing is tried."""
        import hashlib  # 2 ms, and most commands send no PIN

        mark = hashlib.sha256(token.serial.encode()).hexdigest()[:32]
        with ExitStack() as stack:
            try:
                stack.enter_context(locks.held(self._locks / f"{mark}.lock"))
            except OSError as error:
                raise LedgerUnwritable(str(error)) from None
            yield

    def _check_typing(self, wish: Wish) -> None:
        if wish.pin is None:
            return
        user = wish.kind.value == "user"
        broken = slip(wish.pin, wish.token.pin_min if user else None, wish.token.pin_max if user else None)
        if broken is not None:
            raise PinRefused(wish.token.id, wish.kind, broken[0], broken[1])
        if self._was_refused(wish, wish.pin):
            raise PinRefused(wish.token.id, wish.kind, "refused-before")

    def _was_refused(self, wish: Wish, pin: Pin) -> bool:
        """Unless there are signs that the PIN is another one by now."""
        token, kind = wish.token.id, wish.kind
        if not self._refused.known(token, kind, pin):
            return False
        self._refused.forget_outlived(token, kind, self._ledger.events(token, kind), wish.control.reading(token, kind))
        return self._refused.known(token, kind, pin)

    def untouched(self, token: TokenId, kind: PinKind, pin: KeptPin) -> bool:
        """Whether no program of this user has renewed the PIN or missed since it was right; not where that is lost."""
        since = [event.what for event in self._ledger.events(token, kind) if event.number >= pin.line]
        return bool(since) and HARMLESS.issuperset(since)

    def _look(self, wish: Wish) -> tuple[TriesLeft, PinReading]:
        reading = wish.control.reading(wish.token.id, wish.kind)
        tries = self.tries(wish, reading)
        if reading.locked or reading.exact == 0:
            self._cache.drop(wish.token.id)
            raise PinLocked(wish.token.id, wish.kind, tries, sent=False)
        if not reading.is_set:
            raise PinNotSet(wish.token.id, wish.kind)
        return tries, reading

    def _attempt_alone(self, wish: Wish, act: Callable[[], PinAnswer], asked: Question | None) -> PinAnswer:
        """Another program may have come first: refused the same PIN, renewed it, or left only one try."""
        self._check_typing(wish)
        token, kind, line = wish.token.id, wish.kind, self._ledger.line(wish.token.id, wish.kind)
        tries, before = self._look(wish)
        if _is_last(tries) and asked != Question(tries, line):
            raise LastTry(token, kind, tries)
        if isinstance(wish.pin, KeptPin) and not self.untouched(token, kind, wish.pin):
            self._cache.drop(token, kind)
            raise PinRefused(token, kind, TOUCHED)
        return self._send(wish, act, before)

    def _send(self, wish: Wish, act: Callable[[], PinAnswer], before: PinReading) -> PinAnswer:
        number = self._ledger.begin(wish.token.id, wish.kind)
        try:
            answer = act()
        except BaseException as error:
            void = isinstance(error, TokenError) and error.no_try_used is True
            self._ledger.settle(number, "void" if void else "lost")
            self._cache.drop(wish.token.id)
            raise
        self._settle(wish, number, before, answer)
        self._raise_for(wish, answer)
        wish.then(number)
        return answer

    def _settle(self, wish: Wish, number: int, before: PinReading, answer: PinAnswer) -> None:
        token, kind, after = wish.token.id, wish.kind, answer.reading
        outcome = _outcome(answer, before)
        missed = outcome == "wrong"
        doubtful = missed and _stands_still(before, after)
        counted = self._full(wish, before) if outcome == "right" else after.exact if missed and not doubtful else None
        self._ledger.settle(number, outcome, counted)
        if doubtful:
            self._ledger.note(token, kind, "doubt")
        if _locks(answer):
            self._ledger.note(token, kind, "locked", 0 if after.locked else None)
        if missed:
            self._cache.drop(token)
            if wish.pin is not None:
                self._refused.add(token, kind, wish.pin, number, after)
        if answer.verdict is Verdict.RIGHT and wish.aim.renews is not None:
            self.renewed(token, wish.aim.renews)

    def _full(self, wish: Wish, before: PinReading) -> int | None:
        """How many tries a right PIN gives back, where the token counted them while nobody had missed."""
        past = self._ledger.past(wish.token.id, wish.kind, wish.limit)
        only_this_one = past.misses <= 1  # the try that was just begun is written down as a miss
        return before.exact if before.exact and only_this_one and not past.doubted else past.full

    def parted(self, token: TokenId) -> None:
        """It was pulled: what this run knows of its PINs was known of that insertion."""
        self._cache.drop(token)
        self._refused.forget(token)

    def _raise_for(self, wish: Wish, answer: PinAnswer) -> None:
        token, kind = wish.token.id, wish.kind
        if _locks(answer):
            raise PinLocked(token, kind, self.tries(wish, _locked(answer.reading)), sent=True)
        if answer.verdict is Verdict.WRONG:
            raise WrongPin(token, kind, self.tries(wish, answer.reading))
        if answer.verdict is Verdict.RULES:
            raise PinRefused(token, kind, "token-rules", new=wish.aim.renews is not None)
        if answer.verdict is Verdict.NOT_SET:
            raise PinNotSet(token, kind)
        if answer.verdict is Verdict.EXPIRED:
            raise PinMustChange(token, kind)

    def renewed(self, token: TokenId, kind: PinKind) -> None:
        """The PIN is another one now: forget what was known of the old. Said while alone with the token."""
        self._ledger.note(token, kind, "reset")
        self._refused.forget(token, kind)
        self._cache.drop(token, kind)


def told(error: PinError | LedgerUnwritable) -> tuple[str, dict[str, str | int]]:
    """What became of a PIN, as the history calls it."""
    if isinstance(error, PinMustChange):
        return "pin-right", {"rule": error.code}
    if isinstance(error, PinLocked) and not error.no_try_used:
        return "pin-locked", {}
    if isinstance(error, WrongPin):
        return "pin-wrong", {} if error.tries.at_most is None else {"tries": error.tries.at_most}
    return "pin-refused", {"rule": error.rule if isinstance(error, PinRefused) else error.code}


def _is_last(tries: TriesLeft) -> bool:
    return tries.at_most is not None and tries.at_most <= LAST


def _outcome(answer: PinAnswer, before: PinReading) -> str:
    """The ledger's word. A token that says "no try used" and has fewer afterwards is not believed."""
    outcome = SETTLED[answer.verdict]
    return "lost" if outcome == "void" and _got_worse(before, answer.reading) else outcome


def _got_worse(before: PinReading, after: PinReading) -> bool:
    fewer = before.exact is not None and after.exact is not None and after.exact < before.exact
    return fewer or any(getattr(after, flag) and not getattr(before, flag) for flag in ("low", "final", "locked"))


def _locks(answer: PinAnswer) -> bool:
    """Some tokens say "wrong" to the try that locks them, and "locked" only to the next."""
    none_left = answer.reading.locked or answer.reading.exact == 0
    return answer.verdict is Verdict.LOCKED or (answer.verdict is Verdict.WRONG and none_left)


def _stands_still(before: PinReading, after: PinReading) -> bool:
    """A counter that did not go down at a miss is not to be believed."""
    return before.exact is not None and after.exact is not None and after.exact >= before.exact


def _locked(reading: PinReading) -> PinReading:
    """The token said "locked"; flags that come late do not unsay it."""
    return reading._replace(locked=True, exact=None if reading.exact else reading.exact)
