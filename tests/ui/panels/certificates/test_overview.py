"""The facts of the first tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui import sample
from tests.ui.panels.certificates import real
from tokenmgr.ui.panels.certificates.overview import email, facts
from tokenmgr.x509.details import details

if TYPE_CHECKING:
    from collections.abc import Callable

MINE = real.certificate(sample.HK, "Chan", 100)


def test_an_address_from_wherever_it_stands() -> None:
    read = details(MINE.facts.der)
    assert email(read) == "taiman.chan@example.hk"
    older = read._replace(extensions=(), facts=read.facts._replace(subject="1.2.840.113549.1.9.1=a@b.hk,CN=Chan"))
    assert email(older) == "a@b.hk"
    assert email(read._replace(extensions=())) == ""


def test_what_is_not_known_is_not_said(dressed: Callable[..., None]) -> None:
    known = {each.name: each.value for each in facts(MINE, details(MINE.facts.der))}
    assert known["密钥"] == "EC P-256，私钥在令牌内"
    assert known["持有人"] == "Chan"
    closed = {each.name: each.value for each in facts(MINE._replace(has_private_key=False), None)}
    assert closed["密钥"] == "EC P-256", "a closed token hides its keys: that says nothing"
    assert "电子邮件" not in closed, "nobody has looked yet"


def test_the_issuers_own_word_for_such_a_certificate(dressed: Callable[..., None]) -> None:
    profile = next(each.issuer for each in sample.full().tokens if each.id == sample.HK)
    personal = MINE._replace(facts=MINE.facts._replace(subject="CN=CHAN,O=Hongkong Post e-Cert (Personal),C=HK"))
    known = {each.name: each.value for each in facts(personal, None, profile)}
    assert known["类别"] == "电子证书（个人）"
    assert "类别" not in {each.name for each in facts(MINE, None, profile)}
    assert "类别" not in {each.name for each in facts(personal, None)}


def test_numbers_are_copied_as_they_are(dressed: Callable[..., None]) -> None:
    copies = {each.name: each.copy for each in facts(MINE, None) if each.copy}
    assert copies == {"序列号": MINE.facts.serial, "SHA-256 指纹": MINE.facts.sha256}
