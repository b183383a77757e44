"""Plans: what would be written, and what is refused. Nothing is written by planning."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.browsers.lists import FIREFOX_MADE
from tests.browsers.test_running import held
from tests.browsers.users import profile
from tokenmgr.browsers.kinds import Browser, Packaging
from tokenmgr.browsers.module_list import Entry
from tokenmgr.browsers.plans import MOST_BYTES, plan_register, plan_remove, registered
from tokenmgr.changes.record import Changes
from tokenmgr.model.browser_errors import (
    BrowserHasModule,
    BrowserLacksModule,
    BrowserNameRefused,
    BrowserProfileBroken,
    BrowserRunning,
    BrowserSandboxed,
)
from tokenmgr.model.change import FileEdit
from tokenmgr.model.errors import TokenError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME, LIBRARY = "e-Cert Token", "/usr/lib/libeToken.so"
OURS = b"library=/usr/lib/libeToken.so\nname=e-Cert Token\n\n"
OTHER = b"library=/usr/lib/other.so\nname=Other\n\n"


def test_an_entry_at_the_end(tmp_path: Path) -> None:
    edit = plan_register(profile(tmp_path), NAME, LIBRARY)
    assert edit == FileEdit(tmp_path / "pkcs11.txt", FIREFOX_MADE, FIREFOX_MADE + OURS)
    assert (tmp_path / "pkcs11.txt").read_bytes() == FIREFOX_MADE


def test_a_profile_without_a_list_gets_a_whole_one(tmp_path: Path) -> None:
    edit = plan_register(profile(tmp_path / "it's", listing=None), NAME, LIBRARY)
    folder = str(tmp_path / "it\\'s").encode()
    assert (edit.before, edit.after) == (None, FIREFOX_MADE.replace(b"FOLDER", folder) + OURS)


def test_what_is_there_already_needs_nothing(tmp_path: Path) -> None:
    edit = plan_register(profile(tmp_path, listing=FIREFOX_MADE + OURS), NAME, LIBRARY)
    assert edit.before == edit.after == FIREFOX_MADE + OURS


def test_only_our_own_is_taken_out(tmp_path: Path) -> None:
    """Whatever has come into the list since, before it or behind it."""
    edit = plan_remove(profile(tmp_path, listing=FIREFOX_MADE + OTHER + OURS + OTHER), NAME, LIBRARY)
    assert edit.after == FIREFOX_MADE + OTHER + OTHER


def test_applied_and_undone(tmp_path: Path) -> None:
    made, changes = profile(tmp_path / "p"), Changes(tmp_path / "changes")
    number = changes.apply("browser", {}, [plan_register(made, NAME, LIBRARY)])
    assert registered(made) == [Entry(NAME, LIBRARY)]
    changes.undo(number)
    assert made.list_file.read_bytes() == FIREFOX_MADE


def test_two_copies_are_refused(tmp_path: Path) -> None:
    library = tmp_path / "libeToken.so"
    library.touch()
    (tmp_path / "link.so").symlink_to(library)
    made = profile(tmp_path / "p", listing=FIREFOX_MADE + f"library={library}\nname=Old\n\n".encode())
    for other in (library, tmp_path / "link.so"):
        with pytest.raises(BrowserHasModule) as caught:
            plan_register(made, NAME, str(other))
        assert caught.value.facts() == {
            "browser": "Firefox", "profile": "default", "name": "Old", "library": str(library)
        }  # fmt: skip


@pytest.mark.parametrize("name", ["Other", "NSS Internal PKCS #11 Module"])
def test_a_name_that_is_taken_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(BrowserHasModule):
        plan_register(profile(tmp_path, listing=FIREFOX_MADE + OTHER), name, LIBRARY)


NOT_LISTED = [("Other", "/usr/lib/2.so"), ("Else", "/usr/lib/other.so"), ("NSS Internal PKCS #11 Module", "")]


@pytest.mark.parametrize(("name", "library"), NOT_LISTED)
def test_what_is_not_listed_cannot_be_taken_out(tmp_path: Path, name: str, library: str) -> None:
    for listing in (FIREFOX_MADE + OTHER, None):
        with pytest.raises(BrowserLacksModule):
            plan_remove(profile(tmp_path / str(listing is None), listing=listing), name, library)


@pytest.mark.parametrize("name", ["", " x", "x ", '"x"', "a\nb", "a\rb", "a\0b", "a\u202eb", "x" * 65, "\udcff"])
def test_names_that_would_be_read_back_otherwise(tmp_path: Path, name: str) -> None:
    with pytest.raises(BrowserNameRefused):
        plan_register(profile(tmp_path), name, LIBRARY)


@pytest.mark.parametrize("library", ["", "libeToken.so", "/usr/lib/a\nb.so", "/usr/lib/a\n\nlibrary=/x.so"])
def test_paths_that_would_be_read_back_otherwise(tmp_path: Path, library: str) -> None:
    with pytest.raises(BrowserNameRefused):
        plan_register(profile(tmp_path), NAME, library)


def test_an_open_browser_is_refused(tmp_path: Path) -> None:
    made = profile(tmp_path, listing=FIREFOX_MADE + OURS)
    with held(tmp_path / ".parentlock", "lock"):
        for plan in (plan_register, plan_remove):
            with pytest.raises(BrowserRunning) as caught:
                plan(made, NAME, LIBRARY)
            assert caught.value.facts() == {"browser": "Firefox", "profile": "default"}
        assert registered(made) == [Entry(NAME, LIBRARY)]


@pytest.mark.parametrize(
    ("packaging", "way"), [(Packaging.SNAP, "snap-replace"), (Packaging.FLATPAK, "flatpak-replace")]
)
def test_a_sandbox_is_told_and_not_pretended_to(tmp_path: Path, packaging: Packaging, way: str) -> None:
    made = profile(tmp_path, packaging, FIREFOX_MADE + OURS)
    with pytest.raises(BrowserSandboxed) as caught:
        plan_register(made, "Another", "/usr/lib/another.so")
    assert caught.value.way == way
    assert plan_remove(made, NAME, LIBRARY).after == FIREFOX_MADE


def as_folder(path: Path) -> None:
    path.mkdir()


def as_pipe(path: Path) -> None:
    os.mkfifo(path)


def as_circle(path: Path) -> None:
    path.symlink_to(path)


def as_heap(path: Path) -> None:
    path.write_bytes(b"\n" * (MOST_BYTES + 1))


@pytest.mark.parametrize("made", [as_folder, as_pipe, as_circle, as_heap])
def test_a_list_that_cannot_be_read(tmp_path: Path, made: Callable[[Path], None]) -> None:
    broken = profile(tmp_path, listing=None)
    made(tmp_path / "pkcs11.txt")
    with pytest.raises(BrowserProfileBroken) as caught:
        plan_register(broken, NAME, LIBRARY)
    assert caught.value.path == str(tmp_path / "pkcs11.txt")
    assert caught.value.reason


def test_a_firefox_profile_that_is_gone(tmp_path: Path) -> None:
    gone = profile(tmp_path / "p", listing=None)
    gone.folder.rmdir()
    with pytest.raises(BrowserProfileBroken):
        plan_register(gone, NAME, LIBRARY)
    assert plan_register(gone._replace(browser=Browser.CHROMIUM), NAME, LIBRARY).before is None


def test_every_refusal_is_a_token_error() -> None:
    assert issubclass(BrowserRunning, TokenError)
