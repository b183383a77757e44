"""The certificates that `cryptography` is itself tested with, and what it reads from them."""

from __future__ import annotations

import base64
import re
import warnings
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import cryptography_vectors
from cryptography import x509

from tokenmgr.x509.certificate import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tokenmgr.model.certificate import CertificateFacts

VECTORS = Path(cryptography_vectors.__file__).parent
FOLDERS = ("x509", "pkcs7", "pkcs12", "asymmetric")
PEM = re.compile(rb"-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----(.*?)-----END", re.DOTALL)
BINARY = frozenset({".der", ".crt", ".cer"})


class Vector(NamedTuple):
    """One candidate: not everything with the right ending is a certificate, which is the point of some."""

    name: str
    der: bytes
    facts: CertificateFacts
    reference: x509.Certificate | None


def encodings(path: Path) -> Iterator[bytes]:
    raw = path.read_bytes()
    if b"-----BEGIN" not in raw:
        if path.suffix in BINARY:
            yield raw
        return
    for body in PEM.findall(raw):
        with suppress(ValueError):
            yield base64.b64decode(body)


def reference(der: bytes) -> x509.Certificate | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return x509.load_der_x509_certificate(der)
        except (ValueError, x509.InvalidVersion):
            return None


@cache
def vectors() -> list[Vector]:
    paths = sorted(path for folder in FOLDERS for path in (VECTORS / folder).rglob("*") if path.is_file())
    return [
        Vector(path.relative_to(VECTORS).as_posix(), der, read(der), reference(der))
        for path in paths
        for der in encodings(path)
    ]


def certificates() -> list[Vector]:
    """Those that have at least a subject."""
    return [vector for vector in vectors() if vector.facts.subject is not None]


def vector(name: str) -> Vector:
    return next(found for found in vectors() if found.name == f"x509/{name}")


def differences(
    ours: Callable[[CertificateFacts], object], theirs: Callable[[x509.Certificate], object]
) -> dict[str, tuple[object, object]]:
    """Where a field differs from what `cryptography` reads, if it can read it."""
    found = {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, _, facts, certificate in vectors():
            if certificate is None:
                continue
            try:
                expected = theirs(certificate)
            except Exception:  # noqa: BLE001 - it cannot read this field, so there is nothing to compare
                continue
            if ours(facts) != expected:
                found[name] = (ours(facts), expected)
    return found
