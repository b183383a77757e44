"""A window at work on practice tokens of the test's own, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import practising
from tests.ui.at_work import AtWork
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return practising.make(tmp_path_factory.mktemp("made") / "home")


@pytest.fixture
def work(made_home: Path, tmp_path: Path, dressed: Callable[..., None]) -> Iterator[AtWork]:
    dressed(Language.EN)
    made = AtWork(practising.copied(made_home, tmp_path / "home"))
    yield made
    made.close()
