"""The page as a person uses it: mouse, keys, filters; what is chosen stays chosen."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget

from tests.ui import sample
from tests.ui.panels.certificates import real
from tests.ui.parts import part
from tokenmgr.actions.glance import Glance
from tokenmgr.actions.share import pem_text
from tokenmgr.ui.panels.certificates.details import Details
from tokenmgr.ui.panels.certificates.list_view import ListView
from tokenmgr.ui.widgets.filter_chip import FilterChip
from tokenmgr.ui.widgets.tabs import Tab
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import MakeWindow
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.window import Window

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def rows(window: Window) -> list[str]:
    model = part(window, ListView).model()
    return [model.index(row, 0).data(SPOKEN) for row in range(model.rowCount())]


def read(window: QWidget) -> str:
    shown = [each for each in window.findChildren(QLabel) if each.isVisible()]
    return "\n".join(each.accessibleName() or each.text() for each in shown)


def chip(window: Window, word: str) -> FilterChip:
    return next(each for each in window.findChildren(FilterChip) if each.text() == word)


def press(window: Window, text: str) -> None:
    found = [each for each in window.findChildren(QPushButton) if each.isVisible()]
    wanted = next(each for each in found if text in {each.text(), each.accessibleName()})
    assert wanted.isEnabled()
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)


def chosen(window: Window) -> Certificate:
    entry = part(window, ListView).now
    assert entry is not None
    return entry.certificate


def days(window: Window) -> int | None:
    return chosen(window).days_left(sample.NOW)


@pytest.fixture
def shown(window: MakeWindow) -> Window:
    return window("certificates", real.full())


def test_rows_are_told_to_whoever_cannot_see_them(shown: Window) -> None:
    told = rows(shown)
    assert told[0] == "陈大文 CHAN TAI MAN, 签名加密, 香港邮政, 我的电子证书, ·8F21, 还有 37 天"
    assert "未插入，上次见到 2026-11-03" in told[4]
    assert told[-1] == "已过期证书 3 张, 已折叠"
    assert len(told) == 8
    assert "共 10 张" in read(shown)


def test_chips_count_and_filter(shown: Window) -> None:
    assert chip(shown, "有效").accessibleName() == "有效 7"
    assert chip(shown, "即将到期").accessibleName() == "即将到期 1"
    QTest.mouseClick(chip(shown, "已过期"), Qt.MouseButton.LeftButton)
    assert len(rows(shown)) == 3
    assert not chip(shown, "有效").isChecked()
    assert days(shown) == -300
    QTest.mouseClick(chip(shown, "加密"), Qt.MouseButton.LeftButton)
    assert len(rows(shown)) == 1
    QTest.mouseClick(chip(shown, "加密"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(chip(shown, "有效"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(chip(shown, "有效"), Qt.MouseButton.LeftButton)
    assert chip(shown, "有效").isChecked(), "one of the three is always on"


def test_search_and_nothing_found(shown: Window, qtbot: QtBot) -> None:
    [field] = [each for each in shown.findChildren(QLineEdit) if each.accessibleName() == "筛选姓名、机构"]
    QTest.keyClicks(field, "nobody")
    qtbot.waitUntil(lambda: not rows(shown))
    assert "没有符合筛选条件的证书" in read(shown)
    assert not part(shown, Details).isVisible()
    press(shown, "显示全部有效证书")
    assert len(rows(shown)) == 8
    assert field.text() == ""


def test_the_first_is_chosen_and_kept_from_look_to_look(shown: Window, screen: Screen) -> None:
    assert days(shown) == 37
    view = part(shown, ListView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert days(shown) == 468
    kept = chosen(shown)
    glance = real.full()
    added = glance.tokens[0]._replace(
        certificates=(real.certificate(sample.HK, "New", 5), *glance.tokens[0].certificates)
    )
    screen.show(glance._replace(tokens=(added, *glance.tokens[1:])))
    assert chosen(shown) == kept
    assert len(rows(shown)) == 9


def test_the_chosen_one_goes_with_its_token(window: MakeWindow, screen: Screen, qtbot: QtBot) -> None:
    shown = window("certificates", real.full())
    glance = real.full()
    screen.show(glance._replace(tokens=glance.tokens[1:], absent=()))
    assert days(shown) == 212
    qtbot.waitUntil(lambda: "河北某某建设工程有限公司" in read(part(shown, Details)))


def test_the_only_one_is_chosen_by_itself(window: MakeWindow, qtbot: QtBot) -> None:
    shown = window("certificates", real.only(real.certificate(sample.HK, "Only", 200)))
    details = part(shown, Details)
    qtbot.waitUntil(lambda: details.reading is not None)
    assert "Only" in read(details)


def test_the_fold_turns_by_key_and_by_mouse(shown: Window) -> None:
    view = part(shown, ListView)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert days(shown) == 37, "the fold is no certificate"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert len(rows(shown)) == 11
    assert rows(shown)[7] == "已过期证书 3 张, 已展开"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert days(shown) == -300
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(rows(shown)) == 8
    at = view.visualRect(view.model().index(7, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(rows(shown)) == 11


def test_opened_with_a_certificate_or_a_token(shown: Window, screen: Screen) -> None:
    old = real.full().tokens[2].certificates[2]
    screen.go("certificates", old)
    assert chosen(shown) == old
    screen.go("certificates", sample.CLII)
    assert days(shown) == 212


def test_tabs_show_what_a_worker_has_read(shown: Window, qtbot: QtBot) -> None:
    details = part(shown, Details)
    qtbot.waitUntil(lambda: details.reading is not None)
    told = read(details)
    assert "电子邮件: taiman.chan@example.hk" in told
    assert "Hongkong Post Root CA 3, 根证书，系统未信任" in told
    tabs = {each.text(): each for each in details.findChildren(Tab)}
    QTest.mouseClick(tabs["证书链"], Qt.MouseButton.LeftButton)
    assert "未查询是否已吊销" in read(details)
    QTest.mouseClick(tabs["原文"], Qt.MouseButton.LeftButton)
    [raw] = [each for each in details.findChildren(QPlainTextEdit) if each.isVisible()]
    assert raw.toPlainText() == pem_text(chosen(shown).facts)
    assert raw.isReadOnly()
    QTest.mouseClick(tabs["详细"], Qt.MouseButton.LeftButton)
    [whole] = [each for each in details.findChildren(QPlainTextEdit) if each.isVisible()]
    assert whole.toPlainText() == "CN=陈大文 CHAN TAI MAN,O=Sample,C=HK"


def test_what_can_be_done_depends_on_how_long_it_lasts(shown: Window, screen: Screen) -> None:
    def buttons() -> set[str]:
        return {each.text() for each in part(shown, Details).findChildren(QPushButton) if each.isVisible()} - {""}

    assert buttons() == {"如何续期...", "导出...", "对比...", "加入日历"}
    screen.go("certificates", sample.CLII)
    assert buttons() == {"导出...", "对比...", "加入日历"}
    screen.go("certificates", real.full().tokens[2].certificates[2])
    assert buttons() == {"如何续期...", "导出...", "对比..."}


def test_errands_are_about_the_chosen_certificate(
    shown: Window, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes: list[tuple[object, ...]] = []
    monkeypatch.setattr(screen.errands, "run", lambda *wish: wishes.append(wish))
    for text in ("如何续期...", "导出...", "对比...", "加入日历"):
        press(shown, text)
    press(shown, "导入...")
    first = real.full().tokens[0].certificates[0]
    names = ("renewal-info", "export", "compare", "calendar")
    assert wishes == [*((name, sample.HK, first) for name in names), ("import", sample.HK)]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_row(shown: Window, qtbot: QtBot) -> None:
    view = part(shown, ListView)

    def menu_of(row: int) -> list[str]:
        at = view.visualRect(view.model().index(row, 0)).topLeft() + QPoint(9, 7)
        view.customContextMenuRequested.emit(at)
        [menu] = [each for each in shown.findChildren(QMenu) if each.isVisible()]
        assert menu.pos() == view.viewport().mapToGlobal(at)
        texts = [each.text() for each in menu.actions() if each.text()]
        menu.close()
        QApplication.sendPostedEvents()
        return texts

    here = ["导出...", "复制 PEM", "对比...", "加入日历", "如何续期", "更改密码...", "删除内容..."]
    assert menu_of(0) == here
    assert menu_of(4) == here[:4], "the token is not here"
    view.customContextMenuRequested.emit(QPoint(9, view.viewport().height() - 1))
    assert not [each for each in shown.findChildren(QMenu) if each.isVisible()], "no row is there"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_the_row_with_the_keyboard(shown: Window) -> None:
    view = part(shown, ListView)
    asked: list[object] = []
    view.menu_wanted.disconnect()
    view.menu_wanted.connect(lambda entry, _at: asked.append(entry))
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down)
    middle = view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, view.mapToGlobal(middle)))
    assert asked == [view.now]


def test_copy(shown: Window, screen: Screen) -> None:
    said: list[object] = []
    screen.said.connect(said.append)
    press(shown, "复制 PEM")
    assert QApplication.clipboard().text() == pem_text(chosen(shown).facts)
    assert len(said) == 1


def test_no_certificate_at_all(window: MakeWindow) -> None:
    shown = window("certificates", Glance(sample.NOW))
    told = read(shown)
    assert "还没有证书" in told
    assert "请先插入可写入证书的令牌" in told
    assert not next(each for each in shown.findChildren(QPushButton) if each.text() == "导入...").isEnabled()


def test_a_thousand_certificates_hold_nothing_up(window: MakeWindow, screen: Screen) -> None:
    """No frame of more than 16 ms of the window's own time, from the look to the last row."""
    few = [real.certificate(sample.HK, f"Nr {number}", 90 + number) for number in range(20)]
    many = real.only(*(each._replace(id=bytes([turn])) for turn in range(50) for each in few))
    shown = window("certificates", real.full())
    shown.grab()
    view = part(shown, ListView)
    worst: dict[str, float] = {}

    def frame(name: str, step: object) -> None:
        began = time.thread_time()
        step()  # type: ignore[operator]
        worst[name] = min(worst.get(name, 1.0), time.thread_time() - began)

    for _ in range(3):
        shown.page.show_glance(real.full())
        frame("glance", lambda: shown.page.show_glance(many))
        frame("paint", view.grab)
        frame("to the end", view.scrollToBottom)
        frame("paint the end", view.grab)
    assert view.model().rowCount() == 1000
    assert {name: spent for name, spent in worst.items() if spent > 0.016} == {}


def test_nothing_new_touches_nothing(shown: Window, screen: Screen, qtbot: QtBot) -> None:
    view = part(shown, ListView)
    with qtbot.assertNotEmitted(view.model().modelReset):
        screen.show(real.full()._replace(taken=sample.NOW))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("size", [(900, 600), (1200, 748)])
def test_everything_is_within_the_window(
    size: tuple[int, int], language: Language, window: MakeWindow, dressed: Callable[..., None], qtbot: QtBot
) -> None:
    """The page itself never scrolls: what is long scrolls inside it, and the buttons are always in sight."""
    dressed(language)
    shown = window("certificates", real.full(), size=size)
    details = part(shown, Details)
    qtbot.waitUntil(lambda: details.reading is not None)
    inside = shown.page.widget()
    assert inside is not None
    for tab in details.findChildren(Tab):
        QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        assert inside.height() <= shown.page.viewport().height(), tab.text()
        for each in details.findChildren(QPushButton):
            if each.isVisible() and each.text():
                corner = each.mapTo(shown, each.rect().bottomRight())
                assert shown.rect().contains(corner), each.text()
