"""Practice tokens for the command line: made once, copied for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import practising
from tests.practising import Practice

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return practising.make(tmp_path_factory.mktemp("made") / "home")


@pytest.fixture
def home(made_home: Path, tmp_path: Path) -> Path:
    return practising.copied(made_home, tmp_path / "home")


@pytest.fixture
def tm(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Practice:
    return Practice(home, capsys, monkeypatch)
