"""The provider as others meet it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256

from tests.providers.practice.known import (
    CLII,
    CLII_PIN,
    HK,
    HK_PIN,
    NET,
    NET_PIN,
    OWN_PIN,
    USER,
    left_on_disk,
    run,
    wrong,
)
from tokenmgr.model.certificate import Usage
from tokenmgr.model.errors import KeyMissing, LoginNeeded, MechanismRefused, PinMustChange, TokenGone
from tokenmgr.model.pin import Pin, Verdict
from tokenmgr.model.token import KeyRef
from tokenmgr.providers.base import KeyProvider, Scheme
from tokenmgr.providers.practice.provider import PracticeProvider

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.model.token import TokenId

DIGEST = hashlib.sha256(b"a message").digest()
FIRST, SECOND = KeyRef(b"\x01"), KeyRef(b"\x02")

LISTS = """
import sys, pathlib
from tokenmgr.providers.practice.provider import PracticeProvider
provider = PracticeProvider(pathlib.Path(sys.argv[1]))
found = [certificate for token in provider.tokens() for certificate in provider.certificates(token.id)]
print(len(found), sorted(name for name in sys.modules if name.split(".")[0] == "cryptography"))
"""


def sign(provider: PracticeProvider, token: TokenId, key: KeyRef = FIRST) -> bytes:
    return provider.sign(token, key, DIGEST, Scheme.RSA_PKCS1, "sha256")


def sign_with_pin(provider: PracticeProvider, token: TokenId, pin: Pin) -> tuple[Verdict, bytes]:
    answer, signature = provider.sign_with_pin(token, FIRST, DIGEST, Scheme.RSA_PKCS1, "sha256", pin)
    return answer.verdict, signature


def login(provider: PracticeProvider, token: TokenId, pin: str) -> PracticeProvider:
    assert provider.pin is not None
    assert provider.pin.login(token, USER, Pin(pin)).verdict is Verdict.RIGHT
    return provider


def public_key(provider: PracticeProvider, token: TokenId, key_id: bytes = b"\x01") -> rsa.RSAPublicKey:
    der = next(each.facts.der for each in provider.certificates(token) if each.id == key_id)
    key = x509.load_der_x509_certificate(der).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    return key


def verify(provider: PracticeProvider, token: TokenId, signature: bytes) -> None:
    public_key(provider, token).verify(signature, b"a message", padding.PKCS1v15(), SHA256())


def test_it_is_a_key_provider(provider: PracticeProvider) -> None:
    whole: KeyProvider = provider
    assert (whole.name, bool(whole.pin and whole.keys and whole.store)) == ("practice", True)


def test_three_tokens_at_first_use(tmp_path: Path) -> None:
    tokens = PracticeProvider(tmp_path / "new").tokens()
    assert [token.id for token in tokens] == [HK, CLII, NET]
    assert all(token.practice for token in tokens)


def test_listing_needs_no_cryptography(folder: Path) -> None:
    assert run(LISTS, str(folder)) == (0, "4 []\n")


def test_certificates_say_who_issued_them_for_what_and_for_how_long(provider: PracticeProvider) -> None:
    hk, clii = (next(iter(provider.certificates(token))) for token in (HK, CLII))
    assert "Hongkong Post e-Cert CA 1 - 15 (practice)" in (hk.facts.issuer or "")
    assert "陳大文" in hk.facts.name
    assert hk.facts.usage is Usage.BOTH
    assert "中国轻工业联合会" in (clii.facts.issuer or "")
    assert clii.days_left() in {24, 25}
    netca = list(provider.certificates(NET))
    assert [each.facts.usage for each in netca] == [Usage.SIGN, Usage.ENCRYPT]
    assert all(each.has_private_key and not each.facts.unread for each in (hk, clii, *netca))


def test_a_certificate_without_key_is_told_apart(provider: PracticeProvider) -> None:
    assert provider.store is not None
    login(provider, HK, HK_PIN)
    provider.store.import_certificate(HK, next(iter(provider.certificates(HK))).facts.der, b"\x09", "")
    assert [each.has_private_key for each in provider.certificates(HK)] == [True, False]


def test_keys_are_seen_and_used_by_who_has_opened_the_token(provider: PracticeProvider) -> None:
    assert provider.private_keys(HK) == []
    with pytest.raises(LoginNeeded):
        sign(provider, HK)
    login(provider, HK, HK_PIN)
    assert [(key.id, key.bits) for key in provider.private_keys(HK)] == [(b"\x01", 2048)]
    verify(provider, HK, sign(provider, HK))


def test_another_provider_on_the_same_folder_has_to_open_it_itself(provider: PracticeProvider, folder: Path) -> None:
    login(provider, HK, HK_PIN)
    with pytest.raises(LoginNeeded):
        sign(PracticeProvider(folder), HK)


def test_a_wrong_pin_does_not_make_the_key_usable(provider: PracticeProvider) -> None:
    assert provider.pin is not None
    provider.pin.login(HK, USER, wrong())
    with pytest.raises(LoginNeeded):
        sign(provider, HK)


def test_keys_outlive_a_changed_pin(provider: PracticeProvider) -> None:
    assert provider.pin is not None
    provider.pin.change(HK, USER, Pin(HK_PIN), Pin(OWN_PIN))
    verify(provider, HK, sign(login(provider, HK, OWN_PIN), HK))


def test_keys_outlive_being_unlocked(provider: PracticeProvider) -> None:
    assert provider.pin is not None
    provider.pin.set_by_officer(CLII, Pin("88888888"), Pin(OWN_PIN))
    provider.pin.unlock_by_puk(NET, Pin("12345678"), Pin(OWN_PIN))
    for token in (CLII, NET):
        verify(provider, token, sign(login(provider, token, OWN_PIN), token))


def test_netca_signs_with_one_key_and_decrypts_with_the_other(provider: PracticeProvider) -> None:
    login(provider, NET, NET_PIN)
    encrypted = public_key(provider, NET, b"\x02").encrypt(b"a session key", padding.PKCS1v15())
    assert provider.decrypt(NET, SECOND, encrypted) == b"a session key"
    verify(provider, NET, sign(provider, NET))
    with pytest.raises(MechanismRefused):
        provider.decrypt(NET, FIRST, encrypted)
    with pytest.raises(MechanismRefused):
        sign(provider, NET, SECOND)


def test_the_initial_pin_signs_nothing_on_clii(provider: PracticeProvider, folder: Path) -> None:
    login(provider, CLII, CLII_PIN)
    with pytest.raises(PinMustChange):
        sign(provider, CLII)
    with pytest.raises(PinMustChange):
        sign_with_pin(provider, CLII, wrong())
    assert left_on_disk(folder, CLII) == 10


def test_a_pin_for_one_signature(provider: PracticeProvider, folder: Path) -> None:
    verdict, signature = sign_with_pin(provider, HK, Pin(HK_PIN))
    assert verdict is Verdict.RIGHT
    verify(provider, HK, signature)
    with pytest.raises(LoginNeeded):
        sign(provider, HK)
    assert left_on_disk(folder, HK) == 15


def test_a_wrong_pin_for_a_signature_costs_a_try_and_the_login(provider: PracticeProvider, folder: Path) -> None:
    login(provider, HK, HK_PIN)
    assert sign_with_pin(provider, HK, wrong()) == (Verdict.WRONG, b"")
    assert left_on_disk(folder, HK) == 14
    with pytest.raises(LoginNeeded):
        sign(provider, HK)


def test_what_cannot_be_signed_costs_no_try(provider: PracticeProvider, folder: Path) -> None:
    with pytest.raises(MechanismRefused):
        provider.sign_with_pin(HK, FIRST, DIGEST, Scheme.ECDSA, "sha256", wrong())
    with pytest.raises(KeyMissing):
        provider.sign_with_pin(HK, SECOND, DIGEST, Scheme.RSA_PKCS1, "sha256", wrong())
    assert left_on_disk(folder, HK) == 15


def test_a_pulled_token_is_gone_and_comes_back_closed(provider: PracticeProvider, folder: Path) -> None:
    login(provider, HK, HK_PIN)
    PracticeProvider(folder).pull(HK.serial)
    assert [token.id for token in provider.tokens()] == [CLII, NET]
    for use in (provider.certificates, provider.private_keys, lambda token: sign(provider, token)):
        with pytest.raises(TokenGone):
            use(HK)
    PracticeProvider(folder).plug(HK.serial)
    assert [token.generation for token in provider.tokens()] == [2, 1, 1]
    with pytest.raises(LoginNeeded):
        sign(provider, HK)


def test_a_damaged_token_does_not_hide_the_others(provider: PracticeProvider, folder: Path) -> None:
    (folder / HK.serial / "state").write_bytes(b"damaged")
    assert [token.id for token in provider.tokens()] == [CLII, NET]
    assert list(provider.damaged()) == [HK.serial]
    provider.reset(HK.serial)
    assert len(provider.tokens()) == 3
    assert not provider.damaged()


def test_closing_forgets_every_login(provider: PracticeProvider) -> None:
    login(provider, HK, HK_PIN).close()
    assert provider.private_keys(HK) == []


def test_no_pin_lies_on_the_disk(provider: PracticeProvider, folder: Path) -> None:
    assert provider.pin is not None
    provider.pin.change(HK, USER, Pin(HK_PIN), Pin(OWN_PIN))
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert OWN_PIN.encode() not in everything
