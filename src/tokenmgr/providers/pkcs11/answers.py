"""The words of the wire as nouns of the model. What cannot be one is WireBroken or ValueError."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.errors import (
    Cancelled,
    KeyMissing,
    LoginNeeded,
    MechanismRefused,
    ModuleFault,
    NotSupported,
    ObjectMissing,
    TokenBusy,
    TokenFull,
    TokenGone,
    TokenSwapped,
    TokenTwins,
)
from tokenmgr.model.pin import PinAnswer, PinPolicy, PinReading, Verdict, Why
from tokenmgr.model.token import Ability, DataObject, KeyRef, Memory, Token, TokenFlag, TokenId
from tokenmgr.providers.pkcs11.wire import WireBroken

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.errors import TokenError
    from tokenmgr.providers.pkcs11.wire import Fields

NAME = "pkcs11"
RULES = ("any", "forbidden", "required")
CLASSES = ("upper", "lower", "digit", "special")
MEMORY = ("total_public", "free_public", "total_private", "free_private")
NAMES_OF_A_TOKEN = 3


def token_of(module: str, row: Fields) -> Token:
    """A token behind a module."""
    return Token(
        id=TokenId(row.text("manufacturer", 256), row.text("model", 256), row.text("serial", 256)),
        label=row.text("label", 256),
        provider=NAME,
        module=module,
        reader=row.text("reader", 512),
        flags=frozenset(TokenFlag(word) for word in row.words("flags")),
        abilities=frozenset(Ability(word) for word in row.words("abilities")),
        pin_min=row.number_or_none("pin_min"),
        pin_max=row.number_or_none("pin_max"),
        hardware=row.text("hardware", 16),
        firmware=row.text("firmware", 16),
        generation=row.number_or_none("generation") or 0,
        memory=Memory(*(row.number_or_none(name) for name in MEMORY)),
    )


def failure_of(module: str, token: TokenId | None, body: Fields) -> TokenError:
    """A failure the module reported, as one of ours."""
    word, call, reason = body.text("word", 32), body.text("call", 64), body.text("reason")
    kinds: dict[str, Callable[[], TokenError]] = {
        "gone": lambda: TokenGone(token),
        "twins": lambda: TokenTwins(token),
        "swapped": lambda: TokenSwapped(token, _found(body)),
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
    return kinds.get(word, lambda: ModuleFault(module, call, reason))()


def _found(body: Fields) -> TokenId:
    names = body.words("found", NAMES_OF_A_TOKEN)
    if len(names) != NAMES_OF_A_TOKEN:
        raise WireBroken("found")
    return TokenId(*names)


def reading_of(body: Fields) -> PinReading:
    """What a token says of a PIN."""
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


def answer_of(body: Fields) -> PinAnswer:
    """A verdict with the reading after it."""
    return PinAnswer(Verdict(body.text("verdict", 16)), reading_of(body))


def policy_of(body: Fields) -> PinPolicy:
    """A token's own rules."""
    said = {name: body.number_or_none(name) for name in CLASSES}
    classes = tuple((name, RULES[rule]) for name, rule in said.items() if rule is not None and rule < len(RULES))
    return PinPolicy(
        min_length=body.number_or_none("min_length"),
        max_length=body.number_or_none("max_length"),
        classes=classes,
        history=body.number_or_none("history"),
        max_repeated=body.number_or_none("max_repeated"),
        max_age_days=body.number_or_none("max_age_days"),
        min_age_days=body.number_or_none("min_age_days"),
        warn_days=body.number_or_none("warn_days"),
        source="token" if body.has("min_length") else "",
    )


def key_of(row: Fields) -> KeyRef:
    """A private key's name."""
    return KeyRef(
        id=row.data("id", 256),
        label=row.text("label"),
        kind=row.text("kind", 16),
        bits=row.number_or_none("bits"),
        signs=row.yes("signs"),
        decrypts=row.yes("decrypts"),
        asks_each_time=row.yes("asks_each_time"),
    )


def data_object_of(row: Fields) -> DataObject:
    """A data object's description."""
    about = row.text("label"), row.text("application"), row.number("size"), row.yes("private")
    return DataObject(*about, row.data("id", 64))


def nothing_of(_body: Fields) -> None:
    """There is nothing to say but that it is done."""


def signature_of(body: Fields) -> bytes:
    """A signature as the token made it."""
    return body.data("signature", 2048)
