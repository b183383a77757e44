"""`key generate`: a request that openssl accepts, with a key that stays on the token."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.practising import FINE, HK, PIN, REFUSED, Practice

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", ["rsa2048", "p256", "p384"])
def test_openssl_verifies_the_request(tm: Practice, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "request.pem"
    arguments = ("--type", kind, "--subject", "CN=陳大文,O=Test\\, Ltd,C=HK", "--out", str(out))
    assert tm("key", "generate", "--token", HK, *arguments, lines=(PIN[HK],)).code == FINE
    done = subprocess.run(
        ["openssl", "req", "-in", out, "-verify", "-noout", "-subject", "-nameopt", "utf8"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "verify OK" in done.stdout + done.stderr
    assert "陳大文" in done.stdout
    assert "Test\\, Ltd" in done.stdout or "Test, Ltd" in done.stdout


@pytest.mark.parametrize(
    ("subject", "out"),
    [("nonsense", "request.pem"), ("CN=", "request.pem"), ("CN=a", "no-such-folder/request.pem"), ("CN=a", ".")],
)
def test_what_cannot_work_costs_neither_a_key_nor_a_try(tm: Practice, tmp_path: Path, subject: str, out: str) -> None:
    before = (tm.home / "practice" / HK / "state").read_bytes()
    said = tm("key", "generate", "--token", HK, "--subject", subject, "--out", str(tmp_path / out), lines=("nothere",))
    assert said.code == REFUSED
    assert (tm.home / "practice" / HK / "state").read_bytes() == before


def test_to_standard_output(tm: Practice) -> None:
    said = tm.plain(
        "--pin-stdin", "key", "generate", "--type", "p256", "--subject", "CN=a", "--token", HK, typed=(PIN[HK],)
    )
    assert said.out.startswith("-----BEGIN CERTIFICATE REQUEST-----")
