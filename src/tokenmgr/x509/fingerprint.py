"""SHA-256 of a certificate. hashlib loads OpenSSL, 3 ms that nobody who looks at four certificates need wait for."""

from __future__ import annotations

try:
    from _sha256 import sha256  # type: ignore[import-not-found]  # Python's own, up to 3.11
except ImportError:
    from hashlib import sha256


def fingerprint(der: bytes) -> str:
    """In hexadecimal."""
    return str(sha256(der).hexdigest())
