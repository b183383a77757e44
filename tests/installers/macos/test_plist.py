"""What the app tells macOS of itself."""

from __future__ import annotations

import plistlib
from pathlib import Path

from installers.macos import build, plist
from installers.windows import registry


def test_it_is_a_property_list() -> None:
    assert plistlib.loads(plistlib.dumps(plist.info("1.2.3")))["CFBundleShortVersionString"] == "1.2.3"


def test_offered_and_never_the_default() -> None:
    kinds = plist.info("1")["CFBundleDocumentTypes"]
    assert {kind["LSHandlerRank"] for kind in kinds} == {"Alternate"}


def test_the_same_files_and_links_as_on_windows() -> None:
    theirs = {ending.lstrip(".") for _, _, endings in registry.KINDS for ending in endings}
    assert {ending for _, _, endings in plist.KINDS for ending in endings} == theirs
    assert plist.SCHEME == registry.SCHEME


def test_it_is_an_app_with_a_window() -> None:
    info = plist.info("1")
    assert (info["LSUIElement"], info["LSBackgroundOnly"]) == (False, False)


def test_only_the_modules_process_may_load_what_others_signed() -> None:
    (entitlements,) = build.ENTITLED.values()
    found = plistlib.loads(Path(entitlements).read_bytes())
    assert found == {"com.apple.security.cs.disable-library-validation": True}
    assert set(build.ENTITLED) == {"tokenmgr-module"}
