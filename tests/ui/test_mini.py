"""The small window as its user has it: read by names, pressed, folded, dragged, moved by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from tests.ui import sample
from tests.ui.zones import OVERNIGHT, in_china
from tokenmgr.ui.mini import Mini

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.mini import MiniWindow
    from tokenmgr.ui.screen import Screen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Bed:
    def __init__(self, screen: Screen, place: str = "300,200,card") -> None:
        self.screen = screen
        self.kept: list[str] = []
        self.ran: list[tuple[str, object]] = []
        self.came: list[bool] = []
        screen.errands = self
        screen.window_wanted.connect(lambda: self.came.append(True))
        screen.choices.choose(mini=True)
        self.mini = Mini(screen, place, self.kept.append)

    def run(self, name: str, token: object = None, about: object = None) -> None:
        self.ran.append((name, token))

    @property
    def window(self) -> MiniWindow:
        assert self.mini.window is not None
        return self.mini.window

    def button(self, name: str) -> QAbstractButton:
        seen = [each for each in self.window.findChildren(QAbstractButton) if each.isVisible()]
        return next(each for each in seen if name in each.accessibleName() or name == each.text())

    def words(self) -> str:
        QTest.qWait(10)
        return " ".join(each.text() for each in self.window.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def bed(screen: Screen, qtbot: QtBot) -> Iterator[Bed]:
    made = Bed(screen)
    yield made
    made.screen.choices.choose(mini=False)


def test_card_says_what_is_left(bed: Bed) -> None:
    for word in ("我的电子证书", "·8F21", "12", "/ 15 次", "24 分钟", "证书还有 37 天到期"):
        assert word in bed.words()
    assert bed.window.width() == 272


def test_it_follows_the_token(bed: Bed) -> None:
    bed.screen.choose(sample.NETCA)
    assert "广东业务证书" in bed.words()
    assert not bed.button("锁定").isEnabled()
    bed.screen.show(sample.empty())
    assert "没有插入令牌" in bed.words()
    assert not bed.button("更改密码").isEnabled()


def test_three_actions(bed: Bed) -> None:
    for name in ("锁定", "更改密码", "打开"):
        QTest.mouseClick(bed.button(name), Qt.MouseButton.LeftButton)
    assert bed.ran == [("lock", sample.HK), ("change-pin", sample.HK)]
    assert len(bed.came) == 2  # locking needs no window


def test_folds_to_a_ball_and_back_by_keys(bed: Bed) -> None:
    QTest.keyClick(bed.window, Qt.Key.Key_Escape)
    ball = bed.button("我的电子证书, 剩余 12 次，共 15 次，精确")
    assert (bed.window.width(), bed.window.height()) == (56, 56)
    QTest.keyClick(ball, Qt.Key.Key_Space)
    assert bed.window.width() == 272
    assert bed.kept[-2:] == ["300,200,ball", "300,200,card"]


def test_cross_folds(bed: Bed) -> None:
    QTest.mouseClick(bed.button("收起"), Qt.MouseButton.LeftButton)
    assert bed.window.folded


def test_locked_ball_shows_a_padlock(bed: Bed) -> None:
    QTest.keyClick(bed.window, Qt.Key.Key_Escape)
    before = bed.window.grab().toImage()
    bed.screen.show(sample.locked())
    assert bed.window.grab().toImage() != before
    assert "剩余 0 次" in bed.button("我的电子证书").accessibleName()


@pytest.mark.parametrize("shape", ["card", "ball"])
def test_dragging_moves_it_and_is_remembered(screen: Screen, shape: str, qtbot: QtBot) -> None:
    bed = Bed(screen, f"300,200,{shape}")
    held: QWidget = bed.button("我的电子证书") if shape == "ball" else bed.window
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(held, QPoint(60, 50))
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert bed.window.pos() == QPoint(340, 230)
    assert bed.kept == [f"340,230,{shape}"]
    assert bed.window.folded == (shape == "ball")  # a drag is no click
    bed.screen.choices.choose(mini=False)


def test_arrows_move_it(bed: Bed) -> None:
    QTest.keyClick(bed.window, Qt.Key.Key_Left)
    QTest.keyClick(bed.window, Qt.Key.Key_Down)
    assert bed.kept[-1] == "284,216,card"


@pytest.mark.parametrize("place", ["", "99999,99999,card", "-5000,-5000,ball", "x,y", "1"])
def test_it_is_always_on_a_screen(screen: Screen, place: str, qtbot: QtBot) -> None:
    bed = Bed(screen, place)
    assert bed.window.screen().availableGeometry().contains(bed.window.geometry())
    bed.screen.choices.choose(mini=False)


def test_choice_turns_it_on_and_off(bed: Bed) -> None:
    bed.window.close()
    assert bed.screen.choices.now.mini is False
    assert bed.mini.window is None
    bed.screen.choices.choose(mini=True)
    assert bed.window.isVisible()


def test_every_button_is_named_and_in_the_tab_order(bed: Bed) -> None:
    seen = [each for each in bed.window.findChildren(QPushButton) if each.isVisible()]
    assert len(seen) == 4
    assert all(each.accessibleName() for each in seen)
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in seen)


def test_days_are_counted_anew_at_midnight_of_this_place(bed: Bed) -> None:
    with in_china():
        bed.screen.show(sample.full())
        assert "37 天" in bed.words()
        bed.screen.show(sample.full()._replace(taken=sample.NOW + OVERNIGHT))
        assert "36 天" in bed.words()
