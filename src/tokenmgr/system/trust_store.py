"""The certificates that this computer trusts, as its system keeps them. Read anew each time it is asked for.

`ssl` is imported only where it alone can answer: it is a megabyte, and 30 ms.
"""

from __future__ import annotations

import sys
from base64 import b64decode
from pathlib import Path
from typing import NamedTuple

#: As the families of Linux have it; the first that is there counts.
BUNDLES = (
    "etc/ssl/certs/ca-certificates.crt",
    "etc/pki/tls/certs/ca-bundle.crt",
    "etc/ssl/ca-bundle.pem",
    "etc/ssl/cert.pem",
)
KEYCHAINS = (
    "/System/Library/Keychains/SystemRootCertificates.keychain",
    "/Library/Keychains/System.keychain",
)
LARGEST = 16 * 1024 * 1024
MOST = 5000
SECONDS = 10


class TrustStore(NamedTuple):
    """Trusted certificates, and where they were read; no source means that none could be."""

    ders: tuple[bytes, ...] = ()
    source: str = ""


def read_trust_store(root: Path = Path("/")) -> TrustStore:
    """Never raises: a store that cannot be read is one without a source."""
    if sys.platform == "win32":
        import ssl

        found = [der for der, kind, _ in ssl.enum_certificates("ROOT") if kind == "x509_asn"]
        return TrustStore(tuple(found[:MOST]), "ROOT")
    if sys.platform == "darwin":
        return _from_keychains()
    for bundle in BUNDLES:
        path = root / bundle
        text = _text(path)
        if text:
            return TrustStore(ders_of(text), str(path))
    return TrustStore()


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST).decode("ascii", "replace")
    except OSError:
        return ""


def _from_keychains() -> TrustStore:
    import subprocess

    command = ["/usr/bin/security", "find-certificate", "-a", "-p", *KEYCHAINS]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return TrustStore()
    ders = ders_of(done.stdout[:LARGEST].decode("ascii", "replace"))
    return TrustStore(ders, "keychain" if ders else "")


def ders_of(text: str) -> tuple[bytes, ...]:
    """The certificates in a PEM bundle; one that does not decode is passed over."""
    begin, end = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
    found = []
    for part in text.split(begin)[1 : MOST + 1]:
        body, closed, _ = part.partition(end)
        try:
            found.append(b64decode(body) if closed else b"")
        except ValueError:
            continue
    return tuple(filter(None, found))
