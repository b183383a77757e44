"""PinControl of the practice tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.errors import NotSupported
from tokenmgr.model.pin import PinAnswer, PinKind, PinPolicy, Verdict
from tokenmgr.model.token import Ability
from tokenmgr.providers.practice.readings import PROVIDER_NAME, read_pin
from tokenmgr.providers.practice.sealing import make_secret
from tokenmgr.providers.practice.specs import MAX_PIN, MIN_PIN, require_ability
from tokenmgr.providers.practice.trial import try_pin, verdict_without_trying

if TYPE_CHECKING:
    from tokenmgr.model.pin import Pin, PinReading
    from tokenmgr.model.token import TokenId
    from tokenmgr.providers.practice.openings import Openings
    from tokenmgr.providers.practice.shelf import HeldToken, Shelf
    from tokenmgr.providers.practice.specs import TokenSpec
    from tokenmgr.providers.practice.state import TokenState


class PracticePins:
    """Every verb holds the token from the first look at the counter to the last write."""

    def __init__(self, shelf: Shelf, openings: Openings) -> None:
        self._shelf = shelf
        self._openings = openings

    def reading(self, token: TokenId, kind: PinKind) -> PinReading:
        return self._reading(self._shelf.look(token), kind)

    def policy(self, token: TokenId) -> PinPolicy:
        self._shelf.look(token)
        return PinPolicy(min_length=MIN_PIN, max_length=MAX_PIN, source=PROVIDER_NAME)

    def login(self, token: TokenId, kind: PinKind, pin: Pin | None) -> PinAnswer:
        """A right PIN opens; a wrong one also closes what was open, as on a card."""
        if kind is PinKind.PUK:
            raise NotSupported("login-by-puk")
        typed = _typed(pin)
        with self._shelf.hold(token) as held:
            trial = try_pin(held, kind, typed)
            if trial.token_key is None:
                self._openings.close(token)
            else:
                self._openings.open(held.state, kind, trial.token_key)
            return PinAnswer(trial.verdict, self._reading(held.state, kind))

    def logout(self, token: TokenId) -> None:
        self._openings.close(token)

    def change(self, token: TokenId, kind: PinKind, old: Pin | None, new: Pin | None) -> PinAnswer:
        if kind is PinKind.PUK:
            raise NotSupported("change-puk")
        return self._exchange(token, kind, _typed(old), kind, _typed(new))

    def set_by_officer(self, token: TokenId, officer: Pin | None, new: Pin | None) -> PinAnswer:
        require_ability(token, Ability.UNLOCK_BY_SO)
        return self._exchange(token, PinKind.SO, _typed(officer), PinKind.USER, _typed(new))

    def unlock_by_puk(self, token: TokenId, puk: Pin, new: Pin) -> PinAnswer:
        require_ability(token, Ability.UNLOCK_BY_PUK)
        return self._exchange(token, PinKind.PUK, puk, PinKind.USER, new)

    def challenge(self, token: TokenId) -> bytes:  # noqa: ARG002 - the interface's shape
        raise NotSupported(Ability.UNLOCK_BY_CHALLENGE.value)

    def respond(self, token: TokenId, response: bytes, new: Pin) -> PinAnswer:  # noqa: ARG002 - the interface's shape
        raise NotSupported(Ability.UNLOCK_BY_CHALLENGE.value)

    def _exchange(self, token: TokenId, proving: PinKind, proof: Pin, changed: PinKind, new: Pin) -> PinAnswer:
        """Prove one PIN, set one. The rules come first: a new PIN that cannot be costs no try."""
        with self._shelf.hold(token) as held:
            verdict = verdict_without_trying(held.state, proving)
            if verdict is None and not _follows_rules(held.spec, changed, new):
                verdict = Verdict.RULES
            if verdict is None:
                verdict = self._prove_and_set(held, proving, proof, changed, new)
            return PinAnswer(verdict, self._reading(held.state, proving))

    def _prove_and_set(self, held: HeldToken, proving: PinKind, proof: Pin, changed: PinKind, new: Pin) -> Verdict:
        trial = try_pin(held, proving, proof)
        if trial.token_key is None:
            self._openings.close(held.spec.id)
        else:
            secret = make_secret(new.reveal(), trial.token_key, held.spec.pins[changed].limit)
            held.save(held.state.with_secret(changed, secret))
        return trial.verdict

    def _reading(self, state: TokenState, kind: PinKind) -> PinReading:
        return read_pin(state, kind, logged_in=self._openings.is_open(state, kind))


def _typed(pin: Pin | None) -> Pin:
    if pin is None:
        raise NotSupported("pin-pad")
    return pin


def _follows_rules(spec: TokenSpec, kind: PinKind, new: Pin) -> bool:
    pin = spec.pins[kind]
    if pin.refuses_initial and new.reveal() == pin.initial.encode():
        return False
    return MIN_PIN <= len(new) <= MAX_PIN
