"""The modules that the user agreed to load, each with the hash that the file had then.

The record grants power, so it fails closed: a file that is damaged, or that others could have written, grants nothing.
It is moved aside rather than deleted, and a file that merely cannot be read is never overwritten.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.errors import FileUnreadable, ModuleError, ModuleUntrusted
from tokenmgr.providers.pkcs11.header import open_regular
from tokenmgr.providers.pkcs11.trust import check_safe
from tokenmgr.system.locks import wait_for
from tokenmgr.system.whole_file import sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VERSION = 1
LARGEST_FILE = 1024 * 1024
HEX_DIGITS = frozenset("0123456789abcdef")
SHA256_LENGTH = 64


class Consent(NamedTuple):
    """One module by its real path. Without a hash nothing was agreed to: it is only switched off."""

    path: str
    sha256: str | None
    date: str
    disabled: bool = False


class Consents:
    """The user's record, read anew at every question: another window may have changed it."""

    def __init__(self, file: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._file = file
        self._now = now
        #: Why the record was not believed when it was last read; "" where all is well.
        self.warning = ""

    def all(self) -> tuple[Consent, ...]:
        """Every entry, by path."""
        entries = self._read()
        return tuple(entries[path] for path in sorted(entries))

    def add(self, path: str) -> Consent:
        """Agree to the file as it is now. It has to be safe from others to be agreed to."""
        real = check_safe(path)
        consent = Consent(real, sha256_of(real), self._now().date().isoformat())
        with self._changing() as entries:
            entries[real] = consent
        return consent

    def remove(self, path: str) -> bool:
        """Take the agreement back, and any switching off with it; whether there was one."""
        with self._changing() as entries:
            return entries.pop(_real(path), None) is not None

    def disable(self, path: str) -> None:
        """Load it no more, whoever lists it."""
        real = _real(path)
        with self._changing() as entries:
            known = entries.get(real, Consent(real, None, self._now().date().isoformat()))
            entries[real] = known._replace(disabled=True)

    def enable(self, path: str) -> None:
        """Undo `disable`; this agrees to nothing."""
        real = _real(path)
        with self._changing() as entries:
            known = entries.pop(real, None)
            if known and known.sha256:
                entries[real] = known._replace(disabled=False)

    def is_disabled(self, path: str) -> bool:
        entry = self._read().get(_real(path))
        return entry is not None and entry.disabled

    def check(self, path: str) -> None:
        """Raise ModuleUntrusted unless the user agreed to exactly this file."""
        real = _real(path)
        entry = self._read().get(real)
        if entry is None or entry.sha256 is None:
            raise ModuleUntrusted(path, "no-consent", real)
        if entry.disabled:
            raise ModuleUntrusted(path, "disabled", real)
        if sha256_of(real) != entry.sha256:
            raise ModuleUntrusted(path, "changed", real)

    # The file ---------------------------------------------------------------------------------------------------------

    def _read(self) -> dict[str, Consent]:
        self.warning = ""
        try:
            return self._parse()
        except FileUnreadable as error:
            self.warning = error.reason
        except ValueError:
            # Somebody may be mending it this moment, so it is judged again with the lock held.
            with suppress(FileUnreadable), self._locked():
                return self._parse_or_move_aside()
        return {}

    def _parse(self) -> dict[str, Consent]:
        """ValueError where the content is not ours to believe, FileUnreadable where it cannot be seen at all."""
        if not os.path.lexists(self._file):
            return {}
        try:
            check_safe(str(self._file))
            with open_regular(str(self._file)) as file:
                data = file.read(LARGEST_FILE + 1)
        except ModuleUntrusted as error:
            if error.where == _real(str(self._file)):
                raise ValueError(error.reason) from error
            raise self._unusable(error.reason) from error
        except (ModuleError, OSError) as error:
            raise self._unusable("unreadable") from error
        return self._decoded(data)

    def _decoded(self, data: bytes) -> dict[str, Consent]:
        if len(data) > LARGEST_FILE:
            raise ValueError("too-large")
        try:
            held = json.loads(data)
        except RecursionError as error:
            raise ValueError("too-deep") from error
        if isinstance(held, dict) and isinstance(held.get("version"), int) and held["version"] > VERSION:
            raise self._unusable("newer-version")
        return _entries(held)

    def _parse_or_move_aside(self) -> dict[str, Consent]:
        try:
            return self._parse()
        except ValueError:
            self.warning = "damaged"
            self._move_aside()
            return {}

    def _move_aside(self) -> None:
        stamp = self._now().strftime("%Y%m%dT%H%M%S%f")
        try:
            self._file.replace(self._file.with_name(f"{self._file.name}.damaged-{stamp}"))
        except OSError as error:
            raise self._unusable("damaged") from error

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Consent]]:
        self.warning = ""
        with self._locked():
            entries = self._parse_or_move_aside()
            yield entries
            self._write(entries)

    def _write(self, entries: dict[str, Consent]) -> None:
        modules = [entries[path]._asdict() for path in sorted(entries)]
        data = json.dumps({"version": VERSION, "modules": modules}, indent=1).encode()
        with self._as_file_error():
            import tempfile  # 3 ms, only where something is agreed to

            handle, beside = tempfile.mkstemp(prefix=f"{self._file.name}.", dir=self._file.parent)  # mode 0600
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                check_safe(beside)
                Path(beside).replace(self._file)
            except BaseException:
                with suppress(OSError):
                    Path(beside).unlink()
                raise
            sync_folder(self._file.parent)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._as_file_error():
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._file.with_name(f"{self._file.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            with self._as_file_error():
                wait_for(handle)
            yield
        finally:
            os.close(handle)

    @contextmanager
    def _as_file_error(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self._unusable(errno.errorcode.get(error.errno or 0, "EIO")) from error
        except ModuleUntrusted as error:
            raise self._unusable(error.reason) from error

    def _unusable(self, reason: str) -> FileUnreadable:
        return FileUnreadable(str(self._file), reason)


def sha256_of(path: str) -> str:
    """The hash of a regular file; ModuleUnfit where it cannot be read."""
    with open_regular(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _real(path: str) -> str:
    return os.path.realpath(path)


def _entries(held: object) -> dict[str, Consent]:
    """One wrong entry spoils the file: who could forge it could forge the rest."""
    if not isinstance(held, dict) or set(held) != {"version", "modules"} or held["version"] != VERSION:
        raise ValueError("not a record")
    if not isinstance(held["modules"], list):
        raise ValueError("not a list")  # noqa: TRY004 (the caller's one word for a damaged record)
    entries = {entry.path: entry for entry in map(_entry, held["modules"])}
    if len(entries) != len(held["modules"]):
        raise ValueError("a path stands twice")
    return entries


def _entry(held: object) -> Consent:
    match held:
        case {"path": str(path), "sha256": digest, "date": str(date), "disabled": bool(disabled), **rest}:
            if not rest and Path(path).is_absolute() and (digest is None or _is_sha256(digest)):
                return Consent(path, digest, date, disabled)
    raise ValueError("not an entry")


def _is_sha256(value: object) -> bool:
    return isinstance(value, str) and len(value) == SHA256_LENGTH and HEX_DIGITS.issuperset(value)
