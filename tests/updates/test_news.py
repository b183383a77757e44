"""`versions.json`: read by closed rules, whoever signed it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st

from tokenmgr.updates.news import LARGEST, SUFFIXES, NoNews, read_news

if TYPE_CHECKING:
    from collections.abc import Callable

NOTES = {"zh-Hans": "修正", "zh-Hant": "修正", "en": "Mended\n- more"}


def release(version: object = "0.2.0", **more: Any) -> dict[str, Any]:
    return {"version": version, "date": "2027-01-31", "notes": NOTES, "files": {"deb": "a/b.deb"}} | more


def news(*releases: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"format": 1, "channels": {"stable": list(releases)}} | more


def read(said: Any, channel: str = "stable") -> list[str]:
    return [each.version for each in read_news(json.dumps(said).encode(), channel)]


def test_all_that_is_said() -> None:
    files = {kind: f"0.2.0/tokenmgr{end}" for kind, end in SUFFIXES.items()}
    [found] = read_news(json.dumps(news(release(files=files))).encode(), "stable")
    assert (found.version, found.day) == ("0.2.0", date(2027, 1, 31))
    assert found.note("en") == "Mended\n- more"
    assert {kind: found.file(kind) for kind in SUFFIXES} == files
    assert found.file("rpm") == ""


def test_newest_first_whatever_the_order() -> None:
    assert read(news(release("0.2.0"), release("0.10.0"), release("0.10.0rc1"))) == ["0.10.0", "0.10.0rc1", "0.2.0"]


def test_channels_do_not_mix() -> None:
    said = {"format": 1, "channels": {"stable": [release("0.2.0")], "beta": [release("0.3.0b1")]}}
    assert (read(said), read(said, "beta"), read(said, "none")) == (["0.2.0"], ["0.3.0b1"], [])


def test_what_a_later_publisher_adds_is_passed_over() -> None:
    said = news(release(size=1, files={"deb": "a.deb", "flatpak": 7}, notes=NOTES | {"ja": "x"}), signed_off_by="x")
    assert read(said) == ["0.2.0"]


WRONG: list[Callable[[], Any]] = [
    list,
    dict,
    lambda: news() | {"format": 2},
    lambda: news() | {"format": "1"},
    lambda: news(channels=[]),
    lambda: news(channels={"Über": []}),
    lambda: news(channels={str(number): [] for number in range(9)}),
    lambda: news(channels={"stable": {}}),
    lambda: news(channels={"beta": [7]}),
    lambda: news(*[release()] * 21),
    lambda: news(release("1.0-x")),
    lambda: news(release(version=1)),
    lambda: news(release(date="2027-02-30")),
    lambda: news(release(date="20270131")),
    lambda: news(release(date=None)),
    lambda: news(release(notes="better")),
    lambda: news(release(notes={"en": "only"})),
    lambda: news(release(notes=NOTES | {"en": "x" * 4001})),
    lambda: news(release(notes=NOTES | {"en": "\x1b[2J"})),
    lambda: news(release(notes=NOTES | {"en": "safe\u202egnp.exe"})),
    lambda: news(release(files=[])),
]


@pytest.mark.parametrize("said", WRONG, ids=range(len(WRONG)))
def test_what_makes_no_sense(said: Callable[[], Any]) -> None:
    with pytest.raises(NoNews):
        read(said())


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/cron.d/x.deb", "a/../b.deb", "/etc/x.deb", "a//b.deb", "./b.deb", ".deb", "a/.b.deb", "a\\b.deb",
        "C:x.deb", "a b.deb", "a;b.deb", "-x.deb", "a/-x.deb", "x.deb/", "x.exe", "x.DEB", "~/x.deb", "%2e%2e/x.deb",
        "a/b/c/d/e.deb", "x" * 200 + ".deb", "ü.deb", "x.deb\n", "x\0.deb", "", 7, None, "https://x/y.deb", "x.deb?y",
    ],
)  # fmt: skip
def test_paths_that_lead_elsewhere(path: object) -> None:
    with pytest.raises(NoNews):
        read(news(release(files={"deb": path})))


def test_more_than_anybody_reads() -> None:
    with pytest.raises(NoNews):
        read_news(b" " * (LARGEST + 1), "stable")


@given(st.binary(max_size=200))
def test_any_bytes_are_news_or_none(data: bytes) -> None:
    with pytest.raises(NoNews):
        read_news(data, "stable")


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"format": 1' + b"0" * 5000 + b"}", b"\xff\xfe{}"])
def test_traps_for_readers(data: bytes) -> None:
    with pytest.raises(NoNews):
        read_news(data, "stable")
