"""What is signed, in which order, and with what. Signing itself is macOS's."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from installers.macos import build

CODE = b"\xcf\xfa\xed\xfe and more"


@pytest.fixture
def app(tmp_path: Path) -> Path:
    app = tmp_path / "tokenmgr.app"
    names = {
        "MacOS/tokenmgr": CODE, "MacOS/tokenmgr-module": CODE, "Info.plist": b"<plist/>",
        "Frameworks/libssl.dylib": CODE, "Frameworks/QtCore.framework/Versions/A/QtCore": CODE,
        "Resources/app.svg": b"<svg/>", "Resources/empty": b"",
    }  # fmt: skip
    for name, data in names.items():
        path = app / "Contents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (app / "Contents" / "Resources" / "libssl.dylib").symlink_to("../Frameworks/libssl.dylib")
    return app


def test_everything_with_code_once_from_the_inside_out(app: Path) -> None:
    names = [path.name for path in build.parts(app)]
    assert names == ["QtCore", "libssl.dylib", "QtCore.framework", "tokenmgr", "tokenmgr-module"]


def test_hardened_and_only_the_modules_process_entitled(app: Path) -> None:
    for path in build.parts(app):
        words = build.signing(path, "Somebody")
        assert "runtime" in words
        assert ("--entitlements" in words) == (path.name == "tokenmgr-module")


def test_signed_by_nobody_it_is_not_hardened(app: Path) -> None:
    assert "runtime" not in build.signing(app, build.NOBODY)


def test_the_profile_is_looked_for_where_it_was_stored() -> None:
    words = build.notarising(Path("t.dmg"), "tokenmgr", "/run/sign.keychain-db")
    assert words[words.index("--keychain") + 1] == "/run/sign.keychain-db"
    assert "--keychain" not in build.notarising(Path("t.dmg"), "tokenmgr", "")


def test_the_recipe_is_python() -> None:
    ast.parse(build.SPEC.read_text("utf-8"))
