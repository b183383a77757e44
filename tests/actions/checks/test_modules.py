"""Modules as the doctor sees them."""

from __future__ import annotations

import pytest

from tokenmgr.actions.checks.modules import VERDICTS, check_duplicates, check_modules, check_shared_tokens
from tokenmgr.model.module import ModuleState, ModuleStatus
from tokenmgr.model.token import Token, TokenId

GOOD = ModuleStatus(
    "/usr/lib/libeToken.so.10", "safenet", "SafeNet", "catalogue", ModuleState.READY, version="10.8", tokens=1
)


def test_none_at_all() -> None:
    [only] = check_modules([])
    assert (only.check, only.state, only.next_step) == ("modules", "bad", "install-module")


@pytest.mark.parametrize("state", ModuleState)
def test_every_state(state: ModuleState) -> None:
    whole, one = check_modules([GOOD._replace(state=state, reason="why")])
    assert dict(whole.facts) == {"count": 1, "ready": int(state is ModuleState.READY)}
    assert (one.check, (one.state, one.next_step)) == ("module", VERDICTS[state])
    assert ("reason", "why") in one.facts
    assert GOOD.path in one.evidence
    assert bool(one.next_step) == (one.state != "ok")


def test_one_that_works_now_and_crashed_before() -> None:
    one = list(check_modules([GOOD._replace(crashes=2)]))[1]
    assert (one.state, one.next_step) == ("warn", "update-module")
    assert ("crashes", 2) in one.facts


def test_two_versions_of_one_vendor() -> None:
    older = GOOD._replace(path="/usr/lib/libeToken.so.9", version="9.1")
    [found] = check_duplicates([GOOD, older])
    assert (found.state, found.next_step) == ("warn", "remove-other-version")
    assert found.evidence == ("10.8 /usr/lib/libeToken.so.10", "9.1 /usr/lib/libeToken.so.9")
    for others in ([GOOD], [GOOD, older._replace(vendor="bjca")], [GOOD, older._replace(state=ModuleState.DISABLED)]):
        assert [each.state for each in check_duplicates(others)] == ["ok"]


def test_a_token_that_two_modules_show() -> None:
    token = Token(TokenId("SafeNet", "eToken", "02AB34CD"), "label", "pkcs11", module="/a.so")
    [found] = check_shared_tokens([token, token._replace(module="/b.so")])
    assert (found.state, found.evidence, found.next_step) == ("warn", ("/a.so", "/b.so"), "disable-one-module")
    assert dict(found.facts) == {"model": "eToken", "tail": "34CD", "count": 2}
    assert [each.state for each in check_shared_tokens([token, token])] == ["ok"]
