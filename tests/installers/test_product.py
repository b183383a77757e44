"""What every installer says of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tokenmgr
from installers import product

if TYPE_CHECKING:
    import pytest


def test_the_version_is_the_programs() -> None:
    assert product.version() == tokenmgr.__version__


def test_the_three_programs_have_entries() -> None:
    spec = (product.ROOT / "installers" / "bundle.spec").read_text("utf-8")
    assert all(f'"{name}"' in spec for name in product.PROGRAMS)


def test_without_git_the_time_is_the_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")  # and back to what it was afterwards
    monkeypatch.setattr("installers.product.shutil.which", lambda _name: None)
    product.epoch.cache_clear()
    try:
        assert product.epoch() == 0
    finally:
        product.epoch.cache_clear()
