"""Every wish leads somewhere, and is about the token that is meant."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from shiboken6 import delete

from tests.ui import sample
from tokenmgr.ui.dialogs import rename
from tokenmgr.ui.errands import ERRANDS, text_of
from tokenmgr.ui.window import KEYS, PAGES
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.sheet import Sheet

PAGE_ERRANDS = [name for name, errand in ERRANDS.items() if errand.where.startswith(">")]
OTHERS = [name for name in ERRANDS if name not in PAGE_ERRANDS]


@pytest.mark.parametrize("name", OTHERS)
def test_its_function_is_there_and_takes_what_it_is_given(name: str) -> None:
    module, _, function = ERRANDS[name].where.partition(":")
    found = getattr(import_module(f"tokenmgr.ui.{module}"), function)
    inspect.signature(found).bind("screen", "token", "about")


@pytest.mark.parametrize("name", PAGE_ERRANDS)
def test_its_page_is_there(name: str) -> None:
    module, _, kind = PAGES[ERRANDS[name].where[1:]].partition(":")
    assert hasattr(import_module(f"tokenmgr.ui.panels.{module}"), kind)


def test_every_page_and_every_key_is_an_errand() -> None:
    assert set(PAGES) <= set(PAGE_ERRANDS)
    assert set(KEYS.values()) <= set(ERRANDS)


@pytest.mark.parametrize("language", [Language.ZH_HANS, Language.ZH_HANT])
def test_every_errand_is_called_something_in_every_language(language: Language, dressed: Callable[..., None]) -> None:
    dressed(language)
    untold = [name for name, errand in ERRANDS.items() if text_of(name) == errand.text and errand.text != "PIN"]
    assert untold == []


@pytest.fixture
def renamed(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    called: list[tuple[object, ...]] = []
    monkeypatch.setattr(rename, "open_rename", lambda *given: called.append(given))
    return called


def test_about_the_chosen_token_where_none_is_named(screen: Screen, renamed: list[tuple[object, ...]]) -> None:
    screen.errands.run("rename")
    screen.choose(sample.NETCA)
    screen.errands.run("rename")
    screen.errands.run("rename", sample.CLII, "about")
    assert renamed == [(screen, sample.HK, None), (screen, sample.NETCA, None), (screen, sample.CLII, "about")]


def test_without_any_token_home_says_what_to_do(screen: Screen, renamed: list[tuple[object, ...]]) -> None:
    pages: list[str] = []
    screen.page_wanted.connect(lambda page, _about: pages.append(page))
    screen.show(sample.empty())
    screen.errands.run("rename")
    assert (pages, renamed) == (["home"], [])


@pytest.mark.parametrize("name", [name for name in OTHERS if ERRANDS[name].token])
def test_a_token_that_left_a_moment_ago_does_no_harm(name: str, screen: Screen, qtbot: QtBot) -> None:
    laid: list[Sheet] = []
    stumbled: list[object] = []
    screen.sheet_wanted.connect(laid.append)
    screen.bridge.stumbled.connect(stumbled.append)
    screen.errands.run(name, sample.GONE)
    qtbot.wait(1)
    assert stumbled == []
    for each in laid:
        delete(each)


def test_a_page_is_told_what_it_is_about(screen: Screen) -> None:
    went: list[tuple[str, object]] = []
    screen.page_wanted.connect(lambda page, about: went.append((page, about)))
    screen.errands.run("events")
    screen.errands.run("events", sample.CLII)
    screen.errands.run("history")
    screen.errands.run("certificates", None, "this one")
    assert went == [
        ("history", sample.HK),
        ("history", sample.CLII),
        ("history", "history"),
        ("certificates", "this one"),
    ]
