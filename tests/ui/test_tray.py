"""The tray as its user has it: rows of the menu by their words, clicks on the icon, a panel that comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from tests.ui import sample
from tokenmgr.ui import theme, tray as tray_file
from tokenmgr.ui.tray import Tray
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.screen import Screen


#: Where there is no panel Qt looks for one that is not there either.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)


class Panel(QObject):
    """Shows icons, or does not."""

    changed = Signal(bool)

    def __init__(self, *, here: bool = True) -> None:
        super().__init__()
        self.here = here

    def turn(self, *, here: bool) -> None:
        self.here = here
        self.changed.emit(here)


class Starts:
    def __init__(self) -> None:
        self.set = False

    def is_on(self) -> bool:
        return self.set

    def turn_on(self) -> None:
        self.set = True

    def turn_off(self) -> None:
        self.set = False


class Bed:
    """A tray, a window, and what was asked for."""

    def __init__(self, screen: Screen, *, panel: bool = True) -> None:
        self.screen, self.panel, self.starts = screen, Panel(here=panel), Starts()
        self.window = QWidget()
        self.ran: list[tuple[str, object]] = []
        self.left: list[bool] = []
        screen.errands = self
        screen.window_wanted.connect(self.window.show)
        screen.quit_wanted.connect(lambda: self.left.append(True))
        self.tray = Tray(screen, lambda: self.window, self.starts, self.panel)

    def run(self, name: str, token: object = None, about: object = None) -> None:
        self.ran.append((name, token))

    def click(self) -> None:
        icon = self.tray.findChild(QSystemTrayIcon)
        assert icon is not None
        icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)

    @property
    def icon(self) -> QSystemTrayIcon:
        found = self.tray.findChildren(QSystemTrayIcon)
        return found[-1]


def rows(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def row(menu: QMenu, *path: str) -> QAction:
    for number, text in enumerate(path, 1):
        found = next(action for action in menu.actions() if action.text().startswith(text))
        if number == len(path):
            return found
        within = found.menu()
        assert isinstance(within, QMenu)
        menu = within
    raise AssertionError(path)


@pytest.fixture
def bed(screen: Screen, qtbot: QtBot) -> Iterator[Bed]:
    made = Bed(screen)
    yield made
    made.window.close()


def test_menu_has_everything_in_its_order(bed: Bed, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "随电脑启动" in rows(bed.tray.menu))
    assert rows(bed.tray.menu) == [
        "我的电子证书 ·8F21", "剩余 12 / 15 次（精确），37 天到期", "",
        "令牌", "全部锁定", "",
        "更改工程投标证书的初始密码...", "续期我的电子证书，37 天到期...", "其他程序输错 3 次密码...", "",
        "全面检查...", "设置...", "关于", "",
        "随电脑启动", "退出",
    ]  # fmt: skip
    within = row(bed.tray.menu, "令牌").menu()
    assert isinstance(within, QMenu)
    assert rows(within) == [
        "我的电子证书，12 / 15", "更改密码...", "解锁...", "证书...", "立即锁定", "",
        "工程投标证书，最多 10 / 10", "广东业务证书，最多 8 / 10", "练习令牌（练习），15 / 15",
    ]  # fmt: skip


def test_language_changes_while_it_runs(bed: Bed, dressed: Callable[..., None]) -> None:
    dressed(Language.EN, theme.LIGHT)
    bed.screen.choices.choose(language="en")
    assert rows(bed.tray.menu)[1] == "12 / 15 tries left (exact), ends in 37 days"
    assert rows(bed.tray.menu)[-1] == "Quit"


def test_every_row_runs_its_errand(bed: Bed) -> None:
    row(bed.tray.menu, "令牌", "工程投标证书", "更改密码").trigger()
    row(bed.tray.menu, "令牌", "证书").trigger()
    row(bed.tray.menu, "令牌", "立即锁定").trigger()
    row(bed.tray.menu, "更改工程投标证书").trigger()
    row(bed.tray.menu, "全面检查").trigger()
    assert bed.ran == [
        ("change-pin", sample.CLII), ("certificates", sample.HK), ("lock", sample.HK), ("change-pin", sample.CLII),
        ("check", None),
    ]  # fmt: skip
    assert bed.window.isVisible()


def test_locking_brings_no_window(bed: Bed) -> None:
    row(bed.tray.menu, "全部锁定").trigger()
    assert bed.ran == [("lock-all", None)]
    assert not bed.window.isVisible()


def test_another_token_becomes_the_current_one(bed: Bed) -> None:
    row(bed.tray.menu, "令牌", "广东业务证书", "设为当前令牌").trigger()
    assert bed.screen.token is not None
    assert bed.screen.token.id == sample.NETCA
    assert rows(bed.tray.menu)[0] == "广东业务证书 ·B6D0"


def test_quit_row_ends_the_program(bed: Bed) -> None:
    row(bed.tray.menu, "退出").trigger()
    assert bed.left == [True]


def test_starting_with_the_computer_shows_what_is_so(bed: Bed, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: "随电脑启动" in rows(bed.tray.menu))
    assert not row(bed.tray.menu, "随电脑启动").isChecked()
    row(bed.tray.menu, "随电脑启动").trigger()
    qtbot.waitUntil(lambda: row(bed.tray.menu, "随电脑启动").isChecked())
    assert bed.starts.set
    assert bed.screen.choices.now.autostart_asked


def test_menu_stays_as_it_is_while_nothing_changes(bed: Bed) -> None:
    before = bed.tray.menu.actions()
    bed.screen.show(sample.full()._replace())
    assert bed.tray.menu.actions() == before
    bed.screen.show(sample.locked())
    assert rows(bed.tray.menu)[1].startswith("已锁定")


def test_menus_that_were_replaced_are_gone(bed: Bed, qtbot: QtBot) -> None:
    for _ in range(3):
        bed.screen.show(sample.empty())
        bed.screen.show(sample.full())
    others = len(sample.full().tokens) - 1
    qtbot.waitUntil(lambda: len(bed.tray.menu.findChildren(QMenu)) == 1 + others)


def test_no_token_offers_practice(bed: Bed) -> None:
    bed.screen.show(sample.empty())
    assert rows(bed.tray.menu)[:2] == ["没有插入令牌", "用练习令牌试一遍"]
    assert "令牌" not in rows(bed.tray.menu)


def test_names_are_never_markup_nor_shortcuts(bed: Bed) -> None:
    glance = sample.full()
    evil = glance.tokens[0]._replace(alias="<img src='file:///etc/passwd'> & more")
    bed.screen.show(glance._replace(tokens=(evil, *glance.tokens[1:])))
    assert "<" not in bed.icon.toolTip()
    assert "&&" in rows(bed.tray.menu)[0]
    assert "<" not in "".join(rows(bed.tray.menu))


def test_click_opens_the_worst_job_once_and_then_toggles(bed: Bed, monkeypatch: pytest.MonkeyPatch) -> None:
    bed.click()
    assert bed.ran == [("change-pin", sample.CLII)]
    assert bed.window.isVisible()
    monkeypatch.setattr(bed.window, "isActiveWindow", lambda: True)
    bed.click()
    assert not bed.window.isVisible()
    bed.click()
    assert bed.window.isVisible()
    assert len(bed.ran) == 1


def test_click_leaves_an_open_dialog_alone(bed: Bed) -> None:
    bed.screen.busy = True
    bed.click()
    assert bed.ran == []
    assert bed.window.isVisible()


def test_closing_hides_where_there_is_a_tray(bed: Bed) -> None:
    bed.window.show()
    bed.tray.window_closed()
    assert not bed.window.isVisible()
    assert bed.left == []


@pytest.mark.parametrize("reason", ["no panel", "not wanted"])
def test_closing_ends_where_there_is_none(screen: Screen, reason: str) -> None:
    bed = Bed(screen, panel=reason != "no panel")
    screen.choices.choose(tray=reason != "not wanted")
    bed.window.show()
    bed.tray.window_closed()
    assert bed.left == [True]
    bed.window.close()


def test_panel_that_comes_late_gets_the_icon(screen: Screen) -> None:
    bed = Bed(screen, panel=False)
    assert not bed.tray.findChildren(QSystemTrayIcon)
    bed.panel.turn(here=True)
    assert bed.tray.here
    assert bed.icon.contextMenu() is bed.tray.menu
    assert "8F21" in bed.icon.toolTip()


def test_hidden_window_comes_back_when_the_panel_has_gone(
    bed: Bed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tray_file, "PATIENCE_MS", 20)
    bed.panel.turn(here=False)
    qtbot.waitUntil(bed.window.isVisible)
    assert bed.window.isMinimized()


def test_panel_that_starts_anew_disturbs_nobody(bed: Bed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tray_file, "PATIENCE_MS", 30)
    bed.panel.turn(here=False)
    bed.panel.turn(here=True)
    qtbot.wait(60)
    assert not bed.window.isVisible()


def test_icon_tells_the_four_states_apart(bed: Bed) -> None:
    quiet = sample.full()._replace(attention=())
    pictures = set()
    for glance in (quiet, sample.full(), sample.locked(), sample.empty()):
        bed.screen.show(glance)
        picture = bed.icon.icon().pixmap(22, 22).toImage()
        pictures.add(bytes(picture.constBits()))
    assert len(pictures) == 4


def test_click_that_takes_the_keyboard_from_the_window_still_hides_it(bed: Bed, qtbot: QtBot) -> None:
    bed.window.show()
    qtbot.waitExposed(bed.window)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.focusWindowChanged.emit(None)
    bed.click()
    assert not bed.window.isVisible()
