"""Home: what needs doing, the cards, and the empty state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from tests.ui import sample
from tests.ui.scenes import paint_all
from tests.ui.zones import OVERNIGHT, in_china
from tokenmgr.ui.panels.home.token_card import TokenCard
from tokenmgr.ui.widgets.banner import Banner

if TYPE_CHECKING:
    import pytest

    from tests.ui.conftest import MakeWindow
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.window import Window


def texts(window: Window) -> list[str]:
    return [each.text() for each in window.page.findChildren(QLabel) if each.isVisible()]


def press(window: Window, text: str) -> None:
    next(each for each in window.page.findChildren(QPushButton) if each.text() == text and each.isVisible()).click()


def test_what_needs_doing_comes_first_worst_first(window: MakeWindow) -> None:
    said = texts(window())
    order = [
        said.index(text) for text in ("工程投标证书仍在使用初始密码", "证书还有 37 天到期", "其他程序输错过 3 次密码")
    ]
    assert order == sorted(order)
    assert "3 项" in said


def test_each_item_runs_its_errand(window: MakeWindow, screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[object] = []
    monkeypatch.setattr(screen.errands, "run", lambda *about: ran.append(about))
    shown = window()
    for text in ("更改密码...", "如何续期...", "查看记录"):
        press(shown, text)
    assert ran == [("change-pin", sample.CLII), ("renewal-info", sample.HK), ("events", sample.HK)]


def test_a_card_a_token_with_its_tries_in_words(window: MakeWindow) -> None:
    cards = [each for each in window().page.findChildren(TokenCard) if each.isVisible()]
    assert [each.accessibleName().split(",")[0] for each in cards] == [
        "我的电子证书 8F21",
        "工程投标证书 03C7",
        "广东业务证书 B6D0",
        "练习令牌 PR01",
    ]
    names = {each.accessibleName() for each in cards[0].findChildren(QWidget)}
    assert "剩余 12 次，共 15 次，精确" in names


def test_a_card_opens_its_token_by_mouse_and_by_key(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    opened: list[object] = []
    screen.page_wanted.disconnect()
    screen.page_wanted.connect(lambda page, about: opened.append((page, about)))
    card = shown.page.findChildren(TokenCard)[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert opened == [("tokens", sample.CLII)] * 2


def test_cards_stay_while_their_tokens_do(window: MakeWindow, screen: Screen) -> None:
    shown = window()
    before = shown.page.findChildren(TokenCard)[0]
    glance = sample.full()
    screen.show(glance._replace(tokens=glance.tokens[:2]))
    visible = [each for each in shown.page.findChildren(TokenCard) if each.isVisible()]
    assert visible[0] is before
    assert len(visible) == 2


def test_one_column_where_the_window_is_narrow(window: MakeWindow) -> None:
    narrow = [each.x() for each in window(size=(900, 600)).page.findChildren(TokenCard)]
    assert len(set(narrow)) == 1
    wide = [each.x() for each in window(size=(1200, 748)).page.findChildren(TokenCard)]
    assert len(set(wide)) == 2


def test_one_column_as_soon_as_the_widest_card_has_no_room_twice(window: MakeWindow, screen: Screen) -> None:
    shown = window(size=(1160, 748))
    glance = sample.full()
    long = glance.tokens[0]._replace(alias="很长的名字" * 10, unlocked_minutes=480)
    cards = shown.page.findChildren(TokenCard)
    assert len({each.x() for each in cards}) == 2
    shown.resize(1000, 748)
    paint_all()
    assert len({each.x() for each in cards}) == 1
    screen.show(glance._replace(tokens=(glance.tokens[3], long)))
    paint_all()
    there = sorted(shown.page.findChildren(TokenCard), key=lambda each: each.y())
    assert [each.accessibleName().split(",")[0].split()[-1] for each in there] == ["PR01", "8F21"]


def test_no_token_a_drawing_a_sentence_and_two_things_to_do(window: MakeWindow) -> None:
    shown = window("home", sample.empty())
    said = texts(shown)
    assert "请插入令牌" in said
    assert "上次见过的令牌" in said
    buttons = {each.text() for each in shown.page.findChildren(QPushButton) if each.isVisible()}
    assert {"用练习令牌试一遍", "插入后没有反应"} <= buttons


def test_a_module_that_did_not_answer_is_told_with_the_next_step(window: MakeWindow) -> None:
    shown = window("home", sample.empty())
    banner = next(each for each in shown.page.findChildren(Banner) if each.isVisible())
    assert "NETCA" in banner.accessibleName()


def test_nothing_scrolls_sideways(window: MakeWindow) -> None:
    for size in ((900, 600), (1200, 748), (1600, 1000)):
        page = window(size=size).page
        inside = page.widget()
        assert inside is not None
        assert inside.width() <= page.viewport().width()


def test_the_day_is_the_one_of_this_place(window: MakeWindow, screen: Screen) -> None:
    with in_china():
        shown = window()
        card = shown.page.findChildren(TokenCard)[0]
        assert any("今天 18:42" in text for text in texts(shown))
        screen.show(sample.full()._replace(taken=sample.NOW + OVERNIGHT))
        paint_all()
        assert not any("今天" in text for text in texts(shown))
        assert any("36 天" in each.text() for each in card.findChildren(QLabel))
