"""A clock that is wrong, as far as a computer alone can tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions.checks.clock import check_clock, check_time_service

if TYPE_CHECKING:
    from pathlib import Path

BUILT = datetime(2026, 11, 1, tzinfo=UTC)
BEGUN = datetime(2026, 11, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "state"),
    [
        (BEGUN + timedelta(days=3), "ok"),
        (BEGUN - timedelta(hours=20), "ok"),
        (BEGUN - timedelta(days=2), "warn"),
        (BUILT - timedelta(days=2), "bad"),
        (datetime(1970, 1, 1, tzinfo=UTC), "bad"),
        (BUILT + timedelta(days=4000), "warn"),
    ],
)
def test_the_clock(now: datetime, state: str) -> None:
    [found] = check_clock(now, BUILT, [BEGUN, BUILT - timedelta(days=1)], is_set=False)
    assert (found.state, found.next_step) == (state, "" if state == "ok" else "set-clock")
    assert found.evidence[2] == "newest 2026-11-15 00:00"


@pytest.mark.parametrize(("days", "wrong", "passed"), [(-2, "behind", BUILT), (2, "early", BEGUN)])
def test_what_has_passed_already_is_said(days: int, wrong: str, passed: datetime) -> None:
    [found] = check_clock(BUILT + timedelta(days=days), BUILT, [BEGUN], is_set=False)
    assert found.facts[1:] == (("not-before", f"{passed:%Y-%m-%d %H:%M}"), ("wrong", wrong))


def test_a_certificate_that_begins_later_says_nothing_against_a_clock_that_was_set() -> None:
    assert next(check_clock(BEGUN - timedelta(days=2), BUILT, [BEGUN], is_set=True)).state == "ok"
    assert next(check_clock(BUILT + timedelta(days=4000), BUILT, [], is_set=True)).state == "ok"
    assert next(check_clock(BUILT - timedelta(days=2), BUILT, [], is_set=True)).state == "bad"


@pytest.mark.parametrize("undated", [datetime(1970, 1, 1, tzinfo=UTC), datetime(1980, 1, 1, tzinfo=UTC)])
def test_a_build_without_a_date_says_nothing(undated: datetime) -> None:
    [found] = check_clock(BUILT, undated, [], is_set=False)
    assert (found.state, found.evidence[1]) == ("ok", f"program {undated:%Y-%m-%d} 00:00")
    assert next(check_clock(BUILT, undated, [BEGUN], is_set=False)).state == "warn"


def test_without_certificates() -> None:
    assert next(check_clock(BUILT, BUILT, [], is_set=False)).state == "ok"


@pytest.mark.parametrize(
    ("place", "state", "service"),
    [
        ("run/systemd/timesync/synchronized", "ok", "systemd-timesyncd"),
        ("run/systemd/timesync/other", "warn", "systemd-timesyncd"),
        ("run/chrony/chronyd.pid", "ok", "chrony"),
        ("run/ntpd.pid", "ok", "ntpd"),
    ],
)
def test_who_keeps_it_right(place: str, state: str, service: str, tmp_path: Path) -> None:
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).touch()
    [found] = check_time_service(tmp_path)
    assert (found.state, found.facts) == (state, (("service", service),))
    assert bool(found.next_step) == (state == "warn")


def test_nobody_known(tmp_path: Path) -> None:
    [found] = check_time_service(tmp_path)
    assert (found.state, found.facts) == ("skipped", (("reason", "none-found"),))
