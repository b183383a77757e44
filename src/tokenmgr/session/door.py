"""A door into a waiting process: a socket that only its owner can reach, one message and one answer a caller."""

from __future__ import annotations

import json
import shutil
import socket
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tokenmgr.model.errors import NotSupported, TokenBusy

if TYPE_CHECKING:
    from types import TracebackType

#: A response and a PIN are short.
LONGEST = 4096
#: Systems allow a socket about a hundred bytes of path.
PATH_LIMIT = 100
CALLER_SECONDS = 5.0
#: A token thinks about a response for as long as about a PIN.
ANSWER_SECONDS = 90.0


class Caller:
    """Somebody at the door."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection

    def message(self) -> dict[str, Any] | None:
        """What was said; None where it was nothing that makes sense."""
        try:
            said = json.loads(_received(self._connection))
        except (OSError, ValueError):
            return None
        return said if isinstance(said, dict) else None

    def answer(self, row: dict[str, Any]) -> None:
        """Answer and close. Whoever did not wait for it finds out by looking at the token."""
        with self._connection:
            try:
                self._connection.sendall(json.dumps(row).encode() + b"\n")
            except OSError:
                return


class Door:
    """Open from `with` to its end."""

    def __init__(self, path: Path) -> None:
        if not hasattr(socket, "AF_UNIX"):
            raise NotSupported("hold")
        self._own = Path(tempfile.mkdtemp(prefix="tokenmgr-")) if len(bytes(path)) > PATH_LIMIT else None
        self.path = path if self._own is None else self._own / "door"
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)

    def __enter__(self) -> Self:
        self.path.unlink(missing_ok=True)  # of a process that was killed
        self._socket.bind(str(self.path))
        self.path.chmod(0o600)  # and nobody could get here before: the folder is its owner's alone
        self._socket.listen(4)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()
        self.path.unlink(missing_ok=True)
        if self._own is not None:
            shutil.rmtree(self._own, ignore_errors=True)

    def caller(self, deadline: float) -> Caller | None:
        """The next one, or None after the deadline (of time.monotonic)."""
        left = deadline - time.monotonic()
        if left <= 0:
            return None
        self._socket.settimeout(left)
        try:
            connection, _ = self._socket.accept()
        except TimeoutError:
            return None
        connection.settimeout(CALLER_SECONDS)
        return Caller(connection)


def call(path: Path, row: dict[str, Any]) -> dict[str, Any]:
    """Say something at a door and wait for the answer. TokenBusy where nobody answers."""
    message = bytearray(json.dumps(row).encode() + b"\n")
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(ANSWER_SECONDS)
            connection.connect(str(path))
            connection.sendall(message)
            answer: dict[str, Any] = json.loads(_received(connection))
    except (OSError, ValueError) as error:
        raise TokenBusy from error
    finally:
        message[:] = bytes(len(message))
    return answer


def _received(connection: socket.socket) -> bytes:
    said = b""
    while not said.endswith(b"\n"):
        piece = connection.recv(LONGEST)
        said += piece
        if not piece or len(said) > LONGEST:
            raise ValueError(len(said))
    return said
