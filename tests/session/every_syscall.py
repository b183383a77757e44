"""Kill a program at each system call of one try, and look whether it then shows more tries than the token has left.

As a program: `python -m tests.session.every_syscall [--every N]`. Prints how many kills there were, and exits with 1
where the number shown was once above the true one. The suite takes every fifth call.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.beds import shim as shim_bed
from tests.beds.shim import Shim
from tests.beds.softhsm import SoftHsm
from tests.session.ptrace import available, calls_of
from tests.session.rig import NETCA_PIN, SHIM_PIN, SHIM_SO, Rig, behind, practice, truly_left, wrong, yes
from tokenmgr.model.errors import PinError
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.providers.practice.provider import PracticeProvider
from tokenmgr.providers.practice.shelf import Shelf
from tokenmgr.providers.practice.specs import NETCA, SPECS
from tokenmgr.session.guard import Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.session.session import TokenSession

PATIENCE = 10.0
#: The practice token that keeps its count to itself, and the count it keeps.
LIMIT = NETCA.pins[PinKind.USER].limit


@dataclass
class Figures:
    """What came of it."""

    calls: int = 0
    kills: int = 0
    #: The number shown was above the true one.
    above: int = 0
    #: It was more than one below: not unsafe, but not honest either.
    far_below: int = 0

    def look(self, shown: int | None, true: int, full: int) -> None:
        """A token with all its tries may just have taken the PIN, which a killed program cannot have written down."""
        self.kills += 1
        self.above += shown is None or shown > true
        self.far_below += shown is not None and shown < true - 1 and true < full


def try_on_practice(home: Path, pin: str) -> None:
    """One try through the guard, on the token that tells only its flags."""
    rig = Rig(home, PracticeProvider(home / "practice"))
    control = rig.inventory.providers[0].pin
    token = next(each for each in rig.inventory.providers[0].tokens() if each.id == NETCA.id)
    assert control is not None
    wish = Wish(token, PinKind.USER, Pin(pin), control, LIMIT, yes)
    with suppress(PinError):
        rig.guard.attempt(wish, lambda: control.login(token.id, PinKind.USER, wish.pin))
    rig.ledger.close()


def shown_on_practice(home: Path) -> int | None:
    with practice(home) as rig:
        control = rig.inventory.providers[0].pin
        assert control is not None
        token = next(each for each in rig.inventory.providers[0].tokens() if each.id == NETCA.id)
        return rig.guard.tries(Wish(token, PinKind.USER, None, control, LIMIT, yes)).at_most


def on_practice(folder: Path, pin: str, every: int = 1) -> Figures:
    """A token with two misses that the ledger knows; then the try that is cut off."""
    before = folder / "before"
    Shelf(before / "practice").ready()
    for serial in SPECS.keys() - {NETCA.id.serial}:
        PracticeProvider(before / "practice").pull(serial)
    for number in range(2):
        try_on_practice(before, wrong(number).text())
    figures, home = Figures(), folder / "home"
    number = 1
    while True:
        shutil.copytree(before, home)
        begun = calls_of(lambda: try_on_practice(home, pin), number)
        ended = begun < number
        if not ended:
            figures.look(shown_on_practice(home), truly_left(home, NETCA.id.serial), LIMIT)
        shutil.rmtree(home)
        if ended:
            figures.calls = begun
            return figures
        number += every


class CutOffModule:
    """The shim's token; the module's process outlives the killed program for a moment, and may go on with the try."""

    def __init__(self, folder: Path) -> None:
        hsm = SoftHsm(folder / "hsm")
        hsm.add_token("card", SHIM_PIN, SHIM_SO)
        self.folder = folder
        self.shim = Shim(hsm, folder / "shim", user_max=15)
        self.home = folder / "home"

    def cut(self, pin: str, number: int) -> int:
        """One try, killed at this call; how many had begun."""
        heard, said = os.pipe()
        session: list[TokenSession] = []

        def ready() -> None:
            session.append(behind(self.shim, self.home).session())
            session[0].tries()
            os.write(said, b"%d" % session[0].provider.host.pid)  # type: ignore[attr-defined]

        def work() -> None:
            with suppress(PinError):
                session[0].login(Pin(pin), yes)

        begun = calls_of(work, number, ready)
        until_dead(int(os.read(heard, 20)))
        os.close(heard)
        os.close(said)
        return begun

    def shown(self) -> int | None:
        with behind(self.shim, self.home) as rig:
            return rig.session().tries().at_most


def until_dead(pid: int) -> None:
    """A module's process ends by itself when nobody is there to ask it any more."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
        except OSError:
            return
        if state == "Z":
            return
        time.sleep(0.002)
    raise TimeoutError(pid)


def on_module(folder: Path, pin: str, every: int = 1) -> Figures:
    """The same through a module; only the lockout of the shim counts truly, and it tells nobody before the last."""
    bed, figures, number = CutOffModule(folder), Figures(), 1
    while True:
        begun = bed.cut(pin, number)
        if begun < number:
            figures.calls = begun
            return figures
        # Kills pile up here, so the ledger may fall behind the token by more than one.
        figures.look(bed.shown(), bed.shim.tries_left("user"), full=0)
        if bed.shim.tries_left("user") < 4:
            reset(bed)
        number += every


def reset(bed: CutOffModule) -> None:
    """All tries back, in truth and in the ledger."""
    with behind(bed.shim, bed.home) as rig:
        rig.session().login(Pin(SHIM_PIN), yes)


CASES: dict[str, Callable[[Path, int], Figures]] = {
    "practice, wrong PIN": lambda folder, every: on_practice(folder, wrong(9).text(), every),
    "practice, right PIN": lambda folder, every: on_practice(folder, NETCA_PIN, every),
    "module, wrong PIN": lambda folder, every: on_module(folder, wrong(9).text(), every),
    "module, right PIN": lambda folder, every: on_module(folder, SHIM_PIN, every),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    every = parser.parse_args().every
    if why := available() or shim_bed.available():
        sys.stdout.write(f"{why}\n")
        return 2
    above = 0
    for name, case in CASES.items():
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            found = case(Path(folder), every)
        above += found.above
        took = time.monotonic() - began
        sys.stdout.write(
            f"{name}: {found.calls} calls, {found.kills} kills, shown above the truth {found.above}, "
            f"more than one below {found.far_below}, {took:.0f} s\n"
        )
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
