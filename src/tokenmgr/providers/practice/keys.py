"""KeyMaker of the practice tokens, and the way to a key that lies on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.errors import KeyMissing, NotSupported
from tokenmgr.model.token import KeyRef
from tokenmgr.providers.practice.sealing import seal, unseal
from tokenmgr.providers.practice.state import StoredKey

if TYPE_CHECKING:
    from tokenmgr.model.token import TokenId
    from tokenmgr.providers.practice.keypairs import PrivateKey
    from tokenmgr.providers.practice.openings import Openings
    from tokenmgr.providers.practice.shelf import HeldToken, Shelf
    from tokenmgr.providers.practice.state import TokenState


class PracticeKeys:
    """Makes keys on an open token."""

    def __init__(self, shelf: Shelf, openings: Openings) -> None:
        self._shelf = shelf
        self._openings = openings

    def generate(self, token: TokenId, kind: str, bits: int, key_id: bytes, label: str) -> tuple[KeyRef, bytes]:
        from tokenmgr.providers.practice.keypairs import make_key, public_info  # slow to import

        with self._shelf.hold(token) as held:
            token_key = self._openings.user_key(token, held.state)
            require_free_id(held.state, key_id)
            key = make_key(kind, bits)
            return put_key(held, token_key, key, key_id, label), public_info(key)


def put_key(held: HeldToken, token_key: bytes, key: PrivateKey, key_id: bytes, label: str) -> KeyRef:
    """Seal a key and keep it."""
    from tokenmgr.providers.practice.keypairs import kind_of, to_pkcs8  # slow to import

    kind = kind_of(key)
    ref = KeyRef(key_id, label, kind, key.key_size, signs=True, decrypts=kind == "rsa")
    stored = StoredKey(ref, seal(token_key, to_pkcs8(key), key_id))
    held.save(held.state._replace(keys=(*held.state.keys, stored)))
    return ref


def require_free_id(state: TokenState, key_id: bytes) -> None:
    """Two keys under one id could not be told apart when one of them is asked to sign."""
    if state.key(key_id) is not None:
        raise NotSupported("second-key-with-this-id")


def find_key(state: TokenState, key: KeyRef) -> StoredKey:
    stored = state.key(key.id)
    if stored is None:
        raise KeyMissing(key.label or key.id.hex())
    return stored


def open_key(stored: StoredKey, token_key: bytes) -> PrivateKey:
    from tokenmgr.providers.practice.keypairs import from_own_pkcs8  # slow to import

    return from_own_pkcs8(unseal(token_key, stored.sealed, stored.ref.id))
