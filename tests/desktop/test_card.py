"""The virtual card with fifteen tries, plugged and pulled while the window is driven from outside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.cards import PIN, card_in
from tests.beds import pcsc
from tests.beds.desktop import until
from tests.beds.pcsc import PcscBed, opensc_module
from tests.desktop.conftest import COMMAND
from tests.desktop.started import Started
from tokenmgr.ui.agreed_texts import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.beds.desktop import Desktop


@pytest.fixture
def readers() -> Iterator[PcscBed]:
    if why := pcsc.available():
        pytest.skip(why)
    with PcscBed() as bed:
        yield bed


@pytest.fixture
def started(desk: Desktop, readers: PcscBed, tmp_path: Path) -> Iterator[Started]:
    """With nothing in its readers."""
    home = tmp_path / "data"
    home.mkdir()
    (home / "settings.json").write_text(json.dumps({"welcomed": VERSION, "autostart_asked": True}), encoding="utf-8")
    command = (*COMMAND, "--home", str(home), "--language", "zh-Hans", "--module", str(opensc_module()))
    made = Started(desk, command, home, readers.env(), first="用练习令牌试一遍")
    yield made
    made.end()


def test_card_comes_is_mistyped_once_and_goes(started: Started, readers: PcscBed) -> None:
    reader = started.desk.reader()
    reader("wait", name="请插入令牌")
    card = card_in(readers)
    reader("wait", name="剩余 15 次，精确")
    spent = card.verifies()
    started.choose("令牌", "更改密码")
    reader("wait", role="dialog", name="更改密码")
    fields = [each["name"] for each in reader("find", role="password text")]
    for name, text in zip(fields, ("999999", "654321", "654321"), strict=True):
        reader("write", role="password text", name=name, text=text)
    reader("press", role="push button", name="更改密码", within="更改密码")
    reader("wait", name="剩余 14 次，精确")
    assert card.tries_left() == 14
    assert PIN not in started.desk.said
    started.desk.tool("key", "Escape")
    reader("wait_gone", role="dialog")
    card.pull()
    reader("wait", name="请插入令牌")
    until(lambda: not started.item("令牌"), "a menu without tokens")
    card.plug()
    reader("wait", name="剩余 14 次，精确")
    assert card.verifies() >= spent
