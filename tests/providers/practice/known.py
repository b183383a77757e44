"""The three tokens by short names, and a look at their counters that goes past the program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.providers.practice.specs import HONGKONG_POST, LIGHT_INDUSTRY, NETCA

if TYPE_CHECKING:
    from pathlib import Path

    from tokenmgr.model.token import TokenId

HK = HONGKONG_POST.id
CLII = LIGHT_INDUSTRY.id
NET = NETCA.id

USER, SO, PUK = PinKind.USER, PinKind.SO, PinKind.PUK

HK_PIN = "12345678"
CLII_PIN = "111111"
CLII_SO = "88888888"
NET_PIN = "12345678"
NET_PUK = "12345678"
OWN_PIN = "Own!2026"

LIMIT = 60


def wrong(number: int = 0) -> Pin:
    return Pin(f"wrong-{number}")


def on_disk(folder: Path, token: TokenId) -> dict[str, Any]:
    """The state as it lies there: the second line of the file is plain JSON."""
    state: dict[str, Any] = json.loads((folder / token.serial / "state").read_bytes().split(b"\n", 1)[1])
    return state


def left_on_disk(folder: Path, token: TokenId, kind: PinKind = USER) -> int:
    left: int = on_disk(folder, token)["secrets"][kind.value]["left"]
    return left


def start(script: str, *arguments: str) -> subprocess.Popen[str]:
    """The script in a process of its own, with the same ways to our code."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    return subprocess.Popen([sys.executable, "-c", script, *arguments], env=env, stdout=subprocess.PIPE, text=True)


def run(script: str, *arguments: str) -> tuple[int, str]:
    """Its exit code and what it printed."""
    with start(script, *arguments) as process:
        output, _ = process.communicate(timeout=LIMIT)
    return process.returncode, output
