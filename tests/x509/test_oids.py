"""The tables of names say what `cryptography` says, where it knows them."""

from __future__ import annotations

import pytest
from cryptography.x509.oid import (
    AuthorityInformationAccessOID,
    ExtendedKeyUsageOID,
    ExtensionOID,
    SignatureAlgorithmOID,
)

from tokenmgr.x509.der import dotted, encoded
from tokenmgr.x509.oids import EXTENSIONS, PURPOSES, SIGNATURES


def by_constant(constants: type) -> dict[str, str]:
    """Its constants, as NAME_OF_IT by dotted identifier."""
    return {oid.dotted_string: name for name, oid in vars(constants).items() if hasattr(oid, "dotted_string")}


def letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()


@pytest.mark.parametrize("table", [EXTENSIONS, PURPOSES, SIGNATURES])
def test_identifiers_are_well_formed(table: dict[str, str]) -> None:
    assert all(dotted(encoded(oid)) == oid for oid in table)


def test_extensions_have_their_names() -> None:
    known = by_constant(ExtensionOID)
    shared = {letters(EXTENSIONS[oid]): letters(known[oid]) for oid in EXTENSIONS.keys() & known.keys()}
    other = {ours: theirs for ours, theirs in shared.items() if ours != theirs}
    assert len(shared) > 15
    assert other == {
        "authorityinfoaccess": "authorityinformationaccess",
        "extkeyusage": "extendedkeyusage",
        "issueraltname": "issueralternativename",
        "signedcertificatetimestamps": "precertsignedcertificatetimestamps",
        "subjectaltname": "subjectalternativename",
        "subjectinfoaccess": "subjectinformationaccess",
        "certificatetemplate": "mscertificatetemplate",
    }


def test_purposes_are_those_meant() -> None:
    known = by_constant(ExtendedKeyUsageOID) | by_constant(AuthorityInformationAccessOID)
    shared = {letters(known[oid]) for oid in PURPOSES.keys() & known.keys()}
    assert shared >= {"smartcardlogon", "ocsp", "clientauth", "emailprotection", "anyextendedkeyusage"}


def test_signatures_are_those_meant() -> None:
    """SHA-256 with RSA is their RSA_WITH_SHA256."""
    known = by_constant(SignatureAlgorithmOID)
    shared = {SIGNATURES[oid]: known[oid] for oid in SIGNATURES.keys() & known.keys()}
    assert len(shared) > 15
    wrong = {
        ours: theirs
        for ours, theirs in shared.items()
        if sorted(map(letters, ours.split(" with "))) != sorted(map(letters, theirs.split("_WITH_")))
    }
    assert wrong == {"RSA-PSS": "RSASSA_PSS"}
