"""The list of modules and what its buttons do to a shelf that remembers."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from tests.ui.scenes import paint_all
from tokenmgr.model.errors import ModuleUnfit
from tokenmgr.model.last_fault import LastFault
from tokenmgr.model.module import ModuleState, ModuleStatus
from tokenmgr.ui.module_list import CHIPS, ModuleList, health_words, name_of
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.screen import Message, Screen

READY = ModuleStatus("/lib/a.so", "safenet", "SafeNet", "catalogue", ModuleState.READY, "", "", "10.8", 1, 212.4)
FALLEN = ModuleStatus(
    "/lib/b.so", "netca", "NETCA", "user", ModuleState.SET_ASIDE, crashes=3, hangs=1,
    last_fault=LastFault("module-crashed", "sign"),
)  # fmt: skip
OFF = ModuleStatus("/lib/c.so", "opensc", "OpenSC", "p11-kit", ModuleState.DISABLED)
STRANGE = ModuleStatus("/opt/x/d.so", "", "", "user", ModuleState.NEEDS_CONSENT)
ALL = (READY, FALLEN, OFF, STRANGE)


class Shelf:
    """Remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def status(self) -> tuple[ModuleStatus, ...]:
        self.asked.append(("status",))
        return ALL

    def test(self, path: str) -> ModuleStatus:
        self.asked.append(("test", path))
        if path == FALLEN.path:
            raise ModuleUnfit(path, "empty")
        return READY

    def __getattr__(self, name: str) -> Callable[[str], object]:
        return lambda path: self.asked.append((name, path))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


#: Of the five modules of the shelf.
BUTTONS = 9


@pytest.fixture
def listed(qtbot: QtBot, screen: Screen, shelf: Shelf, dressed: Callable[..., None]) -> Iterator[ModuleList]:
    dressed(Language.EN)
    desk: Any = SimpleNamespace(modules=shelf)
    screen.desk = desk
    made = ModuleList(screen)
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setWidget(made)
    qtbot.addWidget(page)
    page.resize(640, 600)
    page.show()
    made.reload()
    until(lambda: len(buttons(made)) == BUTTONS)  # they come over several pictures
    yield made
    page.close()


def until(fits: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not fits():
        assert time.monotonic() < deadline
        QTest.qWait(5)


def buttons(listed: ModuleList) -> list[tuple[str, str]]:
    found = [each for each in listed.findChildren(QPushButton) if each.isVisible() and each.accessibleDescription()]
    return [(each.text(), each.accessibleDescription()) for each in found]


def press(listed: ModuleList, text: str, about: str) -> None:
    found = [
        each
        for each in listed.findChildren(QPushButton)
        if (each.text(), each.accessibleDescription()) == (text, about)
    ]
    found[0].click()


def test_each_state_offers_what_makes_sense(listed: ModuleList) -> None:
    paint_all()
    assert buttons(listed) == [
        ("Test", "SafeNet"), ("Switch off", "SafeNet"),
        ("Test", "NETCA"), ("Use again", "NETCA"), ("Switch off", "NETCA"), ("Remove", "NETCA"),
        ("Switch on", "OpenSC"),
        ("Agree...", "d.so"), ("Remove", "d.so"),
    ]  # fmt: skip
    assert CHIPS.keys() == set(ModuleState)


def test_health_is_said(listed: ModuleList) -> None:
    assert health_words(READY) == "version 10.8, loaded in 212 ms, 1 token"
    assert health_words(FALLEN) == "crashed 3 times, did not answer once, last fault: The vendor module stopped"
    assert health_words(OFF) == ""
    assert name_of(STRANGE) == "d.so"


@pytest.mark.parametrize(
    ("text", "about", "asked"),
    [
        ("Use again", "NETCA", ("restart", "/lib/b.so")),
        ("Switch on", "OpenSC", ("enable", "/lib/c.so")),
        ("Switch off", "SafeNet", ("disable", "/lib/a.so")),
        ("Remove", "NETCA", ("remove", "/lib/b.so")),
    ],
)
def test_a_wish_is_carried_out_and_the_list_asked_again(
    text: str, about: str, asked: tuple[str, str], listed: ModuleList, shelf: Shelf, screen: Screen,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from tokenmgr.actions import modules

    monkeypatch.setattr(modules, "_join", lambda *_: None)
    monkeypatch.setattr(modules, "_part", lambda *_: None)
    looked: list[int] = []
    screen.look_wanted.connect(lambda: looked.append(1))
    press(listed, text, about)
    until(lambda: asked in shelf.asked and shelf.asked[-1] == ("status",))
    until(lambda: looked)


def test_a_test_says_how_it_went(listed: ModuleList, screen: Screen) -> None:
    said: list[Message] = []
    screen.said.connect(said.append)
    press(listed, "Test", "SafeNet")
    until(lambda: said)
    assert (said[0].tone, said[0].fact) == ("ok", "The module answers")
    until(lambda: len(buttons(listed)) == BUTTONS)
    press(listed, "Test", "NETCA")
    until(lambda: len(said) > 1)
    assert said[1].tone == "bad"


def test_none_at_all_says_what_to_do(listed: ModuleList) -> None:
    listed.show_modules(())
    assert [each for each in listed.findChildren(QLabel) if "Install the driver" in each.text()]
