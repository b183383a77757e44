"""What is imported at start: the command line must answer at once, so heavy libraries come only when used."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

HEAVY = {"PySide6", "shiboken6", "cryptography", "pkcs11", "keyring", "usb"}


@pytest.mark.parametrize("door", ["tokenmgr.cli.main", "tokenmgr.__main__"])
def test_a_door_opens_without_heavy_libraries(door: str) -> None:
    code = f"import sys, json, {door}; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 0, done.stderr
    assert not HEAVY & {name.split(".")[0] for name in json.loads(done.stdout)}
