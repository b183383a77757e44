"""Both installers' common part. Making them needs Linux's or Windows' tools: installers/windows/prove.py does it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from installers import product
from installers.windows import build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def no_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without history, and nobody who says when."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    monkeypatch.setattr("installers.product.shutil.which", lambda _name: None)
    monkeypatch.setattr(product, "epoch", product.epoch.__wrapped__)


def test_without_a_moment_nothing_is_built(
    no_moment: None, tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["build.py", "--tree", str(tree), str(tmp_path / "out")])
    assert build.main() == 1
    assert "set SOURCE_DATE_EPOCH" in capsys.readouterr().err
    assert not list((tmp_path / "out").iterdir())


def test_one_uninstaller_is_kept_or_taken_in(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["build.py", "--keep-uninstaller", "one.exe", "--signed-uninstaller", "another.exe"]
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit):
        build.main()
