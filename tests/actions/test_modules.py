"""The user's say in modules, with a real module of the user's own: its tokens come and leave at once."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.beds import shim as shim_bed
from tests.beds.shim import Shim
from tests.beds.softhsm import SoftHsm
from tokenmgr import app
from tokenmgr.actions.modules import agree, switch_off, switch_on, take_back
from tokenmgr.cli.wishes import Wishes
from tokenmgr.model.errors import ModuleUnfit
from tokenmgr.model.module import ModuleState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tokenmgr.session.desk import Desk


@pytest.fixture
def shim(tmp_path: Path) -> Shim:
    if why := shim_bed.available():
        pytest.skip(why)
    hsm = SoftHsm(tmp_path / "hsm")
    hsm.add_token("card", "123456", "87654321")
    return Shim(hsm, tmp_path / "shim")


@pytest.fixture
def own(tmp_path: Path, shim: Shim, monkeypatch: pytest.MonkeyPatch) -> str:
    for name, value in shim.env.items():
        monkeypatch.setenv(name, value)
    tmp_path.chmod(0o700)
    path = tmp_path / "own.so"
    shutil.copy(shim.module, path)
    path.chmod(0o644)
    return str(path)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = app.build(Wishes(practice=True, home=str(tmp_path / "home")))
    yield made
    made.close()


def modules_at_work(desk: Desk) -> list[str]:
    return [
        str(getattr(provider, "module", "")) for provider in desk.inventory.providers if provider.name != "practice"
    ]


def state(desk: Desk, path: str) -> ModuleState | None:
    return next((each.state for each in desk.modules.status() if each.path == path), None)


def test_agreeing_brings_its_tokens_and_taking_back_takes_them(desk: Desk, own: str) -> None:
    before = len(desk.inventory.refresh())
    assert agree(desk, own) == own
    assert modules_at_work(desk) == [own]
    assert len(desk.inventory.refresh()) > before
    assert take_back(desk, own)
    assert modules_at_work(desk) == []
    assert len(desk.inventory.refresh()) == before
    assert not take_back(desk, own)


def test_off_and_on_again(desk: Desk, own: str) -> None:
    agree(desk, own)
    switch_off(desk, own)
    assert modules_at_work(desk) == []
    assert state(desk, own) is ModuleState.DISABLED
    switch_on(desk, own)
    switch_on(desk, own)
    assert modules_at_work(desk) == [own]
    assert state(desk, own) is ModuleState.READY


def test_who_is_at_work_stays_the_same_when_the_list_is_made_anew(desk: Desk, own: str) -> None:
    agree(desk, own)
    provider = desk.modules.provider(own)
    desk.modules.disable("/nowhere/else.so")
    assert desk.modules.provider(own) is provider


def test_a_module_that_was_set_aside_is_used_again(desk: Desk, own: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHIM_FAULT", "C_GetSlotList:segv@1+")
    agree(desk, own)
    for _ in range(3):
        desk.modules.status()
    assert state(desk, own) is ModuleState.SET_ASIDE
    desk.modules.restart(own)
    assert state(desk, own) is ModuleState.FAILED  # it was asked again, and fell again


def test_looking_loads_nothing(desk: Desk, own: str, tmp_path: Path) -> None:
    assert desk.modules.look(own) == own
    assert not (tmp_path / "home" / "modules.json").exists()
    text = tmp_path / "text.so"
    text.write_text("not a library")
    with pytest.raises(ModuleUnfit):
        desk.modules.look(str(text))
