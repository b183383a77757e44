"""How fast the bundle starts, against the source it was made from, in the same run on the same computer.

    .venv/bin/python installers/linux/start_times.py [BUNDLE]

The window counts as there when it has been painted and hears a second start. Needs Xvfb and SoftHSM.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers.product import BUILD
from tests.beds import softhsm
from tests.beds.softhsm import SoftHsm
from tools.bench import listing, processes, window
from tools.bench.report import Figure, show, side_by_side
from tools.bench.window_stalls import agreed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROUNDS = 31
MOST = 1.1
SOURCE = Path(sys.executable).parent


def figures(bundle: Path, folder: Path) -> Iterator[Figure]:
    """Two commands and the window."""
    if why := softhsm.available():
        yield Figure.missing("SoftHSM", why)
        return
    hsm = SoftHsm(folder / "hsm")
    hsm.add_token("bench", window.PIN, "87654321")
    hsm.add_certificates("bench", window.PIN, list(listing.certificates(4)))
    commands = {
        "overview --practice": ["overview", "--practice"],
        "certs, SoftHSM": ["certs", "--json", "--module", str(hsm.module)],
    }
    for name, words in commands.items():
        both = [partial(_command, place / "tokenmgr-cli", words, folder, hsm.env) for place in (bundle, SOURCE)]
        yield Figure.ratio(name, *side_by_side(both[0], both[1], ROUNDS), MOST)
    with window.display() as where:
        home = agreed(folder / "home")
        windows = [partial(_window, place / "tokenmgr", home, where) for place in (bundle, SOURCE)]
        yield Figure.ratio("window painted", *_in_turns(windows[0], windows[1]), MOST)


def _command(program: Path, words: list[str], folder: Path, env: Mapping[str, str]) -> None:
    processes.run([str(program), "--home", str(folder / "cli"), *words], env)


def _in_turns(ours: partial[float], theirs: partial[float]) -> tuple[float, float]:
    pairs = [(ours(), theirs()) for _ in range(ROUNDS + 1)][1:]
    middle = len(pairs) // 2
    return sorted(pair[0] for pair in pairs)[middle], sorted(pair[1] for pair in pairs)[middle]


def _window(program: Path, home: Path, where: Mapping[str, str]) -> float:
    """Milliseconds from its start to the moment it listens."""
    env = processes.usual({**where, "XDG_RUNTIME_DIR": ""})
    home.chmod(0o700)
    began = time.monotonic()
    with subprocess.Popen([str(program), "--home", str(home)], env=env, stderr=subprocess.DEVNULL) as running:
        while not (found := [each for each in os.listdir(home) if each.startswith("window") and "." not in each]):  # noqa: PTH208 - quick
            time.sleep(0.0005)
        took = (time.monotonic() - began) * 1000
        running.terminate()
    for name in found:
        (home / name).unlink(missing_ok=True)
    return took


def main() -> int:
    bundle = Path(sys.argv[1]) if sys.argv[1:] else BUILD / "bundle"
    with tempfile.TemporaryDirectory() as folder:
        found = list(figures(bundle.resolve(), Path(folder)))
    show(found)
    return 1 if any(figure.reached is False for figure in found) else 0


if __name__ == "__main__":
    sys.exit(main())
