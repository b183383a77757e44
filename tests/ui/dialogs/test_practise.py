"""Practice tokens on, and the end of the program: both are for others to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenmgr.ui.screen import Screen


def test_practise_turns_them_on_and_goes_home(screen: Screen) -> None:
    turned: list[bool] = []
    went: list[str] = []
    screen.practice_wanted.connect(turned.append)
    screen.page_wanted.connect(lambda page, _about: went.append(page))
    screen.errands.run("practise")
    assert (turned, went) == ([True], ["home"])


def test_leaving_is_decided_elsewhere(screen: Screen) -> None:
    asked: list[bool] = []
    screen.quit_wanted.connect(lambda: asked.append(True))
    screen.errands.run("quit")
    assert asked == [True]
