"""The tree of errors, as drawn at the top of its file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tokenmgr.model import browser_errors, computer_errors, errors, update_errors
from tokenmgr.model.errors import PinLocked, PinRefused, TokenError, WrongPin
from tokenmgr.model.pin import Certainty, PinKind, TriesLeft, Why
from tokenmgr.model.token import TokenId

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFT = TriesLeft(2, Certainty.EXACT, Why.CARD_COUNTER, 15)
ME = TokenId("m", "m", "12345678")
#: A floor of the tree that has no line of its own.
UNDRAWN = {"ModuleError"}


def kinds(root: type[TokenError] = TokenError) -> Iterator[type[TokenError]]:
    yield root
    for kind in root.__subclasses__():
        yield from kinds(kind)


def drawn() -> dict[str, str]:
    """Name -> the name above it."""
    above: dict[int, str] = {}
    tree: dict[str, str] = {}
    for line in lines():
        found = re.match(r"( *)(\w+)", line)
        if found:
            depth = len(found[1]) // 2
            above[depth] = found[2]
            tree.setdefault(found[2], above.get(depth - 1, ""))
    return tree


def lines() -> list[str]:
    """All parts, from their first kind on."""
    parts = (
        ("TokenError\n", errors),
        ("Refused\n", computer_errors),
        ("ComputerError\n", browser_errors),
        ("TokenError\n", update_errors),
    )
    return [line for top, part in parts for line in (top + (part.__doc__ or "").partition(f"\n{top}")[2]).splitlines()]


def test_the_drawing_is_true() -> None:
    tree = drawn()
    assert set(tree) == {kind.__name__ for kind in kinds()} - UNDRAWN
    for kind in kinds():
        if tree.get(kind.__name__):
            assert tree[kind.__name__] in {base.__name__ for base in kind.__mro__[1:]}


def test_codes_are_stable_words_and_nobodys_twice() -> None:
    codes = [kind.code for kind in kinds()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", code) for code in codes)


def test_every_kind_says_what_it_is() -> None:
    assert all(kind.__doc__ for kind in kinds())


def test_whether_a_try_was_used() -> None:
    assert PinRefused(ME, PinKind.USER, "too-short").no_try_used is True
    assert PinLocked(ME, PinKind.USER, LEFT, sent=True).no_try_used is False
    assert PinLocked(ME, PinKind.USER, LEFT, sent=False).no_try_used is True
    assert WrongPin(ME, PinKind.USER, LEFT).no_try_used is None


def test_facts_are_what_it_was_made_of() -> None:
    facts = PinRefused(ME, PinKind.USER, "too-short", 6, new=True).facts()
    assert facts == {
        "token": ME,
        "kind": PinKind.USER,
        "rule": "too-short",
        "limit": 6,
        "new": True,
        "no_try_used": True,
    }
    assert "wrong-pin" in str(WrongPin(ME, PinKind.USER, LEFT))
