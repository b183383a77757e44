"""Files the user names: read with a limit, written beside and renamed."""

from __future__ import annotations

import base64
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from tokenmgr.model.errors import FileUnreadable

LARGEST = 16 * 1024 * 1024
LINE = 64


def read_file(path: Path, largest: int = LARGEST) -> bytes:
    """The whole file, or FileUnreadable."""
    try:
        if path.stat().st_size > largest:
            raise FileUnreadable(str(path), "too-large")
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or "unreadable") from error


def write_beside(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    try:
        fd, beside = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(fd, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(beside).replace(path)
        except OSError:
            with suppress(OSError):
                Path(beside).unlink()
            raise
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or "unwritable") from error


def as_pem(der: bytes, name: str) -> bytes:
    """DER in its text clothes."""
    text = base64.b64encode(der).decode()
    lines = [text[index : index + LINE] for index in range(0, len(text), LINE)]
    return "\n".join([f"-----BEGIN {name}-----", *lines, f"-----END {name}-----", ""]).encode()


def ders_in(data: bytes) -> list[bytes]:
    """The certificates in a PEM file, or the one in a DER file."""
    begin, end = b"-----BEGIN CERTIFICATE-----", b"-----END CERTIFICATE-----"
    if begin not in data:
        return [data]
    bodies = [part.partition(end)[0] for part in data.split(begin)[1:]]
    try:
        return [base64.b64decode(b"".join(body.split()), validate=True) for body in bodies]
    except ValueError as error:
        raise FileUnreadable("", "pem") from error
