"""Run all measures and show the table. Exit 1 where one was missed."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.beds import pcsc, softhsm
from tests.beds.pcsc import PcscBed, numbered_card, opensc_module
from tests.beds.softhsm import SoftHsm
from tools.bench import listing, plugging, signing, window
from tools.bench.report import Figure, show

if TYPE_CHECKING:
    from collections.abc import Iterator

PIN = "123456"
KEY = b"\x51"


def soft(folder: Path) -> Iterator[Figure]:
    """Everything on SoftHSM."""
    if why := softhsm.available():
        yield Figure.missing("SoftHSM", why)
        return
    small, large = SoftHsm(folder / "small"), SoftHsm(folder / "large")
    for hsm, count in ((small, 4), (large, 1000)):
        hsm.add_token("bench", PIN, "87654321")
        hsm.add_certificates("bench", PIN, list(listing.certificates(count)))
    yield from listing.figures(small, large, folder / "home")
    yield from window.soft(small, folder)
    small.add_key_pair("bench", PIN, KEY, "bench key")
    yield from signing.figures(small, "bench", PIN, KEY)


def card(folder: Path, idle_minutes: float) -> Iterator[Figure]:
    """Everything on a virtual card behind pcscd and OpenSC."""
    module = opensc_module()
    if module is None or (why := pcsc.available()):
        yield Figure.missing("virtual card", "OpenSC is not installed" if module is None else why)
        return
    with PcscBed() as bed:
        held = bed.card(numbered_card(1))
        yield from plugging.figures(bed, held, str(module), folder / "home", idle_minutes)
        yield from window.card(bed, str(module), folder, idle_minutes)


def main() -> int:
    options = argparse.ArgumentParser(prog="make bench")
    options.add_argument("--idle-minutes", type=float, default=10.0)
    options.add_argument("--only", choices=["soft", "card"])
    chosen = options.parse_args()
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if chosen.only != "card":
            found += soft(folder)
            show(found)
        if chosen.only != "soft":
            found += card(folder, chosen.idle_minutes)
    print()
    show(found)
    return 1 if any(figure.reached is False for figure in found) else 0


sys.exit(main())
