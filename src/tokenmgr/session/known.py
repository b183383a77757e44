"""Tokens that were here before, so that they can be shown at once, and while they are elsewhere. No secret in it."""

from __future__ import annotations

import json
import os
import threading
from base64 import b64decode, b64encode
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from tokenmgr.model.certificate import Certificate
from tokenmgr.model.pin import Certainty, TriesLeft, Why
from tokenmgr.model.token import TokenId
from tokenmgr.system import locks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

MOST_TOKENS = 64
#: Of one token, and of all together; a token with more is shown whole only while it is here.
MOST_CERTIFICATES = 256
MOST_DER, MOST_DER_OF_ALL = 512 * 1024, 2 * 1024 * 1024
LONGEST_FILE = 8 * 1024 * 1024
#: What a torn entry makes; it is one token less.
TORN = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, OSError)
#: Nothing new but the time is written down only so often.
SELDOM = timedelta(minutes=10)


class KnownToken(NamedTuple):
    """A token as it was seen last."""

    id: TokenId
    label: str
    seen: datetime
    alias: str = ""
    practice: bool = False
    #: The profile's id, empty where the issuer was not known.
    profile: str = ""
    #: When the issuer wants its holders warned of a certificate's end.
    lead_days: tuple[int, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    tries: TriesLeft | None = None
    #: The token's own counter, and where the ledger stood when it was read.
    counted: tuple[int, float] | None = None
    #: Misses by other programs that nobody has acknowledged, and when they were noticed.
    missed: int = 0
    missed_at: datetime | None = None


class KnownTokens:
    """A small file, replaced whole or not at all."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._tokens: dict[TokenId, KnownToken] | None = None
        #: Why the file could not be written; empty when all is well.
        self.trouble = ""

    @property
    def tokens(self) -> list[KnownToken]:
        """All, the one seen last first."""
        with self._lock:
            return list(self._read().values())

    def token(self, token: TokenId) -> KnownToken | None:
        """One of them."""
        with self._lock:
            return self._read().get(token)

    def remember(self, seen: Iterable[KnownToken]) -> None:
        """These are here now."""
        news = {token.id: token for token in seen}
        self._change(lambda tokens: {**tokens, **news})

    def acknowledge(self, token: TokenId) -> None:
        """A person has seen that another program missed."""

        def seen(tokens: Mapping[TokenId, KnownToken]) -> dict[TokenId, KnownToken]:
            one = tokens.get(token)
            return {**tokens, **({token: one._replace(missed=0, missed_at=None)} if one else {})}

        self._change(seen)

    def forget(self, token: TokenId) -> None:
        """Forget one."""
        self._change(lambda tokens: {key: each for key, each in tokens.items() if key != token})

    def forget_all(self) -> None:
        """Forget all of them."""
        self._change(lambda _tokens: {})

    def _change(self, change: Callable[[Mapping[TokenId, KnownToken]], dict[TokenId, KnownToken]]) -> None:
        """What cannot be written stays known until the program ends."""
        with self._lock:
            before = self._read()
            self._tokens = bounded(change(before).values())
            if not _worth_writing(before, self._tokens):
                return
            try:
                self._write(self._tokens.values())
                self.trouble = ""
            except OSError as error:
                self.trouble = error.strerror or type(error).__name__

    def _read(self) -> dict[TokenId, KnownToken]:
        if self._tokens is None:
            self._tokens = bounded(_tokens_in(self._path))
        return self._tokens

    def _write(self, tokens: Iterable[KnownToken]) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        text = json.dumps({"tokens": [_plain(token) for token in tokens]})
        with locks.held(self._path.with_suffix(".lock")):
            beside = self._path.with_suffix(".new")
            fd = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(fd, "w", encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self._path)


def bounded(tokens: Iterable[KnownToken]) -> dict[TokenId, KnownToken]:
    """The ones seen last, with as many certificates as there is room for."""
    room, kept = MOST_DER_OF_ALL, {}
    for token in sorted(tokens, key=lambda each: each.seen, reverse=True)[:MOST_TOKENS]:
        certificates = _fitting(token.certificates, min(room, MOST_DER))
        room -= sum(len(each.facts.der) for each in certificates)
        kept[token.id] = token if certificates == token.certificates else token._replace(certificates=certificates)
    return kept


def _fitting(certificates: tuple[Certificate, ...], room: int) -> tuple[Certificate, ...]:
    fitting = []
    for each in certificates[:MOST_CERTIFICATES]:
        room -= len(each.facts.der)
        if room < 0:
            break
        fitting.append(each)
    return tuple(fitting)


def _worth_writing(before: Mapping[TokenId, KnownToken], after: Mapping[TokenId, KnownToken]) -> bool:
    if before.keys() != after.keys():
        return True
    pairs = [(before[key], token) for key, token in after.items()]
    return any(old._replace(seen=new.seen) != new or new.seen - old.seen > SELDOM for old, new in pairs)


def _tokens_in(path: Path) -> Iterable[KnownToken]:
    try:
        rows = json.loads(path.read_text("ascii"))["tokens"] if path.stat().st_size <= LONGEST_FILE else []
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return
    for row in rows if isinstance(rows, list) else ():
        with suppress(*TORN):
            yield _token(row)


def _plain(token: KnownToken) -> dict[str, Any]:
    tries = token.tries
    return {
        "id": [token.id.manufacturer, token.id.model, token.id.serial],
        "label": token.label,
        "alias": token.alias,
        "practice": token.practice,
        "profile": token.profile,
        "lead_days": list(token.lead_days),
        "certificates": [_plain_certificate(each) for each in token.certificates],
        "seen": token.seen.timestamp(),
        "tries": [tries.at_most, tries.certainty.value, tries.why.value, tries.limit] if tries else None,
        "counted": list(token.counted) if token.counted else None,
        "missed": token.missed,
        "missed_at": token.missed_at.timestamp() if token.missed_at else None,
    }


def _plain_certificate(certificate: Certificate) -> dict[str, Any]:
    der = b64encode(certificate.facts.der).decode("ascii")
    return {"id": certificate.id.hex(), "label": certificate.label, "der": der, "key": certificate.has_private_key}


def _token(row: dict[str, Any]) -> KnownToken:
    token = TokenId(*map(_text, row["id"]))
    tries, missed_at = row["tries"], row["missed_at"]
    return KnownToken(
        id=token,
        label=_text(row["label"]),
        seen=datetime.fromtimestamp(row["seen"], UTC),
        alias=_text(row["alias"]),
        practice=row["practice"] is True,
        profile=_text(row["profile"]),
        lead_days=tuple(map(_number, row["lead_days"])),
        certificates=tuple(_certificate(token, each) for each in row["certificates"]),
        tries=_tries(*tries) if tries else None,
        counted=(_number(row["counted"][0]), float(row["counted"][1])) if row["counted"] else None,
        missed=_number(row["missed"]),
        missed_at=datetime.fromtimestamp(missed_at, UTC) if missed_at is not None else None,
    )


def _tries(at_most: int | None, certainty: str, why: str, limit: int | None) -> TriesLeft:
    numbers = [None if number is None else _number(number) for number in (at_most, limit)]
    return TriesLeft(numbers[0], Certainty(certainty), Why(why), numbers[1])


def _certificate(token: TokenId, row: dict[str, Any]) -> Certificate:
    from tokenmgr.x509.certificate import read  # nothing is parsed where nothing is known

    der = b64decode(row["der"], validate=True)
    return Certificate(token, bytes.fromhex(row["id"]), _text(row["label"]), read(der), row["key"] is True)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError
    return value
