"""The rows as Qt asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui import sample
from tests.ui.panels.certificates import real
from tokenmgr.ui.panels.certificates.entries import Wanted, entries, shown
from tokenmgr.ui.panels.certificates.list_model import ListModel

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def model(dressed: Callable[..., None]) -> ListModel:
    made = ListModel()
    made.show(*shown(entries(real.full()), Wanted()), sample.NOW)
    return made


def test_qts_own_rules(model: ListModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.unfold(on=True)
    model.unfold(on=False)
    model.unfold(on=True)
    model.show(*shown(entries(real.full()), Wanted("expired")), sample.NOW)
    assert model.rowCount() == 3
    assert tester.model() is model


def test_where_each_is(model: ListModel) -> None:
    last = entries(real.full())[0]
    assert model.row_of(last.key) == -1, "folded away"
    model.unfold(on=True)
    assert model.entry(model.row_of(last.key)) == last
    assert model.is_fold(7)
    assert model.entry(7) is None
    assert model.entry(99) is None


def test_the_same_again_is_no_news(model: ListModel) -> None:
    assert not model.show(*shown(entries(real.full()), Wanted()), sample.NOW)
    assert model.show(*shown(entries(real.full()), Wanted("expiring")), sample.NOW)


def test_words_are_made_for_what_is_looked_at(model: ListModel) -> None:
    assert model._words == {}
    model.words(0)
    assert len(model._words) == 1
