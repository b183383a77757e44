"""Sandboxes are told, with the one way that works."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browsers.users import profile
from tokenmgr.browsers.kinds import Packaging
from tokenmgr.browsers.ways import Way, way

if TYPE_CHECKING:
    from pathlib import Path

SAFENET, OPENSC = "/usr/lib/libeToken.so", "/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so"


@pytest.mark.parametrize(
    ("packaging", "library", "right"),
    [
        (Packaging.SYSTEM, SAFENET, Way.DIRECT),
        (Packaging.SYSTEM, OPENSC, Way.DIRECT),
        (Packaging.SNAP, SAFENET, Way.SNAP_REPLACE),
        (Packaging.SNAP, "", Way.SNAP_REPLACE),
        (Packaging.SNAP, OPENSC, Way.SNAP_CONNECT),
        (Packaging.FLATPAK, SAFENET, Way.FLATPAK_REPLACE),
        (Packaging.FLATPAK, OPENSC, Way.FLATPAK_REPLACE),
    ],
)
def test_the_way(tmp_path: Path, packaging: Packaging, library: str, right: Way) -> None:
    assert way(profile(tmp_path, packaging), library) is right
