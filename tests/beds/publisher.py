"""A publisher of news with keys of its own, and a web server on this computer that gives out what it made, or worse."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from securesystemslib.signer import CryptoSigner

from tools.updates import Publisher, RootKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ONLINE = ("targets", "snapshot", "timestamp")
NOTES = {"zh-Hans": "改进了很多。", "zh-Hant": "改進了很多。", "en": "Much is better."}
PACKAGE = b"a package " * 5000


class Answering(BaseHTTPRequestHandler):
    """Files of a folder, unless the bed wants something worse."""

    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers.items())))
        for part, misbehave in self.server.worse.items():
            if part in self.path:
                misbehave(self)
                return
        file = self.server.folder / self.path.lstrip("/")
        if file.is_file():
            self.give(file.read_bytes())
        else:
            self.send_error(404)

    def give(self, data: bytes, length: int | None = None) -> None:
        """This, under any promise."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_anything: object) -> None:
        """Silent."""

    def handle(self) -> None:
        """Whoever hangs up early has a reason."""
        try:
            super().handle()
        except OSError:
            self.close_connection = True


class Server(ThreadingHTTPServer):
    """`worse`: part of a path -> what happens instead."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.folder = folder
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.worse: dict[str, Callable[[Answering], object]] = {}
        #: Set when the test is over: whoever answers slowly ends.
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    thread = threading.Thread(target=lambda: server.serve_forever(0.01), name="server")
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


class House:
    """A publisher: three keys for root, of which two are enough, and one for each of the others."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.roots = [CryptoSigner.generate_ed25519() for _ in range(3)]
        self.online = {role: CryptoSigner.generate_ed25519() for role in ONLINE}

    def at(self, days_ago: float = 0) -> Publisher:
        return Publisher(self.folder, datetime.now(UTC) - timedelta(days=days_ago))

    def root_keys(self) -> RootKeys:
        return RootKeys(tuple(key.public_key for key in self.roots), 2)

    def init(self, days_ago: float = 0) -> House:
        self.at(days_ago).init(self.root_keys(), self.online, self.roots[:2])
        return self

    def add(self, version: str, packages: tuple[str, ...] = (), channel: str = "stable", days_ago: float = 0) -> None:
        files = []
        for name in packages:
            file = self.folder.parent / name
            file.write_bytes(PACKAGE)
            files.append(file)
        self.at(days_ago).add({"version": version, "date": "2027-01-31", "notes": NOTES}, files, channel, self.online)

    def root(self) -> bytes:
        """What a build is given."""
        return (self.folder / "metadata" / "1.root.json").read_bytes()

    def file(self, name: str) -> Path:
        return self.folder / "metadata" / name

    def build(self, resources: Path, url: str, more: str = "") -> Path:
        """The data of a build that asks this house."""
        folder = resources / "updates"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "root.json").write_bytes(self.root())
        text = f'metadata = "{url}/metadata"\ntargets = "{url}/targets"\n{more}'
        (folder / "where.toml").write_text(text, encoding="utf-8")
        return resources
