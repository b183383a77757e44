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
    from tests.beds.softhsm import SoftHsm

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


TWO_KEYS = (
    f"{LOGIN}session = slots.session(seat, writing=True)\n"
    "def put(sign, decrypt, label):\n"
    "    numbers = dict(zip(file.RSA_NUMBERS, [bytes([n + 3]) * 8 for n in range(8)]))\n"
    "    kinds = {codes.A_CLASS: number(codes.CLASS_PRIVATE), codes.A_KEY_TYPE: number(codes.KEY_RSA)}\n"
    "    uses = {codes.A_SIGN: bytes([sign]), codes.A_DECRYPT: bytes([decrypt])}\n"
    "    making._create(session, kinds | numbers | uses | file.SECRET | file.named(b'\\7', label))\n"
    "from tokenmgr.providers.pkcs11.child import making as file\n"
    "label = lambda use: objects._keys.read(session, objects.private_key(session, b'\\7', use))[1].decode()\n"
)


def test_of_two_keys_that_share_an_id_the_one_that_is_for_this_use(hsm: SoftHsm) -> None:
    code = f"{TWO_KEYS}put(0, 1, 'opens'); put(1, 0, 'signs')\nsay([label(codes.A_SIGN), label(codes.A_DECRYPT)])"
    assert said(hsm, code) == ["signs", "opens"]


def test_where_it_is_not_clear_which_key_is_meant_none_is_used(hsm: SoftHsm) -> None:
    code = f"{TWO_KEYS}put(1, 0, 'one'); put(1, 0, 'other')\n"
    code += "say(outcome(signing.sign, who, b'\\7', bytes(32), 'rsa-pkcs1', 'sha256'))"
    assert said(hsm, code) == "object-missing"


WITH_PIN = "signing.sign_with_pin, who, b'\\1', bytes(32), 'rsa-pkcs1', 'sha256', PIN"


def test_a_fault_at_the_second_pin_does_not_stand_in_the_way_of_the_next_signature(shim: Shim) -> None:
    shim.set(fault="C_Login:rv=0x30@2")
    code = f"{LOGIN}first = outcome({WITH_PIN})\n{LOGIN}say([first, len({SIGN})])"
    assert said(shim, code) == [["C_Login", "DEVICE_ERROR"], 256]


def test_a_right_second_pin_is_right_whatever_becomes_of_the_signature(shim: Shim) -> None:
    shim.set(fault="C_Login:rv=0x0@2;C_Sign:rv=0x30")
    code = f"{LOGIN}answer, signature = outcome({WITH_PIN})\nsay([answer['verdict'], signature.hex()])"
    assert said(shim, code) == ["right", ""]
