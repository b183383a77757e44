"""The shim: a PKCS#11 module of our own that stands before SoftHSM, counts tries, and fails on demand.

Its settings are described at the top of shim_source/shim.c.
"""

import hashlib
import hmac
import re
import shutil
import subprocess
from pathlib import Path
from typing import Literal

from tests.beds import softhsm
from tests.beds.softhsm import SoftHsm

SOURCES = Path(__file__).with_name("shim_source")
SETTINGS = frozenset(re.findall(r"\bSHIM_([A-Z_]+)", (SOURCES / "shim.c").read_text(encoding="utf-8")))
ADMIN_KEY = bytes(range(24))
BUILD_SECONDS = 60

Kind = Literal["user", "user_max", "so", "so_max", "unlock", "unlock_max", "must_change"]
_built: list[Path] = []


def available() -> str:
    """Return why the shim cannot be used here, or nothing."""
    return softhsm.available() or ("" if shutil.which("cc") else "no C compiler")


def build(folder: Path) -> Path:
    """Compile the shim into the folder, once in a process."""
    if _built and _built[0].exists():
        return _built[0]
    library = folder / "libshim.so"
    flags = ["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-fvisibility=hidden"]
    sources = sorted(map(str, SOURCES.glob("*.c")))
    subprocess.run(["cc", *flags, "-o", library, *sources, "-ldl", "-lpthread"], check=True, timeout=BUILD_SECONDS)
    _built[:] = [library]
    return library


class Shim:
    """One shim with its own tries and trace; `env` and `module` are what a program under test is given.

    Settings are the SHIM_ variables in small letters: Shim(hsm, folder, fault="C_Login:hang", user_max=3).
    A setting of None leaves the variable out, for instance state=None for a token that never locks.
    """

    def __init__(self, hsm: SoftHsm, folder: Path, **settings: str | int | Path | None) -> None:
        """Prepare the folder for the shim's files; the library is built beside them if it is not built yet."""
        self.hsm = hsm
        self.folder = folder
        self._trace = folder / "trace"
        self._gone = folder / "gone"
        self._state = folder / "state"
        self._state.mkdir(parents=True)
        self.module = build(folder)
        own = {"target": hsm.module, "trace": self._trace, "gone": self._gone, "state": self._state}
        self._settings: dict[str, str | int | Path | None] = {**own, "admin_key": ADMIN_KEY.hex(), **settings}

    @property
    def env(self) -> dict[str, str]:
        """Return the variables to add to a child's environment."""
        named = {name.upper(): value for name, value in self._settings.items() if value is not None}
        if unknown := named.keys() - SETTINGS:
            raise ValueError(f"the shim has no setting {', '.join(sorted(unknown))}")
        return self.hsm.env | {f"SHIM_{name}": str(value) for name, value in named.items()}

    def set(self, **settings: str | int | Path | None) -> None:
        """Change settings for the processes that start from now on."""
        self._settings |= settings

    def tries_left(self, kind: Kind, serial: str | None = None) -> int:
        """Return what the token remembers, of the only token ever tried unless its serial is given."""
        files = list(self._state.glob(f"{serial or '*'}.tries"))
        if not files:
            return self._untouched(kind)
        if len(files) > 1:
            raise ValueError("more than one token: name its serial")
        lines = dict(line.split() for line in files[0].read_text(encoding="ascii").splitlines())
        return int(lines[kind])

    def trace(self) -> list[str]:
        """Return the trace's lines, "> C_Login user" at entry and "< C_Login user 0xa0" at exit."""
        return self._trace.read_text(encoding="ascii").splitlines() if self._trace.exists() else []

    def calls(self, name: str) -> int:
        """Count the calls begun of a function, or of one kind of login: "C_Login", "C_Login user"."""
        entry = f"> {name}"
        return sum(line == entry or line.startswith(f"{entry} ") for line in self.trace())

    def pull(self) -> None:
        """Take the tokens out of their readers."""
        self._gone.touch()

    def plug(self) -> None:
        """Put them back; a process that made no call meanwhile still finds out."""
        self._gone.replace(f"{self._gone}.was")

    def respond(self, challenge: bytes) -> bytes:
        """Answer an unlock challenge as the administrator would."""
        return hmac.digest(ADMIN_KEY, challenge, hashlib.sha256)[:8]

    def _untouched(self, kind: Kind) -> int:
        if kind == "must_change":
            return int(str(self._settings.get("must_change") or 0))
        limits = {"user": 15, "so": 10, "unlock": 10}
        name = kind.removesuffix("_max")
        return int(str(self._settings.get(f"{name}_max") or limits[name]))
