"""What the publisher says, believed only as far as it is signed: The Update Framework's client, over a line of ours.

Its imports are 100 ms and 15 MB, so only `loading.py` imports this, in the thread of whoever asked for news.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tuf.api import exceptions as tufs
from tuf.ngclient.config import UpdaterConfig
from tuf.ngclient.fetcher import FetcherInterface
from tuf.ngclient.updater import Updater

from tokenmgr.model.errors import FileUnreadable
from tokenmgr.model.update_errors import NoTrust, UpdateUnreachable, UpdateUntrusted
from tokenmgr.system.private_folder import private_folder
from tokenmgr.updates.line import Absent, Pace, get
from tokenmgr.updates.news import LARGEST as LARGEST_NEWS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from tuf.api.metadata import TargetFile

    from tokenmgr.updates.place import Place

NEWS = "versions.json"
ROLES = ("timestamp", "snapshot", "targets", "root")
NOT_FOUND = 404
#: What stands before a file's name and says its content.
DIGEST = re.compile(r"[0-9a-f]{64}\.", re.ASCII)
#: A thousand times what the publisher's tool makes is no news any more.
BOUNDS = UpdaterConfig(
    max_root_rotations=64,
    max_delegations=0,
    root_max_length=128 * 1024,
    timestamp_max_length=16 * 1024,
    snapshot_max_length=64 * 1024,
    targets_max_length=512 * 1024,
)
LARGEST_PACKAGE = 2 * 1024 * 1024 * 1024


class Package(NamedTuple):
    """A file of the publisher's: where it lies, and how to know it."""

    url: str
    file: TargetFile

    @property
    def length(self) -> int:
        """In bytes."""
        return self.file.length

    def check(self, content: BinaryIO) -> None:
        """UpdateUntrusted where it is another than the one that was signed."""
        try:
            self.file.verify_length_and_hashes(content)
        except tufs.LengthOrHashMismatchError:
            raise UpdateUntrusted("changed", self.file.path) from None


class Source:
    """One look at what the publisher says now. What was believed once is kept in a folder, and never goes backwards."""

    def __init__(self, place: Place, folder: Path, pace: Pace) -> None:
        self._place, self._folder = place, folder
        self._fetcher = _Fetcher(pace)
        private_folder(folder)
        with self._judged():
            self._updater = Updater(
                str(folder), place.metadata, fetcher=self._fetcher, config=BOUNDS, bootstrap=place.root
            )
            self._updater.refresh()

    def news(self, known: bytes = b"") -> bytes:
        """The content of `versions.json`, as it was signed; what is known already is not asked for again."""
        package = self.package(NEWS, LARGEST_NEWS)
        with suppress(UpdateUntrusted):
            package.check(BytesIO(known))
            return known
        with self._judged():
            data = self._fetcher.download_bytes(package.url, package.length)
            if len(data) < package.length:
                raise UpdateUntrusted("length", NEWS)
            package.file.verify_length_and_hashes(data)
        return data

    def package(self, path: str, largest: int = LARGEST_PACKAGE) -> Package:
        """What is signed about a file; UpdateUntrusted where nothing is."""
        with self._judged():
            file = self._updater.get_targetinfo(path)
        if file is None:
            raise UpdateUntrusted("mixed", path)
        if file.length > largest:
            raise UpdateUntrusted("length", path)
        # Our publisher's tool always names files by their content too, so that old and new lie side by side.
        return Package(f"{self._place.targets}{file.get_prefixed_paths()[0]}", file)

    @contextmanager
    def _judged(self) -> Iterator[None]:
        """What went wrong, as a fact. What was asked last tells which file it is about."""
        try:
            yield
        except tufs.ExpiredMetadataError:
            raise UpdateUntrusted("expired", *self._expired()) from None
        except (tufs.RepositoryError, tufs.DownloadLengthMismatchError) as error:
            raise UpdateUntrusted(self._why(error), self._fetcher.name) from None
        except (tufs.DownloadError, Absent):
            raise UpdateUnreachable(self._place.host, "status") from None
        except OSError as error:
            raise FileUnreadable(str(self._folder), error.strerror or type(error).__name__) from None
        except (ValueError, LookupError, TypeError, AttributeError):
            raise UpdateUntrusted("garbled", self._fetcher.name) from None

    def _why(self, error: Exception) -> NoTrust:
        match error:
            case tufs.DownloadLengthMismatchError():
                return "length"
            case tufs.UnsignedMetadataError():
                return "signature"
            case tufs.BadVersionNumberError():
                return "mixed" if self._fetcher.role == "targets" else "rollback"
            case tufs.LengthOrHashMismatchError():
                return self._misfit()
        return "garbled"

    def _misfit(self) -> NoTrust:
        """Another file than the one that was meant: whole but of another release, or a piece, or not ours at all."""
        if not self._fetcher.role:
            return "changed"
        return "mixed" if _signed(self._fetcher.last) else "length"

    def _expired(self) -> tuple[str, str]:
        """Which file, and since when: the one that was asked last, else one that it rests on."""
        now = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        kept = [(f"{role}.json", _content(self._folder / f"{role}.json")) for role in ROLES]
        for name, data in ((self._fetcher.name, self._fetcher.last), *kept):
            until = str(_signed(data).get("expires", ""))
            if until and until <= now:
                return name, until[:10]
        return self._fetcher.name, now[:10]


class _Fetcher(FetcherInterface):
    """Remembers what it brought last."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self.name, self.last = "root.json", b""

    @property
    def role(self) -> str:
        """Whose statement it was; empty for what is no statement."""
        return next((role for role in ROLES if role in self.name), "")

    def _fetch(self, url: str) -> Iterator[bytes]:
        self.name, self.last = DIGEST.sub("", PurePosixPath(urlsplit(url).path).name, count=1), b""
        try:
            for piece in get(url, self._pace):
                self.last += piece
                yield piece
        except Absent:
            raise tufs.DownloadHTTPError("absent", NOT_FOUND) from None


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _signed(data: bytes) -> dict[str, object]:
    """What a statement says, not whether it is true; empty where it is none."""
    try:
        found = json.loads(data)["signed"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
