"""The tray on a real desktop: the icon and its menu over StatusNotifier, windows on a real screen, real notices."""

from __future__ import annotations

import os
import signal
import time
from typing import TYPE_CHECKING

from tests.beds.desktop import TRAY, until

if TYPE_CHECKING:
    from tests.desktop.started import Started


def close(started: Started) -> None:
    """By the window's own key."""
    until(lambda: started.in_front, "the window")
    started.desk.tool("key", "ctrl+w")
    until(lambda: not started.windows, "no window")
    time.sleep(0.5)  # as a hand takes: shown again at once, Qt would take the old loss of focus for a new one


def test_icon_says_what_is_there(started: Started) -> None:
    until(lambda: "8F21" in started.tool_tip(), "the token in the tool tip")
    item = started.desk.parts("item")
    assert (item["Id"], item["Title"], item["Status"]) == ("tokenmgr", "tokenmgr", "Active")
    assert {16, 22, 24, 32, 48} <= set(item["sizes"])


def test_menu_has_every_row_and_a_picture_for_each_wish(started: Started) -> None:
    until(lambda: started.item("令牌", "CLII"), "the tokens in the menu")
    rows = started.desk.parts("menu")
    labels = [row["label"] for row in rows]
    for label in ("全部锁定", "全面检查...", "设置...", "关于", "随电脑启动", "退出"):
        assert label in labels
    assert all(row["icon"] for row in rows if row["label"] in {"全面检查...", "设置...", "关于", "退出"})
    assert not any(row["label"].startswith(("<", "&")) for row in rows)


def test_row_opens_its_page(started: Started) -> None:
    reader = started.desk.reader()
    started.choose("全面检查")
    until(lambda: any(each["checked"] and "诊断" in each["name"] for each in reader("controls")), "the doctor's page")


def test_click_opens_what_waits_and_closing_hides(started: Started) -> None:
    until(lambda: started.item("更改CLII"), "something to do")
    reader = started.desk.reader()
    close(started)
    assert started.process.poll() is None
    started.desk.parts("activate")
    reader("wait", role="dialog", name="更改密码")
    started.desk.tool("key", "Escape")
    reader("wait_gone", role="dialog")
    until(lambda: any(each["active"] for each in reader("find", name="tokenmgr")), "the window in front")
    started.desk.parts("activate")
    until(lambda: not started.windows, "no window")
    started.desk.parts("activate")
    until(lambda: started.windows, "the window again")
    assert not reader("find", role="dialog")  # once is enough


def test_second_start_raises_the_first_and_ends(started: Started) -> None:
    close(started)
    assert started.again("history") == 0
    until(lambda: started.windows, "the window")
    reader = started.desk.reader()
    until(lambda: any(each["checked"] and "历史" in each["name"] for each in reader("controls")), "the page")


def test_kill_leaves_nothing_in_the_way(started: Started) -> None:
    os.kill(started.process.pid, signal.SIGKILL)
    started.process.wait()
    started.__post_init__()
    assert started.windows


def test_token_that_comes_is_told_once(started: Started) -> None:
    close(started)
    before = len(started.desk.parts("notices"))
    started.plug("pull", "P0NE6D90")

    def said() -> list[str]:
        return [each["title"] for each in started.desk.parts("notices")[before:]]

    until(lambda: "令牌已拔出" in said(), "a notice")
    started.plug("plug", "P0NE6D90")
    until(lambda: "令牌已插入" in said(), "another notice")
    newest = started.desk.parts("notices")[-1]
    started.desk.parts("act", number=newest["id"], key="act")
    until(lambda: started.windows, "the window")


def test_without_a_tray_closing_ends_the_program(started: Started) -> None:
    started.desk.parts("disown", name=TRAY)
    try:
        until(lambda: started.in_front, "the window")
        started.desk.tool("key", "ctrl+w")
        assert started.process.wait(10) == 0
    finally:
        started.desk.parts("own", name=TRAY)


def test_tray_that_comes_back_has_the_icon_again(started: Started) -> None:
    started.desk.parts("disown", name=TRAY)
    started.desk.parts("own", name=TRAY)
    until(lambda: started.desk.parts("items") and started.item("退出"), "the icon")


def test_quit_leaves_no_process(started: Started) -> None:
    started.choose("退出")
    assert started.process.wait(10) == 0
    assert "Traceback" not in started.desk.said
