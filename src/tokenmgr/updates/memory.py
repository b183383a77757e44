"""What was heard last, and when to ask again, in two small files beside the publisher's signatures."""

from __future__ import annotations

import json
import os
import secrets
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.system.private_folder import private_folder

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 256 * 1024
#: Not all at the same hour, and none more than once a day.
DAY, SPREAD_SECONDS = timedelta(days=1), 6 * 60 * 60
#: Where nobody could be asked, such as without a network.
SOON = timedelta(hours=4)
#: A date to ask again that lies further ahead was written when the clock was wrong.
FARTHEST = timedelta(days=2)


class Heard(NamedTuple):
    """`looked`: the last answer that was believed. `failed`: the last look, if nothing came of it."""

    looked: datetime | None = None
    failed: datetime | None = None
    again: datetime | None = None

    def due(self, now: datetime) -> bool:
        """Whether a day has passed."""
        return self.again is None or self.again <= now or self.again > now + FARTHEST


class Memory:
    """`folder`: this part of the user's data."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def signatures(self) -> Path:
        """Where the framework keeps what it believed."""
        return self._folder / "trusted"

    @property
    def lock(self) -> Path:
        """Held while somebody asks."""
        return self._folder / "lock"

    def heard(self) -> Heard:
        """Nothing, where the file is not ours."""
        try:
            said = json.loads(_bytes(self._folder / "last.json"))
            return Heard(*(_moment(said.get(name)) for name in Heard._fields))
        except (OSError, ValueError, AttributeError, RecursionError):
            return Heard()

    def news(self) -> bytes:
        """`versions.json` as it was believed last; empty where there is none."""
        try:
            return _bytes(self._folder / "versions.json")
        except OSError:
            return b""

    def begun(self, now: datetime) -> None:
        """Before anybody is asked, so that a program that dies does not ask all day."""
        again = now + DAY + timedelta(seconds=secrets.randbelow(SPREAD_SECONDS))
        self._keep(self.heard()._replace(failed=now, again=again))

    def nobody_there(self, now: datetime) -> None:
        """Nobody could be asked, so nobody was."""
        self._keep(self.heard()._replace(again=now + SOON))

    def told(self, now: datetime, news: bytes) -> None:
        """It can be believed."""
        self._write("versions.json", news)
        self._keep(self.heard()._replace(looked=now, failed=None))

    def _keep(self, heard: Heard) -> None:
        said = {name: f"{value:%Y-%m-%dT%H:%M:%S+00:00}" for name, value in heard._asdict().items() if value}
        self._write("last.json", json.dumps(said).encode())

    def _write(self, name: str, data: bytes) -> None:
        """Whole or not at all."""
        private_folder(self._folder)
        beside = self._folder / f"{name}.new"
        with beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._folder / name)


def _moment(text: object) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(UTC) if isinstance(text, str) else None


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST)
