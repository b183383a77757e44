"""A publisher, its server, and a computer that asks them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beds.publisher import House, Server, serving
from tests.updates.asking import DEB, Asker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Nothing is published yet."""
    return House(tmp_path / "site").init()


@pytest.fixture
def server(house: House) -> Iterator[Server]:
    with serving(house.folder) as made:
        yield made


@pytest.fixture
def asker(house: House, server: Server, tmp_path: Path) -> Asker:
    """It has not asked yet; there is a version with one package."""
    house.add("0.2.0", (DEB,))
    return Asker(house, server, tmp_path / "home" / "trusted")


@pytest.fixture(autouse=True)
def proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that must not be asked about this computer itself."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
