"""A page on this computer that lets in only who shows a certificate, and greets by the name in it."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization

from tests.beds.pcsc import pooled_key

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric import rsa

GREETING = "Welcome, "


def self_made(
    name: str, key: rsa.RSAPrivateKey, *, authority: bool, addresses: tuple[x509.GeneralName, ...] = ()
) -> bytes:
    """A certificate that vouches for itself."""
    subject, now = x509.Name.from_rfc4514_string(name), datetime.now(UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    )
    if addresses:
        builder = builder.add_extension(x509.SubjectAlternativeName(addresses), critical=False)
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


class ClientPage:
    """Who may come in: those with a certificate of this issuer (see pcsc.Issuer, whose key is the pool's -1)."""

    def __init__(self, folder: Path, issuer: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(self._own(folder))
        self.context.load_verify_locations(cadata=self_made(issuer, pooled_key(-1), authority=True).decode())
        self.context.verify_mode = ssl.CERT_REQUIRED
        self.guests: list[str] = []
        self._line = socket.create_server(("127.0.0.1", 0))
        self.address = f"https://127.0.0.1:{self._line.getsockname()[1]}"
        self._serving = threading.Thread(target=self._serve)

    @staticmethod
    def _own(folder: Path) -> Path:
        key = pooled_key(-2)
        here = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
        plain = serialization.NoEncryption()
        pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        path = folder / "page.pem"
        path.write_bytes(pem + self_made("CN=page", key, authority=False, addresses=(here,)))
        return path

    def _serve(self) -> None:
        with contextlib.suppress(OSError):  # closed: no more guests
            while True:
                line, _ = self._line.accept()
                threading.Thread(target=self._let_in, args=(line,), daemon=True).start()

    def _let_in(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError), self.context.wrap_socket(line, server_side=True) as secured:
            secured.settimeout(20)
            secured.recv(65536)
            certificate = secured.getpeercert() or {}
            name = str(certificate["subject"][0][0][1])
            self.guests.append(name)
            page = f"<!doctype html><title>{GREETING}{name}</title><link rel=icon href=data:,>".encode()
            head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
            secured.sendall(head % len(page) + page)

    def __enter__(self) -> Self:
        self._serving.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._line.shutdown(socket.SHUT_RDWR)
        self._line.close()
        self._serving.join(5)
