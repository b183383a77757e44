"""Whose AppImage it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tokenmgr.system.appimage import image

OURS = {"APPIMAGE": "/srv/somebody/tokenmgr.AppImage", "APPDIR": "/run/mounted"}


@pytest.mark.parametrize(
    ("program", "environ", "found"),
    [
        ("/run/mounted/usr/bin/tokenmgr", OURS, OURS["APPIMAGE"]),
        ("/opt/tokenmgr/tokenmgr", OURS, ""),
        ("/run/mounted-elsewhere/tokenmgr", OURS, ""),
        ("/run/mounted/usr/bin/tokenmgr", {"APPIMAGE": OURS["APPIMAGE"]}, ""),
        ("/run/mounted/usr/bin/tokenmgr", {"APPDIR": OURS["APPDIR"]}, ""),
        ("/opt/tokenmgr/tokenmgr", {}, ""),
    ],
    ids=["its own", "started from another's", "a name that begins alike", "no folder", "no image", "none"],
)
def test_the_image(program: str, environ: dict[str, str], found: str) -> None:
    assert image(Path(program), environ) == found
