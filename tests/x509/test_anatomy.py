"""The parts of a certificate, whole or broken."""

from __future__ import annotations

import pytest

from tests.x509.corpus import vector
from tokenmgr.x509.anatomy import dissect, entries
from tokenmgr.x509.der import Malformed

PARTS = {"version", "serial", "algorithm", "issuer", "validity", "subject", "spki", "extensions", "signature"}


def test_every_part_is_found() -> None:
    found = dissect(vector("cryptography.io.chain.pem").der)
    assert set(found.parts) == PARTS
    assert found.walked
    assert len(entries(found.der, found.parts["extensions"])) == 8


def test_version_one_has_fewer() -> None:
    found = dissect(vector("v1_cert.pem").der)
    assert set(found.parts) == PARTS - {"version", "extensions"}
    assert found.walked


def test_parts_behind_a_break_are_missing() -> None:
    der = bytearray(vector("v1_cert.pem").der)
    at = dissect(bytes(der)).parts["validity"][1]
    der[at - 1] = 0xFF
    found = dissect(bytes(der))
    assert set(found.parts) == {"serial", "algorithm", "issuer"}
    assert not found.walked


def test_extensions_that_cannot_be_told_apart() -> None:
    with pytest.raises(Malformed):
        entries(b"\xa3\x04\x30\x02\x30\x05", (0xA3, 2, 6))
    with pytest.raises(Malformed):
        entries(b"\xa3\x04\x30\x02\x04\x00", (0xA3, 2, 6))
