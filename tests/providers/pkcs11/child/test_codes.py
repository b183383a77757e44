"""Numbers of the standard and what they mean to us."""

from __future__ import annotations

import pkcs11
import pytest

from tokenmgr.model.pin import Verdict
from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure


def test_the_numbers_are_the_standards() -> None:
    """As another implementation has them."""
    attribute, mechanism = pkcs11.Attribute, pkcs11.Mechanism
    ours = {
        attribute.CLASS: codes.A_CLASS, attribute.TOKEN: codes.A_TOKEN, attribute.PRIVATE: codes.A_PRIVATE,
        attribute.LABEL: codes.A_LABEL, attribute.APPLICATION: codes.A_APPLICATION, attribute.VALUE: codes.A_VALUE,
        attribute.CERTIFICATE_TYPE: codes.A_CERTIFICATE_TYPE, attribute.ISSUER: codes.A_ISSUER,
        attribute.SERIAL_NUMBER: codes.A_SERIAL, attribute.SUBJECT: codes.A_SUBJECT,
        attribute.KEY_TYPE: codes.A_KEY_TYPE, attribute.ID: codes.A_ID, attribute.SENSITIVE: codes.A_SENSITIVE,
        attribute.EXTRACTABLE: codes.A_EXTRACTABLE, attribute.ENCRYPT: codes.A_ENCRYPT,
        attribute.DECRYPT: codes.A_DECRYPT, attribute.SIGN: codes.A_SIGN, attribute.VERIFY: codes.A_VERIFY,
        attribute.MODULUS: codes.A_MODULUS, attribute.MODULUS_BITS: codes.A_MODULUS_BITS,
        attribute.PUBLIC_EXPONENT: codes.A_EXPONENT, attribute.PRIVATE_EXPONENT: codes.A_PRIVATE_EXPONENT,
        attribute.PRIME_1: codes.A_PRIME_1, attribute.PRIME_2: codes.A_PRIME_2,
        attribute.EXPONENT_1: codes.A_EXPONENT_1, attribute.EXPONENT_2: codes.A_EXPONENT_2,
        attribute.COEFFICIENT: codes.A_COEFFICIENT, attribute.EC_PARAMS: codes.A_EC_PARAMS,
        attribute.EC_POINT: codes.A_EC_POINT, attribute.ALWAYS_AUTHENTICATE: codes.A_ALWAYS_AUTHENTICATE,
    }  # fmt: skip
    assert all(theirs == mine for theirs, mine in ours.items())
    assert (mechanism.RSA_PKCS, mechanism.RSA_PKCS_PSS, mechanism.ECDSA) == (
        codes.M_RSA_PKCS, codes.M_RSA_PSS, codes.M_ECDSA,
    )  # fmt: skip
    assert (mechanism.RSA_PKCS_KEY_PAIR_GEN, mechanism.EC_KEY_PAIR_GEN) == (codes.M_RSA_KEY_PAIR, codes.M_EC_KEY_PAIR)


def test_whatever_has_a_meaning_has_a_name() -> None:
    assert codes.MEANING.keys() | codes.VERDICTS.keys() - {codes.OK} <= codes.NAMES.keys()


def test_every_verdict_is_a_verdict() -> None:
    assert set(codes.VERDICTS.values()) == {verdict.value for verdict in Verdict}


@pytest.mark.parametrize(
    ("rv", "meaning", "name"),
    [(0x32, "gone", "DEVICE_REMOVED"), (0xE0, "gone", "TOKEN_NOT_PRESENT"), (0x30, "fault", "DEVICE_ERROR"),
     (0x101, "login-needed", "USER_NOT_LOGGED_IN"), (0x80000001, "fault", "0x80000001")],
)  # fmt: skip
def test_an_error_knows_its_meaning_and_its_name(rv: int, meaning: str, name: str) -> None:
    error = CkError("C_Sign", rv)
    assert (error.call, error.meaning, error.name) == ("C_Sign", meaning, name)


def test_a_failure_carries_facts() -> None:
    failure = Failure("swapped", found=["a"])
    assert (failure.word, failure.facts) == ("swapped", {"found": ["a"]})
