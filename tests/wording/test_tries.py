from __future__ import annotations

import pytest

from tokenmgr.model.pin import Certainty, TriesLeft, Why
from tokenmgr.wording.language import Language
from tokenmgr.wording.tries import tries_left

EXACT, AT_MOST, UNKNOWN = Certainty.EXACT, Certainty.AT_MOST, Certainty.UNKNOWN


@pytest.mark.parametrize(
    ("count", "certainty", "simplified", "english"),
    [
        (15, EXACT, "还剩 15 次（精确）", "15 tries left (exact)"),
        (1, EXACT, "还剩 1 次（精确）", "1 try left (exact)"),
        (0, EXACT, "已没有剩余次数", "no try left"),
        (9, AT_MOST, "最多还剩 9 次", "at most 9 tries left"),
        (1, AT_MOST, "最多还剩 1 次", "at most 1 try left"),
        (0, AT_MOST, "按记录次数已用完", "no try left as far as the record says"),
        (None, UNKNOWN, "还剩多少次未知", "number of tries left unknown"),
    ],
)
def test_the_number_is_said_with_its_certainty(
    count: int | None, certainty: Certainty, simplified: str, english: str
) -> None:
    tries = TriesLeft(count, certainty, Why.LEDGER, 15)
    assert tries_left(tries, Language.ZH_HANS) == simplified
    assert tries_left(tries, Language.EN) == english


def test_traditional_chinese() -> None:
    assert tries_left(TriesLeft(9, AT_MOST, Why.LIMIT), Language.ZH_HANT) == "最多還剩 9 次"
