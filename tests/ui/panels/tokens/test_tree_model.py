"""Branches made when they are opened, a page at a time; what changes only in name moves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui import sample
from tokenmgr.model.certificate import Usage
from tokenmgr.model.token import DataObject, KeyRef, TokenId
from tokenmgr.ui.panels.tokens.tree_model import TreeModel
from tokenmgr.ui.panels.tokens.tree_nodes import PAGE, Node, token_key
from tokenmgr.ui.token_reading import TokenReading

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.glance import Glance

READING = TokenReading(
    keys=(KeyRef(b"\x01", "e-Cert", "rsa", 2048, signs=True),),
    data=(DataObject("note", "mail", 12, private=False), DataObject("", "", 0, private=True)),
)


def nothing(_token: TokenId) -> TokenReading | None:
    return None


def many(count: int) -> Glance:
    """The first token with so many certificates, one in ten of an issuer."""
    glance = sample.full()
    found = tuple(
        sample.certificate(sample.HK, f"certificate {number}", 100, Usage.CA if not number % 10 else Usage.SIGN)
        for number in range(count)
    )
    return glance._replace(tokens=(glance.tokens[0]._replace(certificates=found), *glance.tokens[1:]))


@pytest.fixture
def model(dressed: Callable[..., None]) -> TreeModel:
    made = TreeModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    return made


def under(model: TreeModel, index: QModelIndex) -> list[Node]:
    nodes = [model.node(model.index(row, 0, index)) for row in range(model.rowCount(index))]
    return [node for node in nodes if node is not None]


def branch(model: TreeModel, kind: str) -> Node:
    token = under(model, model.index(0, 0))[0]
    return next(node for node in under(model, model.at(token)) if node.kind == kind)


def test_the_branches_of_a_token(model: TreeModel) -> None:
    model.update(many(20), lambda token: READING if token == sample.HK else None)
    assert [node.kind for node in under(model, QModelIndex())] == ["tokens", "client"]
    assert [node.count for node in under(model, model.index(0, 0))] == ["12 / 15", "最多 10", "最多 8", "练习"]
    counts = {node.kind: node.count for node in under(model, model.at(under(model, model.index(0, 0))[0]))}
    assert counts == {"own": "18", "ca": "2", "keys": "1", "data": "2", "settings": ""}
    assert [node.kind for node in under(model, model.at(branch(model, "settings")))] == ["quality", "advanced"]
    assert [node.about for node in under(model, model.at(branch(model, "keys")))] == list(READING.keys or ())


def test_what_was_not_read_has_no_number_and_nothing_under_it(model: TreeModel) -> None:
    model.update(sample.full(), nothing)
    keys = branch(model, "keys")
    assert (keys.count, model.hasChildren(model.at(keys))) == ("", False)


def test_a_page_at_a_time(model: TreeModel) -> None:
    model.update(many(1000), nothing)
    own = branch(model, "own")
    assert own.count == "900"
    assert len(under(model, model.at(own))) == PAGE
    while own.waiting:
        model.more(own)
    assert len(under(model, model.at(own))) == 900
    assert model.partly == []


def test_other_names_and_numbers_move_nothing(model: TreeModel) -> None:
    glance = sample.full()
    assert model.update(glance, nothing)
    here = model.at(under(model, model.index(0, 0))[0])
    changed: list[QModelIndex] = []
    model.dataChanged.connect(lambda index, _to, _roles=(): changed.append(index))
    renamed = glance.tokens[0]._replace(alias="Another")
    assert not model.update(glance._replace(tokens=(renamed, *glance.tokens[1:])), nothing)
    assert changed == [here]
    assert model.data(here, Qt.ItemDataRole.DisplayRole) == "Another"


def test_tokens_that_come_and_go_are_found_again(model: TreeModel) -> None:
    glance = sample.full()
    model.update(glance, nothing)
    under(model, model.index(0, 0))
    assert model.update(glance._replace(tokens=glance.tokens[1:]), nothing)
    under(model, model.index(0, 0))
    assert not model.find(token_key(sample.HK)).isValid()
    assert model.find(token_key(sample.CLII)).isValid()


def test_rows_speak(model: TreeModel) -> None:
    model.update(sample.full(), nothing)
    spoken = model.data(model.index(0, 0, model.index(0, 0)), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "我的电子证书 8F21 12 / 15"
