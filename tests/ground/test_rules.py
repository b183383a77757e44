"""The rules of tests/conftest.py hold: noise fails, and in CI so does a skipped test."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ground.qt import needs_qt
from tests.ground.tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SKIPPED = "import pytest\ndef test_it(): pytest.skip('no reader here')"
NOISY = "import logging\ndef test_it(): logging.getLogger('room').warning('odd')"
ANNOUNCED = NOISY.replace("def test_it():", "def test_it(logs): logs.expects('odd');")
SILENT = "def test_it(logs): logs.expects('odd')"
WARNS = "import warnings\ndef test_it(): warnings.warn('old', stacklevel=1)"
QT_COMPLAINS = "from PySide6.QtCore import qWarning\ndef test_it(): qWarning('odd')"
QUIET = "def test_it(): pass"


def pytest_on(source: str, folder: Path, ci: str = "", without: str = "pytest-qt") -> subprocess.CompletedProcess[str]:
    (folder / "test_inner.py").write_text(source)
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder)]
    options = ["-p", f"no:{without}", "-p", "no:cacheprovider", "-p", "tests.conftest", "test_inner.py"]
    env = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*command, *options], cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.mark.parametrize(
    ("source", "ci", "code"),
    [
        (QUIET, "true", 0),
        (SKIPPED, "", 0),
        (SKIPPED, "true", 1),
        (NOISY, "", 1),
        (ANNOUNCED, "", 0),
        (SILENT, "", 1),
        (WARNS, "", 1),
    ],
    ids=["quiet", "skipped", "skipped in CI", "noisy", "announced", "announced but silent", "a warning"],
)
def test_a_rule(source: str, ci: str, code: int, tmp_path: Path) -> None:
    done = pytest_on(source, tmp_path, ci)
    assert done.returncode == code, done.stdout + done.stderr


@needs_qt
def test_a_message_of_qt_fails_the_test(tmp_path: Path) -> None:
    done = pytest_on(QT_COMPLAINS, tmp_path, without="hypothesis")
    assert done.returncode == 1
    assert "QtWarningMsg: odd" in done.stdout


def test_what_is_skipped_is_named(tmp_path: Path) -> None:
    assert "test_inner.py::test_it: no reader here" in pytest_on(SKIPPED, tmp_path, "true").stdout
