"""The tree left, everything about the chosen row right."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.ui import sample
from tests.ui.panels.tokens.test_tree_model import many
from tests.ui.scenes import paint_all
from tests.ui.zones import OVERNIGHT, in_china
from tokenmgr.ui.panels.tokens.tree_view import TokenTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.panels.tokens.conftest import Seen
    from tokenmgr.ui.panels.tokens.tree_nodes import Node

#: Of a frame; a busy machine is given a second chance.
FRAME_SECONDS = 0.05


def tree(seen: Seen) -> TokenTree:
    return seen.find(TokenTree, "Everything on the tokens")


def rows(view: TokenTree) -> list[Node]:
    """Those that show, from the top."""
    found, index = [], view.model().index(0, 0)
    while index.isValid():
        node = view.tree.node(index)
        assert node is not None
        found.append(node)
        index = view.indexBelow(index)
    return found


def choose(view: TokenTree, text: str) -> None:
    """By mouse."""
    node = next(each for each in rows(view) if each.text == text)
    area = view.visualRect(view.tree.at(node))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.x() + 30, area.center().y()))


def test_the_chosen_token_is_open_and_its_facts_show(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    view = tree(seen)
    assert [each.text for each in rows(view)][:4] == [
        "Tokens",
        "我的电子证书",
        "User certificates",
        "陈大文 CHAN TAI MAN",
    ]
    words = seen.words()
    for expected in ("Serial number: 02113C7A8F21", "PIN tries left: 12 / 15, Exact", "Memory: 81,920 bytes"):
        assert expected in words
    assert "FIPS mode: Not reported" in words
    assert "“Not reported” means that the token does not say" in words


def test_arrows_move_and_the_token_is_chosen_everywhere(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    view = tree(seen)
    view.setFocus()
    while view.node is not None and view.node.token != sample.CLII:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert seen.screen.token is not None
    assert seen.screen.token.id == sample.CLII
    assert "Serial number: 4403160703C7" in seen.words()
    seen.screen.choose(sample.NETCA)
    assert view.node is not None
    assert view.node.token == sample.NETCA


def test_buttons_run_errands_about_the_token(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    for name in ("Change PIN...", "Log off", "Set PIN as administrator...", "Import certificate...", "Initialise..."):
        seen.press(name)
    errands = ("change-pin", "log-off", "set-pin", "import", "initialise")
    assert seen.ran == [(errand, sample.HK, None) for errand in errands]


def test_a_locked_token_is_unlocked_first(tokens: Callable[..., Seen]) -> None:
    seen = tokens(sample.locked(), view="advanced")
    seen.press("Unlock...")
    assert seen.ran == [("unlock", sample.HK, None)]
    assert "Change PIN..." not in [
        each.text() for each in seen.window.page.findChildren(QPushButton) if each.isVisible()
    ]


def test_tabs_show_rules_and_events(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    seen.press("PIN rules")
    words = seen.words()
    for expected in (
        "Shortest PIN: 4",
        "Longest PIN: 16",
        "Tries until locked: 15",
        "recommended: at least 8 characters",
    ):
        assert expected in words
    seen.press("Events")
    assert "PIN right, unlocked" in seen.words()


def test_today_is_over_at_midnight(tokens: Callable[..., Seen]) -> None:
    with in_china():
        seen = tokens(view="advanced")
        seen.press("Events")
        assert "Today 18:42" in seen.words()
        seen.screen.show(sample.full()._replace(taken=sample.NOW + OVERNIGHT))
        assert "Today" not in seen.words()


def test_the_keyboard_stays_where_it_is_when_facts_are_read_anew(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    copies = seen.find(QPushButton, "Copy Serial number")
    copies.setFocus()
    seen.screen.show(sample.full()._replace(events=()))
    paint_all()
    again = seen.find(QPushButton, "Copy Serial number")
    assert again is not copies
    assert again.hasFocus()


def test_the_root_stays_chosen(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    choose(tree(seen), "Tokens")
    seen.screen.show(sample.full()._replace(events=()))
    assert tree(seen).node is not None
    assert tree(seen).node.kind == "tokens"  # type: ignore[union-attr]


def test_copy_all(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    seen.press("Copy all")
    copied = QApplication.clipboard().text()
    assert "Serial number\t02113C7A8F21" in copied
    assert "FIPS mode\tNot reported" in copied
    assert "Tries until locked\t15" in copied


def test_a_certificate_and_what_can_be_done_with_it(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    view = tree(seen)
    choose(view, "陈大文 CHAN TAI MAN")
    found = sample.full().tokens[0].certificates[0]
    assert "Subject: CN=陈大文 CHAN TAI MAN,O=Sample,C=HK" in seen.words()
    seen.press("Details...")
    seen.press("Export...")
    seen.press("Delete...")
    QTest.keyClick(view, Qt.Key.Key_Delete)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert seen.ran == [
        ("certificates", sample.HK, found),
        ("export", sample.HK, found),
        ("delete", sample.HK, found),
        ("delete", sample.HK, found),
        ("certificates", sample.HK, found),
    ]


def test_del_on_a_group_deletes_nothing(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    choose(tree(seen), "User certificates")
    QTest.keyClick(tree(seen), Qt.Key.Key_Delete)
    assert seen.ran == []
    choose(tree(seen), "我的电子证书")
    QTest.keyClick(tree(seen), Qt.Key.Key_Delete)
    assert seen.ran == [("delete", sample.HK, None)]


def test_settings_of_token_and_program(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    choose(tree(seen), "PIN quality")
    assert "Shortest PIN: 4" in seen.words()
    choose(tree(seen), "Advanced")
    assert "Version: 10.8" in seen.words()
    choose(tree(seen), "Client settings")
    assert "PIN kept in memory: Not kept" in seen.words()
    seen.screen.choices.choose(pin_cache_minutes=30)
    assert "PIN kept in memory: 30 minutes" in seen.words()
    seen.press("Settings")
    assert seen.ran == [("settings", None, None)]
    seen.screen.show(sample.full()._replace(events=()))
    assert tree(seen).node is not None
    assert tree(seen).node.kind == "client"  # type: ignore[union-attr]


def menu_of(seen: Seen, key: Qt.Key = Qt.Key.Key_Menu) -> list[str]:
    """What the menu of the row says, opened as the key opens it."""
    from PySide6.QtGui import QContextMenuEvent

    view = tree(seen)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), view.mapToGlobal(QPoint()))
    QApplication.sendEvent(view, asked)
    menus = [each for each in seen.window.page.findChildren(QMenu) if each.isVisible()]
    found = [action.text() for menu in menus for action in menu.actions() if action.text()]
    for each in menus:
        each.close()
    QTest.qWait(1)
    return found


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_menus(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    view = tree(seen)
    of_token = menu_of(seen)
    assert {"Log off", "Change PIN...", "Set PIN as administrator...", "Change administrator PIN..."} & set(of_token)
    assert of_token[-2:] == ["Set PIN as administrator...", "Change administrator PIN..."]
    choose(view, "陈大文 CHAN TAI MAN")
    assert menu_of(seen) == ["Details...", "Export...", "Delete..."]
    choose(view, "User certificates")
    assert menu_of(seen) == ["Import certificate..."]
    choose(view, "Data")
    assert menu_of(seen) == []
    choose(view, "Tokens")
    assert menu_of(seen) == ["Look again", "Practise without a token"]


def test_a_token_that_leaves_gives_its_place_to_another(tokens: Callable[..., Seen]) -> None:
    seen = tokens(view="advanced")
    glance = sample.full()
    seen.screen.show(glance._replace(tokens=glance.tokens[1:]))
    view = tree(seen)
    assert view.node is not None
    assert view.node.token == sample.CLII
    assert "02113C7A8F21" not in seen.words()


def test_a_thousand_certificates_do_not_stall(tokens: Callable[..., Seen]) -> None:
    seen = tokens(many(1000), view="advanced")
    view = tree(seen)
    assert len(rows(view)) < 300
    bar = view.verticalScrollBar()
    slowest = []
    while True:
        begun = time.perf_counter()
        before = len(rows(view))
        begun = time.perf_counter()
        bar.setValue(bar.maximum())
        view.viewport().repaint()
        slowest.append(time.perf_counter() - begun)
        if len(rows(view)) == before:
            break
    assert sum(each.kind == "certificate" for each in rows(view)) == 1000
    assert sorted(slowest)[-2] < FRAME_SECONDS, slowest
