"""The user's choices: read at once, kept elsewhere, told to whoever listens."""

from __future__ import annotations

import errno
import os
import threading
from typing import TYPE_CHECKING

import pytest

from tokenmgr.settings import Settings
from tokenmgr.ui.choices import Choices, Keeping
from tokenmgr.wording.errors import words
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tokenmgr.model.errors import TokenError


def test_a_choice_holds_is_kept_and_told(qtbot: QtBot) -> None:
    kept: list[object] = []
    told: list[str] = []
    choices = Choices(Settings(), kept.append)
    choices.changed.connect(told.append)
    choices.choose(theme="dark", language="en")
    assert choices.now == Settings(theme="dark", language="en")
    assert kept == [choices.now]
    assert told == ["theme", "language"]


def test_what_holds_already_is_no_choice(qtbot: QtBot) -> None:
    kept: list[object] = []
    told: list[str] = []
    choices = Choices(Settings(theme="dark"), kept.append)
    choices.changed.connect(told.append)
    choices.choose(theme="dark")
    choices.choose(theme="dark", view="advanced")
    assert told == ["view"]
    assert kept == [Settings(theme="dark", view="advanced")]


def test_whoever_is_told_sees_it_already(qtbot: QtBot) -> None:
    choices = Choices(Settings(), lambda _values: None)
    seen: list[str] = []
    choices.changed.connect(lambda _name: seen.append(choices.now.page))
    choices.choose(page="pin")
    assert seen == ["pin"]


def test_there_is_no_such_choice(qtbot: QtBot) -> None:
    with pytest.raises(AttributeError):
        Choices(Settings(), lambda _values: None).choose(colour="red")


class Elsewhere:
    """Work as threads would do it, in whatever order."""

    def __init__(self) -> None:
        self.works: list[Callable[[], object]] = []

    def __call__(self, work: Callable[[], object]) -> None:
        self.works.append(work)


def test_the_last_choice_is_what_stays_however_the_threads_come() -> None:
    kept: list[object] = []
    elsewhere = Elsewhere()
    keeping = Keeping(elsewhere, kept.append)
    for page in ("tokens", "pin"):
        keeping(Settings(page=page))
    for work in reversed(elsewhere.works):
        work()
    assert kept == [Settings(page="pin")]


def test_at_the_end_nothing_is_left_unkept() -> None:
    kept: list[object] = []
    keeping = Keeping(Elsewhere(), kept.append)
    keeping(Settings(page="pin"))
    keeping.finish()
    keeping.finish()
    assert kept == [Settings(page="pin")]


def test_the_end_waits_for_what_is_being_kept_but_not_for_ever() -> None:
    kept: list[object] = []
    begun, go = threading.Event(), threading.Event()

    def keep(values: object) -> None:
        begun.set()
        go.wait(10)
        kept.append(values)

    keeping = Keeping(lambda work: threading.Thread(target=work, daemon=True).start(), keep)
    keeping(Settings(page="pin"))
    assert begun.wait(10)
    keeping.finish(0.05)
    assert kept == []
    threading.Timer(0.05, go.set).start()
    keeping.finish(10)
    assert kept == [Settings(page="pin")]


class Disk:
    """Full, until there is room."""

    def __init__(self) -> None:
        self.full = True
        self.kept: list[object] = []
        self.told: list[TokenError] = []

    def keep(self, values: object) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self.kept.append(values)


def at_once(work: Callable[[], object]) -> None:
    work()


def test_a_full_disk_is_told_once_and_again_after_there_was_room() -> None:
    disk = Disk()
    keeping = Keeping(at_once, disk.keep, disk.told.append)
    for page in ("tokens", "pin"):
        keeping(Settings(page=page))
    [told] = disk.told
    assert words(told, Language.EN).title == "Your choices could not be saved"
    disk.full = False
    keeping(Settings(page="home"))
    disk.full = True
    keeping(Settings(page="pin"))
    assert disk.kept == [Settings(page="home")]
    assert len(disk.told) == 2


def test_what_could_not_be_kept_is_tried_again_at_the_end() -> None:
    disk = Disk()
    keeping = Keeping(at_once, disk.keep, disk.told.append)
    keeping(Settings(page="pin"))
    disk.full = False
    keeping.finish()
    assert disk.kept == [Settings(page="pin")]
