"""The log as the window writes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.ui import sample
from tokenmgr.places import Places
from tokenmgr.ui.log_keeper import LogKeeper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tokenmgr.ui.screen import Screen


@pytest.fixture
def where(tmp_path: Path) -> Places:
    return Places(tmp_path, sample.RESOURCES)


@pytest.fixture
def keeper(screen: Screen, where: Places) -> Iterator[LogKeeper]:
    made = LogKeeper(screen, where)
    yield made
    made.close()


def lines(keeper: LogKeeper, where: Places) -> list[dict[str, Any]]:
    keeper.close()
    if not where.journal.exists():
        return []
    found = [json.loads(line) for line in where.journal.read_text("utf-8").splitlines()]
    return [{name: value for name, value in line.items() if name != "at"} for line in found]


def test_nothing_is_written_before_it_is_wanted(keeper: LogKeeper, screen: Screen, where: Places) -> None:
    screen.go("history")
    screen.choices.choose(theme="dark")
    assert keeper._hand is None  # no thread for nothing
    assert lines(keeper, where) == []
    assert not where.logs.exists()


def test_on_and_off(keeper: LogKeeper, screen: Screen, where: Places) -> None:
    screen.choices.choose(log=True)
    screen.go("history")
    screen.choices.choose(pin_cache_minutes=30)
    screen.choices.choose(log=False)
    screen.go("doctor")
    assert lines(keeper, where) == [
        {"code": "log-on"},
        {"code": "window-opened", "page": "history"},
        {"code": "setting-changed", "setting": "pin-cache"},
        {"code": "log-off"},
    ]


def test_what_happens_to_tokens_is_there_without_whose_they_are(
    keeper: LogKeeper, screen: Screen, where: Places
) -> None:
    screen.choices.choose(log=True)
    glance = sample.full()
    screen.show(glance)
    event = sample.event(9, "pin-wrong", 0, tries=14, purpose="open")
    screen.show(glance._replace(events=(event, *glance.events)))
    screen.show(glance._replace(events=(event, *glance.events)))
    found = lines(keeper, where)
    assert found[1:-1] == [{"code": "pin-wrong", "who": "this-program", "tries": 14}]
    assert found[-1] == {"code": "ended"}
    text = where.journal.read_text("utf-8")
    assert sample.HK.serial not in text
    assert "证书" not in text


def test_a_fault_of_the_program_is_noted(keeper: LogKeeper, screen: Screen, where: Places) -> None:
    screen.choices.choose(log=True)
    screen.bridge.stumbled.emit(ZeroDivisionError("1234"))
    assert {"code": "error", "error": "unexpected"} in lines(keeper, where)
    assert "1234" not in where.journal.read_text("utf-8")


def test_a_start_with_the_log_on(screen: Screen, where: Places) -> None:
    screen.choices.choose(log=True)
    keeper = LogKeeper(screen, where)
    assert [line["code"] for line in lines(keeper, where)] == ["log-on", "started", "ended"]
