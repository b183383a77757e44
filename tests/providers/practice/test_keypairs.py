"""Key pairs of the kinds that a practice token takes."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_public_key,
)

from tokenmgr.model.errors import MechanismRefused
from tokenmgr.providers.practice.keypairs import (
    from_foreign_pkcs8,
    from_own_pkcs8,
    kind_of,
    make_key,
    public_info,
    to_pkcs8,
)


@pytest.mark.parametrize(("kind", "bits"), [("rsa", 2048), ("ec", 256), ("ec", 384), ("ec", 521)])
def test_a_key_survives_being_carried(kind: str, bits: int) -> None:
    key = make_key(kind, bits)
    assert (kind_of(key), key.key_size) == (kind, bits)
    for carried in (from_own_pkcs8(to_pkcs8(key)), from_foreign_pkcs8(to_pkcs8(key))):
        assert public_info(carried) == public_info(key)
    assert load_der_public_key(public_info(key)) == key.public_key()


@pytest.mark.parametrize(("kind", "bits"), [("rsa", 1024), ("rsa", 2047), ("ec", 255), ("sm2", 256)])
def test_other_kinds_and_sizes_are_refused(kind: str, bits: int) -> None:
    with pytest.raises(MechanismRefused) as caught:
        make_key(kind, bits)
    assert caught.value.what == f"{kind}-{bits}"


def test_a_key_of_another_kind_is_not_imported() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    pkcs8 = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(MechanismRefused):
        from_foreign_pkcs8(pkcs8)


@pytest.mark.parametrize("garbage", [b"", b"no key", b"\x30\x03\x02\x01\x00"])
def test_garbage_is_not_imported(garbage: bytes) -> None:
    with pytest.raises(MechanismRefused):
        from_foreign_pkcs8(garbage)
