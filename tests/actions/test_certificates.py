"""A certificate by whatever it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.practising import HK, NETCA
from tokenmgr.actions.certificates import find_certificate, find_signer
from tokenmgr.model.certificate import Usage
from tokenmgr.model.errors import ObjectMissing
from tokenmgr.session.session import TokenSession

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.desk import Desk


def test_the_only_one_needs_no_name(desk: Desk) -> None:
    assert find_certificate(desk.inventory.find(HK)).facts.name.startswith("陳大文")
    with pytest.raises(ObjectMissing):
        find_certificate(desk.inventory.find(NETCA))


def test_a_name_that_fits_two_fits_none(desk: Desk) -> None:
    session = desk.inventory.find(NETCA)
    same = session.certificates()[0].facts.name
    with pytest.raises(ObjectMissing):
        find_certificate(session, same)
    with pytest.raises(ObjectMissing):
        find_certificate(session, session.certificates()[0].facts.sha256[:7])


def test_the_signer_is_the_one_for_signing(desk: Desk) -> None:
    session = desk.inventory.find(NETCA)
    assert find_signer(session).facts.usage is Usage.SIGN
    assert find_signer(session, "02").facts.usage is Usage.ENCRYPT


def test_keys_that_do_not_show_before_the_pin(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = TokenSession.certificates

    def closed(self: TokenSession) -> Sequence[Certificate]:
        return [each._replace(has_private_key=False) for each in real(self)]

    monkeypatch.setattr(TokenSession, "certificates", closed)
    assert find_signer(desk.inventory.find(NETCA)).facts.usage is Usage.SIGN
    assert find_signer(desk.inventory.find(HK)).id == b"\x01"


def test_an_issuers_certificate_is_not_for_signing_texts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = TokenSession.certificates

    def closed(self: TokenSession) -> Sequence[Certificate]:
        (mine,) = (each._replace(has_private_key=False) for each in real(self))
        issuer = mine._replace(id=b"ca", facts=mine.facts._replace(is_ca=True, usage=Usage.CA))
        return [issuer, mine]

    monkeypatch.setattr(TokenSession, "certificates", closed)
    assert find_signer(desk.inventory.find(HK)).id == b"\x01"
