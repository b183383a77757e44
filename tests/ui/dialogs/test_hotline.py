"""Whom to call is shown; the report is saved, and a mail is begun, never sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from tokenmgr.system import mail
from tokenmgr.ui.dialogs.hotline import HotlineSheet
from tokenmgr.ui.screen import Message

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.at_work import AtWork


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path / "Downloads"))
    monkeypatch.setattr(mail, "found", lambda _name: "")
    return tmp_path / "Downloads"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses that were opened."""
    made: list[str] = []

    def open_url(url: QUrl) -> bool:
        made.append(QUrl(url).toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return made


@pytest.fixture
def sheet(work: AtWork, downloads: Path, opened: list[str]) -> HotlineSheet:
    issuers = [each for each in work.desk.profiles.profiles if each.id == "hkpost-safenet"]
    made = HotlineSheet(work.screen, issuers, lambda: "the report")
    work.screen.lay(made)
    work.until(lambda: work.sheet is made)
    return made


def test_whom_to_call(work: AtWork, sheet: HotlineSheet) -> None:
    assert "2921 6633" in work.words()
    assert "enquiry@eCert.gov.hk" in work.words()


def test_a_mail_is_begun_and_the_person_told_what_to_attach(
    work: AtWork, sheet: HotlineSheet, downloads: Path, opened: list[str]
) -> None:
    sheet.action.click()
    work.until(lambda: work.said)
    [report] = downloads.iterdir()
    assert report.read_text() == "the report"
    assert opened[0].startswith("mailto:enquiry@eCert.gov.hk?subject=")
    said = work.said[-1]
    assert isinstance(said, Message)
    assert str(report) in said.consequence


@pytest.mark.parametrize("known", [True, False], ids=["one issuer", "nobody's address"])
def test_where_no_mail_program_opens_the_person_is_told_how_to_write(
    work: AtWork, sheet: HotlineSheet, downloads: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    if known:
        sheet.action.click()
    else:
        sheet._go("")
    work.until(lambda: work.said)
    [report] = downloads.iterdir()
    said = work.said[-1]
    assert isinstance(said, Message)
    assert (said.tone, said.fact) == ("warn", "No mail program opened")
    whom = "enquiry@eCert.gov.hk" if known else "your issuer"
    assert said.consequence == f"Write to {whom} yourself and attach {report}"


def test_only_the_file(work: AtWork, sheet: HotlineSheet, downloads: Path, opened: list[str]) -> None:
    work.press("Only save the report")
    work.until(lambda: work.said)
    assert len([*downloads.iterdir()]) == 1
    assert opened == []


def test_from_the_doctors_page(work: AtWork, tmp_path: Path, downloads: Path) -> None:
    work.screen.home = tmp_path / "home"
    work.screen.go("doctor")
    work.until(lambda: "Ask the hotline..." in _buttons(work))
    work.until(lambda: "Check again" in _buttons(work))
    work.press("Ask the hotline...")
    work.until(lambda: isinstance(work.sheet, HotlineSheet))


def _buttons(work: AtWork) -> str:
    from PySide6.QtWidgets import QPushButton

    return "\n".join(each.text() for each in work.window.findChildren(QPushButton) if each.isVisible())
