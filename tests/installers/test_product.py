"""What every installer says of the program."""

from __future__ import annotations

import pytest

import tokenmgr
from installers import product
from tools.say import Problem


def test_the_version_is_the_programs() -> None:
    assert product.version() == tokenmgr.__version__


def test_the_three_programs_have_entries() -> None:
    spec = (product.ROOT / "installers" / "bundle.spec").read_text("utf-8")
    assert all(f'"{name}"' in spec for name in product.PROGRAMS)


def test_without_git_somebody_has_to_say_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")  # and back to what it was afterwards
    monkeypatch.setattr("installers.product.shutil.which", lambda _name: None)
    product.epoch.cache_clear()
    try:
        with pytest.raises(Problem, match="set SOURCE_DATE_EPOCH"):
            product.epoch()
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        assert product.epoch() == 1_700_000_000
    finally:
        product.epoch.cache_clear()
