"""What a lock says of each package: its version, and the digests of the files that may be it."""

from __future__ import annotations

import re

PACKAGE = re.compile(
    r"^([A-Za-z0-9._-]+)==([^\s;]+)[^\n]*\\\n((?:\s+--hash=sha256:[0-9a-f]{64}[ \\]*\n?)+)", re.MULTILINE
)
DIGEST = re.compile(r"sha256:([0-9a-f]{64})")


def locked(text: str) -> dict[str, tuple[str, list[str]]]:
    """By name, as pip's requirement files have it."""
    return {name: (number, DIGEST.findall(digests)) for name, number, digests in PACKAGE.findall(text)}
