"""A PIN that is told apart anywhere, and where it may have left a trace."""

from __future__ import annotations

import base64
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

#: In every canary PIN; nothing else holds it.
CORE = "Kq7Zx9Wv2"
#: Short enough to look often, long enough not to slow down what is watched.
LOOK_SECONDS = 0.01


def pin(number: int) -> str:
    """One of many, each good enough for the strictest issuer."""
    return f"{CORE}!{number:02d}"


def disguises(text: str = CORE) -> dict[str, bytes]:
    """How it could lie somewhere."""
    plain = {name: text.encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")}
    found = dict(plain)
    for name, raw in plain.items():
        found[f"{name} hex"] = raw.hex().encode()
        found[f"{name} HEX"] = raw.hex().upper().encode()
        for shift in range(3):
            found[f"{name} base64 {shift}"] = _inner_base64(raw, shift)
    return found | {f"{name} reversed": raw[::-1] for name, raw in plain.items()}


def _inner_base64(raw: bytes, shift: int) -> bytes:
    """The characters that do not depend on what stands before and after."""
    whole = base64.b64encode(bytes(shift) + raw)
    first = -(-shift * 8 // 6)
    last = (shift + len(raw)) * 8 // 6
    return whole[first:last]


PATTERNS = disguises()


def traces(data: bytes) -> list[str]:
    """In which disguises it is there."""
    return [name for name, pattern in PATTERNS.items() if pattern in data]


def in_files(folder: Path) -> list[str]:
    """Files below a folder that tell it, in their content or name."""
    found = []
    for path in sorted(folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        found += [f"{path}: {name}" for name in traces(data + b"\0" + bytes(path))]
    return found


class ProcessWatch:
    """Looks at the command line and environment of every process of ours, all the time. A context.

    Ours are those whose environment names the private home.
    """

    def __init__(self, home: Path) -> None:
        self._mark = str(home).encode()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self.found: set[str] = set()
        #: Command lines seen, to know that there was something to look at.
        self.seen: set[bytes] = set()

    def _run(self) -> None:
        while not self._stop.wait(LOOK_SECONDS):
            for process in Path("/proc").glob("[0-9]*"):
                self._look(process)

    def _look(self, process: Path) -> None:
        try:
            environment = (process / "environ").read_bytes()
            if self._mark not in environment:
                return
            command = (process / "cmdline").read_bytes()
        except OSError:
            return  # it ended
        self.seen.add(command)
        self.found |= {f"{process}: {name}" for name in traces(environment + b"\0" + command)}

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()


def planted() -> Iterator[tuple[str, bytes]]:
    """The canary as a careless program would leave it, in each disguise."""
    text = f'{{"pin": "{pin(3)}"}}'
    for name in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
        raw = text.encode(name)
        yield name, raw
        yield f"{name} hex", raw.hex().encode()
        yield f"{name} HEX", raw.hex().upper().encode()
        yield f"{name} reversed", raw[::-1]
        for shift in range(3):
            yield f"{name} base64", base64.b64encode(b"x" * shift + raw)
