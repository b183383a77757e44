"""`browsers`: with real modules, in a home of the test's own."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.command import CommandLine
from tests.beds import softhsm
from tests.beds.softhsm import SoftHsm
from tests.browsers.lists import FIREFOX_MADE
from tests.browsers.test_running import held
from tests.browsers.users import listed
from tests.cli.test_json import cell, keys, table, words
from tests.practising import FINE, REFUSED, USAGE
from tokenmgr import app
from tokenmgr.browsers.ways import Way
from tokenmgr.cli import main

if TYPE_CHECKING:
    from pathlib import Path

NAME = "e-Cert Token"


@pytest.fixture
def library() -> str:
    if why := softhsm.available():
        pytest.skip(why)
    return str(softhsm.module())


@pytest.fixture
def user(tmp_path: Path) -> Path:
    """With a usual Firefox, one in a snap, and Chromium."""
    home = tmp_path / "user"
    listed(home / ".mozilla/firefox")
    listed(home / "snap/firefox/common/.mozilla/firefox", "[Profile0]\nName=default\nPath=s.default\n", "s.default")
    (home / ".config/chromium").mkdir(parents=True)
    return home


@pytest.fixture
def run(tmp_path: Path, user: Path, library: str) -> CommandLine:
    env = {"HOME": str(user), "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""}
    hsm = SoftHsm(tmp_path / "hsm")
    return CommandLine(tmp_path / "kept", ("--language", "en"), env | hsm.env)


@pytest.fixture
def listing(user: Path) -> Path:
    return user / ".mozilla/firefox/hvtzpgmb.default-esr/pkcs11.txt"


def test_the_list(run: CommandLine, user: Path) -> None:
    rows = run("browsers").json()
    assert [(row["id"], row["usual"], row["running"], row["way"]) for row in rows] == [
        ("firefox:hvtzpgmb.default-esr", True, False, "direct"),
        ("firefox:paqluvhb.default", False, False, "direct"),
        ("firefox-snap:s.default", True, False, rows[2]["way"]),
        ("chromium:nssdb", True, False, "direct"),
    ]
    assert rows[2]["way"].startswith("snap-")
    assert rows[0]["folder"] == str(user / ".mozilla/firefox/hvtzpgmb.default-esr")
    assert (rows[0]["registered"], rows[0]["fault"]) == ([], None)
    assert any(offer["name"] == "SoftHSM" for offer in rows[0]["offers"])


def test_the_document_says_it_all(run: CommandLine, library: str) -> None:
    (row, *_) = run("browsers").json()
    assert set(row) == keys("browser")
    assert {way.value for way in Way} == cell("browser", "way")
    known = {each[0].strip("`"): words(each[2]) | {"done"} for each in table("done")}
    for said in (("register", "firefox", "--module", library), ("remove", "firefox")):
        done = run("browsers", *said).json()
        assert set(done) == known[done["done"]]


def for_people(run: CommandLine, *words: str) -> str:
    done = subprocess.run(run.command(*words), env=run.environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_the_table(run: CommandLine) -> None:
    said = for_people(run, "browsers")
    assert "Firefox (default-esr)" in said
    assert "sandboxed" in said
    assert said.count("ready") == 3


def test_registered_listed_removed(run: CommandLine, listing: Path, library: str) -> None:
    done = run("browsers", "register", "firefox", "--module", library, "--name", NAME).json()
    assert (done["done"], done["id"], done["name"]) == ("browser-registered", "firefox:hvtzpgmb.default-esr", NAME)
    assert listing.read_bytes().endswith(f"name={NAME}\n\n".encode())
    row = run("browsers", "list").json()[0]
    assert row["registered"] == [{"name": NAME, "module": done["module"]}]
    assert not any(offer["name"] == "SoftHSM" for offer in row["offers"])
    again = run("browsers", "register", "firefox", "--module", library, "--name", NAME).json()
    assert (again["done"], again["change"]) == ("browser-had-it", "")
    assert run("browsers", "remove", "default-esr").json()["done"] == "browser-removed"
    assert listing.read_bytes() == FIREFOX_MADE


def test_refused_with_the_reason(run: CommandLine, listing: Path, library: str) -> None:
    module = ("--module", library, "--name", NAME)
    for said, code in (
        (("register", "firefox-snap", *module), "browser-sandboxed"),
        (("register", "opera", *module), "browser-not-found"),
        (("register", "firefox", "--module", library, "--name", " x"), "browser-name-refused"),
        (("register", "firefox", "--module", "/nowhere.so", "--name", NAME), "module-unfit"),
        (("remove", "firefox"), "browser-lacks-module"),
    ):
        ran = run("browsers", *said)
        assert ran.error()["code"] == code
        assert ran.code == (7 if code == "module-unfit" else REFUSED)
    assert listing.read_bytes() == FIREFOX_MADE


def test_what_is_not_clear_is_asked(run: CommandLine, listing: Path, library: str) -> None:
    assert run("browsers", "register", "firefox", "--module", library, "--name", NAME).code == FINE
    other = b"library=/usr/lib/other.so\nname=Other\n\n"
    listing.write_bytes(listing.read_bytes() + other)
    ran = run("browsers", "remove", "firefox")
    assert ran.code == USAGE
    assert f"{NAME} = " in ran.err
    assert run("browsers", "remove", "firefox", "--name", NAME).code == FINE
    assert listing.read_bytes() == FIREFOX_MADE + other


def test_an_open_browser_is_refused_or_waited_for(run: CommandLine, listing: Path, library: str) -> None:
    words = ("browsers", "register", "firefox", "--module", library, "--name", NAME)
    with held(listing.parent / ".parentlock", "lock") as browser:
        assert run(*words).error()["code"] == "browser-running"
        command = run.command("--json", *words, "--wait")
        with subprocess.Popen(command, env=run.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as waiting:
            assert waiting.stderr
            assert b"Close all of its windows" in waiting.stderr.readline()
            assert listing.read_bytes() == FIREFOX_MADE
            browser.communicate()
            out, _ = waiting.communicate(timeout=30)
    assert b"browser-registered" in out
    assert listing.read_bytes() != FIREFOX_MADE


def test_without_a_browser(run: CommandLine, tmp_path: Path) -> None:
    nobody = CommandLine(run.home, run.options, {**run.env, "HOME": str(tmp_path / "nobody")})
    assert nobody("browsers").json() == []
    assert "No profile of Firefox" in for_people(nobody, "browsers")


@pytest.mark.parametrize(("user", "program"), [(0, "sudo tokenmgr-cli"), (1000, "tokenmgr-cli")])
def test_for_everyone_and_back(
    tmp_path: Path,
    library: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    user: int,
    program: str,
) -> None:
    """The record of what root did is root's: whoever is told the number is told how to reach it."""
    policies = tmp_path / "policies.json"
    monkeypatch.setattr("tokenmgr.browsers.policy.policy_file", lambda: policies)
    monkeypatch.setattr(os, "geteuid", lambda: user)

    def said(*words: str) -> tuple[int, str]:
        code = main.run(["--home", str(tmp_path / "kept"), "--language", "en", *words], app.build)
        return code, "".join(capsys.readouterr())

    everyone = ("browsers", "everyone", "--module", library, "--name", NAME)
    assert said(*everyone) == (
        FINE, f"Every user's Firefox will load {NAME} when next opened. To undo: {program} doctor --undo 1\n",
    )  # fmt: skip
    assert said(*everyone) == (FINE, f"Every user's Firefox loads {NAME} already; nothing was changed\n")
    assert said("browsers", "everyone", "--remove", "--name", NAME)[1].endswith(f": {program} doctor --undo 2\n")
    before = policies.read_bytes()
    for slip in ((*everyone[:-1], " x"), ("browsers", "everyone", "--remove", "--name", "e-Cert Tolken")):
        assert said(*slip)[0] == REFUSED
    assert "No policy of this computer" in said("browsers", "everyone", "--remove", "--name", NAME)[1]
    assert policies.read_bytes() == before
