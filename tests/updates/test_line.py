"""The line itself: secured and proved, through a proxy where there is one, and nothing told to anybody else."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.beds.publisher import Answering, Server, serving
from tokenmgr.model.errors import Cancelled
from tokenmgr.model.update_errors import UpdateUnreachable
from tokenmgr.updates import line
from tokenmgr.updates.line import Absent, Pace, get

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = bytes(range(256)) * 1000
SHORT = 1.0


def certificate(folder: Path, name: str = "localhost") -> Path:
    """For a server on this computer, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    named = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.DNSName(name), x509.IPAddress(ipaddress.ip_address("127.0.0.2"))])
    made = (
        x509.CertificateBuilder(named, named, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{name}.pem"
    path.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return path


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Server]:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "data").write_bytes(DATA)
    with serving(folder) as server:
        yield server


@pytest.fixture
def secured(site: Server, tmp_path: Path) -> Path:
    """The same over TLS; the certificate nobody trusts yet."""
    path = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    site.socket = context.wrap_socket(site.socket, server_side=True, do_handshake_on_connect=False)
    return path


def content(url: str, pace: Pace | None = None) -> bytes:
    return b"".join(get(url, pace or Pace()))


def unreachable(url: str, pace: Pace | None = None) -> tuple[str, str]:
    with pytest.raises(UpdateUnreachable) as caught:
        content(url, pace)
    return caught.value.host, caught.value.reason


def test_a_file_in_pieces_and_how_much_of_it_has_come(site: Server) -> None:
    heard: list[int] = []
    assert content(f"{site.url}/data", Pace(heard=heard.append)) == DATA
    assert heard == sorted(heard)
    assert heard[-1] == len(DATA)


@pytest.mark.parametrize("status", [403, 404])
def test_no_such_file(site: Server, status: int) -> None:
    site.worse["data"] = lambda answering: answering.send_error(status)
    with pytest.raises(Absent):
        content(f"{site.url}/data")


def test_a_server_that_proves_who_it_is(site: Server, secured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(secured))
    assert content(f"https://localhost:{site.server_address[1]}/data") == DATA


def test_a_server_that_does_not(site: Server, secured: Path) -> None:
    assert unreachable(f"https://localhost:{site.server_address[1]}/data") == ("localhost", "tls")
    assert not site.asked


def test_a_server_that_proves_to_be_another(site: Server, secured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(secured))
    assert unreachable(f"https://127.0.0.1:{site.server_address[1]}/data") == ("127.0.0.1", "tls")
    assert not site.asked


def test_a_server_that_never_begins_to_secure_the_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://localhost:{silent.getsockname()[1]}/data"
        assert unreachable(url, Pace(0.3)) == ("localhost", "slow")


def test_whoever_waits_for_a_silent_server_can_leave() -> None:
    """While it is asked to secure the line, which cannot be broken off."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"https://localhost:{silent.getsockname()[1]}/data"
        stopping = threading.Event()
        threading.Timer(0.1, stopping.set).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            content(url, Pace(20, stopping=stopping))
        assert time.monotonic() - began < 1
    for opening in [each for each in threading.enumerate() if each.name == "opening"]:
        opening.join()


def test_a_bundle_trusts_whom_the_system_trusts(secured: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library looks there is nothing; the system keeps it elsewhere."""
    from tokenmgr.system.trust_store import TrustStore, ders_of

    nowhere = ssl.DefaultVerifyPaths(None, None, "", "", "", "")  # type: ignore[arg-type]
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: nowhere)
    monkeypatch.setattr(ssl, "create_default_context", lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    store = TrustStore(ders_of(secured.read_text()), "here")
    monkeypatch.setattr("tokenmgr.system.trust_store.read_trust_store", lambda: store)
    empty = TrustStore((), "here")
    with monkeypatch.context() as nobody:
        nobody.setattr("tokenmgr.system.trust_store.read_trust_store", lambda: empty)
        assert line._trusting().get_ca_certs() == []
    assert [each["subject"] for each in line._trusting().get_ca_certs()] == [((("commonName", "localhost"),),)]


def proxy(said: list[bytes]) -> socket.socket:
    """Hears one request out and refuses it."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        accepted, _ = listening.accept()
        with accepted:
            said.append(accepted.recv(65536))
            accepted.sendall(b"HTTP/1.0 403 Forbidden\r\n\r\n")

    threading.Thread(target=serve, name="proxy").start()
    return listening


def test_other_hosts_are_asked_through_the_systems_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[bytes] = []
    with proxy(said) as listening:
        monkeypatch.setenv("https_proxy", f"http://me:a%20word@127.0.0.1:{listening.getsockname()[1]}")
        assert unreachable("https://updates.example.org/secret/path")[0] == "updates.example.org"
    [request] = said
    assert request.startswith(b"CONNECT updates.example.org:443 HTTP/1.")
    assert b"Proxy-Authorization: Basic bWU6YSB3b3Jk" in request
    assert b"secret" not in request


@pytest.mark.parametrize(
    "setting",
    ["http://proxy:80a80", "http://proxy:99999", "proxy:8o8o", "http://[::1", "http://", "http://:8080",
     "http://a b:80", "http://a..b:80", "http://me:\udcff@proxy:80"],
)  # fmt: skip
def test_a_slip_in_the_proxy_setting_is_not_the_publishers_fault(monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setattr(line, "getproxies", lambda: {"https": setting})
    assert unreachable("https://updates.example.org/x") == ("updates.example.org", "proxy")


def test_a_proxy_that_is_not_for_this_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "example.org")
    assert line._proxy("updates.example.org") == ""
    assert line._proxy("updates.example.com") != ""
    monkeypatch.setenv("https_proxy", "proxy:8080")
    assert line._proxy("updates.example.com") == "http://proxy:8080"


@pytest.mark.parametrize(
    "answer", [b"SSH-2.0-x\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200, b"HTTP/9 abc\r\n\r\n"]
)
def test_no_answer_of_a_web_server(answer: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            accepted, _ = listening.accept()
            with accepted:
                accepted.recv(65536)
                accepted.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        assert unreachable(f"http://127.0.0.1:{listening.getsockname()[1]}/x", Pace(SHORT)) == ("127.0.0.1", "status")
        thread.join()


def test_what_comes_packed_is_not_unpacked(site: Server) -> None:
    """A kilobyte that unpacks to a gigabyte is never met."""
    import gzip

    def packed(answering: Answering) -> None:
        data = gzip.compress(b" " * 1_000_000)
        answering.send_response(200)
        answering.send_header("Content-Encoding", "gzip")
        answering.send_header("Content-Length", str(len(data)))
        answering.end_headers()
        answering.wfile.write(data)

    site.worse["data"] = packed
    assert unreachable(f"{site.url}/data") == ("127.0.0.1", "status")


def test_in_chunks(site: Server) -> None:
    def chunks(answering: Answering) -> None:
        answering.send_response(200)
        answering.send_header("Transfer-Encoding", "chunked")
        answering.end_headers()
        for _ in range(3):
            answering.wfile.write(b"4\r\nabcd\r\n")
        answering.wfile.write(b"0\r\n\r\n")

    site.worse["data"] = chunks
    assert content(f"{site.url}/data") == b"abcd" * 3


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are listed on Linux only")
def test_a_proxy_that_says_no_leaves_no_line_open(monkeypatch: pytest.MonkeyPatch) -> None:
    with proxy([]) as listening:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{listening.getsockname()[1]}")
        before = len([*Path("/proc/self/fd").iterdir()])
        with pytest.raises(UpdateUnreachable) as held:
            list(line.get("https://updates.example.org/x", Pace()))
        for thread in [each for each in threading.enumerate() if each.name == "proxy"]:
            thread.join()
        assert len([*Path("/proc/self/fd").iterdir()]) == before
    assert held.value.reason == "connect"  # and with it all that it came from
