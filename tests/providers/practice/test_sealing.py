"""PINs are recognised without being kept; sealed things open with their key in their place only."""

from __future__ import annotations

import os

import pytest
from cryptography.exceptions import InvalidTag

from tokenmgr.model.pin import Pin
from tokenmgr.providers.practice.sealing import (
    KEY_SIZE,
    make_secret,
    seal,
    unseal,
    unwrap_token_key,
    wrapping_key_if_right,
)


def test_the_right_pin_gives_the_token_key_and_no_other_does() -> None:
    token_key = os.urandom(KEY_SIZE)
    secret = make_secret(b"123456", token_key, limit=3)
    wrapping_key = wrapping_key_if_right(secret, Pin("123456"))
    assert wrapping_key is not None
    assert unwrap_token_key(secret, wrapping_key) == token_key
    assert wrapping_key_if_right(secret, Pin("123457")) is None


def test_a_new_secret_has_all_its_tries_and_shows_neither_pin_nor_key() -> None:
    token_key = os.urandom(KEY_SIZE)
    secret = make_secret(b"123456", token_key, limit=3)
    assert (secret.left, secret.limit) == (3, 3)
    kept = secret.salt + secret.proof + secret.wrapped
    assert b"123456" not in kept
    assert token_key not in kept


def test_the_same_pin_twice_looks_different() -> None:
    first, second = (make_secret(b"123456", bytes(KEY_SIZE), limit=3) for _ in range(2))
    assert first.proof != second.proof
    assert first.wrapped != second.wrapped


def test_what_recognises_the_pin_does_not_open_the_key() -> None:
    secret = make_secret(b"123456", bytes(KEY_SIZE), limit=3)
    with pytest.raises(InvalidTag):
        unwrap_token_key(secret, secret.proof)


@pytest.mark.parametrize(("key", "context"), [(b"\x01" * 32, b"here"), (b"\x00" * 32, b"there")])
def test_another_key_or_another_place_does_not_open(key: bytes, context: bytes) -> None:
    sealed = seal(bytes(KEY_SIZE), b"plain", b"here")
    assert unseal(bytes(KEY_SIZE), sealed, b"here") == b"plain"
    with pytest.raises(InvalidTag):
        unseal(key, sealed, context)
