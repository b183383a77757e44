"""A vendor module as a provider: the words of the wire become the nouns of the model, once, here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, TypeVar

from tokenmgr.model.errors import (
    Cancelled,
    KeyMissing,
    LoginNeeded,
    MechanismRefused,
    ModuleCrashed,
    ModuleFault,
    NotSupported,
    ObjectMissing,
    TokenBusy,
    TokenError,
    TokenFull,
    TokenGone,
    TokenSwapped,
)
from tokenmgr.model.pin import PinAnswer, PinPolicy, PinReading, Verdict, Why
from tokenmgr.model.token import Ability, DataObject, KeyRef, Memory, Token, TokenFlag, TokenId
from tokenmgr.providers.pkcs11.host import PIN_CALLS
from tokenmgr.providers.pkcs11.wire import WireBroken

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.pin import Pin, PinKind
    from tokenmgr.model.scheme import Scheme
    from tokenmgr.providers.pkcs11.host import Health, Host
    from tokenmgr.providers.pkcs11.wire import Fields

T = TypeVar("T")

NAME = "pkcs11"
RULES = ("any", "forbidden", "required")
CLASSES = ("upper", "lower", "digit", "special")
#: A PKCS#11 token limits its PIN to what a module reports; this is where it reports nothing.
MANY_TOKENS = 256


class Pkcs11Provider:
    """The tokens behind one module. It is its own PinControl, KeyMaker and CertificateStore."""

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

    def ask(
        self, verb: str, take: Callable[[Fields], T], token: TokenId | None = None, /, **arguments: object
    ) -> T:
        """Ask the module once and take the answer apart; what cannot be taken apart is the module's fault."""
        who = {} if token is None else {"manufacturer": token.manufacturer, "model": token.model, "serial": token.serial}
        answer = self.host.call(verb, who | arguments)
        try:
            if answer.failed:
                self._fail(verb, token, answer.body)
            return take(answer.body)
        except (WireBroken, ValueError):
            self.host.garbled(verb)

    def _fail(self, verb: str, token: TokenId | None, body: Fields) -> NoReturn:
        error = failure(self.module, token, body)
        if verb in PIN_CALLS:
            error.no_try_used = not self.host.reached
        raise error

    def tokens(self) -> Sequence[Token]:
        """Who is here."""
        return self.ask("tokens", lambda body: [self._token(row) for row in body.rows("tokens", MANY_TOKENS)])

    def _token(self, row: Fields) -> Token:
        return Token(
            id=TokenId(row.text("manufacturer", 256), row.text("model", 256), row.text("serial", 256)),
            label=row.text("label", 256),
            provider=NAME,
            module=self.module,
            reader=row.text("reader", 512),
            flags=frozenset(TokenFlag(word) for word in row.words("flags")),
            abilities=frozenset(Ability(word) for word in row.words("abilities")),
            pin_min=row.number_or_none("pin_min"),
            pin_max=row.number_or_none("pin_max"),
            hardware=row.text("hardware", 16),
            firmware=row.text("firmware", 16),
            memory=Memory(
                *(
                    row.number_or_none(name)
                    for name in ("total_public", "free_public", "total_private", "free_private")
                )
            ),
        )

    def certificates(self, token: TokenId) -> list[Certificate]:
        """The certificates on a token; parsed while the module reads on."""
        from tokenmgr.model.certificate import Certificate  # noqa: PLC0415 - listing tokens does not need it
        from tokenmgr.x509.certificate import read  # noqa: PLC0415

        rows: list[tuple[bytes, str, object]] = []

        def take(part: Fields) -> None:
            rows.extend((row.data("id", 256), row.text("label"), read(row.data("der"))) for row in part.rows("certificates"))

        who = {"manufacturer": token.manufacturer, "model": token.model, "serial": token.serial}
        answer = self.host.call("certificates", who, take)
        if answer.failed:
            self._fail("certificates", token, answer.body)
        try:
            keys = set(_blobs(answer.body, "key_ids"))
        except WireBroken:
            self.host.garbled("certificates")
        return [Certificate(token, key_id, label, facts, key_id in keys) for key_id, label, facts in rows]

    def private_keys(self, token: TokenId) -> Sequence[KeyRef]:
        """The private keys that show now."""
        return self.ask("keys", lambda body: [_key(row) for row in body.rows("keys")], token)

    def sign(self, token: TokenId, key: KeyRef, digest: bytes, scheme: Scheme, hash_name: str) -> bytes:
        """Sign a digest."""
        signature = self.ask(
            "sign", _signature, token, id=key.id, digest=digest, scheme=scheme.value, hash=hash_name
        )
        return _as_der(scheme.value, signature)

    def sign_with_pin(  # noqa: PLR0913 - the one verb where key and PIN meet
        self, token: TokenId, key: KeyRef, digest: bytes, scheme: Scheme, hash_name: str, pin: Pin
    ) -> tuple[PinAnswer, bytes]:
        """Sign with a key that asks each time."""
        answer, signature = self.ask(
            "sign_with_pin",
            lambda body: (_answer(body), _signature(body)),
            token,
            id=key.id,
            digest=digest,
            scheme=scheme.value,
            hash=hash_name,
            pin=pin.reveal(),
        )
        return answer, _as_der(scheme.value, signature) if signature else b""

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

    def reading(self, token: TokenId, kind: PinKind) -> PinReading:
        """What the token says."""
        return self._ask("reading", _reading, token, kind=kind.value)

    def policy(self, token: TokenId) -> PinPolicy:
        """The token's own rules."""
        return self._ask("policy", _policy, token)

    def login(self, token: TokenId, kind: PinKind, pin: Pin | None) -> PinAnswer:
        """Open the token."""
        return self._ask("login", _answer, token, kind=kind.value, pin=_bare(pin))

    def logout(self, token: TokenId) -> None:
        """Close it."""
        self._ask("logout", _nothing, token)

    def change(self, token: TokenId, kind: PinKind, old: Pin | None, new: Pin | None) -> PinAnswer:
        """Change a PIN."""
        return self._ask("change", _answer, token, kind=kind.value, old=_bare(old), new=_bare(new))

    def set_by_officer(self, token: TokenId, officer: Pin | None, new: Pin | None) -> PinAnswer:
        """A new user PIN by the administrator's."""
        return self._ask("set_by_officer", _answer, token, officer=_bare(officer), new=_bare(new))

    def unlock_by_puk(self, token: TokenId, puk: Pin, new: Pin) -> PinAnswer:
        """A new user PIN by the PUK."""
        return self._ask("unlock_by_puk", _answer, token, puk=puk.reveal(), new=new.reveal())

    def challenge(self, token: TokenId) -> bytes:
        """The challenge."""
        return self._ask("challenge", lambda body: body.data("challenge", 256), token)

    def respond(self, token: TokenId, response: bytes, new: Pin) -> PinAnswer:
        """The response."""
        return self._ask("respond", _answer, token, response=response, new=new.reveal())


class Pkcs11Keys:
    """Key making of a module."""

    def __init__(self, provider: Pkcs11Provider) -> None:
        self._ask = provider.ask

    def generate(self, token: TokenId, kind: str, bits: int, key_id: bytes, label: str) -> tuple[KeyRef, bytes]:
        """A new key pair."""
        wish: dict[str, object] = {"kind": kind, "bits": bits, "id": key_id, "label": label}
        spki = self._ask("generate", lambda body: body.data("spki", 8192), token, **wish)
        return KeyRef(key_id, label, kind, bits, signs=True, decrypts=kind == "rsa"), spki


class Pkcs11Store:
    """Writing through a module."""

    def __init__(self, provider: Pkcs11Provider) -> None:
        self._ask = provider.ask

    def import_certificate(self, token: TokenId, der: bytes, key_id: bytes, label: str) -> None:
        """Put a certificate on the token."""
        from tokenmgr.x509.parts import parts_of  # noqa: PLC0415 - only here

        parts = parts_of(der)
        names: dict[str, object] = {"subject": parts.subject, "issuer": parts.issuer, "serial": parts.serial}
        self._ask("import_certificate", _nothing, token, **names, der=der, id=key_id, label=label)

    def import_key(self, token: TokenId, pkcs8: bytes, key_id: bytes, label: str) -> None:
        """Put a private key on the token."""
        from tokenmgr.x509.parts import rsa_inside  # noqa: PLC0415 - only here

        self._ask("import_key", _nothing, token, key=rsa_inside(pkcs8), id=key_id, label=label)

    def delete(self, token: TokenId, kind: str, key_id: bytes, der: bytes = b"") -> int:
        """Delete objects."""
        return self._ask("delete", lambda body: body.number("count"), token, kind=kind, id=key_id, der=der)

    def data_objects(self, token: TokenId) -> Sequence[DataObject]:
        """Data objects."""
        return self._ask("data", lambda body: [_data(row) for row in body.rows("data")], token)

    def initialise(self, token: TokenId, officer: Pin | None, label: str) -> PinAnswer:
        """Empty the token."""
        return self._ask("initialise", _answer, token, officer=_bare(officer), label=label)

    def rename(self, _token: TokenId, _label: str) -> None:
        """PKCS#11 knows no other way to a new label than emptying the token."""
        raise NotSupported("rename")  # noqa: EM101 - a word, not a message


def failure(module: str, token: TokenId | None, body: Fields) -> TokenError:
    """A failure the module reported, as one of ours."""
    word, call, reason = body.text("word", 32), body.text("call", 64), body.text("reason")
    if word == "gone":
        return TokenGone(token)
    if word == "swapped":
        return TokenSwapped(token, TokenId(*body.words("found", 3)))
    if word == "garbled":
        return ModuleCrashed(module, call)
    plain: dict[str, Callable[[], TokenError]] = {
        "cancelled": Cancelled,
        "unsupported": lambda: NotSupported(call),
        "write-protected": lambda: NotSupported("write"),
        "mechanism": lambda: MechanismRefused(reason or call),
        "key-missing": KeyMissing,
        "object-missing": ObjectMissing,
        "login-needed": lambda: LoginNeeded(token),
        "full": lambda: TokenFull(token),
        "waiting": lambda: TokenBusy(token),
    }
    return plain.get(word, lambda: ModuleFault(module, call, reason))()


def _bare(pin: Pin | None) -> bytes | None:
    return None if pin is None else pin.reveal()


def _nothing(_body: Fields) -> None:
    return None


def _signature(body: Fields) -> bytes:
    return body.data("signature", 2048)


def _blobs(body: Fields, name: str) -> list[bytes]:
    return body.blobs(name, 256)


def _reading(body: Fields) -> PinReading:
    source = body.text("source", 32) if body.has("source") else None
    return PinReading(
        exact=body.number_or_none("exact"),
        limit=body.number_or_none("limit"),
        source=Why(source) if source else None,
        low=body.yes("low"),
        final=body.yes("final"),
        locked=body.yes("locked"),
        must_change=body.yes("must_change"),
        is_set=body.yes("is_set") if body.has("is_set") else True,
        logged_in=body.yes("logged_in"),
    )


def _answer(body: Fields) -> PinAnswer:
    return PinAnswer(Verdict(body.text("verdict", 16)), _reading(body))


def _policy(body: Fields) -> PinPolicy:
    def most(name: str) -> int | None:
        return body.number_or_none(name)

    classes = tuple((name, RULES[value]) for name in CLASSES if (value := most(name)) is not None and value < len(RULES))
    return PinPolicy(
        min_length=most("min_length"),
        max_length=most("max_length"),
        classes=classes,
        history=most("history"),
        max_repeated=most("max_repeated"),
        max_age_days=most("max_age_days"),
        min_age_days=most("min_age_days"),
        warn_days=most("warn_days"),
        source="token" if body.has("min_length") else "",
    )


def _key(row: Fields) -> KeyRef:
    return KeyRef(
        id=row.data("id", 256),
        label=row.text("label"),
        kind=row.text("kind", 16),
        bits=row.number_or_none("bits"),
        signs=row.yes("signs"),
        decrypts=row.yes("decrypts"),
        asks_each_time=row.yes("asks_each_time"),
    )


def _data(row: Fields) -> DataObject:
    return DataObject(row.text("label"), row.text("application"), row.number("size"), row.yes("private"))


def _as_der(scheme: str, signature: bytes) -> bytes:
    """PKCS#11 gives an ECDSA signature as two numbers in a row; everybody else expects them in DER."""
    if scheme != "ecdsa" or len(signature) % 2:
        return signature
    half = len(signature) // 2
    body = b"".join(_der_number(part) for part in (signature[:half], signature[half:]))
    return b"\x30" + _der_length(len(body)) + body


def _der_number(raw: bytes) -> bytes:
    trimmed = raw.lstrip(b"\0") or b"\0"
    if trimmed[0] & 0x80:
        trimmed = b"\0" + trimmed
    return b"\x02" + _der_length(len(trimmed)) + trimmed


def _der_length(size: int) -> bytes:
    return bytes((size,)) if size < 0x80 else bytes((0x81, size))  # noqa: PLR2004 - the short form of DER
