"""Attributes, many at a time, from modules that answer as they like."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest

from tokenmgr.providers.pkcs11.child.codes import CkError
from tokenmgr.providers.pkcs11.child.cryptoki import UNAVAILABLE
from tokenmgr.providers.pkcs11.child.reading import LARGEST, AttributeReader

OK, SENSITIVE, INVALID, SMALL, REMOVED = 0, 0x11, 0x12, 0x150, 0x32
ID, LABEL, VALUE = 0x102, 3, 0x11


class Module:
    """C_GetAttributeValue over a dictionary, with the manners of a real one."""

    def __init__(self, held: dict[int, bytes], rv: int = OK, *, lies: dict[int, int] | None = None) -> None:
        self.held, self.rv, self.lies = held, rv, lies or {}
        self.calls = 0

    def result(self, _name: str, _session: Any, _handle: Any, rows: Any, count: Any) -> int:
        self.calls += 1
        found = rows if count.value > 1 or isinstance(rows, ctypes.Array) else [rows._obj]
        answers = [self._fill(row) for row in found[: count.value]]
        return self.rv or max(answers)

    def _fill(self, row: Any) -> int:
        if row.type in self.lies:
            row.size = self.lies[row.type]
            return OK
        value = self.held.get(row.type)
        if value is None:
            row.size = UNAVAILABLE
            return INVALID
        if row.value and row.size < len(value):
            row.size = UNAVAILABLE
            return SMALL
        if row.value:
            ctypes.memmove(row.value, value, len(value))
        row.size = len(value)
        return OK


def read(module: Any, *kinds: int, room: int = 16) -> list[bytes | None]:
    return AttributeReader(module, kinds, room).read(1, 2)


def test_all_in_one_call() -> None:
    module = Module({ID: b"\1", LABEL: b"mine", VALUE: b""})
    assert read(module, ID, LABEL, VALUE) == [b"\1", b"mine", b""]
    assert module.calls == 1


def test_what_does_not_fit_is_asked_for_again() -> None:
    large = bytes(range(256)) * 3
    assert read(Module({ID: b"\1", VALUE: large}), ID, VALUE) == [b"\1", large]


def test_what_the_object_does_not_have() -> None:
    assert read(Module({ID: b"\1"}), ID, LABEL) == [b"\1", None]


def test_exactly_full() -> None:
    assert read(Module({ID: b"x" * 16}), ID) == [b"x" * 16]


def test_another_objects_value_is_not_taken_for_this_ones() -> None:
    """A module that gives up halfway leaves size and buffer as they were."""
    module = Module({ID: b"\1", VALUE: b"the first's"})
    reader = AttributeReader(module, (ID, VALUE), 16)  # type: ignore[arg-type]
    assert reader.read(1, 1) == [b"\1", b"the first's"]
    lazy = Module({})
    lazy._fill = lambda _row: INVALID  # type: ignore[method-assign,assignment]
    reader._cryptoki = lazy  # type: ignore[assignment]
    assert reader.read(1, 2) == [None, None]


@pytest.mark.parametrize("length", [1 << 63, 0x7FFFFFFF, LARGEST + 1, UNAVAILABLE, 17])
def test_lengths_that_cannot_be(length: int) -> None:
    assert read(Module({}, lies={VALUE: length}), VALUE) in ([None], [bytes(length)] if length == 17 else [None])


@pytest.mark.parametrize("rv", [SENSITIVE, INVALID, SMALL])
def test_some_may_be_hidden(rv: int) -> None:
    assert read(Module({ID: b"\1"}, rv), ID) == [b"\1"]


def test_an_error_is_an_error() -> None:
    with pytest.raises(CkError) as caught:
        read(Module({}, REMOVED), ID)
    assert caught.value.meaning == "gone"
