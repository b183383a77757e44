"""Room and rights of our own files, and the keyring."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tokenmgr.actions.checks.home import MEGA, MOST_FILES, check_keyring, check_rights, check_room, keyring_name

if TYPE_CHECKING:
    from pathlib import Path


class Usage(NamedTuple):
    free: int


@pytest.mark.parametrize(("free", "state"), [(5000, "ok"), (100, "warn"), (5, "bad")])
def test_room(free: int, state: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(free * MEGA))
    [found] = check_room(tmp_path / "not" / "there" / "yet")
    assert (found.state, dict(found.facts)["free-mb"], found.evidence) == (state, free, (str(tmp_path),))
    assert bool(found.next_step) == (state != "ok")


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    [found] = check_room(tmp_path)
    assert (found.state, found.next_step) == ("bad", "make-home-writable")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    (home / "practice").mkdir(parents=True, mode=0o700)
    (home / "ledger.sqlite").touch(mode=0o600)
    home.chmod(0o700)
    return home


@pytest.mark.skipif(os.name == "nt", reason="rights are another thing there")
@pytest.mark.parametrize(
    ("folder", "file", "state", "reason"),
    [
        (0o700, 0o600, "ok", None),
        (0o700, 0o666, "ok", None),
        (0o755, 0o600, "warn", "readable"),
        (0o755, 0o622, "bad", "writable"),
        (0o777, 0o600, "bad", "writable"),
    ],
)
def test_rights(folder: int, file: int, state: str, reason: str | None, home: Path) -> None:
    home.chmod(folder)
    (home / "ledger.sqlite").chmod(file)
    [found] = check_rights(home)
    assert (found.state, dict(found.facts).get("reason")) == (state, reason)
    assert bool(found.next_step) == (state != "ok")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_files_of_somebody_else(home: Path) -> None:
    os.chown(home / "ledger.sqlite", 1234, 1234)
    [found] = check_rights(home)
    assert (found.state, dict(found.facts)["reason"]) == ("bad", "owner")
    assert found.evidence == (f"{home / 'ledger.sqlite'} 0600",)


def test_links_are_not_followed_and_numbers_are_bounded(home: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.touch()
    outside.chmod(0o666)
    (home / "link").symlink_to(outside)
    home.chmod(0o755)
    [found] = check_rights(home)
    assert (found.state, dict(found.facts)["files"]) == ("warn", 1), (
        "the folder, and neither the link nor where it leads"
    )
    home.chmod(0o700)
    for number in range(MOST_FILES + 50):
        (home / "practice" / str(number)).touch(mode=0o600)
    [found] = check_rights(home)
    assert found.state == "ok"
    assert MOST_FILES - 5 <= dict(found.facts)["count"] <= MOST_FILES + 1  # type: ignore[operator]


def test_no_home_yet(tmp_path: Path) -> None:
    assert next(check_rights(tmp_path / "none")).state == "ok"


def test_keyring() -> None:
    assert next(check_keyring(lambda: "keyring.backends.SecretService.Keyring")).state == "ok"
    [found] = check_keyring(lambda: "")
    assert (found.state, found.next_step) == ("warn", "install-keyring")


def test_the_real_keyring_is_named_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.backends import fail, null

    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    assert keyring_name() == ""
    monkeypatch.setattr(keyring, "get_keyring", null.Keyring)
    assert keyring_name() == "keyring.backends.null.Keyring"
