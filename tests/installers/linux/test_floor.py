"""What is too new, or of nobody's, does not ship."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from installers.linux import floor
from tools.say import Problem

pytestmark = pytest.mark.skipif(sys.platform != "linux" or not shutil.which("readelf"), reason="binutils on Linux")


def test_the_packages_that_a_program_needs(tmp_path: Path) -> None:
    shutil.copy(next(Path("/usr/lib").glob("*/libssl.so.3")), tmp_path)
    assert floor.packages(tmp_path) == ["libc6 (>= 2.35)", "libssl3 | libssl3t64"]


def test_a_newer_glibc_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy("/bin/true", tmp_path)
    monkeypatch.setattr(floor, "OLDEST_GLIBC", (2, 2))
    with pytest.raises(Problem, match="true"):
        floor.packages(tmp_path)


def test_a_library_of_nobodys_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(next(Path("/usr/lib").glob("*/libssl.so.3")), tmp_path)
    monkeypatch.delitem(floor.PACKAGES, "libcrypto.so.3")
    with pytest.raises(Problem, match="libcrypto"):
        floor.packages(tmp_path)
