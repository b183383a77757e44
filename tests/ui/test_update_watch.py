"""The daily look: only where it is wanted, elsewhere, and silent unless there is something."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.beds.publisher import Answering, House, Server, serving
from tokenmgr.actions.notices import Notice, Told
from tokenmgr.places import Places
from tokenmgr.ui.agreed_texts import VERSION
from tokenmgr.ui.errands import ERRANDS
from tokenmgr.ui.notice_words import notice_words
from tokenmgr.ui.update_watch import FIRST_MS, SPREAD_MS, UpdateWatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tokenmgr.ui.screen import Message, Screen


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path / "site").init()


@pytest.fixture
def server(house: House) -> Iterator[Server]:
    with serving(house.folder) as made:
        yield made


@pytest.fixture
def where(house: House, server: Server, tmp_path: Path) -> Places:
    return Places(tmp_path / "home", house.build(tmp_path / "resources", server.url))


@pytest.fixture
def said(screen: Screen) -> list[Message]:
    heard: list[Message] = []
    screen.said.connect(heard.append)
    screen.choices.choose(welcomed=VERSION)
    return heard


@pytest.fixture
def told() -> list[Notice]:
    """Notices that were given."""
    return []


@pytest.fixture
def watch(screen: Screen, where: Places, said: list[Message], told: list[Notice], tmp_path: Path) -> UpdateWatch:
    return UpdateWatch(screen, where, Told(tmp_path / "told.json"), told.append)


def finish(qtbot: QtBot) -> None:
    """Every worker has come home."""
    qtbot.waitUntil(lambda: not any(each.name == "job" for each in threading.enumerate()))
    qtbot.wait(10)


def test_without_the_wish_there_is_not_even_a_clock(watch: UpdateWatch, screen: Screen) -> None:
    assert not watch._timer.isActive()
    screen.choices.choose(updates=True)
    assert watch._timer.isActive()
    assert FIRST_MS <= watch._timer.interval() <= FIRST_MS + SPREAD_MS
    screen.choices.choose(updates=False)
    assert not watch._timer.isActive()


def test_a_newer_version_is_told_once(
    watch: UpdateWatch, house: House, told: list[Notice], qtbot: QtBot, where: Places
) -> None:
    house.add("9.1.0")
    watch.look()
    qtbot.waitUntil(lambda: bool(told))
    assert notice_words(told[0]).title == "有新版本 9.1.0"
    assert ERRANDS[told[0].errand].where == ">settings"
    (where.updates / "last.json").unlink()
    watch.look()
    finish(qtbot)
    assert len(told) == 1


def test_no_more_than_once_a_day(watch: UpdateWatch, server: Server, said: list[Message], qtbot: QtBot) -> None:
    for _ in range(3):
        watch.look()
        finish(qtbot)
    assert len([path for path in server.paths() if path.endswith("timestamp.json")]) == 1
    assert not said


def test_the_window_waits_for_nobody(watch: UpdateWatch, server: Server, qtbot: QtBot) -> None:
    threads: list[str] = []

    def note(answering: Answering) -> None:
        threads.append(threading.current_thread().name)
        answering.send_error(500)

    server.worse["timestamp"] = note
    watch._tick()
    assert watch._timer.isActive()
    assert not threads
    qtbot.waitUntil(lambda: bool(threads))
    finish(qtbot)


def no_answer(server: Server, _house: House) -> None:
    server.worse["timestamp"] = lambda answering: answering.send_error(500)


def no_server(server: Server, _house: House) -> None:
    server.shutdown()
    server.server_close()


def no_address(_server: Server, house: House) -> None:
    """Half of it: told where the person looks for it."""
    (house.folder.parent / "resources" / "updates" / "root.json").unlink()


@pytest.mark.parametrize("trouble", [no_answer, no_server, no_address])
def test_no_answer_is_no_news(
    watch: UpdateWatch,
    server: Server,
    house: House,
    said: list[Message],
    qtbot: QtBot,
    trouble: Callable[[Server, House], None],
) -> None:
    trouble(server, house)
    watch.look()
    finish(qtbot)
    assert not said


def test_an_answer_that_cannot_be_believed_is_told_once(
    watch: UpdateWatch, house: House, said: list[Message], qtbot: QtBot, where: Places
) -> None:
    house.file("timestamp.json").write_bytes(b"{}")
    for _ in range(2):
        watch.look()
        finish(qtbot)
        (where.updates / "last.json").unlink()
    assert [message.tone for message in said] == ["bad"]


def test_before_the_person_has_agreed_nobody_is_asked(
    watch: UpdateWatch, screen: Screen, server: Server, said: list[Message], qtbot: QtBot
) -> None:
    screen.choices.choose(welcomed="1")
    watch.look()
    finish(qtbot)
    assert not server.asked


def test_a_build_without_an_address_asks_nobody(
    screen: Screen, said: list[Message], tmp_path: Path, qtbot: QtBot
) -> None:
    where = Places(tmp_path / "home", tmp_path / "none")
    heard: list[Notice] = []
    watch = UpdateWatch(screen, where, Told(tmp_path / "told.json"), heard.append)
    watch.look()
    finish(qtbot)
    assert not said
    assert not heard
    assert not (tmp_path / "home").exists()
