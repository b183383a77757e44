"""Names, value by value, as `cryptography` writes them."""

from __future__ import annotations

import pytest
from cryptography import x509
from cryptography.x509.name import _ASN1Type

from tokenmgr.x509.der import OID, SEQUENCE, SET, Malformed, element, encoded, wrap
from tokenmgr.x509.distinguished import Name, escaped, read_name

CN = encoded("2.5.4.3")
O = encoded("2.5.4.10")  # noqa: E741 - its name


def named(der: bytes) -> Name:
    return read_name(der, element(der, 0, len(der)))


def name_of(*values: tuple[bytes, int, bytes]) -> Name:
    pairs = [wrap(SET, wrap(SEQUENCE, wrap(OID, oid), wrap(tag, raw))) for oid, tag, raw in values]
    return named(wrap(SEQUENCE, *pairs))


TEXTS = ["plain", "", " ", "  ", " a", "  a ", "#a", "a#", 'q"+,;<>\\', "n\0l", "张三", "\U0001f511", "a=b", "Ärger"]
KINDS = [_ASN1Type.UTF8String, _ASN1Type.BMPString, _ASN1Type.UniversalString, _ASN1Type.T61String]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_value(text: str, kind: _ASN1Type) -> None:
    if kind is _ASN1Type.BMPString and not text.isascii() and ord(text[0]) > 0xFFFF:
        kind = _ASN1Type.UTF8String  # beyond what a BMPString is for
    attribute = x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, text, _type=kind)
    reference = x509.Name([attribute])
    assert named(reference.public_bytes()).text == reference.rfc4514_string()


def test_the_order_is_turned_and_parts_stay_together() -> None:
    oid = x509.ObjectIdentifier("1.2.3.4")
    parts = [
        [x509.NameAttribute(x509.NameOID.COUNTRY_NAME, "CN")],
        [x509.NameAttribute(x509.NameOID.USER_ID, "7"), x509.NameAttribute(oid, "x")],
        [x509.NameAttribute(x509.NameOID.EMAIL_ADDRESS, "a@b.cn")],
    ]
    reference = x509.Name([x509.RelativeDistinguishedName(part) for part in parts])
    assert named(reference.public_bytes()).text.split(",")[::2] == ["1.2.840.113549.1.9.1=a@b.cn", "C=CN"]
    assert named(reference.public_bytes()).text == x509.Name.from_bytes(reference.public_bytes()).rfc4514_string()


@pytest.mark.parametrize(
    ("tag", "raw", "shown"),
    [
        (12, b"\xff\xfe", "#0c02fffe"),
        (30, b"\x4e", "#1e014e"),
        (30, b"\xd8\x00", "#1e02d800"),
        (28, b"\x00\x11\x00\x00", "#1c0400110000"),
        (9, b"x", "#090178"),
        (3, b"\x00\xaa", "#00aa"),
        (3, b"", ""),
        (20, b"J\xfcrgen", "Jürgen"),
    ],
)
def test_values_without_a_text(tag: int, raw: bytes, shown: str) -> None:
    assert name_of((CN, tag, raw)).text == f"CN={shown}"


@pytest.mark.parametrize(
    ("values", "called"),
    [
        ([(CN, 12, b"first"), (CN, 12, b"last")], "last"),
        ([(CN, 12, b"a,b")], "a,b"),
        ([(O, 12, b"org")], "org"),
        ([(CN, 12, b""), (O, 12, b"org")], "org"),
        ([(encoded("2.5.4.11"), 12, b"unit")], "OU=unit"),
        ([], ""),
    ],
)
def test_what_people_call_it(values: list[tuple[bytes, int, bytes]], called: str) -> None:
    assert name_of(*values).called == called


@pytest.mark.parametrize("tag", [4, 12, 18, 19, 20, 22, 23, 24, 26])
def test_every_kind_of_string(tag: int) -> None:
    assert name_of((CN, tag, b"2026")).text == "CN=2026"


def test_a_huge_value_is_not_elided() -> None:
    assert name_of((CN, 12, b"x" * 200_000)).text == "CN=" + "x" * 200_000


@pytest.mark.parametrize("der", [b"\x31\x00", b"\x30\x02\x30\x00", b"\x30\x04\x31\x02\x30\x00", b"\x30\x02\x31\x05"])
def test_a_broken_structure_is_refused(der: bytes) -> None:
    with pytest.raises(Malformed):
        named(der)


def test_escaping() -> None:
    assert escaped(" a, ") == "\\ a\\,\\ "
