"""Processes started ahead: one is taken where it waits, and ends where nobody needs it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from tests.providers.pkcs11 import tokens
from tokenmgr.providers.pkcs11 import spares as spares_module
from tokenmgr.providers.pkcs11.host import Host
from tokenmgr.providers.pkcs11.launch import child_command
from tokenmgr.providers.pkcs11.spares import Spares

if TYPE_CHECKING:
    import pytest

    from tests.beds.softhsm import SoftHsm

PATIENCE = 5.0


def ends(pid: int) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if os.waitpid(pid, os.WNOHANG)[0] == pid:
            return True
        time.sleep(0.01)
    return False


def test_one_that_waits_is_told_which_module(hsm: SoftHsm, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in hsm.env.items():
        monkeypatch.setenv(name, value)
    spares = Spares()
    spares.start()
    waiting = spares._waiting[0][0].pid
    host = Host(str(hsm.module), child_command(), spares=spares)
    host.start()
    assert host.pid == waiting
    assert len(host.call("tokens", {}).body.rows("tokens")) == 2
    other = Host(str(hsm.module), child_command(), spares=spares)  # there is none left
    assert len(other.call("tokens", {}).body.rows("tokens")) == 2
    host.close()
    other.close()


def test_one_that_nobody_needs_ends() -> None:
    assert not Spares().wanted
    spares = Spares()
    spares.start()
    assert spares.wanted
    process = spares._waiting[0][0]
    spares.close()
    assert spares.take() is None
    assert ends(process.pid)


def test_where_none_can_be_started_nothing_is_lost(hsm: SoftHsm, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(spares_module, "on_pipes", refuse)
    spares = Spares()
    spares.start()
    assert spares.take() is None
    provider = tokens.provider_of(hsm.module, hsm.env)
    assert provider.tokens()
    provider.close()
