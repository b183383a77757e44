"""Tokens to spend tries on: practice tokens made once and copied, and the module that counts, behind SoftHSM."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.beds import shim as shim_bed
from tests.beds.shim import Shim
from tests.beds.softhsm import SoftHsm
from tests.session.rig import SHIM_PIN, SHIM_SO, practice
from tokenmgr.providers.practice.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.session.rig import Rig


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("made")
    Shelf(home / "practice").ready()
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "home")


@pytest.fixture
def rig(home: Path) -> Iterator[Rig]:
    with practice(home) as made_up:
        yield made_up


@pytest.fixture(scope="session")
def hsm(tmp_path_factory: pytest.TempPathFactory) -> SoftHsm:
    if why := shim_bed.available():
        pytest.skip(why)
    token = SoftHsm(tmp_path_factory.mktemp("hsm"))
    token.add_token("card", SHIM_PIN, SHIM_SO)
    return token


@pytest.fixture
def shim(hsm: SoftHsm, tmp_path: Path) -> Shim:
    """Tries and a trace of its own; the token behind it keeps its PIN."""
    return Shim(hsm, tmp_path / "shim", user_max=15)


@pytest.fixture
def own_shim(tmp_path: Path) -> Shim:
    """The same over a token whose PIN may be changed."""
    if why := shim_bed.available():
        pytest.skip(why)
    token = SoftHsm(tmp_path / "hsm")
    token.add_token("card", SHIM_PIN, SHIM_SO)
    return Shim(token, tmp_path / "shim", user_max=15)
