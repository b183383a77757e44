"""TokenSession: the verbs on one token. Every PIN goes through the guard, every call through the token's lane."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from tokenmgr.model.errors import ModuleFault, ModuleHung, NotSupported, PinRefused, TokenError
from tokenmgr.model.pin import PinKind, PinPolicy, Verdict
from tokenmgr.session.guard import OPEN, TOUCHED, Aim
from tokenmgr.session.pin_way import PinWay, refuse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from tokenmgr.ca.profile import Profile
    from tokenmgr.ca.recognise import Recognition
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.pin import Pin, PinAnswer, PinReading, TriesLeft
    from tokenmgr.model.scheme import Scheme
    from tokenmgr.model.token import DataObject, KeyRef, Token
    from tokenmgr.providers.base import CertificateStore, KeyMaker, KeyProvider, PinControl
    from tokenmgr.session.cache import PinCache
    from tokenmgr.session.guard import Guard
    from tokenmgr.session.insertion import Insertion

T = TypeVar("T")
TYPED = OPEN._replace(keeps=True)
OFFICER = Aim("log-on-officer", keeps=True)
UNLOCK = Aim("unlock", "unlocked", PinKind.USER)
EMPTY = Aim("initialise", "initialised", PinKind.USER)
FIRST_PIN = Aim("initialise", "pin-changed", PinKind.USER)


class TokenSession:
    """One token, as long as it stays plugged in."""

    def __init__(
        self,
        insertion: Insertion,
        guard: Guard,
        cache: PinCache,
        recognise: Callable[[TokenSession], Recognition | None],
    ) -> None:
        self.insertion = insertion
        self._recognise = recognise
        self._recognition: tuple[Recognition | None] | None = None
        self._certificates: tuple[Certificate, ...] | None = None
        self._hung: ModuleHung | None = None
        #: Whether the PIN is one that its issuer hands out to everybody; None where nobody has typed it yet.
        self.initial_pin: bool | None = None
        self._provider = insertion.provider
        self._guard = guard
        self._cache = cache
        self._way = PinWay(insertion, guard, cache, lambda: self.limit)

    @property
    def token(self) -> Token:
        """As it was seen last."""
        return self.insertion.token

    @property
    def gone(self) -> bool:
        """Whether it was pulled."""
        return self.insertion.gone

    @property
    def recognition(self) -> Recognition | None:
        """The issuer and how it was recognised, at the first need: it takes reading the certificates."""
        if self._recognition is None:
            try:
                with self._turn():  # no other lock: the lane is held by whoever needs the limit for a PIN
                    self._recognition = (self._recognise(self),)
            except TokenError:
                return None  # it may answer the next time
        return self._recognition[0]

    @property
    def profile(self) -> Profile | None:
        """The issuer."""
        return self.recognition.profile if self.recognition else None

    @property
    def limit(self) -> int | None:
        """The issuer's limit, where certificates prove the issuer, and the token is one that it gives that limit."""
        return self.recognition.limit if self.recognition else None

    @property
    def provider(self) -> KeyProvider:
        """Where the token lives."""
        return self._provider

    def certificates(self) -> Sequence[Certificate]:
        """What is on the token."""
        with self._turn():
            self._certificates = tuple(self._provider.certificates(self.token.id))
            self._hung = None
            return list(self._certificates)

    def certificates_read(self) -> Sequence[Certificate]:
        """The same, read once for this insertion and again after a change of ours.

        Whoever looks again and again does not wait again and again for a module that hung over it.
        """
        with self._turn():
            if self._hung is not None:
                raise self._hung
            try:
                return self.certificates() if self._certificates is None else self._certificates
            except ModuleHung as error:
                self._hung = error
                raise

    def forget_what_was_read(self) -> None:
        """Somebody wants to see what is on the token now."""
        self._certificates = self._hung = None

    def private_keys(self) -> Sequence[KeyRef]:
        """The private keys that show; most tokens show them only while open."""
        with self._turn():
            return self._provider.private_keys(self.token.id)

    def data_objects(self) -> Sequence[DataObject]:
        """The data objects that show."""
        with self._turn():
            return self._store().data_objects(self.token.id)

    def reading(self, kind: PinKind = PinKind.USER) -> PinReading:
        """What the token says of a PIN."""
        return self._way.reading(kind)

    def tries(self, kind: PinKind = PinKind.USER, reading: PinReading | None = None) -> TriesLeft:
        """What is known of the tries left."""
        return self._way.tries(kind, reading)

    def policy(self) -> PinPolicy:
        """The rules the token enforces, with the lengths every token reports."""
        with self._turn():
            policy = self._way.control.policy(self.token.id)
        if policy.source:
            return policy
        return PinPolicy(self.token.pin_min, self.token.pin_max, source="lengths")

    def login(self, pin: Pin | None, confirm: Callable[[TriesLeft], bool] = refuse) -> None:
        """Open the token with a PIN a person has just typed, and keep it if the user wants that."""
        self._attempt(PinKind.USER, pin, confirm, lambda pins: pins.login(self.token.id, PinKind.USER, pin), TYPED)
        if pin is not None:
            self.initial_pin = self._is_initial(pin)

    def login_with_kept_pin(self) -> bool:
        """Open the token with the kept PIN, if there is one and it is safe to spend; False: ask a person."""
        pin = self.kept(PinKind.USER)
        if pin is None:
            return False
        try:
            self._attempt(PinKind.USER, pin, refuse, lambda pins: pins.login(self.token.id, PinKind.USER, pin))
        except PinRefused as error:
            if error.rule != TOUCHED:
                raise
            return False
        finally:
            pin.wipe()
        return True

    def login_officer(self, pin: Pin | None, confirm: Callable[[TriesLeft], bool] = refuse) -> None:
        """Find the administrator's PIN right and keep it for the deeds that follow; the token is closed again."""
        self.logout()

        def act(pins: PinControl) -> PinAnswer:
            answer = pins.login(self.token.id, PinKind.SO, pin)
            if answer.verdict is Verdict.RIGHT:
                pins.logout(self.token.id)
            return answer

        self._attempt(PinKind.SO, pin, confirm, act, OFFICER)

    def kept(self, kind: PinKind) -> Pin | None:
        """A PIN that is kept and safe to spend; the caller wipes it."""
        return self._way.kept(kind)

    def is_open(self) -> bool:
        """Whether the user is logged in, as far as this program did it."""
        return self.reading().logged_in

    def logout(self) -> None:
        """Close the token and forget its PIN."""
        self._cache.drop(self.token.id)
        with self._turn():
            self._way.control.logout(self.token.id)

    def minutes_unlocked(self, kind: PinKind = PinKind.USER) -> int:
        """How long the PIN is still kept."""
        return self._cache.minutes_left(self.token, kind)

    def change_pin(
        self, kind: PinKind, old: Pin | None, new: Pin | None, confirm: Callable[[TriesLeft], bool] = refuse
    ) -> None:
        """Exchange a PIN."""
        aim = Aim("change-pin", "pin-changed", kind)
        self._attempt(kind, old, confirm, lambda pins: pins.change(self.token.id, kind, old, new), aim)
        if kind is PinKind.USER:
            self.initial_pin = self._is_initial(new)

    def set_pin(
        self,
        officer: Pin | None,
        new: Pin | None,
        confirm: Callable[[TriesLeft], bool] = refuse,
        aim: Aim = UNLOCK,
    ) -> None:
        """A new user PIN by the administrator's; also unlocks."""

        def act(pins: PinControl) -> PinAnswer:
            return pins.set_by_officer(self.token.id, officer, new)

        self._attempt(PinKind.SO, officer, confirm, act, aim)
        self.initial_pin = self._is_initial(new)

    def unlock_by_puk(self, puk: Pin, new: Pin, confirm: Callable[[TriesLeft], bool] = refuse) -> None:
        """A new user PIN by the PUK."""

        def act(pins: PinControl) -> PinAnswer:
            return pins.unlock_by_puk(self.token.id, puk, new)

        self._attempt(PinKind.PUK, puk, confirm, act, UNLOCK)
        self.initial_pin = self._is_initial(new)

    def challenge(self) -> bytes:
        """The challenge for an administrator."""
        with self._turn():
            return self._way.control.challenge(self.token.id)

    def respond(self, response: bytes, new: Pin) -> None:
        """The administrator's response. It is no PIN: nothing is counted, and the token is not looked at before it."""
        with self._turn(), self._guard.alone(self.token.id):
            answer = self._way.control.respond(self.token.id, response, new)
            if answer.verdict is not Verdict.RIGHT:
                raise NotSupported("response")
            self._guard.renewed(self.token.id, PinKind.USER)
            self.initial_pin = self._is_initial(new)
        self._tell("unlocked", way="challenge")

    def sign(
        self, key: KeyRef, digest: bytes, scheme: Scheme, hash_name: str = "sha256", told_as: str = "signed"
    ) -> bytes:
        """Sign with an open token."""
        with self._turn():
            signature = self._provider.sign(self.token.id, key, digest, scheme, hash_name)
        self._tell(told_as, key=key.name, scheme=scheme.value, hash=hash_name)
        return signature

    def sign_with_pin(
        self,
        key: KeyRef,
        digest: bytes,
        scheme: Scheme,
        hash_name: str,
        pin: Pin,
        confirm: Callable[[TriesLeft], bool] = refuse,
    ) -> bytes:
        """Sign with a key that asks each time."""
        made: list[bytes] = []

        def act(_pins: PinControl) -> PinAnswer:
            answer, signature = self._provider.sign_with_pin(self.token.id, key, digest, scheme, hash_name, pin)
            made.append(signature)
            return answer

        self._attempt(PinKind.USER, pin, confirm, act, Aim("sign"))
        if not made[0]:  # the PIN was right, and the token did not sign all the same
            raise ModuleFault(self.token.module, "sign", "")
        self._tell("signed", key=key.name, scheme=scheme.value, hash=hash_name)
        return made[0]

    def decrypt(self, key: KeyRef, ciphertext: bytes, told_as: str = "decrypted") -> bytes:
        """Decrypt with an open token."""
        with self._turn():
            plain = self._provider.decrypt(self.token.id, key, ciphertext)
        self._tell(told_as, key=key.name)
        return plain

    def generate(self, kind: str, bits: int, key_id: bytes, label: str) -> tuple[KeyRef, bytes]:
        """A new key pair on an open token."""
        with self._changing():
            made = self._keys().generate(self.token.id, kind, bits, key_id, label)
        self._tell("key-made", key=made[0].name, what=kind, bits=bits)
        return made

    def import_certificate(self, der: bytes, key_id: bytes, label: str) -> None:
        """Put a certificate on an open token."""
        with self._changing():
            self._store().import_certificate(self.token.id, der, key_id, label)
        self._tell("imported", what="certificate", label=label)

    def import_key(self, pkcs8: bytes, key_id: bytes, label: str) -> None:
        """Put a private key on an open token."""
        with self._changing():
            self._store().import_key(self.token.id, pkcs8, key_id, label)
        self._tell("imported", what="key", label=label)

    def delete(self, kind: str, key_id: bytes, der: bytes = b"") -> int:
        """Delete objects from an open token; how many went."""
        with self._changing():
            count = self._store().delete(self.token.id, kind, key_id, der)
        self._tell("deleted", what=kind, key=key_id.hex(), count=count)
        return count

    def rename(self, label: str) -> None:
        """A new label on the token itself."""
        with self._turn():
            self._store().rename(self.token.id, label)
        self._tell("renamed", label=label)

    def initialise(self, officer: Pin, user: Pin, label: str, confirm: Callable[[TriesLeft], bool] = refuse) -> None:
        """Empty the token, then give it a user PIN. Everything on it dies."""
        store = self._store()

        def act(_pins: PinControl) -> PinAnswer:
            return store.initialise(self.token.id, officer, label)

        try:
            self._attempt(PinKind.SO, officer, confirm, act, EMPTY)
        finally:
            self._certificates = None
        try:
            self.set_pin(officer, user, confirm, FIRST_PIN)
        except TokenError as error:
            error.emptied = True  # whoever reads on must not believe that nothing has happened
            raise

    def _turn(self) -> AbstractContextManager[None]:
        return self.insertion.turn()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """In the lane; whatever becomes of it, what was read before may be wrong now."""
        with self._turn():
            try:
                yield
            finally:
                self._certificates = None

    def _tell(self, kind: str, **facts: str | int) -> None:
        self._guard.tell(kind, self.token, **facts)

    def _is_initial(self, pin: Pin | None) -> bool:
        """Whether everybody knows this PIN, because the issuer publishes it."""
        initial = self.profile.pin.initial if pin is not None and self.profile else None
        return pin is not None and initial is not None and pin.is_any_of(initial.literals)

    def _attempt(
        self,
        kind: PinKind,
        pin: Pin | None,
        confirm: Callable[[TriesLeft], bool],
        act: Callable[[PinControl], PinAnswer],
        aim: Aim = OPEN,
    ) -> None:
        self._way.send(kind, pin, confirm, act, aim)
        if not any(each.has_private_key for each in self._certificates or ()):
            self._certificates = None  # most tokens show which have a key only while open

    def _keys(self) -> KeyMaker:
        return _needed(self._provider.keys, "keys")

    def _store(self) -> CertificateStore:
        return _needed(self._provider.store, "store")


def _needed(part: T | None, what: str) -> T:
    if part is None:
        raise NotSupported(what)
    return part
