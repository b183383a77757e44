"""Where there is no registry nothing is found in it, and nothing can be put there."""

from __future__ import annotations

import sys

import pytest

from tokenmgr.system import registry

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is one")


def test_nothing_is_found() -> None:
    assert registry.read("k", "n") is None
    assert registry.machine_number("k", "n") is None


def test_nothing_is_written() -> None:
    with pytest.raises(OSError, match="registry"):
        registry.write("k", "n", "x")
