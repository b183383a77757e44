"""`modules` and `module`: consent to a real library in a folder of the user's own."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.command import CommandLine
from tests.beds import softhsm
from tests.beds.softhsm import SoftHsm
from tests.practising import FAULT, FINE, REFUSED

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A copy of SoftHSM that no list names."""
    if why := softhsm.available():
        pytest.skip(why)
    folder = tmp_path / "vendor"
    folder.mkdir(mode=0o755)
    copy = folder / "libvendor.so"
    shutil.copy(softhsm.module() or "", copy)
    return copy


@pytest.fixture
def run(tmp_path: Path, library: Path) -> CommandLine:
    hsm = SoftHsm(tmp_path / "hsm")
    hsm.add_token("card", "123456", "87654321")
    return CommandLine(tmp_path / "home", (), hsm.env)


def state(run: CommandLine, library: Path) -> str | None:
    rows = run("modules").json()
    return next((row["state"] for row in rows if row["path"] == str(library)), None)


def test_agreed_tested_disabled_taken_back(run: CommandLine, library: Path) -> None:
    assert state(run, library) is None
    assert run("module", "add", str(library)).json() == {"done": "module-added", "path": str(library)}
    assert state(run, library) == "ready"
    assert [row["module"] for row in run("tokens").json() if row["label"] == "card"].count(str(library)) <= 1
    tested = run("module", "test", str(library))
    assert (tested.code, tested.json()[0]["description"], tested.json()[0]["tokens"]) == (
        FINE,
        "Implementation of PKCS11",
        tested.json()[0]["tokens"],
    )
    assert run("module", "disable", str(library)).code == FINE
    assert state(run, library) == "disabled"
    assert run("module", "enable", str(library)).code == FINE
    assert state(run, library) == "ready"
    assert run("module", "remove", str(library)).json()["done"] == "module-removed"
    assert state(run, library) is None
    again = run("module", "remove", str(library))
    assert (again.code, '"module-not-listed"' in again.out) == (REFUSED, True)


def test_a_changed_file_needs_a_new_agreement(run: CommandLine, library: Path) -> None:
    run("module", "add", str(library))
    with library.open("ab") as file:
        file.write(b"\0")
    assert state(run, library) == "untrusted"
    assert run("module", "add", str(library)).code == FINE
    assert state(run, library) == "ready"


def open_to_all(path: Path) -> None:
    path.chmod(0o777)


@pytest.mark.parametrize("of_folder", [False, True])
def test_what_others_may_write_is_never_loaded(run: CommandLine, library: Path, of_folder: bool) -> None:
    open_to_all(library.parent if of_folder else library)
    for verb in (
        ["module", "add", str(library)],
        ["module", "test", str(library)],
        ["--module", str(library), "certs"],
    ):
        ran = run(*verb)
        assert (ran.code, ran.error()["code"]) == (FAULT, "module-untrusted")
        assert ran.error()["module"] == str(library)


@pytest.mark.parametrize(("name", "content"), [("none", None), ("text", b"no library"), ("half", b"\x7fELF")])
def test_what_is_no_library(run: CommandLine, tmp_path: Path, name: str, content: bytes | None) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    for verb in (["module", "add", str(file)], ["module", "test", str(file)], ["--module", str(file), "tokens"]):
        ran = run(*verb)
        assert (ran.code, ran.error()["code"]) == (FAULT, "module-unfit")


def test_for_people(run: CommandLine, library: Path) -> None:
    run("module", "add", str(library))
    ran = run("modules")
    assert ran.code == FINE
    assert all(row["path"].startswith("/") for row in ran.json())
