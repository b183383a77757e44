"""A module as a provider: what the contract does not ask of every provider. (tests/contract has the rest.)"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.beds.softhsm import make_key_pair
from tests.providers.pkcs11.puppets import puppet
from tests.providers.pkcs11.tokens import BAD, KEY_ID, PIN, only_token
from tokenmgr.model.errors import (
    KeyMissing,
    ModuleFault,
    ModuleGarbled,
    NotSupported,
    TokenBusy,
    TokenGone,
)
from tokenmgr.model.pin import Pin, PinKind, Verdict, Why
from tokenmgr.model.scheme import Scheme
from tokenmgr.model.token import KeyRef, TokenId
from tokenmgr.providers.pkcs11 import provider as provider_file
from tokenmgr.providers.pkcs11.provider import Pkcs11Provider
from tokenmgr.x509.key import spki_of, verify_signature

if TYPE_CHECKING:
    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm
    from tests.providers.pkcs11.conftest import Open

USER = PinKind.USER
DIGEST = hashlib.sha256(b"signed").digest()
SIGN = (DIGEST, Scheme.RSA_PKCS1, "sha256")
TOKEN = TokenId("maker", "model", "1234")
PROXY = next(iter(Path("/usr/lib").glob("*-linux-gnu*/p11-kit-proxy.so")), None)


def signed(provider: Pkcs11Provider, token: TokenId, key_id: bytes = KEY_ID) -> bytes:
    return provider.sign(token, KeyRef(key_id), *SIGN)


# Slots


def test_broken_slots_hide_nobody_and_stop_nothing(shim: Shim, over: Open) -> None:
    shim.set(badslot=3)
    provider = over(shim)
    token = only_token(provider)
    assert provider.pin.login(token, USER, Pin(PIN)).verdict is Verdict.RIGHT
    provider.keys.generate(token, "ec", 256, b"\5", "made here")
    assert {key.id for key in provider.private_keys(token)} == {KEY_ID, b"\5"}


def test_slots_may_move(shim: Shim, over: Open) -> None:
    """The numbers change at every listing."""
    shim.set(lie="shift")
    provider = over(shim)
    token = only_token(provider)
    assert provider.pin.login(token, USER, Pin(BAD)).verdict is Verdict.WRONG
    assert provider.pin.login(token, USER, Pin(PIN)).verdict is Verdict.RIGHT
    assert shim.tries_left("user") == 15
    assert len(signed(provider, token)) == 256


def test_a_name_that_is_no_text_stays_distinct(shim: Shim, over: Open) -> None:
    shim.set(lie="label")
    [token, *_] = over(shim).tokens()
    assert token.label == "\\xff" * 32
    assert token.id.serial == "\\xff" * 16


@pytest.mark.skipif(PROXY is None, reason="p11-kit is not installed")
def test_behind_the_proxy_a_token_is_the_same_token(hsm: SoftHsm, over: Open, tmp_path: Path) -> None:
    """The proxy shows every module once more: who looks at both must be able to tell."""
    proxy = over(PROXY or "", hsm.env | {"HOME": str(tmp_path)})
    behind = {token.id for token in proxy.tokens() if token.label == "card"}
    assert behind == {only_token(over(hsm))}
    [token] = behind
    assert proxy.pin.login(token, USER, Pin(PIN)).verdict is Verdict.RIGHT
    assert len(signed(proxy, token)) == 256


def test_one_library_twice_in_two_processes(hsm: SoftHsm, over: Open) -> None:
    first, second = over(hsm), over(hsm)
    token = only_token(first)
    assert first.pin.login(token, USER, Pin(PIN)).verdict is Verdict.RIGHT
    assert only_token(second) == token
    assert not second.pin.reading(token, USER).logged_in
    assert first.host.pid != second.host.pid


def test_eight_processes_at_once_all_begin(hsm: SoftHsm, over: Open) -> None:
    """SoftHSM fails now and then where another process starts the same moment."""
    providers = [over(hsm) for _ in range(8)]
    for provider in providers:
        provider.host.start()
    assert len({only_token(provider) for provider in providers}) == 1


# Keys that come and go


def test_a_key_written_anew_under_the_same_id_is_the_one_that_signs(hsm: SoftHsm, over: Open) -> None:
    provider = over(hsm)
    token = only_token(provider)
    provider.pin.login(token, USER, Pin(PIN))
    before = signed(provider, token)
    assert provider.store.delete(token, "key", KEY_ID) > 0
    with pytest.raises(KeyMissing):
        signed(provider, token)
    pair = make_key_pair("Somebody Else")
    provider.store.import_key(token, pkcs8(pair.key), KEY_ID, "new")
    after = signed(provider, token)
    assert before != after
    spki = spki_of(pair.certificate)
    assert verify_signature(spki or b"", DIGEST, after, "rsa-pkcs1", "sha256")


def test_a_key_that_another_program_replaced(hsm: SoftHsm, over: Open) -> None:
    """Its handle is remembered here and means nothing any more."""
    mine, others = over(hsm), over(hsm)
    token = only_token(mine)
    for provider in (mine, others):
        provider.pin.login(token, USER, Pin(PIN))
    signed(mine, token)
    others.store.delete(token, "key", KEY_ID)
    others.store.import_key(token, pkcs8(make_key_pair().key), KEY_ID, "new")
    mine.private_keys(token)  # SoftHSM looks for changes when objects are searched
    assert signed(mine, token) == signed(others, token)


def pkcs8(pkcs1: bytes) -> bytes:
    plain = serialization.NoEncryption()
    key = serialization.load_der_private_key(pkcs1, None)
    return key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, plain)


def test_another_kind_of_key_is_refused_before_it_is_sent(hsm: SoftHsm, over: Open) -> None:
    provider = over(hsm)
    plain = serialization.NoEncryption()
    key = ec.generate_private_key(ec.SECP256R1())
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, plain)
    with pytest.raises(NotSupported) as refusal:
        provider.store.import_key(only_token(provider), der, b"\5", "curve")
    assert refusal.value.what == "import-key"


def test_an_empty_id_deletes_nothing(hsm: SoftHsm, over: Open) -> None:
    provider = over(hsm)
    token = only_token(provider)
    provider.pin.login(token, USER, Pin(PIN))
    for kind in ("key", "certificate", "data"):
        with pytest.raises(Exception, match="object-missing"):
            provider.store.delete(token, kind, b"")
    assert provider.private_keys(token)
    with pytest.raises(NotSupported):
        provider.store.delete(token, "token", b"\1")


# Gone


def test_a_failure_for_no_reason_is_explained_by_the_empty_reader(shim: Shim, over: Open) -> None:
    shim.set(fault="C_SignInit:rv=0x5@1+")
    provider = over(shim)
    token = only_token(provider)
    provider.pin.login(token, USER, Pin(PIN))
    with pytest.raises(ModuleFault):
        signed(provider, token)
    shim.pull()
    with pytest.raises(TokenGone):
        signed(provider, token)


# The administrator far away


def test_waiting_for_a_response_shows_the_tokens_and_touches_nothing(safenet: Shim, over: Open) -> None:
    provider = over(safenet)
    token = only_token(provider)
    challenge = provider.pin.challenge(token)
    assert only_token(provider) == token
    for verb in (
        lambda: provider.certificates(token),
        lambda: provider.pin.reading(token, USER),
        lambda: provider.pin.login(token, USER, Pin(PIN)),
    ):
        with pytest.raises(TokenBusy) as busy:
            verb()
        assert busy.value.no_try_used is not False
    answer = provider.pin.respond(token, safenet.respond(challenge), Pin("654321"))
    assert (answer.verdict, answer.reading.exact, answer.reading.source) == (Verdict.RIGHT, 15, Why.VENDOR_COUNTER)
    assert provider.pin.login(token, USER, Pin("654321")).verdict is Verdict.RIGHT


def test_giving_up_waiting(safenet: Shim, over: Open) -> None:
    provider = over(safenet)
    token = only_token(provider)
    provider.pin.challenge(token)
    again = provider.pin.challenge(token)
    assert len(again) == 8
    provider.pin.logout(token)
    with pytest.raises(NotSupported) as refusal:
        provider.pin.respond(token, safenet.respond(again), Pin("654321"))
    assert refusal.value.no_try_used is True
    assert provider.pin.login(token, USER, Pin(PIN)).verdict is Verdict.RIGHT


def test_a_wrong_response_is_said_to_be_one(safenet: Shim, over: Open) -> None:
    provider = over(safenet)
    token = only_token(provider)
    provider.pin.challenge(token)
    assert provider.pin.respond(token, bytes(8), Pin("654321")).verdict is Verdict.WRONG
    assert provider.pin.login(token, USER, Pin(PIN)).verdict is Verdict.RIGHT
    assert safenet.tries_left("unlock") == 9


def test_unlocking_keeps_the_tokens_own_limit(safenet: Shim, over: Open) -> None:
    safenet.set(user_max=10)
    provider = over(safenet)
    token = only_token(provider)
    challenge = provider.pin.challenge(token)
    provider.pin.respond(token, safenet.respond(challenge), Pin("654321"))
    reading = provider.pin.reading(token, USER)
    assert (reading.exact, reading.limit) == (10, 10)


# What a module cannot make us do


def test_a_counter_that_cannot_be_is_not_believed(safenet: Shim, over: Open) -> None:
    """And a verdict is never lost over it."""
    for feature in ("RETRY_USER=99", "RETRY_USER_MAX=9223372036854775807,RETRY_USER=9223372036854775806"):
        safenet.set(feature=feature)
        provider = over(safenet)
        answer = provider.pin.login(only_token(provider), USER, Pin(BAD))
        assert (answer.verdict, answer.reading.exact) == (Verdict.WRONG, None)


def test_a_verdict_stands_though_nothing_more_can_be_read(shim: Shim, over: Open) -> None:
    shim.set(fault="C_GetTokenInfo:rv=0x30@7+")
    provider = over(shim)
    answer = provider.pin.login(only_token(provider), USER, Pin(BAD))
    assert answer.verdict is Verdict.WRONG
    assert shim.calls("C_GetTokenInfo") >= 7


@pytest.mark.parametrize("lie", ["slots", "count", "siglen"])
def test_numbers_beyond_reason_are_nonsense(shim: Shim, over: Open, lie: str) -> None:
    shim.set(lie=lie)
    provider = over(shim)

    def use() -> None:
        token = only_token(provider)
        provider.pin.login(token, USER, Pin(PIN))
        provider.certificates(token)
        signed(provider, token)

    with pytest.raises(ModuleGarbled):
        use()
    assert provider.health.garbled == 1


def test_a_module_without_end_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(provider_file, "MUCH_DER", 2_000_000)
    der = "{'id': b'1', 'label': '', 'der': bytes(100_000)}"
    for page in (f"[{der}] * 4", "[{'id': b'1', 'label': '', 'der': b''}] * 1000"):
        provider = Pkcs11Provider(puppet(f"while True: say('part', {{'certificates': {page}}})", patience=2))
        with pytest.raises(ModuleGarbled):
            provider.certificates(TOKEN)
        assert provider.host.pid == 0


def test_what_an_answer_cannot_say_is_the_modules_fault() -> None:
    for act in ("say('done', {'tokens': 5})", "say('done', {'tokens': [{}]})", "say('fail', {})"):
        provider = Pkcs11Provider(puppet(act, patience=1))
        with pytest.raises(ModuleGarbled):
            provider.tokens()
        assert provider.health.garbled == 1
    provider = Pkcs11Provider(puppet("say('reached', {}); say('done', {'verdict': 'perhaps'})", patience=1))
    with pytest.raises(ModuleGarbled) as error:
        provider.pin.login(TOKEN, USER, Pin(PIN))
    assert error.value.no_try_used is False


def test_large_listings_come_in_pages(hsm: SoftHsm, over: Open) -> None:
    der = make_key_pair().certificate
    hsm.add_certificates("card", PIN, [(bytes((2, number)), der + bytes(3000)) for number in range(150)])
    provider = over(hsm)
    found = provider.certificates(only_token(provider))
    assert len({each.id for each in found}) == 151
    assert all(each.facts.subject == "CN=Test Person" for each in found)
