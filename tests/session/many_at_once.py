"""Many programs at one token, right and wrong PINs mixed: the token must lose no try that nobody typed, and never lock.

As a program: `python -m tests.session.many_at_once [--processes 8] [--logins 200] [--token module|card]`. The suite
does the same with fewer logins.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.beds.pcsc import PcscBed, numbered_card, opensc_module
from tests.beds.shim import Shim
from tests.beds.softhsm import SoftHsm
from tests.session.rig import SHIM_PIN, SHIM_SO, Rig, yes
from tokenmgr.model.errors import TokenError
from tokenmgr.model.pin import Pin
from tokenmgr.providers.pkcs11.host import Host
from tokenmgr.providers.pkcs11.launch import child_command
from tokenmgr.providers.pkcs11.provider import Pkcs11Provider
from tokenmgr.session.pin_way import refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tokenmgr.session.session import TokenSession

ROOT = Path(__file__).parents[2]
#: So many of ten PINs are wrong; then the counter comes down to the last try, and only who knows the PIN may go on.
WRONG_OF_TEN = 9
LIMIT = 15


@dataclass
class Figures:
    """What the programs saw, and what the token did."""

    outcomes: Counter[str] = field(default_factory=Counter)
    #: Wrong PINs that truly reached the token.
    lost: int = 0
    #: Tries left at the end, in truth and as shown.
    left: int = 0
    shown: int | None = None
    locked: bool = False
    #: The fewest that were ever left.
    lowest: int = LIMIT
    seconds: float = 0.0

    @property
    def sent(self) -> int:
        """Wrong PINs that the guard let through."""
        return self.outcomes["wrong-pin"] + self.outcomes["pin-locked"]

    @property
    def sound(self) -> bool:
        return self.lost == self.sent and not self.locked and self.shown is not None and self.shown <= self.left


def rig(module: str, home: Path, env: Mapping[str, str]) -> Rig:
    host = Host(module, child_command(), env={**os.environ, **env})
    return Rig(home, Pkcs11Provider(host), issuer="hkpost-safenet")


def work(module: str, home: Path, logins: int, seed: int) -> Counter[str]:
    """One program: so many PINs, the wrong ones all different, the last try only for who knows the PIN."""
    chance, outcomes = random.Random(seed), Counter[str]()
    with rig(module, home, {}) as own:
        session = own.session()
        for number in range(logins):
            wrong = chance.randrange(10) < WRONG_OF_TEN
            outcomes[login(session, f"9{seed:02d}{number:05d}" if wrong else SHIM_PIN, wrong=wrong)] += 1
    return outcomes


def login(session: TokenSession, pin: str, *, wrong: bool) -> str:
    try:
        session.login(Pin(pin), refuse if wrong else yes)
    except TokenError as error:
        return error.code
    return "right"


def run_all(module: Path, home: Path, env: Mapping[str, str], processes: int, logins: int) -> Counter[str]:
    """All programs at once; what they report, added up."""
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    command = [sys.executable, "-m", "tests.session.many_at_once", "--work", str(module), str(home), str(logins)]
    children = [
        subprocess.Popen(
            [*command, str(seed)], env={**os.environ, **env, "PYTHONPATH": paths}, stdout=subprocess.PIPE, text=True
        )
        for seed in range(processes)
    ]
    said = [child.communicate()[0] for child in children]
    assert not any(child.returncode for child in children)
    return sum((Counter(json.loads(line)) for line in said), Counter[str]())


def lowest_of(trace: list[str], limit: int) -> int:
    """How near the token came to its lock, by its own account of logins in order."""
    left = lowest = limit
    for line in trace:
        if line.startswith("< C_Login user"):
            left = limit if line.endswith(" 0x0") else left - 1
            lowest = min(lowest, left)
    return lowest


def on_module(folder: Path, processes: int, logins: int, limit: int = LIMIT) -> Figures:
    """The shim's token: flags only at the end, the true count in a file and in its trace."""
    hsm = SoftHsm(folder / "hsm")
    hsm.add_token("card", SHIM_PIN, SHIM_SO)
    shim, home, began = Shim(hsm, folder / "shim", user_max=limit), folder / "home", time.monotonic()
    outcomes = run_all(shim.module, home, shim.env, processes, logins)
    trace = shim.trace()
    with rig(str(shim.module), home, shim.env) as own:
        shown = own.session().tries().at_most
    return Figures(
        outcomes,
        lost=sum(line == "< C_Login user 0xa0" for line in trace),
        left=shim.tries_left("user"),
        shown=shown,
        locked="< C_Login user 0xa4" in trace,
        lowest=lowest_of(trace, limit),
        seconds=time.monotonic() - began,
    )


def on_card(folder: Path, processes: int, logins: int) -> Figures:
    """A PIV card behind the real reader service and OpenSC."""
    module, home, began = opensc_module(), folder / "home", time.monotonic()
    assert module is not None
    with PcscBed() as bed:
        card = bed.card(numbered_card(0, slots=("9A",), pin=SHIM_PIN, pin_tries=LIMIT))
        card.plug()
        outcomes = run_all(module, home, bed.env(), processes, logins)
        with rig(str(module), home, bed.env()) as own:
            shown = own.session().tries().at_most
        left = card.tries_left()
        return Figures(outcomes, card.wrong_pins(), left, shown, left == 0, -1, time.monotonic() - began)


def main() -> int:
    if sys.argv[1:2] == ["--work"]:
        module, home, logins, seed = sys.argv[2:]
        sys.stdout.write(json.dumps(work(module, Path(home), int(logins), int(seed))))
        return 0
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processes", type=int, default=8)
    parser.add_argument("--logins", type=int, default=200)
    parser.add_argument("--token", choices=("module", "card"), default="module")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = on_module if wish.token == "module" else on_card
        found = case(Path(folder), wish.processes, wish.logins)
    sys.stdout.write(
        f"{wish.processes} x {wish.logins}: {dict(found.outcomes)}; wrong PINs sent {found.sent}, tries lost "
        f"{found.lost}, left {found.left}, shown {found.shown}, lowest {found.lowest}, locked {found.locked}, "
        f"{found.seconds:.0f} s\n"
    )
    return 0 if found.sound else 1


if __name__ == "__main__":
    sys.exit(main())
