"""A certificate by whatever it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.practising import HK, NETCA
from tokenmgr.actions.certificates import find_certificate, find_signer
from tokenmgr.model.certificate import Usage
from tokenmgr.model.errors import ObjectMissing

if TYPE_CHECKING:
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
