from __future__ import annotations

import pytest

from tokenmgr.ca.errand import NOT_SAID, Unlock, UnlockWay, Way


def test_every_errand_can_be_an_unlock_too() -> None:
    assert {way.value for way in Way} <= {way.value for way in UnlockWay}


def test_what_is_not_said_is_unknown() -> None:
    assert NOT_SAID.ways == (Way.UNKNOWN,)
    assert Unlock().possible is None


@pytest.mark.parametrize(
    ("ways", "possible"),
    [
        ((UnlockWay.NONE,), False),
        ((UnlockWay.UNKNOWN,), None),
        ((UnlockWay.PUK, UnlockWay.SO), True),
        ((UnlockWay.CHALLENGE,), True),
    ],
)
def test_whether_a_lock_can_be_opened(ways: tuple[UnlockWay, ...], possible: bool | None) -> None:
    assert Unlock(ways).possible is possible
