"""The list of what was changed on this computer, and each one's way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from tokenmgr.model.change import FileEdit
from tokenmgr.ui.change_list import ChangeList, ChangeRow
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tokenmgr.changes.record import Changes
    from tokenmgr.ui.screen import Message, Screen


@pytest.fixture
def made(screen: Screen, dressed: Callable[..., None], tmp_path: Path) -> Changes:
    dressed(Language.EN)
    changes = screen.changes()
    changes.apply("browser", {"name": "e-Cert <b>Token", "browser": "Firefox"}, [FileEdit(tmp_path / "a", None, b"x")])
    changes.apply("autostart", {}, [FileEdit(tmp_path / "b", None, b"y")])
    return changes


@pytest.fixture
def shown(screen: Screen, qtbot: QtBot, made: Changes) -> ChangeList:
    listed = ChangeList(screen)
    qtbot.addWidget(listed)
    listed.reload()
    qtbot.waitUntil(lambda: len(rows(listed)) == 2)
    return listed


def rows(listed: ChangeList) -> list[ChangeRow]:
    return listed.findChildren(ChangeRow)


def backs(listed: ChangeList) -> list[QPushButton]:
    return listed.findChildren(QPushButton)


def test_newest_first_with_a_way_back_each(shown: ChangeList) -> None:
    names = [row.accessibleName() for row in rows(shown)]
    assert names[0].startswith("This program starts with the computer")
    assert names[1].startswith("e-Cert <b>Token was made known to Firefox")
    assert [button.text() for button in backs(shown)] == ["Take back", "Take back"]
    assert not shown.isHidden()


def test_taken_back(shown: ChangeList, screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    said: list[Message] = []
    screen.said.connect(said.append)
    backs(shown)[0].click()
    qtbot.waitUntil(lambda: len(backs(shown)) == 1)
    assert not (tmp_path / "b").exists()
    assert (tmp_path / "a").exists()
    assert (said[-1].tone, said[-1].fact) == ("ok", "Taken back")
    assert "taken back" in rows(shown)[0].accessibleName()


def test_what_another_program_changed_is_told(shown: ChangeList, screen: Screen, qtbot: QtBot, tmp_path: Path) -> None:
    said: list[Message] = []
    screen.said.connect(said.append)
    (tmp_path / "b").write_bytes(b"theirs")
    backs(shown)[0].click()
    qtbot.waitUntil(lambda: bool(said))
    assert said[-1].tone == "bad"
    assert (tmp_path / "b").read_bytes() == b"theirs"


def test_nothing_to_tell_nothing_shown(screen: Screen, qtbot: QtBot) -> None:
    listed = ChangeList(screen)
    qtbot.addWidget(listed)
    listed.show_changes([])
    assert listed.isHidden()
