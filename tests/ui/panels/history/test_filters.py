"""Which lines are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tokenmgr.session.events import KINDS
from tokenmgr.ui.panels.history.filters import GROUPS, Wanted, group_words

if TYPE_CHECKING:
    from collections.abc import Callable

EVENTS = [sample.event(3, "others-missed", 1, "other-program", count=3), sample.event(2, "signed", 2, file="合同.pdf")]


@pytest.fixture(autouse=True)
def chinese(dressed: Callable[..., None]) -> None:
    """Words are looked for as they are read."""


def test_every_kind_is_in_one_group_and_every_group_has_a_word() -> None:
    grouped = [kind for kinds in GROUPS.values() for kind in kinds]
    assert sorted(grouped) == sorted(KINDS)
    assert [key for key, _ in group_words()] == list(GROUPS)


def test_a_group_a_token_and_words() -> None:
    assert Wanted().of(EVENTS) == EVENTS
    assert Wanted(group="pin").of(EVENTS) == EVENTS[:1]
    assert Wanted(token=sample.HK).of(EVENTS) == EVENTS
    assert Wanted(token=sample.CLII).of(EVENTS) == []
    assert Wanted(text="合同").of(EVENTS) == EVENTS[1:]
    assert Wanted(text="8f21 合同").of(EVENTS) == EVENTS[1:]
    assert Wanted(text="8f21 nothing").of(EVENTS) == []


def test_what_is_read_in_a_line_can_be_looked_for() -> None:
    assert Wanted(text="密码错误").of(EVENTS) == EVENTS[:1]
    assert Wanted(text="我的电子证书").of(EVENTS) == EVENTS
