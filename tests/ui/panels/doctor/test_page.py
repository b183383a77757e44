"""The doctor at work on this computer, and its report."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.at_work import HK, AtWork
from tokenmgr.actions import doctor
from tokenmgr.actions.checks.finding import Finding
from tokenmgr.actions.doctor import Check
from tokenmgr.ui.panels.doctor.findings import Row
from tokenmgr.ui.panels.doctor.page import DoctorPage
from tokenmgr.ui.screen import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from tests.ui.conftest import MakeWindow

PROOF = ("/x 0644", "seen: Chan Tai Man's token")
FINDINGS = (
    Finding("clock", "ok", (("clock", "2026-11-20 10:58"),)),
    Finding("own-files", "bad", (("reason", "readable"),), PROOF, "protect-own-files"),
    Finding("readers", "warn", (("count", 0),), (), "plug-in-reader"),
)


class Slow:
    """Checks of which each waits to be let through."""

    def __init__(self) -> None:
        self.gate = threading.Semaphore(0)

    def checks(self, _around: object) -> tuple[Check, ...]:
        return tuple(Check(each.check, self._look(each)) for each in FINDINGS)

    def _look(self, finding: Finding) -> Callable[[], Iterable[Finding]]:
        def look() -> Iterable[Finding]:
            self.gate.acquire(timeout=20)
            return (finding,)

        return look


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    made = Slow()
    monkeypatch.setattr(doctor, "checks", made.checks)
    yield made
    made.gate.release(10)


@pytest.fixture
def page(slow: Slow, work: AtWork, tmp_path: Path) -> DoctorPage:
    work.screen.home = tmp_path / "home"
    work.window.open_page("doctor")
    found = work.window.page
    assert isinstance(found, DoctorPage)
    return found


def titles(page: DoctorPage) -> list[str]:
    rows = [row for row in page.findChildren(Row) if row.isVisible()]
    return [row.accessibleName() for row in sorted(rows, key=lambda each: each.y())]


def test_findings_come_one_by_one_and_the_worst_stands_first_in_the_end(
    slow: Slow, work: AtWork, page: DoctorPage
) -> None:
    assert "Checking..." in work.words()
    slow.gate.release()
    work.until(lambda: len(titles(page)) == 1)
    assert "Looked at: Clock" in work.words()
    slow.gate.release(2)
    work.until(lambda: "1 thing needs doing" in work.words())
    work.until(lambda: len(titles(page)) == 3)
    assert [name.split(":")[0] for name in titles(page)] == ["Needs doing", "Worth a look", "Good"]
    assert "3 results, 1 more worth a look" in work.words()


def test_stop_ends_it_at_once_and_keeps_what_was_found(slow: Slow, work: AtWork, page: DoctorPage) -> None:
    slow.gate.release()
    work.until(lambda: len(titles(page)) == 1)
    work.press("Stop")
    assert "Stopped" in work.words()
    work.until(lambda: len(titles(page)) == 1)
    slow.gate.release(2)
    work.press("Check again")
    slow.gate.release(3)
    work.until(lambda: len(titles(page)) == 3 and "1 thing needs doing" in work.words())


def test_evidence_is_folded(slow: Slow, work: AtWork, page: DoctorPage) -> None:
    slow.gate.release(3)
    work.until(lambda: "1 thing needs doing" in work.words())
    work.until(lambda: len(titles(page)) == 3)
    assert "/x 0644" not in work.words()
    work.press("Evidence")
    assert "/x 0644" in work.words()
    work.press("Hide")
    assert "/x 0644" not in work.words()


def test_the_report_is_redacted(slow: Slow, work: AtWork, page: DoctorPage, tmp_path: Path) -> None:
    work.desk.inventory.remembered.set_alias(work.token(HK), "Chan Tai Man's token")
    work.look_now()
    slow.gate.release(3)
    work.until(lambda: "1 thing needs doing" in work.words())
    page.save_report(tmp_path / "report.txt")
    work.until(lambda: work.said)
    text = (tmp_path / "report.txt").read_text("utf-8")
    assert "[bad] own-files" in text
    assert "seen: " in text
    assert HK not in text
    assert "Chan" not in text
    work.press("Copy report")
    work.until(lambda: len(work.said) > 1)
    assert "[bad] own-files" in QApplication.clipboard().text()


def test_a_report_that_cannot_be_written_says_why(slow: Slow, work: AtWork, page: DoctorPage, tmp_path: Path) -> None:
    slow.gate.release(3)
    work.until(lambda: "1 thing needs doing" in work.words())
    page.save_report(tmp_path / "missing" / "report.txt")
    work.until(lambda: work.said)
    told = work.said[-1]
    assert isinstance(told, Message)
    assert told.tone == "bad"


def test_before_anything_was_looked_at(window: MakeWindow) -> None:
    page = window("doctor").page
    shown = [press.text() for press in page.findChildren(QPushButton) if press.isVisible()]
    assert "开始检查" in shown
    assert "重新检查" not in shown
