"""Somebody who has never seen the program: what they see, what their hands can do, and a picture of every step."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from tests.beds.desktop import PATIENCE, until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.beds.desktop import Desktop, Talk

#: A folder for pictures of each step; none are taken without it.
PICTURES = "PICTURES_FOLDER"
#: More controls than any page has.
ROUND = 90
BUTTON, FIELD, BOX, DIALOG = "push button", "password text", "check box", "dialog"
PAGES = ("首页", "令牌", "证书", "密码", "诊断", "历史", "设置")
#: A view's current item is called focused whoever has the keyboard.
ITEMS = {"list item", "table cell", "tree item"}


class Eyes:
    """What shows, read through the accessibility tree."""

    def __init__(self, reader: Talk) -> None:
        self.reader = reader

    def ask(self, do: str, **more: Any) -> Any:
        """The reader; again where a control vanished while it was being asked."""
        late = time.monotonic() + PATIENCE
        while True:
            try:
                return self.reader(do, **more)
            except AssertionError:
                if time.monotonic() > late:
                    raise

    def words(self) -> str:
        """Everything that can be read now."""
        return "\n".join(self.ask("words"))

    def must(self, true: Callable[[], Any], what: str) -> Any:
        """Wait for it; with what shows instead, where it does not come."""
        try:
            return until(true, what)
        except TimeoutError:
            raise AssertionError(f"{what}\n--- what shows ---\n{self.words()}") from None

    def see(self, *texts: str) -> None:
        """Wait until all of it can be read at once."""

        def all_there() -> bool:
            words = self.words()
            return all(text in words for text in texts)

        self.must(all_there, f"seen: {texts}")

    def see_no(self, role: str, name: str = "") -> None:
        """Wait until it is gone."""
        self.must(lambda: not self.found(role, name), f"no {role} {name}")

    def found(self, role: str, name: str = "") -> list[dict[str, Any]]:
        """Controls of exactly this name, or of any."""
        rows: list[dict[str, Any]] = self.ask("find", role=role, name=name)
        return [row for row in rows if name in {"", row["name"]}]

    def can_press(self, role: str, name: str) -> bool:
        """Whether it is there and not grey."""
        return any(row["enabled"] for row in self.found(role, name))

    def focused(self) -> tuple[str, str]:
        """Role and name of what has the keyboard; the innermost."""
        rows = [row for row in self.ask("find") if row["focused"] and row["name"] and row["role"] not in ITEMS]
        return (rows[-1]["role"], rows[-1]["name"]) if rows else ("", "")

    def pages(self) -> list[dict[str, Any]]:
        """The sidebar; a page may have a number of things that wait behind its name."""
        rows: list[dict[str, Any]] = self.ask("find", role=BOX, within="页面")
        return rows

    def page(self) -> str | None:
        """The one that is open."""
        return next((row["name"] for row in self.pages() if row["checked"]), None)

    def middle(self, role: str, name: str) -> tuple[int, int]:
        """Where to click, once it has come to rest."""
        before: list[int] = []

        def at_rest() -> list[int] | None:
            nonlocal before
            last, before = before, self.ask("place", role=role, name=name)
            return before if before == last and min(before) >= 0 else None

        self.must(lambda: self.can_press(role, name), f"{role} {name} can be pressed")
        left, top, width, height = self.must(at_rest, f"{name} at rest")
        return left + width // 2, top + height // 2


class Hands(Protocol):
    """Keyboard or mouse."""

    name: str

    def visit(self, page: str) -> None:
        """Open a page by the sidebar."""

    def press(self, role: str, name: str) -> None:
        """Press a button, tick a box."""

    def type(self, name: str, text: str, role: str = FIELD) -> None:
        """Into a field that is empty."""

    def send(self, button: str) -> None:
        """What is typed, by the sheet's own button."""


@dataclass
class Keyboard:
    """Goes from control to control with Tab, as one who sees only the focus ring."""

    desk: Desktop
    eyes: Eyes
    name: str = "keyboard"
    #: Every control that was passed on the way, in order.
    passed: list[tuple[str, str]] = field(default_factory=list)

    def reach(self, role: str, name: str, *, key: str = "Tab") -> None:
        """Go on until it has the focus."""
        self.eyes.must(lambda: self.eyes.can_press(role, name), f"{role} {name} can be pressed")
        way = []
        for _ in range(ROUND):
            here = self.eyes.focused()
            if here == (role, name):
                return
            way.append(here)
            self._go(key, here)
        raise AssertionError(f"{role} {name} is not on the way: {way}")

    def _go(self, key: str, here: tuple[str, str]) -> tuple[str, str]:
        """One key, and where that leads."""
        self.desk.tool("key", key)
        now: tuple[str, str] = self.eyes.must(lambda: self._elsewhere(here), f"{key} leads away from {here}")
        self.passed.append(now)
        return now

    def visit(self, page: str) -> None:
        """The sidebar is one stop: inside it the arrows go from page to page."""
        self.eyes.must(lambda: self.eyes.page() is not None, "the sidebar")
        here = self.eyes.page() or ""
        self.reach(BOX, here)
        steps = PAGES.index(page) - PAGES.index(here.split(",")[0])
        for _ in range(abs(steps)):
            self._go("Down" if steps > 0 else "Up", self.eyes.focused())
        self.eyes.must(lambda: (self.eyes.page() or "").startswith(page), page)

    def _elsewhere(self, here: tuple[str, str]) -> tuple[str, str] | None:
        now = self.eyes.focused()
        return now if now not in {here, ("", "")} else None

    def press(self, role: str, name: str) -> None:
        """By Space."""
        self.reach(role, name)
        self.desk.tool("key", "space")

    def type(self, name: str, text: str, role: str = FIELD) -> None:
        """Tab to it, and type."""
        self.reach(role, name)
        self.desk.tool("type", text)

    def send(self, button: str) -> None:
        """By Return, when the button can be pressed."""
        self.eyes.must(lambda: self.eyes.can_press(BUTTON, button), f"{button} can be pressed")
        self.desk.tool("key", "Return")


@dataclass
class Mouse:
    """Clicks in the middle of what is seen; digits are typed after a click into their field."""

    desk: Desktop
    eyes: Eyes
    name: str = "mouse"

    def visit(self, page: str) -> None:
        """A click in the sidebar."""
        shown = next(row["name"] for row in self.eyes.pages() if row["name"].startswith(page))
        self.press(BOX, shown)
        self.eyes.must(lambda: self.eyes.page() == shown, page)

    def press(self, role: str, name: str) -> None:
        """One click."""
        across, down = self.eyes.middle(role, name)
        self.desk.tool("mousemove", str(across), str(down), "click", "1")

    def type(self, name: str, text: str, role: str = FIELD) -> None:
        """Click into it, and type once the cursor is there."""
        self.press(role, name)
        self.eyes.must(lambda: self.eyes.focused() == (role, name), f"the cursor in {name}")
        self.desk.tool("type", text)

    def send(self, button: str) -> None:
        """By its button."""
        self.press(BUTTON, button)


@dataclass
class Album:
    """Numbered pictures in the folder that was asked for; otherwise only the count of the steps."""

    desk: Desktop
    title: str
    steps: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def step(self, name: str) -> None:
        """One more."""
        self.steps = next(self._numbers)
        if folder := os.environ.get(PICTURES):
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.desk.picture(Path(folder) / f"{self.title}-{self.steps:02d}-{name}.png")
