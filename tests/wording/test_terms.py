from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.ground.tree import python_files
from tokenmgr.actions.overview import State
from tokenmgr.ca.errand import UnlockWay
from tokenmgr.model.certificate import Usage
from tokenmgr.model.module import ModuleState
from tokenmgr.model.pin import Certainty, PinKind, Why
from tokenmgr.model.token import Ability, TokenFlag
from tokenmgr.wording.catalogues import terms_in
from tokenmgr.wording.language import Language
from tokenmgr.wording.terms import PLACE_OF, term

if TYPE_CHECKING:
    from enum import Enum

ENUMS: list[type[Enum]] = [
    Ability,
    Certainty,
    ModuleState,
    PinKind,
    State,
    TokenFlag,
    UnlockWay,
    Usage,
    Why,
]
MEMBERS = [member for enum in ENUMS for member in enum]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("member", MEMBERS, ids=str)
def test_every_member_of_an_enum_has_a_word(member: Enum, language: Language) -> None:
    assert term(member, language) == terms_in(language)[f"{PLACE_OF[type(member).__name__]}.{member.value}"]


def test_every_word_for_an_enum_is_of_a_member() -> None:
    places = set(PLACE_OF.values())
    worded = {code for code in terms_in(Language.EN) if code.partition(".")[0] in places and "." in code}
    assert worded == {f"{PLACE_OF[type(member).__name__]}.{member.value}" for member in MEMBERS}


def test_every_word_the_screens_ask_for_is_there() -> None:
    asked = {
        str(node.args[0].value)
        for path in python_files("src")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "term"
        if node.args and isinstance(node.args[0], ast.Constant)
    }
    assert not sorted(code for code in asked if code not in terms_in(Language.EN))


def test_a_code_that_nobody_knows_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        term("no-such-code", Language.EN)


def test_the_same_word_in_three_languages() -> None:
    assert [term(Why.LEDGER, language) for language in Language] == [
        "本机记录的输错次数",
        "本機記錄的輸錯次數",
        "the misses recorded on this computer",
    ]
    assert [term("reader", language) for language in Language] == ["读卡器", "讀卡器", "Reader"]
