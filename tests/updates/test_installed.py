"""How the program came onto the computer, by the system's own records."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from installers.windows import msi
from tokenmgr.updates.installed import Here, here, installed, offered, registered

if TYPE_CHECKING:
    from collections.abc import Mapping

PROGRAM = "/usr/lib/tokenmgr/tokenmgr"


def place(tmp_path: Path, program: str = PROGRAM, *, bundled: bool = True, system: str = "linux") -> Here:
    return Here(Path(program), bundled, system, tmp_path, {})


def test_this_one_runs_from_its_source() -> None:
    assert installed(here()) == "source"
    assert offered("source") == ""


@pytest.mark.parametrize("name", ["tokenmgr.list", "tokenmgr:amd64.list", "issuers-own-name.list"])
@pytest.mark.parametrize("bundled", [True, False])
def test_a_deb(tmp_path: Path, name: str, bundled: bool) -> None:
    (tmp_path / "adduser.list").write_text("/.\n/usr\n/usr/sbin/adduser\n")
    (tmp_path / name).write_text(f"/.\n/usr\n{PROGRAM}\n")
    assert installed(place(tmp_path, bundled=bundled)) == "deb"


def test_another_programs_deb(tmp_path: Path) -> None:
    (tmp_path / "tokenmgr.list").write_text(f"/.\n/usr\n{PROGRAM}-other\n/opt{PROGRAM}\n")
    assert installed(place(tmp_path)) == "folder"
    assert installed(place(tmp_path / "no such folder")) == "folder"


def test_an_image(tmp_path: Path) -> None:
    ours = {"APPIMAGE": "/home/user/tokenmgr.AppImage", "APPDIR": "/tmp/.mount_x"}
    assert installed(place(tmp_path, "/tmp/.mount_x/usr/bin/tokenmgr")._replace(environ=ours)) == "appimage"
    assert installed(place(tmp_path, "/opt/tokenmgr/tokenmgr")._replace(environ=ours)) == "folder"


def test_an_app_of_a_mac(tmp_path: Path) -> None:
    assert installed(place(tmp_path, "/Applications/tokenmgr.app/Contents/MacOS/tokenmgr", system="darwin")) == "dmg"


def written_by_our_msi(folder: str) -> Mapping[str, object]:
    """Windows copies what the MSI says of its folder, and writes an empty text where it says nothing."""
    said = re.findall("'ARPINSTALLLOCATION', '(.*?)'", "\n".join(msi.queries()))
    return {"InstallLocation": "".join(said).replace("[INSTALLDIR]", folder), "WindowsInstaller": 1}


ENTRIES: list[Mapping[str, object]] = [
    {},
    {"InstallLocation": "", "WindowsInstaller": 1},
    {"InstallLocation": "C:\\Program Files\\tokenmgr old\\", "WindowsInstaller": 1},
    {"InstallLocation": '"c:\\program files\\TokenMgr\\"'},
    written_by_our_msi("C:\\Program Files\\TokenMgr for all\\"),
    {"InstallLocation": "C:\\Users\\me\\AppData\\Local\\tokenmgr"},
]


@pytest.mark.parametrize(
    ("program", "kind"),
    [
        ("C:\\Program Files\\tokenmgr for all\\tokenmgr.exe", "msi"),
        ("C:\\Program Files\\tokenmgr\\tokenmgr.exe", "nsis"),
        ("C:\\Users\\me\\AppData\\Local\\tokenmgr\\tokenmgr.exe", "nsis"),
        ("C:\\tokenmgr\\tokenmgr.exe", "folder"),
        ("C:\\Program Files\\tokenmgr2\\tokenmgr.exe", "folder"),
    ],
)
def test_what_windows_has_registered(program: str, kind: str) -> None:
    assert registered(Path(program), ENTRIES) == kind


def test_what_would_bring_a_newer_one() -> None:
    assert offered("deb") == "deb"
    assert [offered("folder", system) for system in ("linux", "win32", "darwin", "aix")] == [
        "appimage",
        "nsis",
        "dmg",
        "",
    ]
