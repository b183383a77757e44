"""Who may unlock what."""

from __future__ import annotations

import pytest

from tests.ui import sample
from tokenmgr.model.token import Ability
from tokenmgr.ui.unlocking import administrator_may, can_unlock

HK, CLII = 0, 1


@pytest.mark.parametrize(
    ("number", "ability", "can", "administrator"),
    [
        (HK, Ability.UNLOCK_BY_PUK, True, False),
        (HK, Ability.UNLOCK_BY_SO, False, True),
        (HK, Ability.SIGN, False, False),
        (CLII, Ability.UNLOCK_BY_SO, True, False),
        (CLII, Ability.UNLOCK_BY_CHALLENGE, True, False),
        (CLII, Ability.SIGN, False, False),
    ],
)
def test_by_ability_and_issuer(number: int, ability: Ability, *, can: bool, administrator: bool) -> None:
    shown = sample.full().tokens[number]
    shown = shown._replace(token=shown.token._replace(abilities=frozenset({ability})))
    assert (can_unlock(shown), administrator_may(shown)) == (can, administrator)


def test_an_unknown_issuer_denies_nothing() -> None:
    shown = sample.full().tokens[HK]
    assert can_unlock(shown._replace(overview=shown.overview._replace(profile=None)))
