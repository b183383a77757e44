"""What the tests on real browsers share: a card in a reader, and a page that wants its certificate."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beds import pcsc
from tests.beds.client_page import ClientPage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.beds.pcsc import PcscBed, VirtualCard

ISSUER = "CN=Practice CA"


@pytest.fixture(scope="session")
def readers() -> Iterator[PcscBed]:
    if why := pcsc.available():
        pytest.skip(why)
    with pcsc.PcscBed() as bed:
        yield bed


@pytest.fixture
def card(readers: PcscBed) -> Iterator[VirtualCard]:
    """In the reader, with one certificate and fifteen tries."""
    held = readers.card(pcsc.numbered_card(1, ISSUER, slots=("9A",)))
    held.plug()
    yield held
    readers.clear()


@pytest.fixture
def page(tmp_path: Path) -> Iterator[ClientPage]:
    with ClientPage(tmp_path / "page", ISSUER) as serving:
        yield serving
