"""What is left of a PIN: nothing, on either side of the wire."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.beds.shim import Shim

SCRIPT = """
import os, sys
from tests.providers.pkcs11 import tokens
from tokenmgr.model.pin import Pin, PinKind
def pin():
    made = Pin("")
    made._bytes = bytearray(number ^ 0x55 for number in bytes.fromhex(sys.argv[2]))
    return made
provider = tokens.provider_of(sys.argv[1], {})
token = tokens.only_token(provider)
canary = pin()
provider.pin.login(token, PinKind.USER, canary)
provider.pin.change(token, PinKind.USER, canary, canary)
provider.pin.set_by_officer(token, canary, canary)
provider.store.initialise(token, canary, "label")
try:
    provider.pin.unlock_by_puk(token, canary, canary)
except Exception:
    pass
challenge = provider.pin.challenge(token)
provider.pin.respond(token, bytes(8), canary)
provider.pin.login(token, PinKind.USER, Pin(tokens.PIN))
canary.wipe()
print(provider.host.pid, flush=True)
sys.stdin.read()
provider.close()
"""


def found_in(pid: int, needles: list[bytes]) -> list[str]:
    """Where in a process's memory one of these is."""
    found = []
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="ascii").splitlines()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            where, rights, *_ = line.split()
            start, stop = (int(part, 16) for part in where.split("-"))
            if "r" not in rights or "[v" in line:
                continue
            memory.seek(start)
            held = memory.read(stop - start) or b""
            found += [f"{line} {needle!r}" for needle in needles if needle in held]
    return found


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may read the memory of a process that hides it")
def test_a_second_later_no_pin_is_in_any_memory(safenet: Shim) -> None:
    canary = "Ca7!ry" + os.urandom(5).hex()
    hidden = bytes(number ^ 0x55 for number in canary.encode()).hex()
    env = os.environ | safenet.env | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", SCRIPT, str(safenet.module), hidden]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        time.sleep(1)
        needles = [canary.encode(), canary.encode("utf-16-le")]
        assert found_in(child, [b"C_Initialize"])  # the search does find what is there
        assert found_in(child, needles) == []
        assert found_in(parent.pid, needles) == []
        parent.communicate("")
    assert (safenet.calls("C_Login"), safenet.calls("C_SetPIN"), safenet.calls("ETC_UnlockComplete")) == (3, 1, 1)
