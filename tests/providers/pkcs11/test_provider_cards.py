"""A module over real readers: cards pulled, put back, swapped, and closed again for every program."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import pytest

from tests.beds.pcsc import numbered_card, opensc_module
from tests.providers.pkcs11.tokens import only_token
from tokenmgr.model.errors import (
    LoginNeeded,
    ModuleFault,
    TokenGone,
    TokenSwapped,
    TokenTwins,
)
from tokenmgr.model.pin import Pin, PinKind, Verdict
from tokenmgr.model.scheme import Scheme

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.beds.pcsc import PcscBed, VirtualCard
    from tests.providers.pkcs11.conftest import Open
    from tokenmgr.model.token import KeyRef, TokenId
    from tokenmgr.providers.pkcs11.provider import Pkcs11Provider

USER = PinKind.USER
DIGEST = hashlib.sha256(b"signed").digest()
SIGN = (DIGEST, Scheme.RSA_PKCS1, "sha256")


def in_reader(
    bed: PcscBed, over: Open, number: int = 0, **differing: Any
) -> tuple[VirtualCard, Pkcs11Provider, TokenId]:
    card = bed.card(numbered_card(number, **differing))
    card.plug()
    provider = over(opensc_module() or "", bed.env())
    return card, provider, only_token(provider)


def signing_key(provider: Pkcs11Provider, token: TokenId) -> KeyRef:
    return next(key for key in provider.private_keys(token) if not key.asks_each_time)


# Pulled and put back


def test_a_card_put_back_is_closed_and_opens_again(bed: PcscBed, over: Open) -> None:
    card, provider, token = in_reader(bed, over)
    provider.pin.login(token, USER, Pin("123456"))
    key = signing_key(provider, token)
    assert provider.sign(token, key, *SIGN)
    card.pull()
    with pytest.raises(TokenGone):
        provider.sign(token, key, *SIGN)
    card.plug()
    with pytest.raises(LoginNeeded):
        provider.sign(token, key, *SIGN)
    assert provider.pin.login(token, USER, Pin("123456")).verdict is Verdict.RIGHT
    assert provider.sign(token, key, *SIGN)
    assert (card.wrong_pins(), card.verifies()) == (0, 2)


def test_a_quick_pull_that_nobody_saw(bed: PcscBed, over: Open) -> None:
    card, provider, token = in_reader(bed, over)
    provider.pin.login(token, USER, Pin("123456"))
    key = signing_key(provider, token)
    card.pull(seen=False)
    card.plug()
    with pytest.raises((TokenGone, LoginNeeded)):
        provider.sign(token, key, *SIGN)
    assert provider.pin.login(token, USER, Pin("999999")).verdict is Verdict.WRONG
    assert provider.pin.login(token, USER, Pin("123456")).verdict is Verdict.RIGHT
    assert provider.sign(token, key, *SIGN)
    assert card.wrong_pins() == 1


def test_a_swapped_card_sees_no_pin(bed: PcscBed, over: Open) -> None:
    card, provider, token = in_reader(bed, over)
    provider.pin.login(token, USER, Pin("123456"))
    key = signing_key(provider, token)
    other = bed.card(numbered_card(1))
    card.swap(other)
    for verb in (
        lambda: provider.pin.login(token, USER, Pin("123456")),
        lambda: provider.pin.change(token, USER, Pin("123456"), Pin("654321")),
        lambda: provider.pin.unlock_by_puk(token, Pin("87654321"), Pin("654321")),
        lambda: provider.sign_with_pin(token, key, *SIGN, Pin("123456")),
    ):
        with pytest.raises((TokenGone, TokenSwapped)) as error:
            verb()
        assert error.value.no_try_used is True
    assert (other.verifies(), other.tries_left("puk")) == (0, 3)


def test_pulled_while_it_signs(bed: PcscBed, over: Open) -> None:
    card, provider, token = in_reader(bed, over)
    provider.pin.login(token, USER, Pin("123456"))
    key = signing_key(provider, token)
    card.die_at(1, "87")
    with pytest.raises((TokenGone, ModuleFault)):  # at that moment OpenSC does not know why
        provider.sign(token, key, *SIGN)
    card.plug()
    assert only_token(provider) == token
    with pytest.raises((TokenGone, LoginNeeded)):
        provider.sign(token, key, *SIGN)
    assert provider.pin.login(token, USER, Pin("123456")).verdict is Verdict.RIGHT
    assert provider.sign(token, key, *SIGN)
    assert card.wrong_pins() == 0


# A card, open and closed


def test_what_we_opened_we_close_for_every_program(bed: PcscBed, over: Open) -> None:
    """OpenSC would leave the card open, to whoever asks."""
    card, provider, token = in_reader(bed, over)
    onlooker = over(opensc_module() or "", bed.env())
    assert only_token(onlooker) == token
    provider.pin.login(token, USER, Pin("123456"))
    assert onlooker.pin.reading(token, USER).logged_in
    provider.pin.logout(token)
    assert onlooker.pin.reading(token, USER).exact == 15
    provider.pin.login(token, USER, Pin("123456"))
    provider.close()
    assert not onlooker.pin.reading(token, USER).logged_in
    assert card.wrong_pins() == 0


def test_a_pin_changed_elsewhere_costs_an_open_session_nothing(bed: PcscBed, over: Open) -> None:
    """OpenSC keeps the PIN it was given, and must not be brought to send it again."""
    card, provider, token = in_reader(bed, over)
    provider.pin.login(token, USER, Pin("123456"))
    key = signing_key(provider, token)
    others = over(opensc_module() or "", bed.env())
    assert others.pin.change(token, USER, Pin("123456"), Pin("654321")).verdict is Verdict.RIGHT
    for _ in range(5):
        with pytest.raises(LoginNeeded):
            provider.sign(token, key, *SIGN)
    assert card.wrong_pins() == 0


def test_an_unlocked_card_does_not_get_the_old_pin(bed: PcscBed, over: Open) -> None:
    card, provider, token = in_reader(bed, over)
    provider.pin.login(token, USER, Pin("123456"))
    key = signing_key(provider, token)
    assert provider.pin.unlock_by_puk(token, Pin("87654321"), Pin("654321")).verdict is Verdict.RIGHT
    with pytest.raises(LoginNeeded):
        provider.sign(token, key, *SIGN)
    assert card.wrong_pins() == 0


# Two cards in two readers


def test_no_pin_goes_to_the_other_card_however_often_cards_come_and_go(bed: PcscBed, over: Open) -> None:
    """OpenSC gives the numbers of dead sessions out again, to whoever comes next."""
    mine, other = (bed.card(numbered_card(number, slots=("9A",)), number) for number in range(2))
    for card in (other, mine):
        card.plug()
    provider = over(opensc_module() or "", bed.env())
    by_serial = {each.id.serial[-1]: each.id for each in provider.tokens()}
    token, theirs = by_serial["1"], by_serial["2"]
    for _ in range(8):
        assert provider.pin.login(token, USER, Pin("123456")).verdict is Verdict.RIGHT
        mine.pull()
        provider.tokens()
        provider.certificates(theirs)
        provider.pin.login(theirs, USER, Pin("000000"))  # their owner's own slip leaves a writing session
        before = other.wrong_pins(), other.verifies()
        mine.plug()
        provider.tokens()
        assert provider.pin.login(token, USER, Pin("123456")).verdict is Verdict.RIGHT
        assert [each.facts.name for each in provider.certificates(token)] == ["Card 0 slot 9A"]
        assert (other.wrong_pins(), other.verifies()) == before
        provider.pin.logout(token)
        provider.pin.login(theirs, USER, Pin("123456"))
        provider.pin.logout(theirs)
    assert mine.wrong_pins() == 0


def test_two_cards_that_call_themselves_the_same_get_no_pin(bed: PcscBed, over: Open) -> None:
    cards = [bed.card(numbered_card(0, slots=("9A",), pin=pin), at) for at, pin in enumerate(("123456", "654321"))]
    for card in cards:
        card.plug()
    provider = over(opensc_module() or "", bed.env())
    token = provider.tokens()[0].id
    verbs: tuple[Callable[[], object], ...] = (
        lambda: provider.pin.login(token, USER, Pin("654321")),
        lambda: provider.pin.change(token, USER, Pin("654321"), Pin("123456")),
        lambda: provider.pin.unlock_by_puk(token, Pin("87654321"), Pin("123456")),
    )
    for verb in verbs:
        with pytest.raises(TokenTwins) as error:
            verb()
        assert error.value.no_try_used is True
    assert [(card.verifies(), card.tries_left("puk")) for card in cards] == [(0, 3), (0, 3)]
    cards[1].pull()
    assert provider.pin.login(token, USER, Pin("123456")).verdict is Verdict.RIGHT


def test_a_quick_pull_is_another_insertion(bed: PcscBed, over: Open) -> None:
    card, provider, token = in_reader(bed, over)
    provider.pin.login(token, USER, Pin("123456"))
    before = provider.tokens()[0].generation
    assert provider.tokens()[0].generation == before
    card.pull(seen=False)
    card.plug()
    assert provider.tokens()[0].generation != before
