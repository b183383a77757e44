"""Notices on a bus of the test's own: what is said, when, where else, and that the button opens something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tests.beds import desktop
from tests.beds.desktop import NOTICES, SessionBus
from tests.ui import sample
from tokenmgr.actions.glance import Fault
from tokenmgr.actions.notices import Notice, Told
from tokenmgr.model.errors import ModuleHung
from tokenmgr.ui.notices import Notices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tokenmgr.actions.glance import Glance
    from tokenmgr.ui.screen import Message, Screen

CALM = sample.full()._replace(attention=())


class Balloons(QObject):
    """A tray that can show balloons, or cannot."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.able = False
        self.balloons: list[tuple[str, str]] = []
        self.opened: list[tuple[str, object]] = []

    def tell(self, title: str, text: str) -> bool:
        if self.able:
            self.balloons.append((title, text))
        return self.able

    def open(self, errand: str, token: object = None) -> None:
        self.opened.append((errand, token))


class Bed:
    def __init__(self, screen: Screen, bus: SessionBus, folder: Path, qtbot: QtBot) -> None:
        self.screen, self.bus, self.qtbot = screen, bus, qtbot
        self.tray, self.window = Balloons(), QWidget()
        self.said: list[Message] = []
        screen.said.connect(self.said.append)
        told = Told(folder / "told.json")
        self.notices = Notices(screen, self.tray, lambda: self.window, told, bus.address)  # type: ignore[arg-type]

    def see(self, *glances: Glance) -> None:
        for glance in glances:
            self.screen.show(glance)

    def shown(self, count: int) -> list[dict[str, Any]]:
        """What the desktop shows by now."""
        self.qtbot.waitUntil(lambda: len(self.bus.parts("notices")) >= count)
        self.qtbot.wait(50)
        found: list[dict[str, Any]] = self.bus.parts("notices")
        assert len(found) == count
        return found


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[SessionBus]:
    if why := desktop.available():
        pytest.skip(why)
    with SessionBus(tmp_path / "bus") as made:
        yield made


@pytest.fixture
def bed(screen: Screen, bus: SessionBus, tmp_path: Path, qtbot: QtBot) -> Iterator[Bed]:
    made = Bed(screen, bus, tmp_path, qtbot)
    yield made
    made.notices.close()
    made.window.close()


def without(*gone: object) -> Glance:
    return CALM._replace(tokens=tuple(each for each in CALM.tokens if each.id not in gone))


def test_arrival_with_its_one_button(bed: Bed) -> None:
    bed.bus.parts("own", name=NOTICES)
    bed.see(without(sample.NETCA), CALM)
    (notice,) = bed.shown(1)
    assert (notice["title"], notice["body"]) == ("令牌已插入", "广东业务证书 ·B6D0")
    assert notice["actions"] == ["default", "查看", "act", "查看"]
    bed.bus.parts("act", number=notice["id"], key="act")
    bed.qtbot.waitUntil(lambda: bool(bed.tray.opened))
    assert bed.tray.opened == [("tokens", sample.NETCA)]
    assert bed.screen.token is not None
    assert bed.screen.token.id == sample.NETCA


def test_going_replaces_the_notice_of_coming(bed: Bed) -> None:
    bed.bus.parts("own", name=NOTICES)
    bed.see(without(sample.NETCA), CALM)
    bed.shown(1)
    bed.see(without(sample.NETCA))
    first, second = bed.shown(2)
    assert second["title"] == "令牌已拔出"
    assert second["replaces"] == first["id"]


def test_expiry_and_misses_are_told_once(bed: Bed) -> None:
    bed.bus.parts("own", name=NOTICES)
    bed.see(sample.full())
    said = {notice["title"]: notice["body"] for notice in bed.shown(2)}
    assert said["证书还有 37 天到期"] == "我的电子证书 ·8F21，有效期至 2026-12-27"
    assert "其他程序输错过 3 次密码" in said
    bed.see(CALM, sample.full())
    assert len(bed.shown(2)) == 2


def test_module_that_fails_leads_to_the_doctor(bed: Bed) -> None:
    bed.bus.parts("own", name=NOTICES)
    bed.see(CALM, CALM._replace(faults=(Fault("lib<b>.so", ModuleHung("lib<b>.so", "tokens"), serious=True),)))
    (notice,) = bed.shown(1)
    assert notice["title"] == "有模块没有回应"
    assert "lib&lt;b&gt;.so" in notice["body"]
    bed.bus.parts("act", number=notice["id"], key="default")
    bed.qtbot.waitUntil(lambda: bed.tray.opened == [("doctor", None)])


def test_server_that_knows_no_markup_gets_the_plain_text(bed: Bed) -> None:
    bed.bus.parts("can", words=["body"])
    bed.bus.parts("own", name=NOTICES)
    bed.see(CALM, CALM._replace(faults=(Fault("a&b", ModuleHung("a&b", "tokens"), serious=True),)))
    (notice,) = bed.shown(1)
    assert notice["body"].startswith("a&b。")
    assert notice["actions"] == []


@pytest.mark.parametrize("off", ["notices", "notice_arrivals"])
def test_unwanted_arrivals_are_not_told(bed: Bed, off: str) -> None:
    bed.bus.parts("own", name=NOTICES)
    bed.screen.choices.choose(**{off: False})
    bed.see(without(sample.NETCA), CALM)
    bed.qtbot.wait(150)
    bed.shown(0)


def test_who_wants_no_notifications_finds_it_in_the_window(bed: Bed) -> None:
    """A newer version, which the daily look brings whatever else is wanted."""
    bed.bus.parts("own", name=NOTICES)
    bed.tray.able = True
    bed.screen.choices.choose(notices=False)
    bed.notices.show(Notice("update", None, "9.1.0", "", "about"))
    bed.qtbot.wait(150)
    bed.shown(0)
    assert bed.tray.balloons == []
    assert [(each.fact, each.seconds) for each in bed.said] == [("有新版本 9.1.0", 0)]


def test_coming_is_no_news_to_whoever_looks_at_the_window(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    bed.bus.parts("own", name=NOTICES)
    monkeypatch.setattr(bed.window, "isActiveWindow", lambda: True)
    bed.see(without(sample.NETCA), CALM)
    bed.qtbot.wait(150)
    bed.shown(0)


def test_balloon_where_nobody_shows_notices(bed: Bed) -> None:
    bed.tray.able = True
    bed.see(without(sample.NETCA), CALM)
    bed.qtbot.waitUntil(lambda: bool(bed.tray.balloons))
    assert bed.tray.balloons == [("令牌已插入", "广东业务证书 ·B6D0")]
    bed.tray.told.emit()
    assert bed.tray.opened == [("tokens", sample.NETCA)]


def test_message_in_the_window_where_there_is_no_tray_either(bed: Bed) -> None:
    bed.see(without(sample.NETCA), CALM)
    bed.qtbot.waitUntil(lambda: bool(bed.said))
    message = bed.said[0]
    assert (message.fact, message.consequence) == ("令牌已插入", "广东业务证书 ·B6D0")
    assert message.act is not None
    message.act[1]()
    assert bed.tray.opened == [("tokens", sample.NETCA)]
