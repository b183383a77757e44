"""New keys, and the way to those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from cryptography.exceptions import InvalidTag

from tests.providers.practice.known import CLII, CLII_PIN, HK, HK_PIN, USER, on_disk
from tokenmgr.model.errors import KeyMissing, LoginNeeded, MechanismRefused, NotSupported, PinMustChange
from tokenmgr.model.pin import Pin
from tokenmgr.model.token import KeyRef
from tokenmgr.providers.practice.keypairs import from_own_pkcs8, public_info
from tokenmgr.providers.practice.keys import PracticeKeys, find_key, open_key
from tokenmgr.providers.practice.openings import Openings
from tokenmgr.providers.practice.pins import PracticePins

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.providers.practice.shelf import Shelf


@pytest.fixture
def openings() -> Openings:
    return Openings()


@pytest.fixture
def keys(shelf: Shelf, openings: Openings) -> PracticeKeys:
    PracticePins(shelf, openings).login(HK, USER, Pin(HK_PIN))
    return PracticeKeys(shelf, openings)


@pytest.mark.parametrize(("kind", "bits", "decrypts"), [("rsa", 2048, True), ("ec", 256, False)])
def test_a_new_key_is_on_the_token(
    keys: PracticeKeys,
    shelf: Shelf,
    openings: Openings,
    kind: str,
    bits: int,
    decrypts: bool,
) -> None:
    ref, public = keys.generate(HK, kind, bits, b"\x09", "new")
    assert ref == KeyRef(b"\x09", "new", kind, bits, signs=True, decrypts=decrypts)
    state = shelf.look(HK)
    stored = find_key(state, ref)
    assert stored.ref == ref
    assert public_info(open_key(stored, openings.user_key(HK, state))) == public


def test_an_id_is_given_once(keys: PracticeKeys, folder: Path) -> None:
    before = on_disk(folder, HK)
    with pytest.raises(NotSupported):
        keys.generate(HK, "ec", 256, b"\x01", "again")
    assert on_disk(folder, HK) == before


def test_an_odd_size_is_refused(keys: PracticeKeys) -> None:
    with pytest.raises(MechanismRefused):
        keys.generate(HK, "rsa", 1000, b"\x09", "")


def test_a_closed_token_makes_none(shelf: Shelf) -> None:
    with pytest.raises(LoginNeeded):
        PracticeKeys(shelf, Openings()).generate(HK, "ec", 256, b"\x09", "")


def test_a_token_with_the_initial_pin_makes_none(shelf: Shelf, openings: Openings) -> None:
    PracticePins(shelf, openings).login(CLII, USER, Pin(CLII_PIN))
    with pytest.raises(PinMustChange):
        PracticeKeys(shelf, openings).generate(CLII, "ec", 256, b"\x09", "")


def test_a_key_that_is_not_there_is_named(shelf: Shelf) -> None:
    with pytest.raises(KeyMissing) as caught:
        find_key(shelf.look(HK), KeyRef(b"\x77"))
    assert caught.value.wanted == "77"


def test_the_file_alone_does_not_give_a_key(shelf: Shelf) -> None:
    """Everything that lies on the disk, tried as the key that opens it."""
    state = shelf.look(HK)
    secret, stored = state.secrets[USER], state.keys[0]
    for guess in (secret.proof, secret.wrapped[:32], secret.wrapped[-32:], secret.salt * 2, bytes(32)):
        with pytest.raises(InvalidTag):
            open_key(stored, guess)
    with pytest.raises(ValueError, match="deserialize"):
        from_own_pkcs8(stored.sealed)
