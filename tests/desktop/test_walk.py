"""A walk through the whole window from outside, as a screen reader takes it: every control has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.beds.desktop import until
from tests.desktop.stranger import BUTTON, Eyes, Keyboard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.beds.desktop import Desktop, Talk
    from tests.desktop.started import Started

PAGES = ("首页", "令牌", "证书", "密码", "诊断", "历史", "设置")
#: Where the heading of a page says something else than its name.
HEADINGS = {"首页": "需要处理"}
#: The tray's wish, and what the sheet that it opens is called.
SHEETS = (("更改密码", "更改密码"), ("解锁", "解锁"))


@pytest.fixture
def eyes(desk: Desktop) -> Iterator[Eyes]:
    """Listens for the focus from before the program starts."""
    made = Eyes(desk)
    yield made
    made.close()


def names(found: list[dict[str, Any]]) -> list[str]:
    return [f"{each['role']} {each['name']!r}" for each in found]


def unnamed(found: list[dict[str, Any]]) -> list[str]:
    return [each["role"] for each in found if not each["name"].strip()]


def visit(reader: Talk, page: str) -> list[dict[str, Any]]:
    """Go there by the sidebar; what a person can do there."""
    reader("press", role="radio button", name=page, within="页面")

    def there() -> bool:
        return any(each["checked"] and each["name"].startswith(page) for each in reader("find", within="页面"))

    until(there, page)
    reader("wait", role="label", name=HEADINGS.get(page, page))  # not only marked: it shows
    found: list[dict[str, Any]] = reader("controls")
    return found


def test_every_control_on_every_page_has_a_name(started: Started, record_property: Any) -> None:
    reader = started.desk.reader()
    reader("wait", name="8F21")
    counts = {}
    for page in PAGES:
        found = visit(reader, page)
        counts[page] = len(found)
        assert not unnamed(found), (page, names(found))
    record_property("controls", counts)
    assert sum(counts.values()) > 10 * len(PAGES)


@pytest.mark.parametrize(("wish", "title"), SHEETS)
def test_every_control_in_a_sheet_has_a_name(started: Started, wish: str, title: str) -> None:
    reader = started.desk.reader()
    reader("wait", name="8F21")
    started.choose("令牌", wish)
    reader("wait", role="dialog", name=title)
    assert not unnamed(reader("controls"))
    started.desk.tool("key", "Escape")
    reader("wait_gone", role="dialog", name=title)


def test_keyboard_alone_reaches_every_control(eyes: Eyes, started: Started) -> None:
    """Tab goes once around the window and comes back to where it began."""
    eyes.see("8F21")
    until(lambda: started.windows, "the window")
    passed = Keyboard(started.desk, eyes).around()
    buttons = {each["name"] for each in eyes.ask("controls") if each["role"] == BUTTON and each["enabled"]}
    assert buttons <= {name for _role, name in passed}


def test_pin_is_changed_with_one_mistake(started: Started) -> None:
    """Typed through the accessibility tree; the count goes down and comes back."""
    reader = started.desk.reader()
    reader("wait", name="8F21")
    started.choose("令牌", "更改密码")
    reader("wait", role="dialog", name="更改密码")
    fields = [each["name"] for each in reader("find", role="password text")]
    assert len(fields) == 3
    for name, text in zip(fields, ("87654321", "Fresh!2026", "Fresh!2026"), strict=True):
        reader("write", role="password text", name=name, text=text)
    reader("press", role="push button", name="更改密码", within="更改密码")
    reader("wait", name="剩余 14 次，共 15 次，精确")
    reader("write", role="password text", name=fields[0], text="12345678")
    reader("press", role="push button", name="更改密码", within="更改密码")
    reader("wait_gone", role="dialog", name="更改密码")
    reader("wait", name="剩余 15 次，共 15 次，精确")


def test_token_that_is_pulled_leaves_the_window(started: Started) -> None:
    reader = started.desk.reader()
    reader("wait", name="NETCA Token 的更多操作")
    started.plug("pull", "P0NE6D90")
    reader("wait_gone", name="NETCA Token 的更多操作")
    started.plug("plug", "P0NE6D90")
    reader("wait", name="NETCA Token 的更多操作")
