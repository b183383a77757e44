"""PC/SC as this system lays it out."""

from __future__ import annotations

import ctypes
import sys

import pytest

from tokenmgr.system import pcsc
from tokenmgr.system.pcsc import Handle, PcscError, ReaderState, Word, call, load


@pytest.mark.skipif(sys.platform != "linux" or sys.maxsize < 2**32, reason="the layout is another one elsewhere")
def test_a_readers_state_lies_as_pcsc_lite_has_it() -> None:
    assert ctypes.sizeof(ReaderState) == 80
    assert {name: getattr(ReaderState, name).offset for name, _ in ReaderState._fields_} == {
        "reader": 0,
        "user_data": 8,
        "current": 16,
        "event": 24,
        "atr_size": 32,
        "atr": 40,
    }
    assert (ctypes.sizeof(Word), ctypes.sizeof(Handle)) == (8, 8)


def test_a_system_without_pcsc_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pcsc.LIBRARIES, sys.platform, "no-such-library.so.9")
    with pytest.raises(PcscError) as missing:
        load()
    assert (missing.value.call, missing.value.code) == ("load", 0)


class Library:
    """Answers every call with one number."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.asked: list[str] = []

    def __getattr__(self, name: str) -> object:
        self.asked.append(name)

        class Function:
            restype: object = None

            def __call__(function, *_arguments: object) -> int:  # noqa: N805 - `self` is the library
                return self.code

        return Function()


@pytest.mark.parametrize("code", [0x8010001D, 0x8010001D - 2**32, 0xFFFFFFFF8010001D])
def test_errors_are_numbers_of_32_bits_however_they_come(code: int) -> None:
    with pytest.raises(PcscError) as failed:
        call(Library(code), "SCardCancel")  # type: ignore[arg-type]
    assert (failed.value.code, str(failed.value)) == (0x8010001D, "SCardCancel 0x8010001d")


def test_success_is_silent_and_named_calls_have_their_suffix(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Library(0)
    monkeypatch.setattr(pcsc, "SUFFIX", "A")
    call(library, "SCardListReaders")  # type: ignore[arg-type]
    call(library, "SCardCancel")  # type: ignore[arg-type]
    assert library.asked == ["SCardListReadersA", "SCardCancel"]
