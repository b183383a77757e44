"""The framework comes late, and brings nothing along that this process must not hold."""

from __future__ import annotations

import json
import subprocess
import sys

PROGRAM = """
import json, sys
from tokenmgr.actions import updates
early = sorted(sys.modules)
from tokenmgr.updates import loading
assert loading.source() is loading.source()
print(json.dumps([early, sorted(sys.modules)]))
"""
HEAVY = {"tuf", "securesystemslib", "urllib3", "http", "ssl", "cryptography", "tomllib"}


def test_late_and_alone() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=30)
    assert done.returncode == 0, done.stderr
    early, late = ({name.partition(".")[0] for name in names} for names in json.loads(done.stdout))
    assert not HEAVY & early
    assert "tuf" in late
    assert "pkcs11" not in late
