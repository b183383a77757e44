"""All certificates that `cryptography` is tested with, put on a token as they are, and listed."""

from __future__ import annotations

import subprocess
from collections import Counter
from hashlib import sha256

import pytest

from tests.acceptance.command import CommandLine
from tests.beds import softhsm
from tests.beds.softhsm import SoftHsm
from tests.x509.corpus import vectors

PIN, SO_PIN = "123456", "87654321"


@pytest.fixture(scope="module")
def ders() -> list[bytes]:
    """Each once; keys, requests and lists that only look like certificates too."""
    return list(dict.fromkeys(vector.der for vector in vectors() if vector.der))


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, ders: list[bytes]) -> CommandLine:
    if why := softhsm.available():
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("vectors")
    hsm = SoftHsm(folder / "hsm")
    hsm.add_token("card", PIN, SO_PIN)
    hsm.add_certificates("card", PIN, ((number.to_bytes(4, "big"), der) for number, der in enumerate(ders)))
    return CommandLine(folder / "home", ("--module", str(hsm.module)), hsm.env)


def test_every_one_is_listed(run: CommandLine, ders: list[bytes], capsys: pytest.CaptureFixture[str]) -> None:
    ran = run("certs")
    rows = ran.json()
    assert ran.err == ""
    assert sorted(row["id"] for row in rows) == [f"{number:08x}" for number in range(len(ders))]
    certificates = {sha256(vector.der).hexdigest() for vector in vectors() if vector.reference is not None}
    full = [row for row in rows if not row["unread"]]
    part = [row for row in rows if row["unread"] and row["subject"] is not None]
    none = [row for row in rows if row["subject"] is None]
    unread = Counter(field for row in part for field in row["unread"])
    with capsys.disabled():
        print(  # noqa: T201 - a figure to be shown
            f"\non a token: {len(rows)}, of them certificates {len(certificates)}; listed in full {len(full)}, "
            f"in part {len(part)} (without {dict(unread)}), without any field {len(none)}; {ran.seconds:.2f} s"
        )
    assert len(certificates) > 500
    assert not [row["id"] for row in none if row["sha256"] in certificates]
    assert len(part) <= 5


def test_as_a_table_and_one_by_one(run: CommandLine, ders: list[bytes]) -> None:
    done = subprocess.run(run.command("certs"), env=run.environment, capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == len(ders) + 2
    for number in (0, len(ders) // 2, len(ders) - 1):
        assert run("cert", "show", f"{number:08x}").json()["id"] == f"{number:08x}"
        assert run("cert", "export", f"{number:08x}").code == 0
