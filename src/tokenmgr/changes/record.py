"""The record: one file a change, written before anything is done, so that a crash in between is found and told."""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tokenmgr.changes import doing
from tokenmgr.changes.plain import packed, unpacked
from tokenmgr.model.change import Change
from tokenmgr.model.computer_errors import ChangeUnknown
from tokenmgr.model.errors import FileUnreadable, TokenError
from tokenmgr.system.locks import held, tried
from tokenmgr.system.whole_file import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from tokenmgr.changes.doing import Stepper
    from tokenmgr.model.change import Edit

LARGEST = 16 * 1024 * 1024
LOCK = "lock"


def _now() -> datetime:
    return datetime.now(UTC)


class Changes:
    """All processes of the user share one record."""

    def __init__(
        self,
        folder: Path,
        steppers: Mapping[str, Callable[[], Stepper]] | None = None,
        now: Callable[[], datetime] = _now,
    ) -> None:
        self._folder = folder
        self._steppers = steppers or {}
        self._now = now

    def all(self) -> list[Change]:
        """Newest first. One that cannot be read any more is left out: nobody could undo it."""
        found = [change for path in self._files() if (change := self._read(path))]
        return [self._settled(change) for change in reversed(found)]

    def standing(self) -> list[Change]:
        """Those that are not undone."""
        return [change for change in self.all() if change.state != "undone"]

    def find(self, id_: str) -> Change:
        """ChangeUnknown where nothing is called so."""
        found = self._read(self._path(id_)) if id_.isalnum() else None
        if found is None:
            raise ChangeUnknown(id_)
        return self._settled(found)

    def apply(self, kind: str, what: Mapping[str, str], edits: Sequence[Edit]) -> str:
        """Written down, done, and written down as done; its number. Where one edit fails, all are taken back.

        Nobody settles it meanwhile: what it waits for, such as a password, may take a while.
        """
        with self._alone():
            change = self._begun(kind, what, edits)
            try:
                for edit in change.edits:
                    doing.do(edit, self._steppers)
            except TokenError as error:
                self._fall_back(change, unfinished=getattr(error, "unfinished", False))
                raise
            self._write(change._replace(state="done"))
        return change.id

    def undo(self, id_: str) -> None:
        """To the byte. ChangedSince where something else has changed any of it meanwhile: then all stays as it is.

        Half a way back is worse than none: some files would be open again while the record still says all are closed.
        """
        self.find(id_)  # settled first, where a crash cut it short: nobody can while we hold the lock
        with self._alone():
            change = self._read(self._path(id_))
            if change is None:
                raise ChangeUnknown(id_)
            if change.state == "undone":
                return
            for edit in change.edits:
                doing.check_back(edit)
            for edit in reversed(change.edits):
                doing.undo(edit, self._steppers)
            self._write(change._replace(state="undone", undone_at=self._now()))

    def gone(self, id_: str) -> None:
        """It was taken back in another way."""
        self._write(self.find(id_)._replace(state="undone", undone_at=self._now()))

    def forget_undone(self) -> None:
        """What was taken back needs no way back; where nothing is left, the folder goes too."""
        for change in self.all():
            if change.state == "undone":
                self._path(change.id).unlink(missing_ok=True)
        if self._folder.is_dir() and not self._files():
            with suppress(OSError):
                (self._folder / LOCK).unlink(missing_ok=True)
                self._folder.rmdir()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """No other change is under way, in this process or another."""
        with ExitStack() as stack:
            try:
                stack.enter_context(held(self._folder / LOCK))
            except OSError as error:
                raise FileUnreadable(str(self._folder), error.strerror or "unwritable") from None
            yield

    def _begun(self, kind: str, what: Mapping[str, str], edits: Sequence[Edit]) -> Change:
        number = max((int(path.stem) for path in self._files()), default=0) + 1
        change = Change(str(number), kind, self._now(), tuple(what.items()), tuple(edits), "begun")
        self._write(change)
        return change

    def _fall_back(self, change: Change, *, unfinished: bool) -> None:
        """Take back what was done, as far as it goes. What stands all the same, or may come yet, stays recorded."""
        for edit in reversed(change.edits):
            with suppress(TokenError):
                if doing.stands(edit, self._steppers):
                    doing.undo(edit, self._steppers)
        if not unfinished and not self._stands(change):
            self._path(change.id).unlink(missing_ok=True)

    def _stands(self, change: Change) -> bool:
        return any(doing.stands(edit, self._steppers) for edit in change.edits)

    def _settled(self, change: Change) -> Change:
        """One that a crash cut short is done if any of it stands. One that is still under way is left to itself."""
        if change.state != "begun":
            return change
        with tried(self._folder / LOCK) as ours:
            found = self._read(self._path(change.id)) if ours else None
            if found is None or found.state != "begun":
                return found or change
            settled = found._replace(state="done" if self._stands(found) else "undone")
            self._write(settled)
        return settled

    def _files(self) -> list[Path]:
        return sorted((path for path in self._folder.glob("*.json") if path.stem.isdigit()), key=lambda p: int(p.stem))

    def _path(self, id_: str) -> Path:
        return self._folder / f"{id_}.json"

    def _read(self, path: Path) -> Change | None:
        try:
            with path.open("rb") as file:
                return unpacked(json.loads(file.read(LARGEST)))
        except (OSError, ValueError):
            return None

    def _write(self, change: Change) -> None:
        path = self._path(change.id)
        try:
            replace(path, json.dumps(packed(change), indent=1).encode())
        except OSError as error:
            raise FileUnreadable(str(path), error.strerror or "unwritable") from None
