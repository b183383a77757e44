"""`certs`: the table, and tokens that do not answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import pytest

from tests.practising import FINE, HK, NO_TOKEN, Practice
from tokenmgr.cli.verbs.certs import common_name
from tokenmgr.model.errors import TokenGone
from tokenmgr.session.session import TokenSession

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.certificate import Certificate


def test_the_table(tm: Practice) -> None:
    lines = tm.plain("certs", language="zh-Hans").out.splitlines()
    assert len(lines) == 6
    assert "张练习" in "".join(lines)
    assert "签名和加密" in "".join(lines)


@pytest.fixture
def hongkong_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    real = TokenSession.certificates

    def certificates(self: TokenSession) -> Sequence[Certificate]:
        if self.token.id.serial == HK:
            gone(self)
        return real(self)

    def gone(session: TokenSession) -> NoReturn:
        raise TokenGone(session.token.id)

    monkeypatch.setattr(TokenSession, "certificates", certificates)


@pytest.mark.usefixtures("hongkong_is_gone")
def test_one_token_that_does_not_answer_hides_no_other(tm: Practice) -> None:
    said = tm("certs")
    assert (said.code, len(said.json())) == (FINE, 3)
    assert '"token-gone"' in said.err
    assert tm("certs", "--token", HK).code == NO_TOKEN
    assert len(tm.plain().out.splitlines()) > 8


def test_a_token_cannot_steer_the_terminal(tm: Practice, steering: str) -> None:
    out = tm.plain("certs").out
    assert "\x1b" not in out
    assert steering[:4] in out  # the column is narrow


@pytest.mark.parametrize(("name", "common"), [("CN=a b,O=c", "a b"), ("O=c,CN=a", "a"), ("O=only", "O=only"), ("", "")])
def test_what_people_call_it(name: str, common: str) -> None:
    assert common_name(name) == common
