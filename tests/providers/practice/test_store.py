"""Putting things on a token, taking them off, emptying it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.providers.practice.known import (
    CLII,
    CLII_PIN,
    CLII_SO,
    HK,
    HK_PIN,
    NET,
    OWN_PIN,
    SO,
    USER,
    left_on_disk,
    on_disk,
    wrong,
)
from tokenmgr.model.errors import LoginNeeded, MechanismRefused, NotSupported, TokenGone
from tokenmgr.model.pin import Pin, PinKind, Verdict
from tokenmgr.model.token import TokenId
from tokenmgr.providers.practice.keypairs import make_key, to_pkcs8
from tokenmgr.providers.practice.openings import Openings
from tokenmgr.providers.practice.pins import PracticePins
from tokenmgr.providers.practice.store import PracticeStore

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.providers.practice.shelf import Shelf


@pytest.fixture
def openings() -> Openings:
    return Openings()


@pytest.fixture
def pins(shelf: Shelf, openings: Openings) -> PracticePins:
    return PracticePins(shelf, openings)


@pytest.fixture
def closed(shelf: Shelf, openings: Openings) -> PracticeStore:
    return PracticeStore(shelf, openings)


@pytest.fixture
def store(closed: PracticeStore, pins: PracticePins) -> PracticeStore:
    pins.login(HK, USER, Pin(HK_PIN))
    return closed


def ids(shelf: Shelf, token: TokenId) -> tuple[list[bytes], list[bytes]]:
    state = shelf.look(token)
    return [each.id for each in state.certificates], [key.ref.id for key in state.keys]


def test_a_certificate_and_a_key_are_kept(store: PracticeStore, shelf: Shelf) -> None:
    store.import_certificate(HK, b"der", b"\x09", "mine")
    store.import_key(HK, to_pkcs8(make_key("rsa", 2048)), b"\x09", "mine")
    assert ids(shelf, HK) == ([b"\x01", b"\x09"], [b"\x01", b"\x09"])


def test_the_same_certificate_is_not_kept_twice_but_a_new_one_stands_beside_the_old(
    store: PracticeStore, shelf: Shelf
) -> None:
    for der in (b"renewed", b"renewed"):
        store.import_certificate(HK, der, b"\x01", "renewed")
    assert ids(shelf, HK)[0] == [b"\x01", b"\x01"]


def test_keys_that_cannot_be_kept_are_refused(store: PracticeStore, shelf: Shelf) -> None:
    with pytest.raises(MechanismRefused):
        store.import_key(HK, b"no key", b"\x09", "")
    with pytest.raises(NotSupported):
        store.import_key(HK, to_pkcs8(make_key("ec", 256)), b"\x01", "")
    assert ids(shelf, HK) == ([b"\x01"], [b"\x01"])


@pytest.mark.parametrize(
    ("kind", "key_id", "gone", "left"),
    [
        ("certificate", b"\x01", 1, ([], [b"\x01"])),
        ("key", b"\x01", 1, ([b"\x01"], [])),
        ("certificate", b"\x02", 0, ([b"\x01"], [b"\x01"])),
    ],
)
def test_only_what_was_named_is_deleted(
    store: PracticeStore, shelf: Shelf, kind: str, key_id: bytes, gone: int, left: tuple[list[bytes], list[bytes]]
) -> None:
    assert store.delete(HK, kind, key_id) == gone
    assert ids(shelf, HK) == left


def test_of_two_certificates_under_one_id_the_named_one_goes(store: PracticeStore, shelf: Shelf) -> None:
    store.import_certificate(HK, b"renewed", b"\x01", "renewed")
    assert store.delete(HK, "certificate", b"\x01", b"renewed") == 1
    assert b"renewed" not in [each.der for each in shelf.look(HK).certificates]
    assert ids(shelf, HK)[0] == [b"\x01"]


def test_a_new_label_is_on_the_token(store: PracticeStore, shelf: Shelf) -> None:
    store.rename(HK, "我的令牌")
    assert shelf.look(HK).label == "我的令牌"


def test_a_label_longer_than_a_token_has_room_for(store: PracticeStore, folder: Path) -> None:
    store.rename(HK, "x" * 32)
    with pytest.raises(NotSupported):
        store.rename(HK, "陳" * 11)
    with pytest.raises(NotSupported):
        store.initialise(CLII, wrong(), "x" * 33)
    assert left_on_disk(folder, CLII, SO) == 10


def test_a_closed_token_is_not_written_to(closed: PracticeStore, folder: Path) -> None:
    before = on_disk(folder, HK)
    for verb in (
        lambda: closed.import_certificate(HK, b"der", b"\x09", ""),
        lambda: closed.import_key(HK, b"", b"\x09", ""),
        lambda: closed.delete(HK, "key", b"\x01"),
        lambda: closed.rename(HK, "new"),
    ):
        with pytest.raises(LoginNeeded):
            verb()
    assert on_disk(folder, HK) == before


def test_initialised_it_is_empty_until_the_administrator_sets_a_pin(
    closed: PracticeStore, pins: PracticePins, shelf: Shelf
) -> None:
    pins.login(CLII, USER, Pin(CLII_PIN))
    assert closed.initialise(CLII, Pin(CLII_SO), "empty").verdict is Verdict.RIGHT
    assert (ids(shelf, CLII), shelf.look(CLII).label) == (([], []), "empty")
    assert not pins.reading(CLII, USER).is_set
    assert pins.login(CLII, USER, Pin(CLII_PIN)).verdict is Verdict.NOT_SET
    assert pins.set_by_officer(CLII, Pin(CLII_SO), Pin(OWN_PIN)).verdict is Verdict.RIGHT
    assert pins.login(CLII, USER, Pin(OWN_PIN)).verdict is Verdict.RIGHT
    closed.import_key(CLII, to_pkcs8(make_key("ec", 256)), b"\x01", "")


def test_a_copy_of_the_file_from_before_does_not_open_with_the_key_from_after(
    closed: PracticeStore, pins: PracticePins, shelf: Shelf, openings: Openings
) -> None:
    pins.set_by_officer(CLII, Pin(CLII_SO), Pin(OWN_PIN))
    pins.login(CLII, USER, Pin(OWN_PIN))
    before = openings.user_key(CLII, shelf.look(CLII))
    for _ in range(2):
        closed.initialise(CLII, Pin(CLII_SO), "empty")
        pins.set_by_officer(CLII, Pin(CLII_SO), Pin(OWN_PIN))
        pins.login(CLII, USER, Pin(OWN_PIN))
        after = openings.user_key(CLII, shelf.look(CLII))
        assert after != before
        before = after


def test_a_wrong_administrator_pin_empties_nothing(closed: PracticeStore, shelf: Shelf, folder: Path) -> None:
    answer = closed.initialise(CLII, wrong(), "empty")
    assert (answer.verdict, answer.reading.exact, left_on_disk(folder, CLII, SO)) == (Verdict.WRONG, 9, 9)
    assert ids(shelf, CLII) == ([b"\x01"], [b"\x01"])


@pytest.mark.parametrize("token", [HK, NET])
def test_without_an_administrator_there_is_no_initialising(closed: PracticeStore, token: TokenId) -> None:
    with pytest.raises(NotSupported):
        closed.initialise(token, Pin(CLII_SO), "empty")


def test_initialising_wants_a_typed_pin_and_a_token(closed: PracticeStore) -> None:
    with pytest.raises(NotSupported):
        closed.initialise(CLII, None, "empty")
    with pytest.raises(TokenGone):
        closed.initialise(TokenId("", "", "X"), Pin(CLII_SO), "empty")


def test_another_process_sees_its_session_end(closed: PracticeStore, shelf: Shelf) -> None:
    elsewhere = Openings()
    elsewhere_pins = PracticePins(shelf, elsewhere)
    elsewhere_pins.login(CLII, USER, Pin(CLII_PIN))
    closed.initialise(CLII, Pin(CLII_SO), "empty")
    assert not elsewhere.is_open(shelf.look(CLII), PinKind.USER)


def test_there_are_no_data_objects(closed: PracticeStore) -> None:
    assert list(closed.data_objects(HK)) == []
