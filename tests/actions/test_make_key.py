"""A key that came to nothing is not left on the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.actions.conftest import Answers
from tests.practising import HK, PIN
from tokenmgr.actions.make_key import make_key
from tokenmgr.model.errors import MechanismRefused, TokenGone
from tokenmgr.model.pin import Pin
from tokenmgr.session.session import TokenSession

if TYPE_CHECKING:
    from tokenmgr.session.desk import Desk


@pytest.fixture
def session(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> TokenSession:
    """Open, so that its keys show; and it makes keys that it does not sign with."""

    def refuse(*_: object) -> bytes:
        raise MechanismRefused("sign")

    monkeypatch.setattr(TokenSession, "sign", refuse)
    session = desk.inventory.find(HK)
    session.login(Pin(PIN[HK]))
    return session


def test_a_key_that_cannot_sign_its_request_goes_again(session: TokenSession) -> None:
    before = session.private_keys()
    with pytest.raises(MechanismRefused) as told:
        make_key(session, "p256", "CN=a", "New", Answers(PIN[HK]))
    assert session.private_keys() == before
    assert told.value.left_on_token == ()


@pytest.mark.parametrize("label", ["New", ""])
def test_one_that_cannot_be_deleted_again_is_named(
    session: TokenSession, monkeypatch: pytest.MonkeyPatch, label: str
) -> None:
    def gone(self: TokenSession, *_: object) -> int:
        raise TokenGone(self.token.id)

    before = session.private_keys()
    monkeypatch.setattr(TokenSession, "delete", gone)
    with pytest.raises(MechanismRefused) as told:
        make_key(session, "p256", "CN=a", label, Answers(PIN[HK]))
    [left] = [each for each in session.private_keys() if each not in before]
    assert told.value.left_on_token == (label or left.id.hex(),)
