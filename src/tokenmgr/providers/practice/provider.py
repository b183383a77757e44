"""KeyProvider over the practice tokens of one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.certificate import Certificate
from tokenmgr.model.errors import FileUnreadable, MechanismRefused, TokenGone
from tokenmgr.model.pin import PinAnswer, PinKind
from tokenmgr.providers.practice.keys import PracticeKeys, find_key, open_key
from tokenmgr.providers.practice.openings import Openings, require_own_pin
from tokenmgr.providers.practice.pins import PracticePins
from tokenmgr.providers.practice.readings import PROVIDER_NAME, describe, read_pin
from tokenmgr.providers.practice.shelf import Shelf
from tokenmgr.providers.practice.signing import decrypt_with, require_can_sign, sign_digest
from tokenmgr.providers.practice.specs import SPECS
from tokenmgr.providers.practice.store import PracticeStore
from tokenmgr.providers.practice.trial import try_pin
from tokenmgr.x509.certificate import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tokenmgr.model.pin import Pin
    from tokenmgr.model.token import KeyRef, Token, TokenId
    from tokenmgr.providers.base import CertificateStore, KeyMaker, PinControl, Scheme


class PracticeProvider:
    """The tokens lie in the folder, whoever looks; who has opened them is known to this object alone."""

    def __init__(self, folder: Path) -> None:
        self.name = PROVIDER_NAME
        self._shelf = Shelf(folder)
        self._openings = Openings()
        self.pin: PinControl | None = PracticePins(self._shelf, self._openings)
        self.keys: KeyMaker | None = PracticeKeys(self._shelf, self._openings)
        self.store: CertificateStore | None = PracticeStore(self._shelf, self._openings)

    def tokens(self) -> Sequence[Token]:
        """Those plugged in and sound; see `damaged` for the others."""
        self._shelf.ready()
        return [found for found in map(self._look, SPECS) if not isinstance(found, FileUnreadable | None)]

    def damaged(self) -> dict[str, FileUnreadable]:
        """Serial number and trouble of each token whose file cannot be believed; `reset` cures it."""
        self._shelf.ready()
        looks = {serial: self._look(serial) for serial in SPECS}
        return {serial: found for serial, found in looks.items() if isinstance(found, FileUnreadable)}

    def pull(self, serial: str) -> None:
        """Take a token out, for every process; whoever had opened it has not any more."""
        self._shelf.pull(serial)

    def plug(self, serial: str) -> None:
        """Put it back in, closed."""
        self._shelf.plug(serial)

    def reset(self, serial: str) -> None:
        """Swap a token for a new one of its kind: new keys, initial PINs, all tries."""
        self._shelf.reset(serial)

    def certificates(self, token: TokenId) -> Iterator[Certificate]:
        state = self._shelf.look(token)
        with_key = {key.ref.id for key in state.keys}
        return (
            Certificate(token, each.id, each.label, read(each.der), has_private_key=each.id in with_key)
            for each in state.certificates
        )

    def private_keys(self, token: TokenId) -> Sequence[KeyRef]:
        """None before the user has opened the token: private objects are not seen from outside."""
        state = self._shelf.look(token)
        return [key.ref for key in state.keys] if self._openings.is_open(state, PinKind.USER) else []

    def sign(self, token: TokenId, key: KeyRef, digest: bytes, scheme: Scheme, hash_name: str) -> bytes:
        state = self._shelf.look(token)
        token_key = self._openings.user_key(token, state)
        stored = find_key(state, key)
        require_can_sign(stored.ref, digest, scheme, hash_name)
        return sign_digest(open_key(stored, token_key), digest, scheme, hash_name)

    def sign_with_pin(
        self, token: TokenId, key: KeyRef, digest: bytes, scheme: Scheme, hash_name: str, pin: Pin
    ) -> tuple[PinAnswer, bytes]:
        """What cannot be signed is refused before the try. A wrong PIN also closes the token, as on a card."""
        with self._shelf.hold(token) as held:
            require_own_pin(token, held.state)
            stored = find_key(held.state, key)
            require_can_sign(stored.ref, digest, scheme, hash_name)
            trial = try_pin(held, PinKind.USER, pin)
            if trial.token_key is None:
                self._openings.close(token)
                return PinAnswer(trial.verdict, read_pin(held.state, PinKind.USER)), b""
            logged_in = self._openings.is_open(held.state, PinKind.USER)
            answer = PinAnswer(trial.verdict, read_pin(held.state, PinKind.USER, logged_in=logged_in))
        return answer, sign_digest(open_key(stored, trial.token_key), digest, scheme, hash_name)

    def decrypt(self, token: TokenId, key: KeyRef, ciphertext: bytes) -> bytes:
        state = self._shelf.look(token)
        token_key = self._openings.user_key(token, state)
        stored = find_key(state, key)
        if not stored.ref.decrypts:
            raise MechanismRefused("decrypt")
        return decrypt_with(open_key(stored, token_key), ciphertext)

    def close(self) -> None:
        self._openings.close_all()

    def _look(self, serial: str) -> Token | FileUnreadable | None:
        try:
            return describe(self._shelf.look(SPECS[serial].id))
        except TokenGone:
            return None
        except FileUnreadable as error:
            return error
