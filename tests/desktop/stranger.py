"""Somebody who has never seen the program: what they see, what their hands can do, and a picture of every step."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from tests.acceptance.cards import POST
from tests.beds.card import CardSpec
from tests.beds.desktop import PATIENCE, SYSTEM_PYTHON, Talk, until
from tests.beds.pcsc import Issuer, key_and_certificate, pooled_key
from tests.beds.shim import BUILD_SECONDS, SOURCES
from tokenmgr.ui.agreed_texts import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tests.beds.desktop import Desktop
    from tests.beds.shim import Shim

#: A folder for pictures of each step; none are taken without it.
PICTURES = "PICTURES_FOLDER"
#: More controls than any page has.
ROUND = 90
TELLER = Path(__file__).with_name("focus_teller.py")
NOWHERE, SOON = ("", ""), 2.0
BUTTON, FIELD, BOX, PLACE, DIALOG = "push button", "password text", "check box", "radio button", "dialog"
PAGES = ("首页", "令牌", "证书", "密码", "诊断", "历史", "设置")
#: A view's current item is called focused whoever has the keyboard.
ITEMS = {"list item", "table cell", "tree item"}


class Eyes:
    """What shows, read through the accessibility tree."""

    def __init__(self, desk: Desktop) -> None:
        self._desk = desk
        self.reader = desk.reader()
        self._teller = Talk([SYSTEM_PYTHON, str(TELLER)], desk.env)

    def close(self) -> None:
        """Seen enough."""
        self._teller.close()

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
            raise AssertionError(f"{what}\n--- shows ---\n{self.words()}\n--- printed ---\n{self._said()}") from None

    def _said(self) -> str:
        """The end of what the programs printed, without what Qt tells of controls that are gone."""
        lines = [line for line in self._desk.said.splitlines() if "qt.accessibility" not in line]
        return "\n".join(lines[-30:])

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
        """Role and name of what has the keyboard; where nobody told, all is looked at."""
        role, name = self._teller("tell")
        return (role, name) if name else self._found_focused()

    def _found_focused(self) -> tuple[str, str]:
        rows = [row for row in self.ask("find") if row["focused"] and row["name"] and row["role"] not in ITEMS]
        return (rows[-1]["role"], rows[-1]["name"]) if rows else ("", "")

    def pages(self) -> list[dict[str, Any]]:
        """The sidebar; a page may have a number of things that wait behind its name."""
        rows: list[dict[str, Any]] = self.ask("find", role=PLACE, within="页面")
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

    def around(self) -> list[tuple[str, str]]:
        """Every control that Tab leads to, from the first until it comes again."""
        way = [self._go("Tab", self.eyes.focused())]
        while (now := self._go("Tab", way[-1])) != way[0]:
            way.append(now)
            assert len(way) < ROUND, f"Tab never comes back: {way}"
        return way

    def _leads_soon(self, here: tuple[str, str]) -> bool:
        late = time.monotonic() + SOON
        while not self._elsewhere(here):
            if time.monotonic() > late:
                return False
            time.sleep(0.05)
        return True

    def _go(self, key: str, here: tuple[str, str]) -> tuple[str, str]:
        """One key, and where that leads."""
        self.desk.tool("key", key)
        if here == NOWHERE and not self._leads_soon(here):
            self.desk.tool("key", key)  # the window had no keyboard yet when the first one came
        now: tuple[str, str] = self.eyes.must(lambda: self._elsewhere(here), f"{key} leads away from {here}")
        self.passed.append(now)
        return now

    def visit(self, page: str) -> None:
        """The sidebar is one stop: inside it the arrows go from page to page."""
        self.eyes.must(lambda: self.eyes.page() is not None, "the sidebar")
        here = self.eyes.page() or ""
        self.reach(PLACE, here)
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
        self.press(PLACE, shown)
        self.eyes.must(lambda: self.eyes.page() == shown, page)

    def press(self, role: str, name: str) -> None:
        """One click."""
        across, down = self.eyes.middle(role, name)
        self.desk.tool("mousemove", str(across), str(down), "click", "1")

    def type(self, name: str, text: str, role: str = FIELD) -> None:
        """Click into it unless the cursor is there, and type once it is."""
        if self.eyes.focused() != (role, name):
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


@dataclass
class Program:
    """Started by its own command, over the modules named; ended with everything it started."""

    desk: Desktop
    home: Path
    modules: Sequence[Path]
    env: Mapping[str, str]
    #: Instead of `-m tokenmgr`.
    door: Sequence[str] = ("-m", "tokenmgr")
    _eyes: Eyes | None = None

    def start(self, *, welcomed: bool = True) -> Eyes:
        """Somebody looks at its window."""
        self.home.mkdir(parents=True, exist_ok=True)
        if welcomed:
            kept = {"welcomed": VERSION, "autostart_asked": True}
            (self.home / "settings.json").write_text(json.dumps(kept), encoding="utf-8")
        modules = [word for module in self.modules for word in ("--module", str(module))]
        options = ["--home", str(self.home), "--language", "zh-Hans", *modules]
        eyes = self._eyes = Eyes(self.desk)
        eyes.must(lambda: not eyes.words(), "no window of the test before")
        self.process = self.desk.start([sys.executable, *self.door, *options], **self.env)
        eyes.must(eyes.pages, "a window with a sidebar")
        return eyes

    def end(self) -> None:
        """Closed, as when the session ends."""
        if self._eyes is not None:
            self._eyes.close()
        self.desk.stop(self.process)

    def settings(self) -> dict[str, Any]:
        """What it has kept."""
        kept: dict[str, Any] = json.loads((self.home / "settings.json").read_text(encoding="utf-8"))
        return kept


def card_of(number: int, tries: int = 15) -> CardSpec:
    """A card of as many tries with three certificates of Hongkong Post's."""
    post, slots = Issuer(POST), {}
    for place, (slot, name) in enumerate((("9A", "CHAN Tai Man"), ("9C", "CHAN Tai Man"), ("9D", "LEE Siu Ming"))):
        key = pooled_key(4 * number + place)
        slots[slot] = key_and_certificate(
            key, post.issue(f"CN={name},O=Practice Company {number + 1}", key.public_key())
        )
    return CardSpec(guid=f"{0xA700 + number:032x}", slots=slots, pin_tries=tries)


def with_settings_inside(shim: Shim, folder: Path, name: str) -> Path:
    """The shim with its settings built in: several of them in one program cannot share its environment."""
    lines = [f"    setenv({json.dumps(key)}, {json.dumps(value)}, 1);" for key, value in shim.env.items()]
    given = folder / f"{name}.c"
    begins = "__attribute__((constructor(101))) static void given(void)"
    given.write_text("\n".join(["#include <stdlib.h>", begins, "{", *lines, "}", ""]), encoding="utf-8")
    library = folder / f"{name}.so"
    sources = [given, *sorted(SOURCES.glob("*.c"))]
    flags = ["-shared", "-fPIC", "-O1", "-fvisibility=hidden", f"-I{SOURCES}"]
    subprocess.run(["cc", *flags, "-o", library, *sources, "-ldl", "-lpthread"], check=True, timeout=BUILD_SECONDS)
    return library


#: The program with a clock on the window's thread: a line for each tick that came late, with its time.
CLOCKED = """
import os, sys, time
from PySide6.QtCore import QTimer, Qt
from tokenmgr.ui import program
late, last = os.open(os.environ["STALLS"], os.O_WRONLY | os.O_CREAT | os.O_APPEND), [None]
def tick():
    now = time.monotonic()
    if last[0] is not None and now - last[0] > 0.016:
        os.write(late, f"{now} {(now - last[0]) * 1000:.1f}\\n".encode())
    last[0] = now
begun = program.Program.start
def start(self):
    begun(self)
    clock = QTimer(self)
    clock.setTimerType(Qt.TimerType.PreciseTimer)
    clock.timeout.connect(tick)
    clock.start(4)
program.Program.start = start
from tokenmgr.__main__ import main
sys.exit(main())
"""


def stalls(file: Path, since: float) -> list[float]:
    """Milliseconds between two ticks, where they were more than a frame; longest first."""
    rows = [line.split() for line in file.read_text(encoding="ascii").splitlines()] if file.exists() else []
    return sorted((float(gap) for at, gap in rows if float(at) >= since), reverse=True)
