"""Where there is no registry nothing is found, and nothing can be put there; bytes in it come back as they were."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from tokenmgr.system import registry

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

nowhere = pytest.mark.skipif(sys.platform == "win32", reason="there is one")
REG_SZ, REG_BINARY = 1, 3


@nowhere
def test_nothing_is_found() -> None:
    assert registry.read("k", "n") is None
    assert registry.machine_number("k", "n") is None


@nowhere
def test_nothing_is_written() -> None:
    with pytest.raises(OSError, match="registry"):
        registry.write("k", "n", "x")


@pytest.fixture
def values(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[object, int]]:
    """One key of a registry that is played by the names of Python's own; as there, no bytes at all are None."""
    held: dict[str, tuple[object, int]] = {}

    def opened(_root: object, key: str) -> AbstractContextManager[str]:
        return nullcontext(key)

    def query(_key: str, name: str) -> tuple[object, int]:
        if name not in held:
            raise FileNotFoundError(name)
        return held[name]

    def put(_key: str, name: str, _reserved: int, kind: int, value: object) -> None:
        held[name] = (value or None if kind == REG_BINARY else value), kind

    played = SimpleNamespace(
        HKEY_CURRENT_USER=1,
        REG_SZ=REG_SZ,
        REG_BINARY=REG_BINARY,
        OpenKey=opened,
        CreateKey=opened,
        QueryValueEx=query,
        SetValueEx=put,
        DeleteValue=lambda _key, name: held.pop(name),
    )
    monkeypatch.setitem(sys.modules, "winreg", played)
    monkeypatch.setattr(sys, "platform", "win32")
    return held


@pytest.mark.parametrize("value", [bytes.fromhex("03000000d40d438dc83bd901"), b"\2", None])
def test_bytes_come_back_as_they_were(values: dict[str, tuple[object, int]], value: bytes | None) -> None:
    values["n"] = (value, REG_BINARY)
    text = registry.read("k", "n")
    assert text is not None
    assert registry.as_bytes(text) == (value or b"")
    registry.write("k", "n", None)
    assert values == {}
    registry.write("k", "n", text)
    assert values == {"n": (value, REG_BINARY)}


@pytest.mark.parametrize("text", ["C:\\tokenmgr.exe --hidden", "hex:03", ""])
def test_a_text_stays_a_text(values: dict[str, tuple[object, int]], text: str) -> None:
    registry.write("k", "n", text)
    assert values == {"n": (text, REG_SZ)}
    assert registry.read("k", "n") == text
    assert registry.as_bytes(text) == b""
