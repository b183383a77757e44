"""Lines of code that run where the child's code may: in a process of their own, with a real module loaded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm

PRELUDE = """
import json, sys
from ctypes import byref, c_ulong
from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki, number, text
from tokenmgr.providers.pkcs11.child.making import Making
from tokenmgr.providers.pkcs11.child.objects import Objects
from tokenmgr.providers.pkcs11.child.pins import Pins
from tokenmgr.providers.pkcs11.child.reading import AttributeReader
from tokenmgr.providers.pkcs11.child.safenet import SafeNet
from tokenmgr.providers.pkcs11.child.signing import Signing
from tokenmgr.providers.pkcs11.child.slots import Slots
from tokenmgr.providers.pkcs11.child.tokens import abilities, listing
PIN, SO_PIN, BAD = b"123456", b"87654321", b"000000"
def say(answer):
    print(json.dumps(answer, default=lambda held: held.hex() if isinstance(held, bytes) else sorted(held)))
def outcome(act, *arguments, **named):
    try:
        return act(*arguments, **named)
    except CkError as error:
        return [error.call, error.name]
    except Failure as failure:
        return failure.word
module = Cryptoki(sys.argv[1])
info = module.initialise()
slots = Slots(module)
safenet = SafeNet(module, text(info.manufacturer))
objects = Objects(module)
reached = []
pins = Pins(module, slots, safenet, lambda: reached.append(len(reached)))
signing = Signing(module, slots, objects, pins)
making = Making(module, slots, objects)
seat = next((seat for seat in slots.seats() if seat.identity[2]), None)
who = seat.identity if seat else None
"""


def said(module: Shim | SoftHsm, code: str) -> Any:
    """What the code says, with `module`, `slots`, `pins`, `seat`, `who` and the rest at hand."""
    return run(module.module, module.env, PRELUDE + code)


def run(module: Path | str, env: dict[str, str], code: str) -> Any:
    paths = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    command = [sys.executable, "-c", code, str(module)]
    done = subprocess.run(
        command, env=os.environ | paths | env, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
