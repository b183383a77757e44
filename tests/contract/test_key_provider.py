"""What every provider of tokens promises, whatever stands behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from cryptography import x509

from tests.contract.steps import (
    ALL,
    DIGEST,
    LOCKING,
    NEW,
    OWN_KEY,
    PULLABLE,
    VERDICT_IN_WORDS,
    WITH_STORE,
    bring_if_empty,
    bring_key_and_certificate,
    every_question,
    on,
    public_key,
    usable_key,
    wrong_pin,
)
from tests.contract.subjects import USER, Subject
from tokenmgr.model.errors import (
    KeyMissing,
    LoginNeeded,
    MechanismRefused,
    NotSupported,
    TokenGone,
    Unreachable,
)
from tokenmgr.model.pin import Pin, PinKind, Verdict
from tokenmgr.model.scheme import Scheme
from tokenmgr.model.token import Ability, KeyRef, TokenFlag, TokenId
from tokenmgr.x509.key import encrypt, verify_signature
from tokenmgr.x509.request import make_request

if TYPE_CHECKING:
    from collections.abc import Callable


# Who it is


@on(*ALL)
def test_a_token_says_who_it_is(subject: Subject) -> None:
    token = subject.seen()
    assert token.label
    assert token.id.serial
    assert TokenFlag.INITIALISED in token.flags
    assert {Ability.SIGN, Ability.CHANGE_PIN} <= token.abilities
    assert token.provider == subject.provider.name


@on(*ALL)
def test_certificates_are_there_without_a_login_and_know_their_keys(subject: Subject) -> None:
    bring_if_empty(subject)
    subject.pins.logout(subject.token)
    found = list(subject.provider.certificates(subject.token))
    assert found
    assert all(each.token == subject.token and each.id and each.facts.subject for each in found)
    subject.log_in()  # some tokens show no key before
    assert any(each.has_private_key for each in subject.provider.certificates(subject.token))


@on(*ALL)
def test_private_keys_show_when_the_token_is_open(subject: Subject) -> None:
    bring_if_empty(subject)
    keys = subject.provider.private_keys(subject.token)
    assert any(key.signs for key in keys)
    assert {(key.kind, key.bits) for key in keys} == {("rsa", 2048)}
    certified = {each.id for each in subject.provider.certificates(subject.token) if each.has_private_key}
    assert certified <= {key.id for key in keys}


# PINs


@on(*ALL)
def test_the_right_pin_opens_and_logging_out_closes(subject: Subject) -> None:
    answer = subject.pins.login(subject.token, USER, subject.pin())
    assert (answer.verdict, answer.reading.logged_in, answer.reading.locked) == (Verdict.RIGHT, True, False)
    assert subject.pins.reading(subject.token, USER).logged_in
    subject.pins.logout(subject.token)
    assert not subject.pins.reading(subject.token, USER).logged_in
    assert not subject.provider.private_keys(subject.token)


@on(*ALL)
def test_a_wrong_pin_costs_one_try_and_the_reading_is_never_above_the_truth(subject: Subject) -> None:
    before = subject.left(USER)
    answer = subject.pins.login(subject.token, USER, wrong_pin())
    assert answer.verdict is Verdict.WRONG
    assert not answer.reading.logged_in
    left = subject.left(USER)
    if before is not None and left is not None:
        assert before - left == 1
        assert answer.reading.exact is None or answer.reading.exact == left
    assert subject.pins.reading(subject.token, USER) == answer.reading


@on(*ALL)
def test_a_wrong_pin_does_not_pass_on_an_open_token(subject: Subject) -> None:
    subject.log_in()
    assert subject.pins.login(subject.token, USER, wrong_pin()).verdict is Verdict.WRONG


@on(*LOCKING)
def test_wrong_pins_lock_it_and_the_right_one_does_not_help_then(subject: Subject) -> None:
    verdicts = []
    for number in range(20):
        answer = subject.pins.login(subject.token, USER, wrong_pin(number))
        verdicts.append(answer.verdict)
        assert answer.reading.exact is None or answer.reading.exact == subject.left(USER)
        if answer.verdict is Verdict.LOCKED or answer.reading.locked:
            break
    assert set(verdicts) <= VERDICT_IN_WORDS
    assert subject.pins.reading(subject.token, USER).locked
    assert subject.pins.login(subject.token, USER, subject.pin()).verdict is Verdict.LOCKED
    assert subject.left(USER) in {0, None}


@on(*ALL)
def test_changing_the_pin(subject: Subject) -> None:
    before = subject.left(USER)
    assert subject.pins.change(subject.token, USER, wrong_pin(), Pin(NEW)).verdict is Verdict.WRONG
    if before is not None:
        assert subject.left(USER) == before - 1
    assert subject.pins.change(subject.token, USER, subject.pin(), Pin(NEW)).verdict is Verdict.RIGHT
    assert subject.left(USER) == before
    assert subject.pins.login(subject.token, USER, subject.pin()).verdict is Verdict.WRONG
    assert subject.pins.login(subject.token, USER, Pin(NEW)).verdict is Verdict.RIGHT


@on(*ALL)
def test_a_new_pin_that_cannot_be_costs_no_try(subject: Subject) -> None:
    before = subject.left(USER)
    answer = subject.pins.change(subject.token, USER, subject.pin(), Pin("1"))
    assert answer.verdict is Verdict.RULES
    assert subject.left(USER) == before
    subject.log_in()


# Using keys


@on(*ALL)
@pytest.mark.parametrize("scheme", [Scheme.RSA_PKCS1, Scheme.RSA_PSS])
def test_a_signature_is_the_keys(subject: Subject, scheme: Scheme) -> None:
    bring_if_empty(subject)
    key = usable_key(subject)
    signature = subject.provider.sign(subject.token, key, DIGEST, scheme, "sha256")
    assert verify_signature(public_key(subject, key.id), DIGEST, signature, scheme.value, "sha256")


@on(*ALL)
def test_a_digest_that_does_not_fit_its_hash_is_refused(subject: Subject) -> None:
    bring_if_empty(subject)
    with pytest.raises(MechanismRefused):
        subject.provider.sign(subject.token, usable_key(subject), DIGEST[:-1], Scheme.RSA_PKCS1, "sha256")


@on(*ALL)
def test_what_is_encrypted_to_a_key_is_read_with_it(subject: Subject) -> None:
    bring_if_empty(subject)
    key = usable_key(subject, decrypts=True)
    plain = b"read by one person only"
    assert subject.provider.decrypt(subject.token, key, encrypt(public_key(subject, key.id), plain)) == plain


@on(*ALL)
def test_a_closed_token_does_not_sign(subject: Subject) -> None:
    bring_if_empty(subject)
    key = usable_key(subject)
    subject.pins.logout(subject.token)
    with pytest.raises(LoginNeeded):
        subject.provider.sign(subject.token, key, DIGEST, Scheme.RSA_PKCS1, "sha256")


@on(*ALL)
def test_a_key_that_is_not_there_is_missed(subject: Subject) -> None:
    subject.log_in()
    with pytest.raises(KeyMissing):
        subject.provider.sign(subject.token, KeyRef(b"\xee" * 8), DIGEST, Scheme.RSA_PKCS1, "sha256")


@on("practice-post", "piv")
def test_a_key_that_asks_each_time(subject: Subject) -> None:
    subject.log_in()
    keys = subject.provider.private_keys(subject.token)
    key = next((key for key in keys if key.asks_each_time), keys[0])
    wish = (subject.token, key, DIGEST, Scheme.RSA_PKCS1, "sha256")
    before = subject.left(USER) or 0
    refusal, nothing = subject.provider.sign_with_pin(*wish, wrong_pin())
    assert (refusal.verdict, nothing) == (Verdict.WRONG, b"")
    assert subject.left(USER) == before - 1
    subject.log_in()
    answer, signature = subject.provider.sign_with_pin(*wish, subject.pin())
    assert answer.verdict is Verdict.RIGHT
    assert verify_signature(public_key(subject, key.id), DIGEST, signature, "rsa-pkcs1", "sha256")


# Pulled, or never there


@on(*PULLABLE)
def test_a_pulled_token_is_gone_and_comes_back_closed(subject: Subject) -> None:
    assert subject.pull
    assert subject.plug
    subject.log_in()
    key = usable_key(subject)
    before = subject.left(USER)
    subject.pull()
    with pytest.raises(TokenGone):
        subject.provider.sign(subject.token, key, DIGEST, Scheme.RSA_PKCS1, "sha256")
    assert subject.token not in {token.id for token in subject.provider.tokens()}
    for refused in every_question(subject):
        with pytest.raises(TokenGone):
            refused()
    with pytest.raises(TokenGone) as gone:
        subject.pins.login(subject.token, USER, wrong_pin())
    assert gone.value.no_try_used is not False
    subject.plug()
    assert subject.token in {token.id for token in subject.provider.tokens()}
    assert subject.left(USER) == before
    with pytest.raises(LoginNeeded):
        subject.provider.sign(subject.token, key, DIGEST, Scheme.RSA_PKCS1, "sha256")
    subject.log_in()
    subject.provider.sign(subject.token, key, DIGEST, Scheme.RSA_PKCS1, "sha256")


@on(*ALL)
def test_a_token_that_is_not_there_gets_no_pin(subject: Subject) -> None:
    stranger = TokenId("Nobody", "None", "0000")
    elsewhere = replace(subject, token=stranger)
    before = [subject.left(kind) for kind in PinKind]
    verbs: list[Callable[[], object]] = [
        *every_question(elsewhere),
        lambda: subject.pins.login(stranger, USER, wrong_pin()),
        lambda: subject.pins.change(stranger, USER, wrong_pin(), Pin(NEW)),
        lambda: subject.pins.set_by_officer(stranger, wrong_pin(), Pin(NEW)),
        lambda: subject.pins.unlock_by_puk(stranger, wrong_pin(), Pin(NEW)),
        lambda: subject.store.initialise(stranger, wrong_pin(), "label"),
    ]
    for verb in verbs:
        with pytest.raises(Unreachable) as error:
            verb()
        assert isinstance(error.value, TokenGone)
        assert error.value.no_try_used is not False
    assert [subject.left(kind) for kind in PinKind] == before


# Making and storing


@on(*WITH_STORE)
@pytest.mark.parametrize(("kind", "bits", "scheme"), [("rsa", 2048, Scheme.RSA_PKCS1), ("ec", 256, Scheme.ECDSA)])
def test_a_new_key_signs_its_own_request(subject: Subject, kind: str, bits: int, scheme: Scheme) -> None:
    assert Ability.MAKE_KEYS in subject.seen().abilities
    subject.log_in()
    try:
        key, spki = subject.keys.generate(subject.token, kind, bits, OWN_KEY, "made here")
    except MechanismRefused:
        assert kind == "ec"  # opencryptoki's soft token has no curves
        return
    listed = next(each for each in subject.provider.private_keys(subject.token) if each.id == OWN_KEY)
    assert (listed.kind, listed.bits, listed.label, listed.signs) == (kind, bits, "made here", True)
    assert listed == key
    der = make_request(
        "CN=Made Here", spki, lambda digest, name: subject.provider.sign(subject.token, key, digest, scheme, name)
    )
    assert x509.load_der_x509_csr(der).is_signature_valid


@on(*WITH_STORE)
def test_no_second_key_under_one_id(subject: Subject) -> None:
    subject.log_in()
    subject.keys.generate(subject.token, "rsa", 2048, OWN_KEY, "first")
    with pytest.raises(NotSupported):
        subject.keys.generate(subject.token, "rsa", 2048, OWN_KEY, "second")
    assert sum(key.id == OWN_KEY for key in subject.provider.private_keys(subject.token)) == 1


@on(*WITH_STORE)
def test_what_is_brought_is_there_works_and_goes_again(subject: Subject) -> None:
    assert Ability.STORE in subject.seen().abilities
    others = {each.id for each in subject.provider.certificates(subject.token)}
    bring_key_and_certificate(subject)
    key = next(each for each in subject.provider.private_keys(subject.token) if each.id == OWN_KEY)
    mine = next(each for each in subject.provider.certificates(subject.token) if each.id == OWN_KEY)
    assert (mine.label, mine.has_private_key, mine.facts.name) == ("mine", True, "Imported Person")
    signature = subject.provider.sign(subject.token, key, DIGEST, Scheme.RSA_PKCS1, "sha256")
    assert verify_signature(public_key(subject, OWN_KEY), DIGEST, signature, "rsa-pkcs1", "sha256")
    assert subject.store.delete(subject.token, "certificate", OWN_KEY, mine.facts.der) == 1
    assert subject.store.delete(subject.token, "key", OWN_KEY) > 0
    assert subject.store.delete(subject.token, "key", OWN_KEY) == 0
    assert {each.id for each in subject.provider.certificates(subject.token)} == others
    with pytest.raises(KeyMissing):
        subject.provider.sign(subject.token, key, DIGEST, Scheme.RSA_PKCS1, "sha256")


@on(*WITH_STORE)
def test_nothing_is_written_on_a_closed_token(subject: Subject) -> None:
    with pytest.raises(LoginNeeded):
        subject.keys.generate(subject.token, "rsa", 2048, OWN_KEY, "made here")
