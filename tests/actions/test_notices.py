"""Notices: each thing once, whatever is restarted in between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.practising import CLII, HK
from tests.session.rig import practice, wrong
from tokenmgr.actions import notices as module
from tokenmgr.actions.glance import Fault, Glance, before, take
from tokenmgr.actions.notices import Kind, Notice, Told, notices
from tokenmgr.model.errors import ModuleCrashed, ModuleHung, WrongPin

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.session.desk import Desk

ALL: tuple[Kind, ...] = ("arrived", "left", "expiring", "others-missed", "module-fault")


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path / "own" / "notices.json")


def look(desk: Desk, days: int = 0) -> Glance:
    return take(desk, desk.known(), desk.history(), now=datetime.now(UTC) + timedelta(days=days))


def news(previous: Glance | None, glance: Glance, told: Told) -> list[tuple[str, str, str]]:
    return [(each.kind, each.tail, each.errand) for each in notices(previous, glance, told, ALL)]


CLII_ENDS = ("expiring", CLII[-4:], "renewal-info")


def test_coming_and_going(desk: Desk, told: Told) -> None:
    first = look(desk)
    assert news(None, first, told) == [CLII_ENDS], "who was here already did not come"
    assert news(before(desk.known(), practice=True), first, told) == []
    desk.rehearsal().pull(HK)
    without = look(desk)
    assert news(first, without, told) == [("left", HK[-4:], "events")]
    desk.rehearsal().plug(HK)
    assert news(without, look(desk), told) == [("arrived", HK[-4:], "show-token")]


def test_an_end_is_told_once_for_each_of_the_issuers_days(desk: Desk, told: Told, tmp_path: Path) -> None:
    said = [len(news(None, look(desk, day), told)) for day in range(27)]
    # 25 days are left: the days 30, 14, 7, 1 and the end come one after the other.
    assert [day for day, count in enumerate(said) if count] == [0, 11, 18, 24, 26]
    again = Told(tmp_path / "own" / "notices.json")
    assert [len(news(None, look(desk, day), again)) for day in range(27)] == [0] * 27
    again.forget_all()
    assert news(None, look(desk), again) == [CLII_ENDS]


def test_what_remembered_glances_say_is_not_told(desk: Desk, told: Told) -> None:
    look(desk)
    assert news(None, before(desk.known(), practice=True), told) == []


def test_misses_by_others_are_told_once_each_time(desk: Desk, told: Told, home: Path, tmp_path: Path) -> None:
    glance = look(desk)
    news(None, glance, told)
    away = tmp_path / "other"
    away.mkdir()
    (away / "practice").symlink_to(home / "practice")
    for number in range(2):
        with practice(away) as other, pytest.raises(WrongPin):
            other.session(HK).login(wrong(number))
        glance = look(desk)
        assert news(glance, glance, told) == [("others-missed", HK[-4:], "events")]
        assert news(glance, glance, told) == []


def test_a_module_that_still_fails_is_no_news(told: Told) -> None:
    now = datetime.now(UTC)
    fine = Glance(now)
    hangs = fine._replace(faults=(Fault("/lib/a.so", ModuleHung("/lib/a.so"), serious=True),))
    crashes = fine._replace(faults=(Fault("/lib/a.so", ModuleCrashed("/lib/a.so"), serious=True),))
    facts = (("module", "/lib/a.so"), ("code", "module-hung"))
    assert notices(fine, hangs, told, ALL) == [Notice("module-fault", None, "", "", "doctor", facts)]
    assert notices(hangs, hangs, told, ALL) == []
    assert [dict(each.facts)["code"] for each in notices(hangs, crashes, told, ALL)] == ["module-crashed"]


def test_only_what_is_wanted_and_that_later_too(desk: Desk, told: Told) -> None:
    glance = look(desk)
    assert notices(None, glance, told, ("arrived", "left")) == []
    assert [each.kind for each in notices(None, glance, told, ("expiring",))] == ["expiring"]


def test_the_file_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_TOLD", 3)
    told = Told(tmp_path / "notices.json")
    assert [told.first_time(str(number)) for number in range(5)] == [True] * 5
    later = Told(tmp_path / "notices.json")
    assert [later.first_time(each) for each in ("4", "3", "2", "0")] == [False, False, False, True]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"told": 1}', '{"told": [1, null]}', "\x00\xff"])
def test_nonsense_tells_once_more(tmp_path: Path, text: str) -> None:
    (tmp_path / "notices.json").write_bytes(text.encode("latin-1"))
    told = Told(tmp_path / "notices.json")
    assert (told.first_time("one"), told.first_time("one")) == (True, False)


def test_where_nothing_can_be_written_each_is_told_once_a_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told = Told(tmp_path / "file" / "notices.json")
    assert (told.first_time("one"), told.first_time("one")) == (True, False)
