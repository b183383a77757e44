"""Nothing stays open, and one token that fails keeps nobody from closing the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.practising import HK, NETCA, PIN
from tokenmgr import app
from tokenmgr.actions.lock_all import lock_all
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.errors import ModuleHung
from tokenmgr.model.pin import Pin
from tokenmgr.session.session import TokenSession

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_all_are_closed_even_where_one_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = app.build(Wishes(practice=True, home=str(tmp_path)))
    desk.cache.minutes = 30
    sessions = {each.token.id.serial: each for each in desk.inventory.refresh()}
    opened = [sessions[serial] for serial in (HK, NETCA)]
    for session in opened:
        session.login(Pin(PIN[session.token.id.serial]))
    assert all(session.is_open() for session in opened)

    ordinary = TokenSession.logout

    def logout(session: TokenSession) -> None:
        if session is opened[0]:
            raise ModuleHung("m", "logout")
        ordinary(session)

    monkeypatch.setattr(TokenSession, "logout", logout)
    lock_all(desk)
    assert not opened[1].is_open()
    assert [session.minutes_unlocked() for session in opened] == [0, 0]
    desk.close()
