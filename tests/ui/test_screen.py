"""What pages are given: what is known, which token is meant, and wishes passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tokenmgr.model.errors import TokenGone
from tokenmgr.settings import Settings
from tokenmgr.ui.bridge import Bridge
from tokenmgr.ui.choices import Choices
from tokenmgr.ui.screen import Message, Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.at_work import AtWork


def test_in_the_first_moment_nothing_is_known(dressed: Callable[..., None]) -> None:
    screen = Screen(Bridge(), Choices(Settings(), lambda _values: None), None, sample.RESOURCES)
    assert screen.token is None
    assert screen.glance.loading
    assert screen.glance.tokens == ()


def test_what_is_known_is_told(screen: Screen, qtbot: QtBot) -> None:
    glance = sample.locked()
    with qtbot.waitSignal(screen.glanced) as told:
        screen.show(glance)
    assert told.args == [glance]
    assert screen.glance is glance


def test_a_real_token_before_one_for_practice(screen: Screen) -> None:
    hk, *_others, practice = sample.tokens_here()
    screen.show(sample.full()._replace(tokens=(practice, hk)))
    assert screen.token is not None
    assert screen.token.id == sample.HK
    screen.show(sample.full()._replace(tokens=(practice,)))
    assert screen.token is not None
    assert screen.token.id == sample.PRACTICE
    screen.show(sample.empty())
    assert screen.token is None


def test_the_chosen_one_is_meant_until_it_leaves(screen: Screen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.chosen) as told:
        screen.choose(sample.NETCA)
    assert told.args == [sample.NETCA]
    screen.show(sample.full())
    assert screen.token is not None
    assert screen.token.id == sample.NETCA
    screen.show(sample.empty())
    screen.show(sample.full())
    assert screen.token is not None
    assert screen.token.id == sample.HK, "one that came back was not chosen again"


def test_wishes_are_passed_on(screen: Screen) -> None:
    heard: list[object] = []
    screen.page_wanted.connect(lambda page, about: heard.append((page, about)))
    screen.said.connect(heard.append)
    screen.sheet_wanted.connect(heard.append)
    message, sheet = Message("ok", "done"), Bridge()
    screen.go("pin", 7)
    screen.say(message)
    screen.lay(sheet)  # type: ignore[arg-type]
    assert heard == [("pin", 7), message, sheet]


def test_without_a_desk_no_token_is_here(screen: Screen) -> None:
    with pytest.raises(TokenGone):
        screen.session(sample.HK)


def test_the_session_of_a_token_that_is_here(work: AtWork) -> None:
    token = work.screen.glance.tokens[0].id
    assert work.screen.session(token).token.id == token
    with pytest.raises(TokenGone) as raised:
        work.screen.session(sample.HK)
    assert raised.value.token == sample.HK
