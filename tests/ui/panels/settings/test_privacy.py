"""The privacy centre over a folder that really holds something."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton, QWidget

from tests.ui.at_work import HK, AtWork
from tokenmgr.ui.kept_words import kept_words
from tokenmgr.ui.panels.settings.permissions import Permissions
from tokenmgr.ui.panels.settings.privacy import Privacy


@pytest.fixture
def pane(work: AtWork, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Privacy:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    work.screen.home = tmp_path / "home"
    work.screen.choices.choose(welcomed="1")
    work.desk.inventory.remembered.set_alias(work.token(HK), "Mine")
    work.history.add("exported", work.token(HK), "Mine", "this-program", certificate="Mine")
    work.screen.go("settings", "privacy")
    found = work.window.page.findChildren(Privacy)[0]
    work.until(lambda: "Your names for tokens" in texts(found))
    return found


def texts(pane: QWidget) -> str:
    return "\n".join(each.text() for each in pane.findChildren(QLabel))


def row(pane: QWidget, title: str) -> QWidget:
    label = next(each for each in pane.findChildren(QLabel) if each.text() == title)
    found = label.parentWidget()
    assert found is not None
    return found


def amount(pane: QWidget, title: str) -> str:
    return texts(row(pane, title)).splitlines()[-1]


def delete(pane: QWidget, title: str) -> QPushButton:
    return row(pane, title).findChildren(QPushButton)[0]


def test_counts_are_live(work: AtWork, pane: Privacy) -> None:
    assert amount(pane, "Your names for tokens").startswith("1 entry, ")
    assert amount(pane, "Modules you agreed to") == "Nothing now"
    assert not delete(pane, "Modules you agreed to").isEnabled()


def test_deleting_asks_first_and_says_what_follows(work: AtWork, pane: Privacy, tmp_path: Path) -> None:
    delete(pane, "Your names for tokens").click()
    assert "Tokens are called again as they call themselves." in work.words()
    work.sheet.reject()  # type: ignore[union-attr]
    assert (tmp_path / "home" / "tokens.json").exists()
    delete(pane, "Your names for tokens").click()
    work.press("Delete for good")
    work.until(lambda: work.sheet is None)
    assert not (tmp_path / "home" / "tokens.json").exists()
    work.until(lambda: amount(pane, "Your names for tokens") == "Nothing now")


def test_settings_go_back_to_the_beginning_and_stay_agreed(work: AtWork, pane: Privacy, tmp_path: Path) -> None:
    (tmp_path / "home" / "settings.json").write_text("{}")
    pane.arrive()
    work.until(lambda: delete(pane, "Settings").isEnabled())
    work.screen.choices.choose(tray=False, lead_days="7", pin_cache_minutes=120)
    assert work.desk.cache.minutes == 120
    delete(pane, "Settings").click()
    work.press("Delete for good")
    now = work.screen.choices.now
    assert (now.tray, now.lead_days, now.welcomed) == (True, "", "1")
    assert work.desk.cache.minutes == 0


def test_nothing_is_said_to_be_deleted_before_that_can_be_done(
    work: AtWork, pane: Privacy, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    delete(pane, "Your names for tokens").click()
    monkeypatch.setattr(work.screen, "desk", None)
    work.press("Delete for good")
    assert "Nothing can be deleted yet" in work.words()
    assert (tmp_path / "home" / "tokens.json").exists()


def test_all_kinds_have_words() -> None:
    from tokenmgr.actions.keepings import files_of
    from tokenmgr.places import Places

    for key in files_of(Places(Path("/a"), Path("/b"))):
        words = kept_words(key)
        assert words.title
        assert words.then or key in {"waiting", "changes"}


def test_permissions_say_what_for_and_when_last(work: AtWork, pane: Privacy) -> None:
    permissions = pane.findChildren(Permissions)[0]
    work.until(lambda: "Those you choose, and its own folder; last: Today" in texts(permissions))
    assert "Nothing in this version needs them" in texts(permissions)
    named = {each.accessibleName() for each in permissions.findChildren(QCheckBox)}
    assert named == {"Notifications of the system", "A window above others", "Starting with the computer"}


def test_a_permission_taken_back_here_is_off_everywhere(work: AtWork, pane: Privacy) -> None:
    box = next(each for each in pane.findChildren(QCheckBox) if each.accessibleName() == "Notifications of the system")
    box.click()
    assert not work.screen.choices.now.notices
    work.screen.choices.choose(notices=True)
    assert box.isChecked()


def test_the_data_is_taken_along(work: AtWork, pane: Privacy, tmp_path: Path) -> None:
    pane.download(tmp_path / "mine.zip")
    work.until(lambda: work.said)
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        assert {"README.txt", "history.json", "tokens.json"} <= set(archive.namelist())


@pytest.mark.parametrize(
    ("name", "text"), [("Summary", "In short"), ("User agreement", "Apache"), ("Privacy policy", "third")]
)
def test_the_texts_can_be_read_again(name: str, text: str, work: AtWork, pane: Privacy) -> None:
    row(pane, name).findChildren(QPushButton)[0].click()
    reading = work.seen(QPlainTextEdit, name)
    work.until(lambda: text.lower() in reading.toPlainText().lower())


def test_components_with_their_licences(work: AtWork, pane: Privacy) -> None:
    row(pane, "Open-source components").findChildren(QPushButton)[0].click()
    reading = work.seen(QPlainTextEdit, "Open-source components")
    work.until(lambda: "cryptography" in reading.toPlainText())
    assert "Apache-2.0" in reading.toPlainText()
