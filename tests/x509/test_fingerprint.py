"""The fingerprint is SHA-256, whoever computes it, and OpenSSL is not loaded for it where Python has its own."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from tokenmgr.x509.fingerprint import fingerprint


@pytest.mark.parametrize("der", [b"", b"abc", b"\0" * 200_000])
def test_it_is_what_hashlib_says(der: bytes) -> None:
    assert fingerprint(der) == hashlib.sha256(der).hexdigest()


def test_without_pythons_own_it_is_hashlibs(monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import sys; sys.modules['_sha256'] = None; from tokenmgr.x509 import fingerprint as it; "
        "print(it.fingerprint(b'abc'), 'hashlib' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.split() == [hashlib.sha256(b"abc").hexdigest(), "True"]


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="newer ones have it under another name")
def test_openssl_stays_out() -> None:
    code = "import sys; from tokenmgr.x509.fingerprint import fingerprint; print('_hashlib' in sys.modules)"
    said = subprocess.run([sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
                          capture_output=True, text=True, check=True).stdout  # fmt: skip
    assert said.split() == ["False"]
