"""Practice tokens for a test: made once for all tests, copied for each."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tokenmgr.providers.practice.provider import PracticeProvider
from tokenmgr.providers.practice.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "practice"
    Shelf(folder).ready()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "practice")


@pytest.fixture
def shelf(folder: Path) -> Shelf:
    return Shelf(folder)


@pytest.fixture
def provider(folder: Path) -> PracticeProvider:
    return PracticeProvider(folder)
