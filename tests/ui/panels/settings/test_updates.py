"""Newer versions in the window: a build with nobody to ask, and one that asks a publisher on this computer."""

from __future__ import annotations

import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QProgressBar, QPushButton

from tests.beds.publisher import NOTES, PACKAGE, Answering, House, Server, serving
from tests.ui import sample
from tests.ui.scenes import settle
from tokenmgr import __version__
from tokenmgr.actions import updates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.ui.at_work import AtWork
    from tokenmgr.actions.updates import Standing
    from tokenmgr.places import Places

IMAGE = "tokenmgr-9.1.0.AppImage"
DAILY = "Look for a newer version once a day"


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "site").init()


@pytest.fixture
def server(house: House) -> Iterator[Server]:
    with serving(house.folder) as made:
        yield made


@pytest.fixture
def asking(work: AtWork, house: House, server: Server, tmp_path: Path) -> AtWork:
    """A window of a build with an address."""
    resources = tmp_path / "resources"
    shutil.copytree(sample.RESOURCES / "texts", resources / "texts")
    work.screen.resources = house.build(resources, server.url)
    work.screen.home = tmp_path / "home"
    return work


@pytest.fixture
def bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Not run from its source; and a folder for downloads."""
    monkeypatch.setattr(updates, "installed", lambda _here: "appimage")
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path / "Downloads"))
    return tmp_path / "Downloads"


def about(work: AtWork) -> None:
    work.screen.go("settings", "about")


def switches(work: AtWork) -> list[str]:
    return [each.accessibleName() for each in work.window.findChildren(QCheckBox) if each.isVisible()]


# --- nobody to ask ---------------------------------------------------------------------------------------------------


def test_a_build_without_an_address_says_so_and_has_nothing_to_press(work: AtWork) -> None:
    about(work)
    work.until(lambda: "made without an update address" in work.words())
    assert "Not used" in work.words()
    assert DAILY not in switches(work)
    assert not [each.text() for each in work.window.findChildren(QPushButton) if "Check now" in each.text()]
    work.screen.go("settings", "general")
    assert DAILY not in switches(work)
    assert "Updates" not in work.words().splitlines()


def test_asked_all_the_same_it_says_the_same(work: AtWork) -> None:
    work.screen.errands.run("check-updates")
    work.until(lambda: "made without an update address" in work.words())


def test_its_privacy_says_that_the_network_is_not_used(work: AtWork) -> None:
    work.screen.go("settings", "privacy")
    assert "never uses the network" in work.words()
    assert "Network, Bluetooth, location, camera, microphone" in work.words()


# --- somebody to ask -------------------------------------------------------------------------------------------------


def test_opening_the_page_asks_nobody(asking: AtWork, server: Server) -> None:
    about(asking)
    asking.until(lambda: "Not looked yet" in asking.words())
    assert "Asks 127.0.0.1 for the list of versions" in asking.words()
    assert "Only to look for a newer version" in asking.words()
    assert not server.asked


def test_nothing_newer(asking: AtWork, house: House) -> None:
    house.add(__version__)
    about(asking)
    asking.until(lambda: "Not looked yet" in asking.words())
    asking.press("Check now")
    asking.until(lambda: "This is the newest version" in asking.words())
    assert "Last look: Today" in asking.words()


def test_general_asks_too_and_shows_it_in_about(asking: AtWork, house: House) -> None:
    house.add("9.1.0")
    asking.screen.go("settings", "general")
    asking.press("Check for updates")
    asking.until(lambda: f"Version 9.1.0 is there; this is {__version__}" in asking.words())


def test_what_changed_is_told_for_every_version_in_between(asking: AtWork, house: House) -> None:
    house.add("9.1.0")
    house.add("9.2.0")
    asking.screen.errands.run("check-updates")
    asking.until(lambda: "Version 9.2.0" in asking.words())
    reading = asking.seen(QPlainTextEdit, "What changed").toPlainText()
    assert reading == f"9.2.0  2027-01-31\n{NOTES['en']}\n\n9.1.0  2027-01-31\n{NOTES['en']}"
    assert "This copy is no package" in asking.words()


def test_what_was_heard_is_still_there_at_the_next_visit(asking: AtWork, house: House, server: Server) -> None:
    house.add("9.1.0")
    asking.screen.errands.run("check-updates")
    asking.until(lambda: "Version 9.1.0" in asking.words())
    server.asked.clear()
    asking.screen.go("settings", "general")
    about(asking)
    asking.until(lambda: "Version 9.1.0" in asking.words())
    assert not server.asked


def test_a_package_manager_is_left_its_work(
    asking: AtWork, house: House, server: Server, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "installed", lambda _here: "deb")
    house.build(asking.screen.resources, server.url, '[commands]\ndeb = "sudo apt install tokenmgr"\n')
    house.add("9.1.0", ("tokenmgr.deb",))
    asking.screen.errands.run("check-updates")
    asking.until(lambda: "Your system's package manager brings it" in asking.words())
    assert "sudo apt install tokenmgr" in asking.words()
    assert "Download the package" not in asking.words()
    asking.press("Copy Your system's package manager brings it")
    assert QApplication.clipboard().text() == "sudo apt install tokenmgr"


def test_a_package_is_fetched_checked_and_left_alone(asking: AtWork, house: House, bundle: Path) -> None:
    house.add("9.1.0", (IMAGE,))
    asking.screen.errands.run("check-updates")
    asking.until(lambda: "Download the package" in asking.words())
    asking.press("Download")
    asking.until(lambda: f"It lies in {bundle}" in asking.words())
    assert (bundle / IMAGE).read_bytes() == PACKAGE
    assert not (bundle / IMAGE).stat().st_mode & 0o111
    asking.press("Copy the path")
    assert QApplication.clipboard().text() == str(bundle / IMAGE)


def hold(answering: Answering) -> None:
    """Half of it, and then nothing."""
    answering.give(PACKAGE[: len(PACKAGE) // 2], len(PACKAGE))
    answering.server.over.wait(20)


def test_a_download_can_be_stopped(asking: AtWork, house: House, server: Server, bundle: Path) -> None:
    house.add("9.1.0", (IMAGE,))
    server.worse[IMAGE] = hold
    asking.screen.errands.run("check-updates")
    asking.until(lambda: "Download the package" in asking.words())
    asking.press("Download")
    asking.until(lambda: [path for path in server.paths() if IMAGE in path])
    assert asking.seen(QProgressBar, "Download")
    asking.press("Stop")
    asking.until(lambda: "Download the package" in asking.words())
    assert list(bundle.iterdir()) == []


def test_another_package_than_was_signed(asking: AtWork, house: House, server: Server, bundle: Path) -> None:
    house.add("9.1.0", (IMAGE,))
    server.worse[IMAGE] = lambda answering: answering.give(PACKAGE.upper())
    asking.screen.errands.run("check-updates")
    asking.until(lambda: "Download the package" in asking.words())
    asking.press("Download")
    asking.until(lambda: "another content than the publisher signed" in asking.words())
    assert list(bundle.iterdir()) == []
    assert asking.seen(QPushButton, "Download").isEnabled()


def test_how_far_it_has_come(asking: AtWork, house: House, server: Server, bundle: Path) -> None:
    house.add("9.1.0", (IMAGE,))
    asking.screen.errands.run("check-updates")
    asking.until(lambda: "Download the package" in asking.words())
    from tokenmgr.ui.panels.settings.package_row import PackageRow

    [row] = asking.window.findChildren(PackageRow)
    server.worse[IMAGE] = hold
    asking.press("Download")
    row._say(500_000, 2_000_000, row._stopping)
    assert "500.0 kB of 2.0 MB" in asking.words()
    assert asking.seen(QProgressBar, "Download").value() == 25
    asking.press("Stop")
    asking.until(lambda: "Download the package" in asking.words())


def test_a_download_goes_on_while_somebody_looks_elsewhere(
    asking: AtWork, house: House, server: Server, bundle: Path
) -> None:
    house.add("9.1.0", (IMAGE,))
    server.worse[IMAGE] = hold
    asking.screen.errands.run("check-updates")
    asking.until(lambda: "Download the package" in asking.words())
    asking.press("Download")
    asking.until(lambda: [path for path in server.paths() if IMAGE in path])
    asking.screen.go("settings", "general")
    asking.press("Check for updates")
    assert asking.seen(QProgressBar, "Download")
    asking.press("Stop")
    asking.until(lambda: "Download the package" in asking.words())


@pytest.mark.parametrize("trouble", ["answers", "lies"])
def test_trouble_is_told_in_its_place(asking: AtWork, house: House, server: Server, trouble: str) -> None:
    if trouble == "answers":
        server.worse["timestamp"] = lambda answering: answering.send_error(500)
    else:
        house.file("timestamp.json").write_bytes(b"{}")
    asking.screen.errands.run("check-updates")
    said = {"answers": "The update server has no news", "lies": "The news makes no sense"}[trouble]
    asking.until(lambda: said in asking.words())
    assert asking.seen(QPushButton, "Check now").isEnabled()
    asking.screen.go("settings", "general")
    about(asking)
    asking.until(lambda: "The last try, Today" in asking.words())


def test_what_was_known_before_does_not_come_after_what_is_heard_now(
    asking: AtWork, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.file("timestamp.json").write_bytes(b"{}")
    slow, usual = threading.Event(), updates.standing

    def standing(where: Places) -> Standing:
        slow.wait(20)
        return usual(where)

    monkeypatch.setattr(updates, "standing", standing)
    asking.screen.errands.run("check-updates")
    asking.until(lambda: "The news makes no sense" in asking.words())
    slow.set()
    settle()
    assert "The news makes no sense" in asking.words()


def test_a_build_with_half_an_address_says_what_is_wrong(asking: AtWork) -> None:
    (asking.screen.resources / "updates" / "root.json").unlink()
    about(asking)
    asking.until(lambda: "A data file is wrong" in asking.words())


@pytest.mark.parametrize("section", ["general", "about", "privacy"])
def test_the_daily_look_is_off_at_first_and_chosen_in_any_of_three_places(asking: AtWork, section: str) -> None:
    for each in ("privacy", "about", "general", section):
        asking.screen.go("settings", each)
    name = "Network" if section == "privacy" else DAILY
    asking.until(lambda: name in switches(asking))
    box = asking.seen(QCheckBox, name)
    assert not box.isChecked()
    box.click()
    assert asking.screen.choices.now.updates
    ours = [each for each in asking.window.findChildren(QCheckBox) if each.accessibleName() in {DAILY, "Network"}]
    asking.until(lambda: all(each.isChecked() for each in ours if each.accessibleName() != DAILY or each.isVisible()))


def test_its_privacy_says_what_is_asked_and_of_whom(asking: AtWork) -> None:
    asking.screen.go("settings", "privacy")
    words = asking.words()
    assert "127.0.0.1 is told which file is wanted" in words
    assert "uses the network only to look for a newer version" in words
    assert "never uses the network" not in words


@pytest.mark.parametrize("code", ["zh-Hans", "zh-Hant", "en"])
def test_what_is_agreed_to_says_it_too(code: str) -> None:
    from tokenmgr.ui.agreed_texts import VERSION, read_text

    texts = {name: read_text(sample.RESOURCES, name, code) for name in ("summary", "privacy", "agreement")}
    assert all(VERSION in texts[name].splitlines()[0] for name in ("privacy", "agreement"))
    never = {"zh-Hans": "从不使用网络", "zh-Hant": "從不使用網絡", "en": "never uses the network"}[code]
    once = {"zh-Hans": "新版本", "zh-Hant": "新版本", "en": "newer version"}[code]
    for name in ("summary", "privacy"):
        assert never not in texts[name]
        assert once in texts[name]
