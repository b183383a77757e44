"""Errors that another process raises again: the same code, the same facts."""

from __future__ import annotations

import json

import pytest

from tokenmgr.model.errors import (
    LedgerUnwritable,
    ModuleCrashed,
    ModuleFault,
    NotSupported,
    PinRefused,
    TokenError,
    TokenGone,
    TokenSwapped,
)
from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import TokenId
from tokenmgr.session.passed_on import packed, unpacked

ME, OTHER = TokenId("m", "m", "1"), TokenId("m", "m", "2")


@pytest.mark.parametrize(
    "error",
    [
        NotSupported("response"),
        PinRefused(ME, PinKind.USER, "too-short", 6, new=True),
        TokenGone(ME),
        TokenGone(),
        TokenSwapped(ME, OTHER),
        ModuleCrashed("/m.so", "respond"),
        ModuleFault("/m.so", "respond", "GENERAL_ERROR"),
        LedgerUnwritable("disk full"),
    ],
    ids=lambda error: error.code,
)
def test_the_same_again(error: TokenError) -> None:
    again = unpacked(json.loads(json.dumps(packed(error))))
    assert type(again) is type(error)
    assert again.facts() == error.facts()
    assert again.no_try_used == error.no_try_used


def test_a_code_of_another_version() -> None:
    assert type(unpacked({"code": "never-heard-of", "facts": {}})) is TokenError
