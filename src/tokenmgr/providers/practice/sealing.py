"""How a PIN is recognised without being kept, and how a key is of no use without it.

cryptography takes a tenth of a second to import, and looking at a token needs none of it, so it is imported in the
functions that do.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import TYPE_CHECKING

from tokenmgr.providers.practice.state import Secret

if TYPE_CHECKING:
    from tokenmgr.model.pin import Pin

KEY_SIZE = 32
SALT_SIZE = 16
NONCE_SIZE = 12
#: About 17 ms and 8 MiB a guess: noticed by whoever guesses, not by whoever types.
SCRYPT_COST = 2**13
SCRYPT_BLOCK = 8


def make_secret(pin: bytes, token_key: bytes, limit: int, *, must_change: bool = False) -> Secret:
    """A PIN with its full number of tries, and the token's key wrapped by it."""
    salt = os.urandom(SALT_SIZE)
    proof, wrapping_key = _derive(pin, salt)
    return Secret(limit, limit, salt, proof, seal(wrapping_key, token_key, salt), must_change)


def wrapping_key_if_right(secret: Secret, pin: Pin) -> bytes | None:
    """The key that this PIN gives, if it is the PIN; the time taken says nothing about how wrong it is."""
    proof, wrapping_key = _derive(pin.reveal(), secret.salt)
    return wrapping_key if hmac.compare_digest(proof, secret.proof) else None


def unwrap_token_key(secret: Secret, wrapping_key: bytes) -> bytes:
    return unseal(wrapping_key, secret.wrapped, secret.salt)


def seal(key: bytes, plain: bytes, context: bytes) -> bytes:
    """Encrypt and bind to a context, so that what is sealed for one place opens in no other."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(NONCE_SIZE)
    return nonce + AESGCM(key).encrypt(nonce, plain, context)


def unseal(key: bytes, sealed: bytes, context: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).decrypt(sealed[:NONCE_SIZE], sealed[NONCE_SIZE:], context)


def _derive(pin: bytes, salt: bytes) -> tuple[bytes, bytes]:
    """Two independent halves: one is kept to recognise the PIN, the other opens what the PIN guards."""
    both = hashlib.scrypt(pin, salt=salt, n=SCRYPT_COST, r=SCRYPT_BLOCK, p=1, dklen=2 * KEY_SIZE)
    return both[:KEY_SIZE], both[KEY_SIZE:]
