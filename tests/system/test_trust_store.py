"""The computer's own list of authorities."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.x509.issued import issue
from tokenmgr.actions.files import as_pem
from tokenmgr.system.trust_store import TrustStore, ders_of, read_trust_store

if TYPE_CHECKING:
    from pathlib import Path

ROOT = issue("CN=Root", "CN=Root", ca=True)
PEM = as_pem(ROOT, "CERTIFICATE").decode()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these systems keep no such file")
@pytest.mark.parametrize("bundle", ["etc/ssl/certs/ca-certificates.crt", "etc/pki/tls/certs/ca-bundle.crt"])
def test_a_bundle_file(bundle: str, tmp_path: Path) -> None:
    assert read_trust_store(tmp_path) == TrustStore()
    path = tmp_path / bundle
    path.parent.mkdir(parents=True)
    path.write_text(f"# Root\n{PEM}\n{PEM}")
    assert read_trust_store(tmp_path) == TrustStore((ROOT, ROOT), str(path))


def test_broken_entries_are_passed_over() -> None:
    broken = "-----BEGIN CERTIFICATE-----\n!?abc\n-----END CERTIFICATE-----\n"
    assert ders_of(broken + PEM + "-----BEGIN CERTIFICATE-----\nMIIB") == (ROOT,)
    assert ders_of("") == ()
