"""CertificateStore of the practice tokens: putting things on them, taking things off, emptying them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tokenmgr.model.errors import NotSupported
from tokenmgr.model.pin import PinAnswer, PinKind
from tokenmgr.model.token import Ability
from tokenmgr.providers.practice.keys import put_key, require_free_id
from tokenmgr.providers.practice.readings import read_pin
from tokenmgr.providers.practice.sealing import KEY_SIZE, make_secret
from tokenmgr.providers.practice.specs import require_ability
from tokenmgr.providers.practice.state import StoredCertificate, TokenState, new_epoch
from tokenmgr.providers.practice.trial import try_pin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.pin import Pin
    from tokenmgr.model.token import DataObject, TokenId
    from tokenmgr.providers.practice.openings import Openings
    from tokenmgr.providers.practice.shelf import HeldToken, Shelf

#: PKCS#11 gives a label this many bytes.
MAX_LABEL = 32


class PracticeStore:
    """Writes to an open token; only initialising asks for the administrator instead."""

    def __init__(self, shelf: Shelf, openings: Openings) -> None:
        self._shelf = shelf
        self._openings = openings

    def import_certificate(self, token: TokenId, der: bytes, key_id: bytes, label: str) -> None:
        """Put it there; the same certificate under the same id is not kept twice."""
        with self._shelf.hold(token) as held:
            self._openings.user_key(token, held.state)
            others = tuple(c for c in held.state.certificates if (c.id, c.der) != (key_id, der))
            added = StoredCertificate(key_id, label, der)
            held.save(held.state._replace(certificates=(*others, added)))

    def import_key(self, token: TokenId, pkcs8: bytes, key_id: bytes, label: str) -> None:
        from tokenmgr.providers.practice.keypairs import from_foreign_pkcs8  # slow to import

        with self._shelf.hold(token) as held:
            token_key = self._openings.user_key(token, held.state)
            require_free_id(held.state, key_id)
            put_key(held, token_key, from_foreign_pkcs8(pkcs8), key_id, label)

    def delete(self, token: TokenId, kind: str, key_id: bytes, der: bytes = b"") -> int:
        with self._shelf.hold(token) as held:
            self._openings.user_key(token, held.state)
            kept = _without(held.state, kind, key_id, der)
            gone = _objects(held.state) - _objects(kept)
            if gone:
                held.save(kept)
            return gone

    def data_objects(self, token: TokenId) -> Sequence[DataObject]:
        """Practice tokens carry none."""
        self._shelf.look(token)
        return ()

    def initialise(self, token: TokenId, officer: Pin | None, label: str) -> PinAnswer:
        """Everything goes, the user's PIN too; the administrator's stays and gives the user a new one."""
        require_ability(token, Ability.INITIALISE)
        if officer is None:
            raise NotSupported("pin-pad")
        _require_fitting(label)
        with self._shelf.hold(token) as held:
            trial = try_pin(held, PinKind.SO, officer)
            if trial.token_key is not None:
                held.save(_emptied(held, officer, label))
            self._openings.close(token)
            return PinAnswer(trial.verdict, read_pin(held.state, PinKind.SO))

    def rename(self, token: TokenId, label: str) -> None:
        _require_fitting(label)
        with self._shelf.hold(token) as held:
            self._openings.user_key(token, held.state)
            held.save(held.state._replace(label=label))


def _require_fitting(label: str) -> None:
    if len(label.encode()) > MAX_LABEL:
        raise NotSupported("label-too-long")


def _emptied(held: HeldToken, officer: Pin, label: str) -> TokenState:
    secret = make_secret(officer.reveal(), os.urandom(KEY_SIZE), held.state.secrets[PinKind.SO].limit)
    return TokenState(
        serial=held.state.serial,
        label=label,
        generation=held.state.generation,
        epoch=new_epoch(),
        secrets={PinKind.SO: secret},
    )


def _without(state: TokenState, kind: str, key_id: bytes, der: bytes) -> TokenState:
    if kind == "certificate":
        kept = tuple(c for c in state.certificates if c.id != key_id or der not in {b"", c.der})
        return state._replace(certificates=kept)
    if kind == "key":
        return state._replace(keys=tuple(key for key in state.keys if key.ref.id != key_id))
    return state


def _objects(state: TokenState) -> int:
    return len(state.certificates) + len(state.keys)
