"""A vendor module as a provider: asks its process, and takes the answers apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeVar

from tokenmgr.model.certificate import Certificate
from tokenmgr.model.errors import NotSupported
from tokenmgr.model.token import KeyRef
from tokenmgr.providers.pkcs11.answers import (
    NAME,
    answer_of,
    data_object_of,
    failure_of,
    key_of,
    nothing_of,
    policy_of,
    reading_of,
    signature_of,
    token_of,
)
from tokenmgr.providers.pkcs11.host import PIN_CALLS
from tokenmgr.providers.pkcs11.wire import WireBroken, forget
from tokenmgr.x509.certificate import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.model.certificate import CertificateFacts
    from tokenmgr.model.pin import Pin, PinAnswer, PinKind, PinPolicy, PinReading
    from tokenmgr.model.scheme import Scheme
    from tokenmgr.model.token import DataObject, Token, TokenId
    from tokenmgr.providers.pkcs11.host import Answer, Health, Host
    from tokenmgr.providers.pkcs11.wire import Fields

T = TypeVar("T")

MANY_TOKENS = 256
#: More than any token holds; a module that goes on and on must not fill the memory.
MANY_CERTIFICATES = 5_000
MUCH_DER = 16 * 1024 * 1024


class Pkcs11Provider:
    """The tokens behind one module."""

    name = NAME

    def __init__(self, host: Host) -> None:
        self.host = host
        self.pin = Pkcs11Pins(self)
        self.keys = Pkcs11Keys(self)
        self.store = Pkcs11Store(self)

    @property
    def module(self) -> str:
        """The module's path."""
        return self.host.module

    @property
    def health(self) -> Health:
        """How the module has been doing."""
        return self.host.health

    def ask(self, verb: str, take: Callable[[Fields], T], token: TokenId | None = None, /, **arguments: object) -> T:
        """Ask the module once and take the answer apart; what cannot be taken apart is the module's fault."""
        answer = self.host.call(verb, _who(token) | arguments)
        return self._taken(verb, take, token, answer)

    def ask_with_pins(
        self, verb: str, take: Callable[[Fields], T], token: TokenId, /, pins: dict[str, Pin | None], **others: object
    ) -> T:
        """The same with PINs, of which nothing is left afterwards but what the caller holds."""
        bare = {name: None if pin is None else pin.reveal() for name, pin in pins.items()}
        try:
            return self.ask(verb, take, token, **bare, **others)
        finally:
            for revealed in bare.values():
                if revealed is not None:
                    forget(revealed)

    def _taken(self, verb: str, take: Callable[[Fields], T], token: TokenId | None, answer: Answer) -> T:
        try:
            if answer.failed:
                self._fail(verb, token, answer)
            return take(answer.body)
        except (WireBroken, ValueError):
            self.host.garbled(verb, answer)

    def _fail(self, verb: str, token: TokenId | None, answer: Answer) -> NoReturn:
        if answer.body.text("word", 32) == "garbled":
            raise WireBroken(verb)  # the module's process says so of the module
        error = failure_of(self.module, token, answer.body)
        if verb in PIN_CALLS:
            error.no_try_used = not answer.reached
        raise error

    def tokens(self) -> Sequence[Token]:
        """Who is here."""
        return self.ask("tokens", lambda body: [token_of(self.module, row) for row in body.rows("tokens", MANY_TOKENS)])

    def certificates(self, token: TokenId) -> list[Certificate]:
        """The certificates on a token; parsed while the module reads on."""
        rows: list[tuple[bytes, str, bytes]] = []
        facts: list[CertificateFacts] = []
        room = MUCH_DER

        def take(part: Fields) -> None:
            nonlocal room
            page = [(row.data("id", 256), row.text("label"), row.data("der")) for row in part.rows("certificates")]
            room -= sum(len(der) for _, _, der in page)
            rows.extend(page)
            if room < 0 or len(rows) > MANY_CERTIFICATES:
                raise WireBroken("certificates without end")
            facts.extend(read(der) for _, _, der in page)

        answer = self.host.call("certificates", _who(token), take)
        keys = set(self._taken("certificates", lambda body: body.blobs("key_ids", 256), token, answer))
        return [
            Certificate(token, key_id, label, fact, key_id in keys)
            for (key_id, label, _), fact in zip(rows, facts, strict=True)
        ]

    def private_keys(self, token: TokenId) -> Sequence[KeyRef]:
        """The private keys that show now."""
        return self.ask("keys", lambda body: [key_of(row) for row in body.rows("keys")], token)

    def sign(self, token: TokenId, key: KeyRef, digest: bytes, scheme: Scheme, hash_name: str) -> bytes:
        """Sign a digest."""
        wish = {"id": key.id, "digest": digest, "scheme": scheme.value, "hash": hash_name}
        return _readable(scheme.value, self.ask("sign", signature_of, token, **wish))

    def sign_with_pin(
        self, token: TokenId, key: KeyRef, digest: bytes, scheme: Scheme, hash_name: str, pin: Pin
    ) -> tuple[PinAnswer, bytes]:
        """Sign with a key that asks each time."""
        wish = {"id": key.id, "digest": digest, "scheme": scheme.value, "hash": hash_name}
        answer, signature = self.ask_with_pins(
            "sign_with_pin", lambda body: (answer_of(body), signature_of(body)), token, pins={"pin": pin}, **wish
        )
        return answer, _readable(scheme.value, signature) if signature else b""

    def decrypt(self, token: TokenId, key: KeyRef, ciphertext: bytes) -> bytes:
        """Decrypt."""
        return self.ask("decrypt", lambda body: body.data("plain"), token, id=key.id, data=ciphertext)

    def close(self) -> None:
        """End the module's process."""
        self.host.close()


class Pkcs11Pins:
    """The PIN verbs of a module."""

    def __init__(self, provider: Pkcs11Provider) -> None:
        self._ask = provider.ask
        self._ask_with_pins = provider.ask_with_pins

    def reading(self, token: TokenId, kind: PinKind) -> PinReading:
        """What the token says."""
        return self._ask("reading", reading_of, token, kind=kind.value)

    def policy(self, token: TokenId) -> PinPolicy:
        """The token's own rules."""
        return self._ask("policy", policy_of, token)

    def login(self, token: TokenId, kind: PinKind, pin: Pin | None) -> PinAnswer:
        """Open the token."""
        return self._ask_with_pins("login", answer_of, token, pins={"pin": pin}, kind=kind.value)

    def logout(self, token: TokenId) -> None:
        """Close it; also ends waiting for an administrator's response."""
        self._ask("logout", nothing_of, token)

    def change(self, token: TokenId, kind: PinKind, old: Pin | None, new: Pin | None) -> PinAnswer:
        """Change a PIN."""
        return self._ask_with_pins("change", answer_of, token, pins={"old": old, "new": new}, kind=kind.value)

    def set_by_officer(self, token: TokenId, officer: Pin | None, new: Pin | None) -> PinAnswer:
        """A new user PIN by the administrator's."""
        return self._ask_with_pins("set_by_officer", answer_of, token, pins={"officer": officer, "new": new})

    def unlock_by_puk(self, token: TokenId, puk: Pin, new: Pin) -> PinAnswer:
        """A new user PIN by the PUK."""
        return self._ask_with_pins("unlock_by_puk", answer_of, token, pins={"puk": puk, "new": new})

    def challenge(self, token: TokenId) -> bytes:
        """The challenge."""
        return self._ask("challenge", lambda body: body.data("challenge", 256), token)

    def respond(self, token: TokenId, response: bytes, new: Pin) -> PinAnswer:
        """The response."""
        return self._ask_with_pins("respond", answer_of, token, pins={"new": new}, response=response)


class Pkcs11Keys:
    """Key making of a module."""

    def __init__(self, provider: Pkcs11Provider) -> None:
        self._ask = provider.ask

    def generate(self, token: TokenId, kind: str, bits: int, key_id: bytes, label: str) -> tuple[KeyRef, bytes]:
        """A new key pair."""
        from tokenmgr.providers.pkcs11.parts import ec_spki, rsa_spki  # only here

        def take(body: Fields) -> bytes:
            if body.has("point"):
                return ec_spki(bits, body.data("point", 256))
            return rsa_spki(body.data("modulus", 2048), body.data("exponent", 64))

        wish: dict[str, object] = {"kind": kind, "bits": bits, "id": key_id, "label": label}
        spki = self._ask("generate", take, token, **wish)
        return KeyRef(key_id, label, kind, bits, signs=True, decrypts=kind == "rsa"), spki


class Pkcs11Store:
    """Writing through a module."""

    def __init__(self, provider: Pkcs11Provider) -> None:
        self._ask = provider.ask
        self._ask_with_pins = provider.ask_with_pins

    def import_certificate(self, token: TokenId, der: bytes, key_id: bytes, label: str) -> None:
        """Put a certificate on the token."""
        from tokenmgr.providers.pkcs11.parts import parts_of  # only here

        parts = parts_of(der)
        names: dict[str, object] = {"subject": parts.subject, "issuer": parts.issuer, "serial_number": parts.serial}
        self._ask("import_certificate", nothing_of, token, **names, der=der, id=key_id, label=label)

    def import_key(self, token: TokenId, pkcs8: bytes, key_id: bytes, label: str) -> None:
        """Put a private key on the token."""
        from tokenmgr.providers.pkcs11.parts import rsa_numbers  # only here

        numbers = rsa_numbers(pkcs8)
        try:
            self._ask("import_key", nothing_of, token, numbers=numbers, id=key_id, label=label)
        finally:
            for number in numbers:
                forget(number)

    def delete(self, token: TokenId, kind: str, key_id: bytes, der: bytes = b"") -> int:
        """Delete objects."""
        return self._ask("delete", lambda body: body.number("count"), token, kind=kind, id=key_id, der=der)

    def data_objects(self, token: TokenId) -> Sequence[DataObject]:
        """Data objects."""
        return self._ask("data", lambda body: [data_object_of(row) for row in body.rows("data")], token)

    def initialise(self, token: TokenId, officer: Pin | None, label: str) -> PinAnswer:
        """Empty the token."""
        return self._ask_with_pins("initialise", answer_of, token, pins={"officer": officer}, label=label)

    def rename(self, _token: TokenId, _label: str) -> None:
        """PKCS#11 knows no other way to a new label than emptying the token."""
        raise NotSupported("rename")


def _who(token: TokenId | None) -> dict[str, object]:
    return {} if token is None else {"manufacturer": token.manufacturer, "model": token.model, "serial": token.serial}


def _readable(scheme: str, signature: bytes) -> bytes:
    """PKCS#11 gives an ECDSA signature as two numbers in a row; everybody else expects them in DER."""
    if scheme != "ecdsa":
        return signature
    from tokenmgr.x509.key import as_der  # hashlib and more, which an RSA signature can do without

    return as_der(signature, len(signature) * 4)
