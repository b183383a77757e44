"""Practice tokens for the command line: made once, copied for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import practising
from tests.practising import Practice
from tokenmgr.model.errors import ModuleHung
from tokenmgr.model.token import Token, TokenId
from tokenmgr.providers.pkcs11.discover import FoundModule
from tokenmgr.providers.pkcs11.modules import Modules

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return practising.make(tmp_path_factory.mktemp("made") / "home")


@pytest.fixture
def home(made_home: Path, tmp_path: Path) -> Path:
    return practising.copied(made_home, tmp_path / "home")


class Vendor:
    """A vendor's module with no token, or one that does not answer."""

    name = module = "/usr/lib/vendor.so"

    def __init__(self, *, silent: bool) -> None:
        self._silent = silent

    def tokens(self) -> list[Token]:
        if self._silent:
            raise ModuleHung(self.module, "tokens")
        return []

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def modules_here(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A computer with no module, one that may not be loaded, one that does not answer, or one with no token."""
    kind = str(request.param)
    text = tmp_path / "no-library.so"
    text.write_text("no library")
    found = [FoundModule(str(text), str(text), "vendor", {}, "catalogue", certain=True)] if kind == "unfit" else []
    monkeypatch.setattr("tokenmgr.providers.pkcs11.discover.discover", lambda *_, **__: found)
    if kind in {"silent", "empty"}:
        monkeypatch.setattr(Modules, "providers", [Vendor(silent=kind == "silent")])
    return kind


@pytest.fixture
def steering(monkeypatch: pytest.MonkeyPatch) -> str:
    """Every token's serial number ends in an order to the terminal: to be emptied. How that is shown."""
    monkeypatch.setattr(TokenId, "tail", property(lambda _: "\x1b[2J"))
    return r"\u001b[2J"


@pytest.fixture
def tm(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Practice:
    return Practice(home, capsys, monkeypatch)
