"""Which version is newer."""

from __future__ import annotations

import pytest

from tokenmgr import __version__
from tokenmgr.updates.version import is_newer, version_of

RISING = ["0.0.1", "0.1.0a1", "0.1.0a2", "0.1.0b1", "0.1.0rc1", "0.1.0rc10", "0.1.0", "0.1.1", "0.2", "0.10", "1.0rc1"]
RISING += ["1", "1.0.0.1", "1.0.1", "2026.11", "999999.0"]


def test_each_is_newer_than_all_before_it() -> None:
    for at, version in enumerate(RISING):
        assert [each for each in RISING if is_newer(version, each)] == RISING[:at]


@pytest.mark.parametrize(("one", "other"), [("1", "1.0.0"), ("0.1", "0.1.0.0"), ("01.2", "1.2")])
def test_the_same(one: str, other: str) -> None:
    assert version_of(one) == version_of(other)


@pytest.mark.parametrize(
    "text",
    ["", "1.", ".1", "v1", "1.0-1", "1.0+deb", "1 ", "1.0\n", "１", "1.2.3.4.5", "1" * 7, "1.0dev1", "1rc", "-1"],
)
def test_what_is_no_version_is_newer_than_nothing(text: str) -> None:
    assert version_of(text) is None
    assert not is_newer(text, "0.0.1")
    assert is_newer("0.0.1", text)


def test_this_program_has_a_version() -> None:
    assert version_of(__version__) is not None
