"""What the tests of the shim share: it is compiled once, and a token with a key is made once."""

from pathlib import Path

import pytest

from tests.beds import shim as shim_bed, softhsm
from tests.beds.shim import Shim
from tests.beds.shim_steps import PIN, SO_PIN
from tests.beds.softhsm import KeyPair, SoftHsm


@pytest.fixture(scope="session")
def shim_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if why := shim_bed.available():
        pytest.skip(why)
    return shim_bed.build(tmp_path_factory.mktemp("shim-build"))


@pytest.fixture(scope="session")
def pair() -> KeyPair:
    return softhsm.make_key_pair()


@pytest.fixture
def shim(tmp_path: Path, shim_library: Path) -> Shim:
    """A token of the test's own, to do with as it likes."""
    hsm = SoftHsm(tmp_path / "hsm")
    hsm.add_token("card", PIN, SO_PIN)
    return Shim(hsm, tmp_path / "shim")


@pytest.fixture(scope="session")
def steady_hsm(tmp_path_factory: pytest.TempPathFactory, shim_library: Path, pair: KeyPair) -> SoftHsm:
    hsm = SoftHsm(tmp_path_factory.mktemp("steady"))
    hsm.add_token("card", PIN, SO_PIN)
    hsm.add_key_pair("card", PIN, b"\x01", "signing", pair)
    return hsm


@pytest.fixture
def keyed(steady_hsm: SoftHsm, tmp_path: Path) -> Shim:
    """A token with a key, for tests that leave it as it was; each has tries and a trace of its own."""
    return Shim(steady_hsm, tmp_path / "shim")
