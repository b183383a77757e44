from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

import pytest

from tokenmgr.ca import table
from tokenmgr.ca.table import Place, Table
from tokenmgr.model.errors import ProfileBroken

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Place("file.toml", "a.b")


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


def test_a_place_names_keys_and_entries() -> None:
    assert Place("f").at("x").at("y").nth(2).at("z").key == "x.y[2].z"
    error = HERE.broken("odd")
    assert (error.path, error.key, error.reason) == ("file.toml", "a.b", "odd")


@pytest.mark.parametrize(
    ("read", "value", "reason"),
    [
        (table.text, 1, "must be text"),
        (table.text, "  ", "1 to 600"),
        (table.text, "a\nb", "one line"),
        (table.whole(1, 3), True, "whole number"),
        (table.whole(1, 3), 4, "from 1 to 3"),
        (table.yes_no, 1, "true or false"),
        (table.one_of(Colour), "green", "one of: red, blue"),
        (table.one_of(Colour), ["red"], "one of: red, blue"),
        (table.many(table.text), "abc", "must be a list"),
        (table.many(table.text), [], "1 to 64"),
        (table.many(table.text), ["a"] * 65, "1 to 64"),
        (table.shaped("[ab]+", "only a and b"), "abc", "only a and b"),
        (table.table(lambda keys: keys.need("x", table.text)), [], "must be a table"),
    ],
)
def test_a_reader_refuses_with_its_place(read: Callable[[Place, object], Any], value: Any, reason: str) -> None:
    with pytest.raises(ProfileBroken) as caught:
        read(HERE, value)
    assert caught.value.key == "a.b"
    assert reason in caught.value.reason


def test_readers_give_what_they_read() -> None:
    assert table.many(table.one_of(Colour))(HERE, ["blue", "red"]) == (Colour.BLUE, Colour.RED)
    assert table.whole(1, 3)(HERE, 3) == 3
    assert table.shaped("[ab]+", "")(HERE, "abba") == "abba"


def test_the_wrong_entry_of_a_list_is_counted() -> None:
    with pytest.raises(ProfileBroken) as caught:
        table.many(table.text)(HERE, ["a", 2])
    assert caught.value.key == "a.b[1]"


def test_a_table_gives_each_key_once_and_refuses_the_rest() -> None:
    keys = Table(HERE, {"x": "1", "z": "3"})
    assert keys.need("x", table.text) == "1"
    assert keys.maybe("y", table.text, "none") == "none"
    with pytest.raises(ProfileBroken, match="missing"):
        keys.need("x", table.text)
    with pytest.raises(ProfileBroken) as caught:
        keys.refuse_rest()
    assert (caught.value.key, caught.value.reason) == ("a.b.z", "unknown key")
