"""Every structure contract can break: a small house that ignores all the rules breaks all of them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.ground.tree import ROOT

ROOMS = {
    "__main__": "import tokenmgr.app",
    "app": "import tokenmgr.cli, tokenmgr.ui, tokenmgr.providers.practice, tokenmgr.settings",
    "settings": "",
    "cli": "import tokenmgr.wording",
    "ui": "import PySide6, tokenmgr.wording",
    "wording": "import tokenmgr.actions",
    "actions": "import tokenmgr.session",
    "session": "import sqlite3, tokenmgr.providers.base, tokenmgr.ca",
    "ca": "import tokenmgr.x509",
    "x509": "import tokenmgr.model",
    "model": "",
    "system": "import ctypes",
    "places": "",
    "providers": "",
    "providers.base": "import tokenmgr.model",
    "providers.practice": "import sqlite3, tokenmgr.providers.base",
    "providers.pkcs11": "import tokenmgr.providers.base",
    "providers.pkcs11.child": "import pkcs11",
    "backoffice": "import tokenmgr.model",
}
# One breach for each contract, by the contract's id in pyproject.toml.
BREACHES = {
    "floors": ("model", "import tokenmgr.x509"),
    "no-cycles": ("session", "import tokenmgr.actions"),
    "providers-through-session": ("actions", "import tokenmgr.providers.base"),
    "session-knows-base": ("session", "import tokenmgr.providers.practice"),
    "child-is-started": ("providers.pkcs11", "import tokenmgr.providers.pkcs11.child"),
    "binding": ("providers.pkcs11", "import pkcs11.constants"),
    "qt": ("cli", "from PySide6 import QtCore"),
    "one-reader-of-settings": ("session", "from tokenmgr import settings"),
    "foreign-memory": ("actions", "import ctypes"),
    "database": ("actions", "import sqlite3"),
    "backoffice-inwards": ("ca", "import tokenmgr.backoffice"),
    "backoffice-outwards": ("backoffice", "import tokenmgr.session"),
}


def contracts() -> dict[str, str]:
    """Each contract's name, by its id."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {contract["id"]: contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def build(house: Path, rooms: dict[str, str]) -> None:
    for room, text in {"": "", **rooms}.items():
        place = house / "tokenmgr" / room.replace(".", "/")
        place.mkdir(parents=True, exist_ok=True)
        (place / "__init__.py").write_text(text + "\n")


def broken(house: Path) -> set[str]:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--config", ROOT / "pyproject.toml", "--no-cache", "--no-logo"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(house), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    verdicts = dict(re.findall(r"^(.+) (KEPT|BROKEN)$", done.stdout, re.MULTILINE))
    assert verdicts.keys() == set(contracts().values()), done.stdout + done.stderr
    return {name for name, verdict in verdicts.items() if verdict == "BROKEN"}


def test_a_house_that_follows_the_rules_breaks_none(tmp_path: Path) -> None:
    build(tmp_path, ROOMS)
    assert broken(tmp_path) == set()


def test_a_house_that_ignores_the_rules_breaks_all(tmp_path: Path) -> None:
    rooms = dict(ROOMS)
    for room, line in BREACHES.values():
        rooms[room] += "\n" + line
    build(tmp_path, rooms)
    assert broken(tmp_path) == {contracts()[each] for each in BREACHES} == set(contracts().values())


def test_a_room_without_a_floor_is_a_breach(tmp_path: Path) -> None:
    build(tmp_path, {**ROOMS, "attic": ""})
    assert broken(tmp_path) == {contracts()["floors"]}


def test_rooms_that_do_not_exist_yet_are_no_breach(tmp_path: Path) -> None:
    build(tmp_path, {"model": ""})
    assert broken(tmp_path) == set()
