"""A request signed by something that only signs digests, as a token does."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

from tests.x509.test_key import EC_KEY, RSA_KEY, side_by_side, spki_bytes
from tokenmgr.model.errors import NotSupported, SelfTestFailed, TokenGone
from tokenmgr.x509.request import make_request

if TYPE_CHECKING:
    from tokenmgr.x509.request import SignDigest

ALGORITHMS = {"sha256": hashes.SHA256(), "sha384": hashes.SHA384(), "sha512": hashes.SHA512()}
EC_KEYS = {
    "P-256": EC_KEY,
    "P-384": ec.generate_private_key(ec.SECP384R1()),
    "P-521": ec.generate_private_key(ec.SECP521R1()),
}
KEYS: dict[str, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey] = {"RSA": RSA_KEY, **EC_KEYS}


def token(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> SignDigest:
    def sign(digest: bytes, hash_name: str) -> bytes:
        ahead = Prehashed(ALGORITHMS[hash_name])
        if isinstance(key, rsa.RSAPrivateKey):
            return key.sign(digest, padding.PKCS1v15(), ahead)
        return side_by_side(key.sign(digest, ec.ECDSA(ahead)), (key.key_size + 7) // 8)

    return sign


def request_of(kind: str, subject: str) -> bytes:
    return make_request(subject, spki_bytes(KEYS[kind]), token(KEYS[kind]))


@pytest.mark.parametrize("kind", KEYS)
def test_a_request_is_valid(kind: str) -> None:
    loaded = x509.load_der_x509_csr(request_of(kind, "CN=张三,O=某某科技有限公司,C=CN"))
    assert loaded.is_signature_valid
    assert loaded.subject.rfc4514_string() == "CN=张三,O=某某科技有限公司,C=CN"
    assert loaded.public_key() == KEYS[kind].public_key()
    assert list(loaded.attributes) == []


@pytest.mark.parametrize("kind", KEYS)
def test_openssl_verifies_it(kind: str) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    command = ["openssl", "req", "-verify", "-inform", "DER", "-noout", "-subject", "-nameopt", "utf8"]
    done = subprocess.run(command, input=request_of(kind, "CN=張三,C=HK"), capture_output=True, check=False, timeout=20)
    said = (done.stdout + done.stderr).decode()
    assert done.returncode == 0, said
    assert "verify OK" in said
    assert "張三" in said


def test_names_people_write() -> None:
    loaded = x509.load_der_x509_csr(request_of("P-256", "E=a@b.hk,serialNumber=7,organizationIdentifier=X-1,CN=a\\, b"))
    oids = [attribute.oid.dotted_string for attribute in loaded.subject]
    assert oids == ["2.5.4.3", "2.5.4.97", "2.5.4.5", "1.2.840.113549.1.9.1"]
    assert loaded.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value == "a, b"


@pytest.mark.parametrize("subject", ["no name", "CN=" + "x" * 65, "C=China", "XX=1", "CN=a,,O=b"])
def test_what_is_no_subject_is_refused_before_the_token_signs(subject: str) -> None:
    def never(digest: bytes, hash_name: str) -> bytes:
        raise AssertionError((digest, hash_name))

    with pytest.raises(ValueError, match=r"not a subject: .+"):
        make_request(subject, spki_bytes(EC_KEY), never)


def test_a_signature_that_does_not_check_is_not_handed_out() -> None:
    with pytest.raises(SelfTestFailed):
        make_request("CN=a", spki_bytes(EC_KEY), token(ec.generate_private_key(ec.SECP256R1())))


def test_what_the_token_raises_passes_through() -> None:
    def gone(digest: bytes, hash_name: str) -> bytes:
        raise TokenGone

    with pytest.raises(TokenGone):
        make_request("CN=a", spki_bytes(EC_KEY), gone)


def test_keys_that_sign_no_digest() -> None:
    with pytest.raises(NotSupported):
        make_request("CN=a", spki_bytes(ed25519.Ed25519PrivateKey.generate()), token(EC_KEY))
