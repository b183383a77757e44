"""Practice tokens lock like the real ones: fifteen, ten, and one that keeps its limit to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acceptance.cards import LIGHT_INDUSTRY_PHONE, POST_PHONE
from tests.acceptance.command import FINE, REFUSED, WRONG, CommandLine
from tests.acceptance.tokens import TokenUnderTest
from tests.providers.practice.known import CLII, CLII_PIN, CLII_SO, HK, HK_PIN, NET, NET_PIN, NET_PUK, left_on_disk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.acceptance.figures import Figures
    from tokenmgr.model.token import TokenId

OWN_PIN = "Own!2026"


@pytest.fixture
def run(tmp_path: Path) -> CommandLine:
    return CommandLine(tmp_path / "home", ("--practice",))


def under_test(run: CommandLine, which: TokenId, pin: str, limit: int, figures: Figures) -> TokenUnderTest:
    run("tokens").json()  # they are made at first use

    def truth() -> int:
        return left_on_disk(run.home / "practice", which)

    return TokenUnderTest(run, which.serial, pin, truth, lambda: limit - truth(), figures, look_every=5)


def test_fifteen_tries_and_no_way_back(run: CommandLine, figures: Figures) -> None:
    token = under_test(run, HK, HK_PIN, 15, figures)
    token.lock(POST_PHONE)
    refused = run("pin", "unlock", "--token", HK.serial, pins=["1", "2"])
    assert (refused.code, refused.error()["code"]) == (REFUSED, "not-supported")


def test_ten_tries_and_an_administrator(run: CommandLine, figures: Figures) -> None:
    token = under_test(run, CLII, CLII_PIN, 10, figures)
    token.lock(LIGHT_INDUSTRY_PHONE)
    unlock = ("pin", "unlock", "--token", CLII.serial)
    assert [run(*unlock, pins=[so, OWN_PIN]).code for so in ("99999999", CLII_SO)] == [WRONG, FINE]
    assert token.truth() == 10
    token.opens(OWN_PIN)


def test_a_limit_that_nobody_publishes(run: CommandLine, figures: Figures) -> None:
    token = under_test(run, NET, NET_PIN, 8, figures)
    token.lock()
    assert run("pin", "unlock", "--token", NET.serial, pins=[NET_PUK, OWN_PIN]).code == FINE
    assert token.truth() == 8
    token.opens(OWN_PIN)
    assert token.status()["at_most"] is None
