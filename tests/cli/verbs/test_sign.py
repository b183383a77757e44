"""`sign`: what openssl verifies."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from tests.acceptance.command import CommandLine
from tests.practising import FINE, HK, NETCA, PIN, REFUSED, USAGE, Practice

if TYPE_CHECKING:
    from pathlib import Path


def public_key(tm: Practice, folder: Path, serial: str, which: str = "") -> Path:
    pem = tm("cert", "export", "--token", serial, *([which] if which else [])).json()["pem"]
    key = x509.load_pem_x509_certificate(pem.encode()).public_key()
    file = folder / "public.pem"
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    file.write_bytes(key.public_bytes(serialization.Encoding.PEM, form))
    return file


def verified(key: Path, hash_name: str, signature: Path, file: Path, *, pss: bool) -> bool:
    options = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"] if pss else []
    command = [
        "openssl",
        "dgst",
        f"-{hash_name}",
        "-verify",
        str(key),
        *options,
        "-signature",
        str(signature),
        str(file),
    ]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("hash_name", ["sha256", "sha384", "sha512"])
@pytest.mark.parametrize("pss", [False, True])
def test_openssl_verifies_the_signature(tm: Practice, tmp_path: Path, hash_name: str, pss: bool) -> None:
    file, out = tmp_path / "file", tmp_path / "signature"
    file.write_bytes(os.urandom(3_000_000))
    options = ["--hash", hash_name, "--out", str(out), *(["--pss"] if pss else [])]
    assert tm("sign", "--token", HK, str(file), *options, lines=(PIN[HK],)).code == FINE
    key = public_key(tm, tmp_path, HK)
    assert verified(key, hash_name, out, file, pss=pss)
    file.write_bytes(b"another")
    assert not verified(key, hash_name, out, file, pss=pss)


def test_the_signing_certificate_of_two_is_found(tm: Practice, tmp_path: Path) -> None:
    said = tm("sign", "--token", NETCA, __file__, lines=(PIN[NETCA],)).json()
    assert said["certificate"] == "01"
    assert tm("sign", "--token", NETCA, "--cert", "none", __file__, lines=(PIN[NETCA],)).code == REFUSED


def test_bytes_to_a_pipe_but_not_to_a_terminal(home: Path) -> None:
    run = CommandLine(home, ("--practice",))
    command = run.command("--pin-stdin", "sign", "--token", HK, __file__)
    pin = PIN[HK].encode() + b"\n"
    done = subprocess.run(command, env=run.environment, input=pin, capture_output=True, check=True)
    assert len(done.stdout) == 256
    ours, theirs = os.openpty()
    refused = subprocess.run(
        command, env=run.environment, input=pin, stdout=theirs, stderr=subprocess.PIPE, check=False
    )
    os.close(theirs)
    os.close(ours)
    assert (refused.returncode, b"--out" in refused.stderr) == (USAGE, True)


def test_the_signature_never_takes_the_files_place(
    tm: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = tmp_path / "contract.pdf"
    document.write_bytes(b"%PDF what both agreed to")
    (tmp_path / "link").symlink_to(document.name)
    (tmp_path / "twin").hardlink_to(document)
    monkeypatch.chdir(tmp_path)
    for out in (str(document), "contract.pdf", "link", "twin"):
        said = tm("sign", "--token", HK, str(document), "--out", out, lines=("nothere0",))
        assert (said.code, said.error()["reason"], said.error()["path"]) == (REFUSED, "same-file", out)
        assert "another name" in said.err
    assert document.read_bytes() == b"%PDF what both agreed to"
    assert tm.left(HK) == 15


def test_a_file_that_is_not_there_costs_no_question(tm: Practice, tmp_path: Path) -> None:
    for file in (tmp_path / "absent", tmp_path):
        said = tm("sign", "--token", HK, str(file), lines=("nothere0",))
        assert (said.code, said.error()["path"]) == (REFUSED, str(file))
    said = tm("sign", "--token", HK, __file__, "--out", str(tmp_path / "no" / "such"), lines=("nothere0",))
    assert (said.code, said.error()["path"]) == (REFUSED, str(tmp_path / "no" / "such"))
    assert tm.left(HK) == 15
