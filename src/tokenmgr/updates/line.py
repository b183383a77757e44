"""One file from a server, at a pace that somebody can wait for. The server is told the path of the file and no more.

Every receive looks at the clock: a server that sends a byte a minute is left, in the head of its answer too, and so is
any server as soon as the person does not want the file any more. Redirections are not followed: the host that is named
to the person is the one that is asked.
"""

from __future__ import annotations

import http.client
import io
import threading
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from tokenmgr.model.errors import Cancelled
from tokenmgr.model.update_errors import UpdateUnreachable
from tokenmgr.updates.opening import open_
from tokenmgr.updates.place import LOOPBACK

if TYPE_CHECKING:
    import socket
    import ssl
    from collections.abc import Callable, Iterator

#: No version of anything: whoever asks looks like everybody else.
HEADERS = {"User-Agent": "tokenmgr", "Accept-Encoding": "identity", "Connection": "close"}
CHUNK = 64 * 1024
#: How often a silent line is looked at.
LOOK_SECONDS = 0.2
FINE = 200
#: What stands for "no such file"; some servers of plain files say 403.
ABSENT = {403, 404}


class Absent(Exception):
    """There is no such file."""


class Pace:
    """How long to wait: a while, and longer only for what really comes. `heard` is told the bytes of this file."""

    def __init__(
        self,
        patience: float = 30.0,
        slowest: float = 2000.0,
        *,
        stopping: threading.Event | None = None,
        heard: Callable[[int], object] | None = None,
    ) -> None:
        self._patience, self._slowest = patience, slowest
        self._stopping, self._heard = stopping or threading.Event(), heard
        self.begin()

    def begin(self) -> None:
        """A new file."""
        self._begun, self._received = time.monotonic(), 0

    def got(self, count: int) -> None:
        """This much more of it."""
        self._received += count
        if self._heard is not None:
            self._heard(self._received)

    def check(self) -> None:
        """Cancelled, or TimeoutError."""
        if self._stopping.is_set():
            raise Cancelled
        if time.monotonic() - self._begun > self._patience + self._received / self._slowest:
            raise TimeoutError

    @property
    def left(self) -> float:
        """Seconds, for what cannot be interrupted."""
        return max(self._begun + self._patience - time.monotonic(), LOOK_SECONDS)


class _Receiving(io.RawIOBase):
    """A socket as a file; whoever waits for it wakes up now and then to look at the clock."""

    def __init__(self, sock: socket.socket, pace: Pace) -> None:
        self._sock, self._pace = sock, pace
        sock.settimeout(LOOK_SECONDS)

    def readable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        while True:
            self._pace.check()
            with suppress(TimeoutError):
                return self._sock.recv_into(room)


class _Watched:
    """What http.client needs of a socket."""

    def __init__(self, sock: socket.socket, pace: Pace) -> None:
        self._sock, self._pace = sock, pace

    def makefile(self, _mode: str) -> io.BufferedReader:
        return io.BufferedReader(_Receiving(self._sock, self._pace))

    def sendall(self, data: bytes) -> None:
        self._sock.sendall(data)

    def close(self) -> None:
        """Closed by who opened it: the answer is read after this is called."""


class _OfProxy(http.client.HTTPResponse):
    """What a proxy says to being asked through. Where it says no, Python before 3.11.4 leaves the line open."""

    def _read_status(self) -> tuple[str, int, str]:
        said: tuple[str, int, str] = super()._read_status()  # type: ignore[misc]
        if said[1] != FINE:
            self.close()
        return said


def get(url: str, pace: Pace) -> Iterator[bytes]:
    """The file in pieces. Absent where there is none, Cancelled where nobody wants it, else UpdateUnreachable."""
    address = urlsplit(url)
    pace.begin()
    try:
        connection, sock = _connected(address, pace)
        with closing(sock):
            pace.check()
            connection.sock = _Watched(sock, pace)
            yield from _answer(connection, address, pace)
    except TimeoutError:
        raise UpdateUnreachable(address.hostname or "", "slow") from None
    except (http.client.RemoteDisconnected, http.client.IncompleteRead, OSError):
        raise UpdateUnreachable(address.hostname or "", "cut") from None
    except (http.client.HTTPException, ValueError):
        raise UpdateUnreachable(address.hostname or "", "status") from None


def _connected(address: SplitResult, pace: Pace) -> tuple[http.client.HTTPConnection, socket.socket]:
    import ssl  # loaded by http.client already where it can be

    try:
        connection = _connection(address, pace)
        open_(connection, pace.check, LOOK_SECONDS)
    except TimeoutError:
        raise
    except ssl.SSLError:
        raise UpdateUnreachable(address.hostname or "", "tls") from None
    except OSError:
        raise UpdateUnreachable(address.hostname or "", "connect") from None
    connection.response_class = http.client.HTTPResponse
    return connection, connection.sock


def _answer(connection: http.client.HTTPConnection, address: SplitResult, pace: Pace) -> Iterator[bytes]:
    connection.putrequest("GET", address.path, skip_accept_encoding=True)
    for name, value in HEADERS.items():
        connection.putheader(name, value)
    connection.endheaders()
    with connection.getresponse() as answer:
        if answer.status in ABSENT:
            raise Absent
        if answer.status != FINE or answer.getheader("Content-Encoding"):
            raise ValueError(answer.status)
        yield from _pieces(answer, pace)


def _pieces(answer: http.client.HTTPResponse, pace: Pace) -> Iterator[bytes]:
    """As they come: a read of a whole chunk would wait for its last byte without a look at the clock."""
    promised, received = answer.length, 0
    while promised is None or received < promised:
        piece = answer.read1(CHUNK)
        if not piece:
            break
        received += len(piece)
        pace.got(len(piece))
        yield piece
        pace.check()
    if promised is not None and received < promised:
        raise http.client.IncompleteRead(b"", promised - received)


def _connection(address: SplitResult, pace: Pace) -> http.client.HTTPConnection:
    """Through the system's proxy where it has one; never for this computer itself."""
    host = address.hostname or ""
    if address.scheme == "http":
        return http.client.HTTPConnection(host, address.port, timeout=pace.left)
    context = _trusting()
    if not (said := _proxy(host)):
        return http.client.HTTPSConnection(host, address.port, timeout=pace.left, context=context)
    try:
        proxy = _read_proxy(said)
        through = http.client.HTTPSConnection(
            proxy.hostname or "", proxy.port or 80, timeout=pace.left, context=context
        )
        through.set_tunnel(host, address.port or 443, headers=_credentials(proxy))
    except (ValueError, http.client.InvalidURL):  # the setting may hold a password: it is not repeated
        raise UpdateUnreachable(host, "proxy") from None
    through.response_class = _OfProxy
    return through


def _read_proxy(said: str) -> SplitResult:
    """ValueError where it is no address: going past it would not be what was set."""
    proxy = urlsplit(said)
    if not (proxy.hostname or "").encode("idna"):
        raise ValueError("no name")
    return proxy


def _proxy(host: str) -> str:
    if host in LOOPBACK or proxy_bypass(host):
        return ""
    said = getproxies().get("https", "")
    return said if "://" in said or not said else f"http://{said}"


def _credentials(proxy: SplitResult) -> dict[str, str]:
    if not proxy.username:
        return {}
    from base64 import b64encode

    pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}"
    return {"Proxy-Authorization": f"Basic {b64encode(pair.encode()).decode()}"}


def _trusting() -> ssl.SSLContext:
    """Whom the system trusts. A bundle looks for that where the computer kept it that it was built on."""
    import ssl

    context = ssl.create_default_context()
    places = ssl.get_default_verify_paths()
    if not (places.cafile or places.capath or context.get_ca_certs()):
        from tokenmgr.system.trust_store import read_trust_store

        if ders := b"".join(read_trust_store().ders):
            context.load_verify_locations(cadata=ders)
    return context
