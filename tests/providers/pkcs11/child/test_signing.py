"""Using a key: what is signed, how, and what is left behind when it goes wrong."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from tests.providers.pkcs11.child.in_child import said
from tokenmgr.providers.pkcs11.child.codes import Failure
from tokenmgr.providers.pkcs11.child.signing import DIGEST_INFO, HASHES, mechanism, prepared

if TYPE_CHECKING:
    from tests.beds.shim import Shim

LOGIN = "pins.login(who, 'user', PIN)\n"
SIGN = "outcome(signing.sign, who, b'\\1', bytes(32), 'rsa-pkcs1', 'sha256')"


@pytest.mark.parametrize("name", sorted(DIGEST_INFO))
def test_what_is_put_before_a_digest(name: str) -> None:
    """As another implementation puts it there: what its signature opens to."""
    key = rsa.generate_private_key(65537, 1024) if name != "sha512" else rsa.generate_private_key(65537, 2048)
    algorithm = getattr(hashes, name.upper())()
    signature = int.from_bytes(key.sign(b"data", padding.PKCS1v15(), algorithm), "big")
    numbers = key.public_key().public_numbers()
    opened = pow(signature, numbers.e, numbers.n).to_bytes(key.key_size // 8, "big")
    digest = hashlib.new(name, b"data").digest()
    assert opened.partition(b"\xff\0")[2].endswith(prepared("rsa-pkcs1", name, digest))
    assert prepared("ecdsa", name, digest) == digest
    assert HASHES[name][2] == len(digest)


def test_what_no_mechanism_is_for() -> None:
    for scheme, name in (("rsa-pss", "md5"), ("rsa", "sha256"), ("", "")):
        with pytest.raises(Failure):
            mechanism(scheme, name)
    for name, digest in (("sha256", bytes(31)), ("md5", bytes(16)), ("sha256", b"")):
        with pytest.raises(Failure):
            prepared("rsa-pkcs1", name, digest)


def test_a_closed_token_and_a_missing_key(shim: Shim) -> None:
    assert said(shim, f"say({SIGN})") == "login-needed"
    assert said(shim, f"{LOGIN}say({SIGN.replace('1', '9', 1)})") == "key-missing"


def test_a_handle_that_means_nothing_any_more_is_looked_up_again(shim: Shim) -> None:
    shim.set(fault="C_SignInit:rv=0x60@2;C_SignInit:rv=0x82@4")
    assert said(shim, f"{LOGIN}say([len({SIGN}) for _ in range(3)])") == [256] * 3
    assert shim.calls("C_SignInit") == 5


def test_a_key_that_is_refused_twice_is_refused(shim: Shim) -> None:
    shim.set(fault="C_SignInit:rv=0x60@2+")
    assert said(shim, f"{LOGIN}say([len({SIGN}), {SIGN}])") == [256, ["C_SignInit", "KEY_HANDLE_INVALID"]]
    assert shim.calls("C_SignInit") == 3


def test_handles_do_not_outlive_their_session(shim: Shim) -> None:
    code = f"{LOGIN}{SIGN}; before = len(signing._handles)\nslots.drop(seat.slot)\nsay([before, len(signing._handles)])"
    assert said(shim, code) == [1, 0]


def test_a_length_that_cannot_be(shim: Shim) -> None:
    shim.set(lie="siglen")
    assert said(shim, f"{LOGIN}say({SIGN})") == "garbled"


def test_the_pin_for_one_use_is_sent_once(shim: Shim) -> None:
    code = f"{LOGIN}before = len(reached)\n"
    code += "try_it = lambda: outcome(signing.sign_with_pin, who, b'\\1', bytes(32), 'rsa-pkcs1', 'sha256', PIN)\n"
    code += "say([try_it(), len(reached) - before])"
    answer, sent = said(shim, code)
    assert sent == 1
    assert answer == ["C_Login", "OPERATION_NOT_INITIALIZED"]  # SoftHSM's keys do not ask
    assert shim.calls("C_Login context") == 1


def test_after_a_wrong_pin_the_next_signature_is_not_in_the_way(shim: Shim) -> None:
    """The one that was begun is given up with its session."""
    code = f"{LOGIN}pins.login_for_key = lambda *_: 'wrong'\n"
    code += "answer, made = signing.sign_with_pin(who, b'\\1', bytes(32), 'rsa-pkcs1', 'sha256', PIN)\n"
    code += f"after = {SIGN}\n{LOGIN}say([answer['verdict'], made, after, len({SIGN})])"
    assert said(shim, code) == ["wrong", "", "login-needed", 256]


def test_decrypting_nonsense(shim: Shim) -> None:
    assert said(shim, f"{LOGIN}say(outcome(signing.decrypt, who, b'\\1', bytes(256)))")[0] == "C_Decrypt"
