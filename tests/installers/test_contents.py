"""What is in the bundle."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from installers import contents
from installers.product import ROOT

if TYPE_CHECKING:
    from pathlib import Path

linux = pytest.mark.skipif(sys.platform != "linux", reason="where the system keeps libraries for all")


@pytest.mark.parametrize(
    ("place", "ships"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqlinuxfb.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/translations/qtbase_zh_TW.qm", True),
        ("PySide6/Qt/translations/qtbase_fi.qm", False),
        ("PySide6/Qt/translations/qt_help_zh_CN.qm", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6EglFsKmsSupport.so.6", False),
        ("PySide6/Qt6Quick.dll", False),
        ("tokenmgr/resources/i18n/zh-Hans.qm", True),
        ("tokenmgr/resources/i18n/zh-Hans.ts", False),
        ("keyring-25.7.0.dist-info/METADATA", True),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("keyring-25.7.0.dist-info/licenses/LICENSE", True),
        ("keyring-25.7.0.dist-info/RECORD", False),
        ("keyring-25.7.0.dist-info/direct_url.json", False),
        ("_pyi_rth_utils/qt.pyc", False),
    ],
)
def test_what_ships(place: str, ships: bool) -> None:
    assert contents.ships(place, "/somewhere", "DATA") == ships


@linux
@pytest.mark.parametrize(
    ("place", "source", "ships"),
    [
        ("libssl.so.3", "/lib/x86_64-linux-gnu/libssl.so.3", False),
        ("libgtk-3.so.0", "/usr/lib/x86_64-linux-gnu/libgtk-3.so.0", False),
        ("libssl.so.3", "/opt/python/lib/libssl.so.3", True),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", True),
        ("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so", True),
    ],
)
def test_what_the_system_has_stays_the_systems(place: str, source: str, ships: bool) -> None:
    assert contents.ships(place, source, "BINARY") == ships


def test_whatever_is_imported_by_name_is_there() -> None:
    found = contents.own_modules(ROOT / "src")
    assert {"tokenmgr", "tokenmgr.ui.dialogs.unlock", "tokenmgr.cli.verbs.pin", "tokenmgr.providers.pkcs11.child"} <= {
        *found
    }
    assert found == sorted(set(found))
    assert not [name for name in found if name.endswith("__init__")]


def test_only_our_first_steps_are_taken() -> None:
    scripts = [(name, "", "PYSOURCE") for name in ("pyi_rth_pyside6", "first", "window", "module")]
    assert [name for name, _, _ in contents.first_steps(scripts, "window")] == ["first", "window"]


def test_a_label_is_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "licenses").mkdir()
    for name in ("METADATA", "licenses/LICENSE"):
        (tmp_path / name).write_text("x")
    found = [dest for dest, _, _ in contents.label([(str(tmp_path), "x-1.dist-info")])]
    assert found == ["x-1.dist-info/METADATA", "x-1.dist-info/licenses/LICENSE"]
