"""Policies: merged into what is there, and read by a real Firefox that believes they are the computer's."""

from __future__ import annotations

import json
import os
import subprocess
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from tests.beds import marionette, pcsc
from tests.browsers.lists import FIREFOX_MADE
from tests.browsers.users import profile
from tokenmgr.browsers import policy
from tokenmgr.browsers.module_list import Entry
from tokenmgr.browsers.plans import registered
from tokenmgr.model.browser_errors import BrowserHasModule, BrowserNameRefused, BrowserProfileBroken
from tokenmgr.model.errors import NotSupported

NAME, LIBRARY = "e-Cert Token", "/usr/lib/libeToken.so"
OURS = {NAME: LIBRARY}


def devices(after: bytes | None) -> Any:
    return json.loads(after or b"")["policies"]["SecurityDevices"]


def test_a_new_file(tmp_path: Path) -> None:
    edit = policy.plan_add(tmp_path / "policies.json", OURS)
    assert (edit.before, edit.mode) == (None, 0o644)
    assert json.loads(edit.after or b"") == {"policies": {"SecurityDevices": {"Add": OURS}}}


@pytest.mark.parametrize(
    ("there", "added", "deleted"),
    [
        ({}, {"Add": OURS}, {"Delete": [NAME]}),
        ({"Add": {"A": "/a"}}, {"Add": {"A": "/a", **OURS}}, {"Add": {"A": "/a"}, "Delete": [NAME]}),
        ({"Add": OURS}, {"Add": OURS}, {"Add": {}, "Delete": [NAME]}),
        ({"Delete": [NAME, "B"]}, {"Delete": ["B"], "Add": OURS}, {"Delete": [NAME, "B"]}),
        # before Firefox 114 names and files stood there by themselves, and with Add beside them would not be read
        ({"A": "/a"}, {"A": "/a", **OURS}, {"Add": {"A": "/a"}, "Delete": [NAME]}),
    ],
)
def test_what_is_there_stays(tmp_path: Path, there: Any, added: Any, deleted: Any) -> None:
    path = tmp_path / "policies.json"
    path.write_text(json.dumps({"note": "注", "policies": {"DisableTelemetry": True, "SecurityDevices": there}}))
    for edit, wanted in ((policy.plan_add(path, OURS), added), (policy.plan_delete(path, [NAME]), deleted)):
        found = devices(edit.after)
        assert {key: value for key, value in found.items() if value or key != "Add"} == {
            key: value for key, value in wanted.items() if value or key != "Add"
        }
        assert json.loads(edit.after or b"")["policies"]["DisableTelemetry"] is True
        assert "注".encode() in (edit.after or b"")
        assert edit.before == path.read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b'{"policies": 1}',
        b'{"policies": {"SecurityDevices": []}}',
        b'{"policies": {"SecurityDevices": {"Add": [], "Delete": {}}}}',
        b"[" * 100_000,
    ],
)
def test_what_makes_no_sense_is_left_alone(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "policies.json"
    path.write_bytes(text)
    with pytest.raises(BrowserProfileBroken):
        policy.plan_add(path, OURS)
    with pytest.raises(BrowserProfileBroken):
        policy.plan_delete(path, [NAME])


@pytest.mark.parametrize(
    ("there", "name", "library"),
    [
        ({"Add": {NAME: "/opt/own.so"}}, NAME, "/opt/own.so"),
        ({NAME: "/opt/own.so"}, NAME, "/opt/own.so"),
        ({"Add": {"Own": LIBRARY}}, "Own", LIBRARY),
    ],
)
def test_what_an_administrator_wrote_is_not_overwritten(tmp_path: Path, there: Any, name: str, library: str) -> None:
    path = tmp_path / "policies.json"
    path.write_text(json.dumps({"policies": {"SecurityDevices": there}}))
    with pytest.raises(BrowserHasModule) as caught:
        policy.plan_add(path, OURS)
    assert (caught.value.name, caught.value.library, caught.value.profile) == (name, library, "")
    assert policy.added(path) == {name: library}


@pytest.mark.parametrize("modules", [{" bad \nx": LIBRARY}, {"": LIBRARY}, {"x" * 65: LIBRARY}, {NAME: "lib.so"}])
def test_what_firefox_would_read_back_otherwise_is_refused(tmp_path: Path, modules: dict[str, str]) -> None:
    with pytest.raises(BrowserNameRefused):
        policy.plan_add(tmp_path / "policies.json", modules)


def test_a_new_file_would_hide_the_one_beside_the_program(tmp_path: Path) -> None:
    for_all = tmp_path / "etc/firefox/policies/policies.json"
    beside = tmp_path / "usr/lib/firefox-esr/distribution/policies.json"
    assert policy.policy_file("linux", tmp_path) == for_all
    beside.parent.mkdir(parents=True)
    beside.touch()
    assert policy.policy_file("linux", tmp_path) == beside
    for_all.parent.mkdir(parents=True)
    for_all.touch()
    assert policy.policy_file("linux", tmp_path) == for_all


def test_windows_reads_it_beside_the_program(tmp_path: Path) -> None:
    env = {"ProgramFiles": str(tmp_path / "Program Files"), "ProgramFiles(x86)": str(tmp_path / "Program Files (x86)")}
    narrow, wide = (Path(env[name]) / "Mozilla Firefox" for name in ("ProgramFiles(x86)", "ProgramFiles"))
    for folder in (narrow, wide):  # the wider one goes first
        folder.mkdir(parents=True)
        with pytest.raises(NotSupported) if folder is narrow else nullcontext():
            policy.policy_file("win32", tmp_path, env)
        (folder / "firefox.exe").touch()
        assert policy.policy_file("win32", tmp_path, env) == folder / "distribution" / "policies.json"


def test_a_mac_reads_it_within_the_program(tmp_path: Path) -> None:
    contents = tmp_path / "Applications" / "Firefox.app" / "Contents"
    with pytest.raises(NotSupported) as caught:
        policy.policy_file("darwin", tmp_path, {})
    assert caught.value.what == "browser-policy"
    (contents / "MacOS").mkdir(parents=True)
    (contents / "MacOS" / "firefox").touch()
    assert policy.policy_file("darwin", tmp_path, {}) == contents / "Resources" / "distribution" / "policies.json"


#: The computer's /etc with a file more, for one program.
PRETEND = """
mount -t tmpfs tmpfs "$1" && mkdir -p "$1/upper/firefox/policies" "$1/work" &&
cp "$2" "$1/upper/firefox/policies/policies.json" &&
mount -t overlay overlay -o "lowerdir=/etc,upperdir=$1/upper,workdir=$1/work" /etc || exit 77
shift 2
exec "$@"
"""
NO_NAMESPACE = 77


def opened(folder: Path, home: Path, policies: bytes) -> None:
    """The profile is opened once, under these policies."""
    (home / "layer").mkdir(parents=True, exist_ok=True)
    (home / "policies.json").write_bytes(policies)
    alone = ["unshare", *(["-m"] if os.geteuid() == 0 else ["-U", "-r", "-m"]), "sh", "-c", PRETEND, "sh"]
    browse = [marionette.program() or "", "--headless", "--no-remote", "--profile", str(folder)]
    command = [*alone, str(home / "layer"), str(home / "policies.json"), *browse]
    env = os.environ | {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    shot = ["--screenshot", str(home / "shot.png"), "about:blank"]
    done = subprocess.run([*command, *shot], env=env, capture_output=True, check=False, timeout=60)
    if done.returncode == NO_NAMESPACE:
        pytest.skip("no file system of a program's own can be made here")


def test_a_real_firefox_obeys_and_keeps_until_told_to_delete(tmp_path: Path) -> None:
    if why := marionette.available():
        pytest.skip(why)
    library = str(pcsc.opensc_module() or pytest.skip("not installed: opensc"))
    made, home, path = profile(tmp_path / "p"), tmp_path / "home", tmp_path / "policies.json"
    added = policy.plan_add(path, {NAME: library}).after or b""
    opened(made.folder, home, added)
    assert registered(made) == [Entry(NAME, library)]
    path.write_bytes(added)
    opened(made.folder, home, policy.plan_delete(path, [NAME]).after or b"")
    assert made.list_file.read_bytes() == FIREFOX_MADE
