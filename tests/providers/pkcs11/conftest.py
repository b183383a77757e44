"""Tokens for the tests of this room: made once, copied for each; no module's process outlives its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.beds import pcsc, shim as shim_bed, softhsm
from tests.beds.pcsc import PcscBed
from tests.beds.shim import Shim
from tests.providers.pkcs11 import tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.beds.softhsm import SoftHsm
    from tokenmgr.providers.pkcs11.provider import Pkcs11Provider

    Open = Callable[..., Pkcs11Provider]


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[SoftHsm, Path]:
    if why := softhsm.available():
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("original") / "hsm"
    return tokens.made(folder), folder


@pytest.fixture
def hsm(original: tuple[SoftHsm, Path], tmp_path: Path) -> SoftHsm:
    """A token with a key, to do with as the test likes."""
    return tokens.copied(*original, tmp_path / "hsm")


@pytest.fixture(scope="session")
def shim_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if why := shim_bed.available():
        pytest.skip(why)
    return shim_bed.build(tmp_path_factory.mktemp("shim-build"))


@pytest.fixture
def shim(hsm: SoftHsm, tmp_path: Path, shim_library: Path) -> Shim:
    """The same token behind the shim."""
    return Shim(hsm, tmp_path / "shim")


@pytest.fixture
def safenet(hsm: SoftHsm, tmp_path: Path, shim_library: Path) -> Shim:
    """The same in SafeNet's clothes."""
    return Shim(hsm, tmp_path / "shim", safenet=1, manufacturer="SafeNet, Inc.", so_pin=tokens.SO_PIN)


@pytest.fixture(scope="session")
def readers() -> Iterator[PcscBed]:
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
def over() -> Iterator[Open]:
    """To open a module with: a shim, or a path and variables, and how much patience. It is ended after the test."""
    opened: list[Pkcs11Provider] = []

    def open_module(
        module: Shim | SoftHsm | Path | str, env: dict[str, str] | None = None, patience: float = 1.0
    ) -> Pkcs11Provider:
        path = str(module.module if isinstance(module, Shim | softhsm.SoftHsm) else module)
        variables = env if env is not None else getattr(module, "env", {})
        opened.append(tokens.provider_of(path, variables, patience))
        return opened[-1]

    yield open_module
    for provider in opened:
        provider.host.kill()
