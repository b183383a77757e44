"""Setting up: what is there is left alone, and what cannot be done is said with the next step."""

from __future__ import annotations

import ast
import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.ground.tree import ROOT
from tools import dev, environment, system_packages
from tools.say import Problem, quietly

if TYPE_CHECKING:
    from pathlib import Path

BEFORE_A_NEW_PYTHON = ("dev", "environment", "say", "system_packages")
LISTING = """installed\tpcscd\t
installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80.0), libgio
config-files\tlibpcsclite1\t
"""


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def debian(only: Path, tmp_path: Path) -> Path:
    """A system with two packages installed, and an apt-get that writes down what it is asked for."""
    (tmp_path / "listing").write_text(LISTING)
    program(only, "dpkg-query", f"/bin/cat {tmp_path}/listing")
    program(only, "apt-get", f'echo "$@" >> {tmp_path}/asked')
    return tmp_path


@pytest.mark.parametrize("name", BEFORE_A_NEW_PYTHON)
def test_set_up_can_be_read_by_python_3_10(name: str) -> None:
    ast.parse((ROOT / "tools" / f"{name}.py").read_text("utf-8"), feature_version=(3, 10))


def test_packages_are_known_by_what_they_provide_too(debian: Path) -> None:
    assert system_packages.missing(("pcscd", "libglib2.0-0", "libgio", "libpcsclite1")) == ["libpcsclite1"]


def test_root_installs_only_what_is_missing(debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system_packages.wish("start", "going on without")
    asked = (debian / "asked").read_text().split()
    assert "libpcsclite1" in asked
    assert "pcscd" not in asked
    assert "update" not in asked


def test_nothing_to_do_is_silent(
    debian: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(system_packages.PACKAGES, "start", ("pcscd", "libpcsclite1"))
    (debian / "listing").write_text(LISTING.replace("config-files", "installed"))
    system_packages.wish("start", "going on without")
    assert capfd.readouterr() == ("", "")
    assert not (debian / "asked").exists()


def test_without_root_the_one_line_to_run_is_shown(
    debian: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setitem(system_packages.PACKAGES, "start", ("pcscd", "libpcsclite1"))
    system_packages.wish("start", "going on with practice tokens")
    said = capsys.readouterr().err
    assert "going on with practice tokens" in said
    assert "sudo apt-get install -y --no-install-recommends libpcsclite1\n" in said
    with pytest.raises(Problem, match=r"Next step: run: sudo apt-get install .* python3-venv"):
        system_packages.require(["python3-venv"])


def test_a_failing_apt_is_tried_with_new_lists_then_quoted(
    debian: Path, only: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    program(only, "apt-get", f'echo "$@" >> {debian}/asked; echo no such package; exit 100')
    system_packages.wish("start", "going on without")
    calls = [call.split() for call in (debian / "asked").read_text().splitlines()]
    assert ["install" in call for call in calls[:3]] == [True, False, True]
    assert "update" in calls[1]
    assert "no such package" in capsys.readouterr().err


def test_one_unknown_package_does_not_cost_the_others(
    debian: Path, only: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setitem(system_packages.PACKAGES, "start", ("libpcsclite1", "unheard-of"))
    unknown = 'case "$*" in *unheard-of*) echo "E: no unheard-of"; exit 100;; esac'
    program(only, "apt-get", f'{unknown}; echo "$@" >> {debian}/asked')
    system_packages.wish("start", "going on without")
    last = (debian / "asked").read_text().splitlines()[-1].split()
    assert last[-1] == "libpcsclite1"
    assert "--simulate" not in last
    assert "E: no unheard-of" in capsys.readouterr().err


def test_where_there_is_no_apt(only: Path, capsys: pytest.CaptureFixture[str]) -> None:
    system_packages.wish("start", "going on without")
    assert "no apt-get here; going on without" in capsys.readouterr().err


def test_an_old_python_is_passed_over_for_a_newer_one(only: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(only, "python3", "echo 3 10")
    program(only, "python3.12", "echo not a version")
    monkeypatch.setattr(sys, "_base_executable", str(only / "python3"), raising=False)
    assert environment.find_python() is None
    program(only, "python3.11", "echo 3 11")
    assert environment.find_python() == str(only / "python3.11")


def test_without_a_new_enough_python_the_next_step_is_said(only: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(only, "python3", "echo 3 10")
    monkeypatch.setattr(sys, "_base_executable", str(only / "python3"), raising=False)
    with pytest.raises(Problem, match=r"python3\.11-venv"):
        environment.base_python()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose environment is complete, as its stamp says."""
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    places = {
        "ROOT": tmp_path,
        "VENV": tmp_path / ".venv",
        "PYTHON": python,
        "STAMP": tmp_path / ".venv" / "stamp",
        "PROJECT": tmp_path / "pyproject.toml",
        "LOCKS": tmp_path / "requirements",
    }
    for name, path in places.items():
        monkeypatch.setattr(environment, name, path)
    stamp = {name: environment.digest(path) for path in (tmp_path / "requirements").iterdir() if (name := path.name)}
    environment.write_stamp({**stamp, "place": str(tmp_path), "project": environment.digest(places["PROJECT"])})
    return tmp_path


@pytest.fixture
def pips(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(environment, "pip", lambda *words: calls.append(tuple(map(str, words))))
    monkeypatch.setattr(environment, "create", lambda: calls.append(("created",)))
    return calls


@pytest.mark.parametrize("purpose", ["start", "test", "lock"])
def test_a_complete_environment_is_left_alone(checkout: Path, pips: list[tuple[str, ...]], purpose: str) -> None:
    environment.ensure(purpose)
    assert pips == []


def test_a_changed_lock_is_installed_with_its_digests(checkout: Path, pips: list[tuple[str, ...]]) -> None:
    lock = checkout / "requirements" / "dev.txt"
    lock.write_text(lock.read_text() + "\n")
    environment.ensure("start")
    assert pips == []
    environment.ensure("test")
    assert pips == [("--require-hashes", "--only-binary", ":all:", "-r", str(lock))]
    environment.ensure("test")
    assert len(pips) == 1


def test_the_project_is_installed_without_asking_the_network(checkout: Path, pips: list[tuple[str, ...]]) -> None:
    (checkout / "pyproject.toml").write_text("")
    environment.ensure("start")
    assert pips == [("--no-deps", "--no-build-isolation", "--no-index", "-e", str(checkout))]


@pytest.mark.parametrize("stamp", ["", "torn {", json.dumps({"place": "somewhere else"})])
def test_a_moved_or_torn_environment_is_made_anew(checkout: Path, pips: list[tuple[str, ...]], stamp: str) -> None:
    environment.STAMP.write_text(stamp)
    environment.ensure("test")
    assert pips[0] == ("created",)
    assert pips[1][0] == "--require-hashes"


def test_a_failing_pip_is_quoted_with_the_next_step(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "pip", lambda *_words: "Could not resolve host")
    environment.STAMP.write_text(json.dumps({"place": str(checkout)}))
    with pytest.raises(Problem, match=r"Could not resolve host\nNext step: check the network"):
        environment.ensure("test")


def test_a_program_is_quoted_only_when_it_fails() -> None:
    assert quietly([sys.executable, "-c", "print('fine')"]) is None
    assert quietly([sys.executable, "-c", "print('one\\ntwo'); raise SystemExit(3)"]) == "one\ntwo"
    assert "No such file" in (quietly(["/no/such/program"]) or "")


def test_an_unknown_command_shows_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["dance"]) == 2
    assert "start | test | check" in capsys.readouterr().err


def test_make_knows_the_same_commands() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (listed,) = [line.removeprefix("COMMANDS = ") for line in makefile.splitlines() if line.startswith("COMMANDS")]
    assert set(listed.split()) == set(dev.COMMANDS)
