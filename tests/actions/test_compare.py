"""Renewed, issued anew, or somebody else's."""

from __future__ import annotations

from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from tests.x509.issued import NOW, issue, key
from tokenmgr.actions.compare import VERDICTS, compare

ISSUER = x509.Name.from_rfc4514_string("CN=Issuer")


def certificate(*, owner: str, use: str = "both", days: int = 1) -> bytes:
    builder = x509.CertificateBuilder(
        ISSUER,
        x509.Name.from_rfc4514_string("CN=陳大文,C=HK"),
        key(owner).public_key(),
        1,
        NOW,
        NOW + timedelta(days=days),
    )
    signs, encrypts = use in {"sign", "both"}, use in {"encrypt", "both"}
    usage = x509.KeyUsage(signs, False, encrypts, *[False] * 6)
    made = builder.add_extension(usage, critical=True).sign(key("issuer"), hashes.SHA256())
    return made.public_bytes(serialization.Encoding.DER)


OLD = certificate(owner="old", days=10)


def test_renewed_with_the_same_key() -> None:
    it = compare(OLD, certificate(owner="old", days=400))
    assert (it.verdict, it.newer, it.warnings) == ("renewed", "right", ())
    assert {row.field for row in it.rows if not row.same} == {"not_after", "sha256"}
    assert compare(certificate(owner="old", days=400), OLD).newer == "left"


def test_issued_anew_with_another_key() -> None:
    it = compare(OLD, certificate(owner="new", days=400))
    assert (it.verdict, it.newer, it.warnings) == ("re-issued", "right", ("old-key-still-needed",))
    assert "key_id" in {row.field for row in it.rows if not row.same}


def test_the_older_one_counts_whichever_side_it_is_on() -> None:
    signing = certificate(owner="old", use="sign", days=10)
    assert compare(signing, certificate(owner="new", days=400)).warnings == ()
    assert compare(certificate(owner="new", days=400), signing).warnings == ()
    assert compare(certificate(owner="new", use="sign", days=400), OLD).warnings == ("old-key-still-needed",)


def test_signing_and_encryption_under_one_name() -> None:
    pair = [certificate(owner=use, use=use) for use in ("sign", "encrypt")]
    assert compare(*pair).verdict == "pair"


def test_other_verdicts() -> None:
    assert compare(OLD, OLD).verdict == "identical"
    assert all(row.same for row in compare(OLD, OLD).rows)
    assert compare(OLD, issue("CN=Somebody", "CN=Issuer")).verdict == "different-subject"
    assert compare(OLD, certificate(owner="old", use="sign", days=10)).verdict == "same-key"
    assert compare(OLD, b"").verdict == compare(b"\0", b"").verdict == "unreadable"


def test_rows_of_both_sides() -> None:
    it = compare(OLD, issue("CN=Somebody", "CN=Issuer"))
    rows = {row.field: row for row in it.rows}
    assert rows["subject"].left == "CN=陳大文,C=HK"
    assert rows["not_after"].left == "2026-11-30 12:00:00 UTC"
    assert (rows["keyUsage"].left, rows["keyUsage"].right) == ("digitalSignature, keyEncipherment (critical)", "")
    assert (rows["subjectKeyIdentifier"].left, bool(rows["subjectKeyIdentifier"].right)) == ("", True)
    assert it.verdict in VERDICTS
