"""The computer's clock: a wrong one makes good certificates look expired, and signatures worthless."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tokenmgr.actions.checks.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

#: Certificates may begin a little ahead of the clock that made them.
SLACK = timedelta(days=1)
#: This program is younger: a build that claims to be older was given no date, or a made-up one.
EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
#: A program this old has been replaced long since, so it is the clock that is ahead.
LONGEST_LIFE = timedelta(days=3650)
#: systemd makes this file once the clock has been set from the network since the start.
SYNCHRONISED = "run/systemd/timesync/synchronized"
#: It can be told to set the clock.
SYSTEMD = "run/systemd/system"
SERVICES = {
    "systemd-timesyncd": ("run/systemd/timesync",),
    "chrony": ("run/chrony/chronyd.pid", "run/chronyd.pid"),
    "ntpd": ("run/ntpd.pid", "var/run/ntpd.pid"),
}


def check_clock(now: datetime, built: datetime, begun: Iterable[datetime], *, is_set: bool) -> Iterator[Finding]:
    """Against the day this program was built, which cannot lie in the future, and the days certificates began.

    A certificate may well be made to begin later, so one proves nothing, least of all against a clock that the network
    has set.
    """
    dated = built >= EARLIEST
    newest = max([*([built] if dated else ()), *begun], default=now)
    evidence = (f"clock {_day(now)}", f"program {_day(built)}", f"newest {_day(newest)}")
    if dated and now < built - SLACK:
        yield Finding("clock", "bad", (*_facts(now, built), ("wrong", "behind")), evidence, "set-clock")
    elif now < newest - SLACK and not is_set:
        yield Finding("clock", "warn", (*_facts(now, newest), ("wrong", "early")), evidence, "set-clock")
    elif dated and now > built + LONGEST_LIFE and not is_set:
        yield Finding("clock", "warn", (*_facts(now, newest), ("wrong", "ahead")), evidence, "set-clock")
    else:
        yield Finding("clock", "ok", _facts(now, newest), evidence)


def _facts(now: datetime, passed: datetime) -> tuple[tuple[str, str], ...]:
    return ("clock", _day(now)), ("not-before", _day(passed))


def _day(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def check_time_service(root: Path) -> Iterator[Finding]:
    """Is something keeping the clock right? Told by files alone (Linux)."""
    if _there(root / SYNCHRONISED):
        yield Finding("clock-service", "ok", (("service", "systemd-timesyncd"),), (str(root / SYNCHRONISED),))
        return
    for service, places in SERVICES.items():
        running = next((root / place for place in places if _there(root / place)), None)
        if running is None:
            continue
        if service == "systemd-timesyncd":  # it runs, and has not been answered yet
            yield Finding("clock-service", "warn", (("service", service),), (str(running),), "turn-on-time-service")
        else:
            yield Finding("clock-service", "ok", (("service", service),), (str(running),))
        return
    if (root / SYSTEMD).is_dir():
        yield Finding("clock-service", "warn", (("reason", "off"),), (), "turn-on-time-service", "time-service")
    else:
        yield Finding("clock-service", "skipped", (("reason", "none-found"),))


def _there(path: Path) -> bool:
    """A folder that lets nobody look into it is that of a service that runs."""
    try:
        path.stat()
    except PermissionError:
        return True
    except OSError:
        return False
    return True
