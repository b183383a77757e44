"""The verbs that make and write things, on a real token."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from tests.acceptance.command import CommandLine
from tests.beds import softhsm
from tests.beds.softhsm import SoftHsm, make_key_pair
from tests.cli.verbs.test_sign import verified
from tests.practising import FINE, NEW, REFUSED, WRONG

if TYPE_CHECKING:
    from pathlib import Path

PIN, SO_PIN = "123456", "87654321"


@pytest.fixture
def run(tmp_path: Path) -> CommandLine:
    if why := softhsm.available():
        pytest.skip(why)
    hsm = SoftHsm(tmp_path / "hsm")
    hsm.add_token("card", PIN, SO_PIN)
    hsm.add_key_pair("card", PIN, b"\x07", "first")
    return CommandLine(tmp_path / "home", ("--module", str(hsm.module), "--token", "card"), hsm.env)


@pytest.mark.parametrize(("hash_name", "pss"), [("sha256", False), ("sha512", False), ("sha384", True)])
def test_a_signature_that_openssl_verifies(run: CommandLine, tmp_path: Path, hash_name: str, pss: bool) -> None:
    file, out, key = tmp_path / "file", tmp_path / "signature", tmp_path / "key"
    file.write_bytes(b"text")
    options = ["--hash", hash_name, "--out", str(out), *(["--pss"] if pss else [])]
    assert run("sign", str(file), *options, pins=[PIN]).code == FINE
    certificate = x509.load_pem_x509_certificate(run("cert", "export").json()["pem"].encode())
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    key.write_bytes(certificate.public_key().public_bytes(serialization.Encoding.PEM, form))
    assert verified(key, hash_name, out, file, pss=pss)
    assert not verified(key, hash_name, out, out, pss=pss)


@pytest.mark.parametrize("kind", ["rsa2048", "p256", "p384"])
def test_a_request_that_openssl_verifies(run: CommandLine, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "request"
    assert run("key", "generate", "--type", kind, "--subject", "CN=陳,C=HK", "--out", str(out), pins=[PIN]).code == FINE
    done = subprocess.run(
        ["openssl", "req", "-in", out, "-verify", "-noout"], capture_output=True, text=True, check=True
    )
    assert "verify OK" in done.stdout + done.stderr


def pkcs12(file: Path, password: bytes) -> Path:
    from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates  # 80 ms

    pair = make_key_pair("From a file")
    key = serialization.load_der_private_key(pair.key, None)
    certificate = x509.load_der_x509_certificate(pair.certificate)
    encryption = serialization.BestAvailableEncryption(password)
    file.write_bytes(serialize_key_and_certificates(b"n", key, certificate, None, encryption))  # type: ignore[arg-type]
    return file


def test_a_key_from_a_file_signs_and_decrypts(run: CommandLine, tmp_path: Path) -> None:
    file = pkcs12(tmp_path / "key.pfx", b"secret")
    assert run("cert", "import", str(file), pins=["wrong", PIN]).error()["reason"] == "password"
    assert run("cert", "import", str(file), pins=["secret", PIN]).json()["keys"] == 1
    rows = run("token", "test", pins=[PIN]).json()
    assert [(row["signs"], row["decrypts"], row["trouble"]) for row in rows] == [(True, True, "")] * 2


@pytest.mark.parametrize("form", [[], ["--der"]])
def test_a_certificate_out_and_in_again(run: CommandLine, tmp_path: Path, form: list[str]) -> None:
    was = run("certs").json()[0]
    file = str(tmp_path / "certificate")
    run("cert", "export", "--out", file, *form)
    assert run("cert", "delete", "--yes", pins=[PIN]).json()["count"] == 1
    assert run("certs").json() == []
    assert run("cert", "import", file, pins=[PIN]).json()["count"] == 1
    assert run("certs").json()[0]["sha256"] == was["sha256"]


def test_another_pin_another_administrator_and_all_empty(run: CommandLine) -> None:
    assert run("pin", "change", pins=[PIN, NEW]).code == FINE
    assert run("token", "test", pins=[PIN]).code == WRONG
    assert run("pin", "change", "--of", "so", pins=[SO_PIN, "99999999"]).code == FINE
    assert run("pin", "unlock", pins=["99999999", PIN]).code == FINE
    assert run("token", "test", pins=[PIN]).code == FINE
    assert run("token", "init", "--label", "card", "--yes", pins=[SO_PIN, NEW]).code == WRONG
    assert run("token", "init", "--label", "card", "--yes", pins=["99999999", NEW]).code == FINE
    assert run("certs").json() == []


def test_what_it_cannot_do_costs_no_question(run: CommandLine) -> None:
    for verb in (
        ["pin", "unlock", "--by", "puk"],
        ["pin", "challenge", "--hold"],
        ["token", "rename", "--on-token", "x"],
    ):
        ran = run(*verb, pins=["nothere0", NEW])
        assert (ran.code, ran.error()["code"]) == (REFUSED, "not-supported"), verb
