"""Every reason, rule, wish and verb that the program can name has words; what it cannot know is shown as it is."""

from __future__ import annotations

import ast
import errno
import os
from typing import TYPE_CHECKING

import pytest

from tests.ground.tree import SOURCE, python_files
from tests.wording.known import TOKEN
from tokenmgr.ca.rules import CLASSES
from tokenmgr.model.errors import FileUnreadable, LedgerUnwritable, ModuleCrashed, TokenAmbiguous, TokenGone
from tokenmgr.model.pin import Pin
from tokenmgr.model.token import TokenId
from tokenmgr.providers.pkcs11.host import KIND_OF_CALL, PIN_CALLS
from tokenmgr.session.typing_slips import slip
from tokenmgr.wording.catalogues import phrases_in, words_in
from tokenmgr.wording.facts import spoken
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HANS = Language.ZH_HANS
PHRASES = phrases_in(HANS)
WORDS = words_in(HANS)

#: Where a fixed word for an error stands in a call: which argument, and what makes it known.
CALLS = {
    "PinRefused": (2, ("pin-refused.", "rule.")),
    "ModuleUnfit": (1, ("module-unfit.",)),
    "ModuleUntrusted": (1, ("module-untrusted.",)),
    "_refused": (0, ("module-untrusted.",)),
    "FileUnreadable": (1, ("file-unreadable.", "cause.")),
    "_unusable": (0, ("file-unreadable.", "cause.")),
    "_Cut": (0, ("cause.",)),
    "NotSupported": (0, ("not-supported.", "what.")),
    "_needed": (1, ("what.",)),
    "MechanismRefused": (0, ("what.",)),
    "SelfTestFailed": (0, ("what.",)),
    "Finding": (0, ("rule.",)),
}


def calls(path: Path) -> Iterator[tuple[str, list[ast.expr]]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute)):
            yield node.func.id if isinstance(node.func, ast.Name) else node.func.attr, node.args


def said() -> set[tuple[str, str]]:
    """Each (call, word) with a fixed word in the source."""
    return {
        (name, word.value)
        for path in python_files("src")
        if "checks" not in path.parts  # the doctor's findings have another shape, and words in the window
        for name, arguments in calls(path)
        if name in CALLS and len(arguments) > CALLS[name][0]
        if isinstance(word := arguments[CALLS[name][0]], ast.Constant) and isinstance(word.value, str)
    }


def known(word: str, places: tuple[str, ...]) -> bool:
    return any(place + word in WORDS or place + word in PHRASES for place in places)


def test_every_fixed_word_in_the_source_is_known() -> None:
    found = said()
    assert {name for name, _ in found} >= {"PinRefused", "ModuleUntrusted", "_refused", "FileUnreadable", "Finding"}
    assert not sorted(each for each in found if not known(each[1], CALLS[each[0]][1]))


@pytest.mark.parametrize("typed", ["", "１２３４", " 1234", "12\x0034", "1", "1" * 300])
def test_every_slip_of_the_fingers_is_known(typed: str) -> None:
    broken = slip(Pin(typed), 4, 16)
    assert broken is not None
    assert known(broken[0], CALLS["PinRefused"][1])


def test_every_class_of_characters_is_known() -> None:
    assert all(known(rule, ("rule.",)) for name in CLASSES for rule in (name, f"no-{name}"))


@pytest.mark.parametrize("rule", ["refused-before", "token-rules", "new-differs", "same-as-old"])
def test_every_refusal_by_the_guard_and_the_screens_is_known(rule: str) -> None:
    assert known(rule, ("pin-refused.",))


def test_every_fault_of_a_module_file_is_known() -> None:
    tree = ast.parse((SOURCE / "providers/pkcs11/catalogue.py").read_text("utf-8"))
    reasons = {
        str(node.args[1].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "broken"
        if len(node.args) == 2 and isinstance(node.args[1], ast.Constant)
    }
    assert len(reasons) > 5
    assert not [reason for reason in reasons if f"cause.{reason}" not in PHRASES]


def test_every_verb_of_a_module_is_known() -> None:
    tree = ast.parse((SOURCE / "providers/pkcs11/child/service.py").read_text("utf-8"))
    served = {
        node.name.removeprefix("serve_")
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("serve_")
    }
    assert "login" in served
    assert not sorted(verb for verb in served | KIND_OF_CALL.keys() | PIN_CALLS if f"during.{verb}" not in PHRASES)


def test_the_systems_own_sentences_are_told_in_ours() -> None:
    for number in (errno.ENOENT, errno.EACCES, errno.ENOSPC):
        name = errno.errorcode[number]
        assert spoken(FileUnreadable("/x", os.strerror(number)), HANS)["reason"] == PHRASES[f"cause.{name}"]
        assert spoken(FileUnreadable("/x", name), HANS)["reason"] == PHRASES[f"cause.{name}"]


def test_a_reason_nobody_foresaw_is_shown_as_it_is() -> None:
    assert spoken(LedgerUnwritable("the moon is full"), HANS)["reason"] == "the moon is full"
    assert spoken(LedgerUnwritable(""), HANS)["reason"] == "原因不明"


def test_a_call_nobody_foresaw_is_shown_as_it_is() -> None:
    assert spoken(ModuleCrashed("/x/a.so", "C_Login"), HANS)["during"] == "在执行 C_Login 时"
    assert spoken(ModuleCrashed("/x/a.so"), HANS)["during"] == ""


def test_only_the_end_of_a_serial_number_is_said() -> None:
    assert spoken(TokenGone(TOKEN), HANS)["token"] == "（尾号 B3C4）"
    assert spoken(TokenGone(TokenId("SafeNet", "eToken", "")), HANS)["token"] == ""


def test_tokens_to_choose_from_are_named_in_full() -> None:
    assert spoken(TokenAmbiguous("", ("A1", "", "B2")), HANS)["serials"] == "A1、（没有序列号）、B2"


def test_long_names_are_shortened() -> None:
    assert len(spoken(ModuleCrashed("/x/" + "a" * 500), HANS)["module"]) == 80
