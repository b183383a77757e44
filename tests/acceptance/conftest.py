"""Beds for the whole way from the command line to the token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.acceptance.command import CommandLine
from tests.acceptance.figures import Figures
from tests.acceptance.vendor import token_of_the_vendor
from tests.beds import pcsc, shim as shim_bed
from tests.beds.pcsc import PcscBed, opensc_module

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.beds.shim import Shim


@pytest.fixture(scope="session")
def readers() -> Iterator[PcscBed]:
    """The reader service with two readers, started once."""
    if why := pcsc.available():
        pytest.skip(why)
    with PcscBed() as bed:
        yield bed


@pytest.fixture
def bed(readers: PcscBed) -> Iterator[PcscBed]:
    """The readers, empty again afterwards."""
    yield readers
    readers.clear()


@pytest.fixture
def run(bed: PcscBed, tmp_path: Path) -> CommandLine:
    """The command line over OpenSC."""
    return CommandLine(tmp_path / "home", ("--module", str(opensc_module())), bed.env())


@pytest.fixture
def shim(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Shim:
    """A token that looks like SafeNet's."""
    if why := shim_bed.available():
        pytest.skip(why)
    shim_bed.build(tmp_path_factory.mktemp("shim-build"))
    return token_of_the_vendor(tmp_path)


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Iterator[Figures]:
    """A table that is printed when its test is done."""
    table = Figures(request.node.name)
    yield table
    if table.rows:
        print(table)  # noqa: T201 - for whoever looks with -s
