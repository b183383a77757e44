"""An RSA signature through the child against python-pkcs11 in one process."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.model.scheme import Scheme
from tokenmgr.model.token import KeyRef
from tools.bench.listing import provider
from tools.bench.report import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.beds.softhsm import SoftHsm

BATCH, BATCHES = 100, 12
DIGEST = bytes(32)

IN_PROCESS = """
import json, sys, time, pkcs11
from pkcs11 import Attribute, Mechanism, ObjectClass
info = bytes.fromhex("3031300d060960864801650304020105000420") + bytes(32)
library = pkcs11.lib(sys.argv[1])
with library.get_token(token_label=sys.argv[2]).open(user_pin=sys.argv[3]) as session:
    wanted = {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.ID: bytes.fromhex(sys.argv[4])}
    key = next(iter(session.get_objects(wanted)))
    for line in sys.stdin:
        times = []
        for _ in range(int(line)):
            began = time.perf_counter()
            key.sign(info, mechanism=Mechanism.RSA_PKCS)
            times.append(time.perf_counter() - began)
        print(json.dumps(times), flush=True)
"""


def figures(hsm: SoftHsm, label: str, pin: str, key_id: bytes) -> Iterator[Figure]:
    """Batches in turns; medians of single signatures."""
    module = str(hsm.module)
    theirs = subprocess.Popen(
        [sys.executable, "-c", IN_PROCESS, module, label, pin, key_id.hex()],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **hsm.env},
    )  # fmt: skip
    ours = provider(module, hsm.env)
    token = next(token for token in ours.tokens() if token.label == label)
    ours.pin.login(token.id, PinKind.USER, Pin(pin))
    key = KeyRef(key_id)
    mine: list[float] = []
    other: list[float] = []
    for _ in range(BATCHES):
        mine += [_timed(lambda: ours.sign(token.id, key, DIGEST, Scheme.RSA_PKCS1, "sha256")) for _ in range(BATCH)]
        other += _batch(theirs)
    theirs.communicate()
    ours.close()
    added = (statistics.median(mine) - statistics.median(other)) * 1e6
    yield Figure.at_most(
        "RSA-2048 signature through the child, added", added, "us", 90, f"{statistics.median(other) * 1e6:.0f} us"
    )


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _batch(process: subprocess.Popen[str]) -> list[float]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("no pipes")
    process.stdin.write(f"{BATCH}\n")
    process.stdin.flush()
    times: list[float] = json.loads(process.stdout.readline())
    return times
