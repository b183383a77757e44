"""Files the user names: read with a limit, written beside and renamed."""

from __future__ import annotations

import base64
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tokenmgr.model.errors import FileUnreadable
from tokenmgr.system.whole_file import replace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST = 16 * 1024 * 1024
LINE = 64


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """The whole file, or FileUnreadable."""
    with _blaming(path), path.open("rb") as file:
        data = file.read(largest + 1)
    if len(data) > largest:
        raise FileUnreadable(str(path), "too-large")
    return data


def check_writable(path: Path) -> None:
    """FileUnreadable where a file could not be written: asked before work is done that would be lost."""
    with _blaming(path):
        target = path.resolve()
        if _is_special(target):
            target.open("ab").close()
        else:
            tempfile.TemporaryFile(dir=target.parent).close()


def write_beside(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    with _blaming(path):
        target = path.resolve()
        if _is_special(target):
            target.write_bytes(data)  # a device or a pipe is written to, not replaced; a folder refuses
        else:
            replace(target, data)


def _is_special(target: Path) -> bool:
    return target.exists() and not target.is_file()


@contextmanager
def _blaming(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or "unwritable") from error
    except ValueError as error:
        raise FileUnreadable(str(path), "name") from error  # a zero character


def as_pem(der: bytes, name: str) -> bytes:
    """DER in its text clothes."""
    text = base64.b64encode(der).decode()
    lines = [text[index : index + LINE] for index in range(0, len(text), LINE)]
    return "\n".join([f"-----BEGIN {name}-----", *lines, f"-----END {name}-----", ""]).encode()


def ders_in(path: Path, data: bytes) -> list[bytes]:
    """The certificates in a PEM file, or the one in a DER file."""
    begin, end = b"-----BEGIN CERTIFICATE-----", b"-----END CERTIFICATE-----"
    if begin not in data:
        return [data]
    bodies = [part.partition(end)[0] for part in data.split(begin)[1:]]
    try:
        return [base64.b64decode(b"".join(body.split()), validate=True) for body in bodies]
    except ValueError as error:
        raise FileUnreadable(str(path), "pem") from error
