"""Both forms of a time, and all that only look like one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tokenmgr.x509.der import element, wrap
from tokenmgr.x509.moment import read_moment


def moment(tag: int, raw: bytes) -> datetime:
    data = wrap(tag, raw)
    return read_moment(data, element(data, 0, len(data)))


@pytest.mark.parametrize(
    ("tag", "raw", "year"),
    [
        (0x17, b"491231235959Z", 2049),
        (0x17, b"501231235959Z", 1950),
        (0x17, b"001231235959Z", 2000),
        (0x18, b"20501231235959Z", 2050),
        (0x18, b"99991231235959Z", 9999),
    ],
)
def test_a_time(tag: int, raw: bytes, year: int) -> None:
    assert moment(tag, raw) == datetime(year, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tag", "raw"),
    [
        (0x17, b""),
        (0x17, b"2512312359Z"),
        (0x17, b"251231235959+"),
        (0x17, b"2512312359590"),
        (0x17, b"251331235959Z"),
        (0x17, b"251231235960Z"),
        (0x17, b"25123123595 Z"),
        (0x17, b"20251231235959Z"),
        (0x17, "25123123595\u0665Z".encode()),
        (0x18, b"251231235959Z"),
        (0x18, b"00001231235959Z"),
        (0x18, b"20251231235959.5Z"),
        (0x18, b"2025-1231235959"),
        (0x0C, b"251231235959Z"),
    ],
)
def test_no_time(tag: int, raw: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - from here or from datetime, each means the same
        moment(tag, raw)
