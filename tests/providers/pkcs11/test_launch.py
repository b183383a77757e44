"""How a module's process is started: with our own code alone, and nothing that a user's environment brings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgpack

import tokenmgr
from tests.providers.pkcs11 import tokens
from tokenmgr.providers.pkcs11.host import Host
from tokenmgr.providers.pkcs11.launch import DOOR, child_command, import_folders

if TYPE_CHECKING:
    import pytest

    from tests.beds.softhsm import SoftHsm


def test_the_environment_does_not_count() -> None:
    assert child_command()[:4] == [sys.executable, "-I", "-S", "-c"]


def test_a_frozen_program_has_a_program_for_it() -> None:
    code = "import sys; sys.frozen = True; from tokenmgr.providers.pkcs11 import launch; print(launch.child_command())"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, env=env).stdout
    assert said.strip() == str([str(Path(sys.executable).with_name("tokenmgr-module"))])


def test_the_door_leads_to_the_child(hsm: SoftHsm) -> None:
    host = Host(str(hsm.module), [sys.executable, "-m", "tokenmgr", DOOR], env=os.environ | hsm.env | paths())
    assert len(host.call("tokens", {}).body.rows("tokens")) == 2
    host.close()


def paths() -> dict[str, str]:
    return {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}


def test_our_own_code_is_what_runs_there() -> None:
    assert os.path.dirname(os.path.dirname(tokenmgr.__file__)) == import_folders()[0]  # noqa: PTH120 - plain strings


def test_the_library_is_found_where_it_would_be_imported_from(monkeypatch: pytest.MonkeyPatch) -> None:
    found = os.path.dirname(os.path.dirname(os.path.realpath(msgpack.__file__)))  # noqa: PTH120 - plain strings
    assert import_folders()[1] == found
    monkeypatch.setattr(sys, "path", [])  # as where it lies in no folder
    assert import_folders()[1] == found


def test_nobodys_code_comes_along(hsm: SoftHsm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sitecustomize, a module of ours by name, a start-up file: all of them would see PINs."""
    marker = tmp_path / "marker"
    for name in ("sitecustomize", "usercustomize", "msgpack", "ctypes", "tokenmgr", "startup"):
        (tmp_path / f"{name}.py").write_text(f"open({str(marker)!r}, 'a').write({name!r})")
    monkeypatch.chdir(tmp_path)
    planted = {
        "PYTHONPATH": str(tmp_path),
        "PYTHONSTARTUP": str(tmp_path / "startup.py"),
        "PYTHONUSERBASE": str(tmp_path),
    }
    provider = tokens.provider_of(hsm.module, hsm.env | planted)
    assert provider.tokens()
    provider.close()
    assert not marker.exists()
