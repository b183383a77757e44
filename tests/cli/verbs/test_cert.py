"""`cert`: show, export, import, delete."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.hashes import SHA256

from tests.acceptance.command import CommandLine
from tests.beds.softhsm import make_key_pair
from tests.practising import CANCELLED, FINE, HK, NETCA, PIN, REFUSED, USAGE, WRONG, Practice

if TYPE_CHECKING:
    from pathlib import Path

PASSWORD = "of the file"


def exported(tm: Practice, out: Path, *more: str) -> x509.Certificate:
    assert tm("cert", "export", "--token", HK, "--out", str(out), *more).code == FINE
    load = x509.load_der_x509_certificate if "--der" in more else x509.load_pem_x509_certificate
    return load(out.read_bytes())


@pytest.mark.parametrize("form", [[], ["--der"]])
def test_out_and_in_again(tm: Practice, tmp_path: Path, form: list[str]) -> None:
    was = tm("certs", "--token", HK).json()[0]
    file = tmp_path / "a file"
    assert exported(tm, file, *form).fingerprint(SHA256()).hex() == was["sha256"]
    assert tm("cert", "delete", "--token", HK, "--yes", lines=(PIN[HK],)).json()["count"] == 1
    assert tm("certs", "--token", HK).json() == []
    assert tm("cert", "import", "--token", HK, str(file), lines=(PIN[HK],)).json()["count"] == 1
    assert tm("certs", "--token", HK).json()[0]["sha256"] == was["sha256"]


def test_to_standard_output(tm: Practice) -> None:
    pem = tm.plain("cert", "export", "--token", HK).out
    assert x509.load_pem_x509_certificate(pem.encode())
    assert pem == tm("cert", "export", "--token", HK).json()["pem"]


def test_der_is_bytes_and_not_for_a_terminal(home: Path) -> None:
    run = CommandLine(home, ("--practice",))
    command = run.command("cert", "export", "--der", "--token", HK)
    done = subprocess.run(command, env=run.environment, capture_output=True, check=True)
    assert x509.load_der_x509_certificate(done.stdout)
    ours, theirs = os.openpty()
    refused = subprocess.run(command, env=run.environment, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    os.close(ours)
    assert refused.returncode == USAGE
    assert b"--out" in refused.stderr


def pkcs12(folder: Path) -> Path:
    from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates  # 80 ms

    pair = make_key_pair("From a file")
    key = serialization.load_der_private_key(pair.key, None)
    certificate = x509.load_der_x509_certificate(pair.certificate)
    encryption = serialization.BestAvailableEncryption(PASSWORD.encode())
    file = folder / "key.p12"
    file.write_bytes(serialize_key_and_certificates(b"n", key, certificate, None, encryption))  # type: ignore[arg-type]
    return file


def test_a_key_with_its_certificate(tm: Practice, tmp_path: Path) -> None:
    row = tm("cert", "import", "--token", HK, str(pkcs12(tmp_path)), lines=(PASSWORD, PIN[HK])).json()
    assert (row["count"], row["keys"]) == (1, 1)
    added = next(row for row in tm("certs", "--token", HK).json() if row["subject"] == "CN=From a file")
    assert added["has_private_key"]
    tested = tm("token", "test", "--token", HK, lines=(PIN[HK],)).json()
    assert next(row["signs"] for row in tested if row["id"] == added["id"])


def test_a_wrong_password_spends_no_try(tm: Practice, tmp_path: Path) -> None:
    said = tm("cert", "import", "--token", HK, str(pkcs12(tmp_path)), lines=("wrong", "nothere0"))
    assert (said.code, said.error()["code"], said.error()["reason"]) == (REFUSED, "file-unreadable", "password")
    assert tm.left(HK) == 15
    said = tm("cert", "import", "--token", HK, str(pkcs12(tmp_path)), lines=(PASSWORD, "nothere0"))
    assert said.code == WRONG


@pytest.mark.parametrize("name", ["a.pem", "a.p12", "a.der"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n",
        b"-----BEGIN CERTIFICATE-----\nMIIB\n",
        b"\x30\x82\xff\xff" * 100,
    ],
)
def test_files_that_are_none(tm: Practice, tmp_path: Path, name: str, content: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    said = tm("cert", "import", "--token", HK, str(file), lines=("nothere0", "nothere0"))
    assert (said.code, said.error()["code"]) == (REFUSED, "file-unreadable")
    assert said.error()["path"] == str(file)
    assert tm.left(HK) == 15


def test_files_that_cannot_be_read(tm: Practice, tmp_path: Path) -> None:
    for file in (tmp_path / "absent.pem", tmp_path):
        said = tm("cert", "import", "--token", HK, str(file), lines=("nothere0",))
        assert (said.code, said.error()["path"]) == (REFUSED, str(file))


def test_deleting_asks_for_the_end_of_the_serial_number(tm: Practice) -> None:
    said = tm.plain("--pin-stdin", "cert", "delete", "--token", HK, typed=("no",))
    assert said.code == CANCELLED
    assert "8F21" in said.err
    assert "陳大文" in said.err
    assert "nothing was deleted" in said.err
    assert len(tm("certs", "--token", HK).json()) == 1
    assert tm("cert", "delete", "--token", HK, lines=("8F21", PIN[HK])).json()["count"] == 1


def test_a_token_cannot_steer_the_terminal_that_is_to_confirm(tm: Practice, steering: str) -> None:
    said = tm.plain("--pin-stdin", "cert", "delete", "--token", HK, typed=("no",))
    assert (said.code, "\x1b" in said.err, steering in said.err) == (CANCELLED, False, True)
    assert tm("cert", "delete", "--token", HK, lines=(steering, PIN[HK])).json()["count"] == 1


def test_a_key_dies_only_when_asked_for(tm: Practice) -> None:
    row = tm("cert", "delete", "--token", NETCA, "01", "--with-key", "--yes", lines=(PIN[NETCA],)).json()
    assert row["count"] == 2


@pytest.mark.parametrize("name", ["id", "sha256", "serial", "label"])
def test_a_certificate_goes_by_many_names(tm: Practice, name: str) -> None:
    row = tm("certs", "--token", NETCA).json()[1]
    assert tm("cert", "show", "--token", NETCA, row[name]).json()["sha256"] == row["sha256"]
    assert tm("cert", "show", "--token", NETCA, row["sha256"][:8]).json()["sha256"] == row["sha256"]


def test_which_of_two(tm: Practice) -> None:
    for which in ([], ["none"]):
        said = tm("cert", "show", "--token", NETCA, *which)
        assert (said.code, said.error()["code"]) == (REFUSED, "object-missing")


def test_a_pipe_is_written_to_and_not_replaced(tm: Practice, tmp_path: Path) -> None:
    """Nor a device: but if this ever failed, a real one would be lost to the whole computer."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert tm("cert", "export", "--token", HK, "--out", str(pipe)).code == FINE
    assert os.read(reader, 100).startswith(b"-----BEGIN")
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_is_followed_and_not_replaced(tm: Practice, tmp_path: Path) -> None:
    target = tmp_path / "target"
    other = tmp_path / "other"
    other.symlink_to(target)
    assert tm("cert", "export", "--token", HK, "--out", str(other)).code == FINE
    assert other.is_symlink()
    assert target.read_bytes().startswith(b"-----BEGIN")


def test_show_is_for_people_too(tm: Practice) -> None:
    out = tm.plain("cert", "show", "--token", HK, language="zh-Hant").out
    assert "陳大文" in out
    assert "keyUsage (!)" in out
    assert json.loads(tm("cert", "show", "--token", HK).out)["extensions"]
