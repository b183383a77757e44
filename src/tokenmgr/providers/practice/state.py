"""What a practice token holds, and the same as JSON."""

from __future__ import annotations

import base64
import json
import uuid
from typing import TYPE_CHECKING, Any, NamedTuple

from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import KeyRef

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 1


class Secret(NamedTuple):
    """One PIN: how many tries are left, how it is recognised, and the token's key wrapped by it."""

    limit: int
    left: int
    salt: bytes
    proof: bytes
    wrapped: bytes
    must_change: bool = False


class StoredCertificate(NamedTuple):
    """A certificate in its place."""

    id: bytes
    label: str
    der: bytes


class StoredKey(NamedTuple):
    """A private key, sealed under the token's key."""

    ref: KeyRef
    sealed: bytes


class TokenState(NamedTuple):
    """All of one token."""

    serial: str
    label: str
    #: Grows each time the token is plugged in.
    generation: int
    #: Another one after every reset or initialisation: what was opened before does not count any more.
    epoch: str
    secrets: Mapping[PinKind, Secret]
    certificates: tuple[StoredCertificate, ...] = ()
    keys: tuple[StoredKey, ...] = ()
    plugged: bool = True

    def with_secret(self, kind: PinKind, secret: Secret) -> TokenState:
        return self._replace(secrets={**self.secrets, kind: secret})

    def key(self, key_id: bytes) -> StoredKey | None:
        return next((key for key in self.keys if key.ref.id == key_id), None)


def new_epoch() -> str:
    return uuid.uuid4().hex


def to_json(state: TokenState) -> bytes:
    data = {
        "format": FORMAT,
        "serial": state.serial,
        "label": state.label,
        "generation": state.generation,
        "epoch": state.epoch,
        "plugged": state.plugged,
        "secrets": {kind.value: _secret_to_json(secret) for kind, secret in state.secrets.items()},
        "certificates": [{"id": c.id.hex(), "label": c.label, "der": _text(c.der)} for c in state.certificates],
        "keys": [_key_to_json(key) for key in state.keys],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def from_json(content: bytes) -> TokenState:
    """The state again. ValueError, KeyError or TypeError where the content is something else."""
    data = json.loads(content)
    if data["format"] != FORMAT:
        message = f"format {data['format']}"
        raise ValueError(message)
    return TokenState(
        serial=data["serial"],
        label=data["label"],
        generation=data["generation"],
        epoch=data["epoch"],
        secrets={PinKind(kind): _secret_from_json(each) for kind, each in data["secrets"].items()},
        certificates=tuple(
            StoredCertificate(bytes.fromhex(c["id"]), c["label"], _bytes(c["der"])) for c in data["certificates"]
        ),
        keys=tuple(_key_from_json(each) for each in data["keys"]),
        plugged=data["plugged"],
    )


def _secret_to_json(secret: Secret) -> dict[str, Any]:
    return {
        "limit": secret.limit,
        "left": secret.left,
        "salt": _text(secret.salt),
        "proof": _text(secret.proof),
        "wrapped": _text(secret.wrapped),
        "must_change": secret.must_change,
    }


def _secret_from_json(data: dict[str, Any]) -> Secret:
    return Secret(
        limit=data["limit"],
        left=data["left"],
        salt=_bytes(data["salt"]),
        proof=_bytes(data["proof"]),
        wrapped=_bytes(data["wrapped"]),
        must_change=data["must_change"],
    )


def _key_to_json(key: StoredKey) -> dict[str, Any]:
    return {
        "id": key.ref.id.hex(),
        "label": key.ref.label,
        "kind": key.ref.kind,
        "bits": key.ref.bits,
        "signs": key.ref.signs,
        "decrypts": key.ref.decrypts,
        "sealed": _text(key.sealed),
    }


def _key_from_json(data: dict[str, Any]) -> StoredKey:
    ref = KeyRef(
        id=bytes.fromhex(data["id"]),
        label=data["label"],
        kind=data["kind"],
        bits=data["bits"],
        signs=data["signs"],
        decrypts=data["decrypts"],
    )
    return StoredKey(ref, _bytes(data["sealed"]))


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _bytes(value: str) -> bytes:
    return base64.b64decode(value, validate=True)
