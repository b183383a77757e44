"""A module that somebody planted is never opened, wherever it lies: the whole command line, watched by strace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.beds import own_computer, softhsm
from tests.beds.own_computer import DOOR, alone

SOURCE = Path(__file__).parents[2] / "src"
NAMES = ("libeToken.so", "libeTPkcs11.so", "libcastle.so.1.0.0", "opensc-pkcs11.so", "libsofthsm2.so", "eTPKCS11.dll")
#: Whoever loads it leaves word.
EVIL = """
#include <fcntl.h>
#include <unistd.h>
__attribute__((constructor)) static void loaded(void) { close(open("%s", O_CREAT | O_WRONLY, 0600)); }
int C_GetFunctionList(void **list) { (void)list; return 5; }
"""
why_not = own_computer.available() or ("" if softhsm.module() else "SoftHSM's module is not installed")
pytestmark = pytest.mark.skipif(bool(why_not), reason=why_not or "it can")


@pytest.fixture
def evil(tmp_path: Path) -> Path:
    """It is built where everybody may write."""
    folder = tmp_path / "open to all"
    folder.mkdir()
    folder.chmod(0o777)
    source = tmp_path / "evil.c"
    source.write_text(EVIL % (tmp_path / "loaded"))
    subprocess.run(["cc", "-shared", "-fPIC", "-o", folder / NAMES[0], source], check=True)
    for name in NAMES[1:]:
        shutil.copyfile(folder / NAMES[0], folder / name)
    return folder


def watched(evil: Path, tmp_path: Path, *words: str, before: str = ":", env: dict[str, str] | None = None) -> list[str]:
    """Every file that the command and its processes opened, of those that were planted."""
    trace, home = tmp_path / "trace", tmp_path / "home"
    command = [sys.executable, "-c", DOOR, "--home", str(home), *words]
    variables = {
        "PATH": f"{evil}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "PYTHONPATH": str(SOURCE),
        **(env or {}),
    }
    script = f'{before}; exec strace -f -qq -e trace=openat,open -o "{trace}" "$@"'
    done = subprocess.run(
        [*alone(), "sh", "-c", script, "sh", *command],
        env=variables,
        cwd=evil,
        capture_output=True,
        check=False,
        timeout=90,
    )
    assert done.returncode in (0, 11), done.stderr
    assert not (tmp_path / "loaded").exists()
    opened = [line for line in trace.read_text().splitlines() if " = -1 " not in line]
    assert len(opened) > 100
    return [line for line in opened if any(name in line for name in NAMES)]


def own_place() -> Path:
    installed = softhsm.module()
    assert installed
    return installed.resolve()


def those_in(lines: list[str], *folders: Path) -> list[str]:
    return [line for line in lines if any(str(folder) in line for folder in folders)]


@pytest.mark.parametrize("words", [("modules",), ("tokens",), ("doctor",)])
def test_beside_the_caller_and_in_every_path(evil: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    places = {"LD_LIBRARY_PATH": str(evil), "PKCS11_MODULE": str(evil / NAMES[0]), "XDG_CONFIG_HOME": str(evil)}
    opened = watched(evil, tmp_path, *words, env=places)
    assert those_in(opened, evil) == []
    assert those_in(opened, own_place())  # the real one is


def test_listed_by_another_program_but_agreed_to_by_nobody(evil: Path, tmp_path: Path) -> None:
    listed = tmp_path / ".config" / "pkcs11" / "modules" / "evil.module"
    listed.parent.mkdir(parents=True)
    listed.write_text(f"module: {evil / NAMES[0]}\n")
    assert those_in(watched(evil, tmp_path, "modules"), evil) == []


def test_where_the_vendor_installs_but_anybody_may_write(evil: Path, tmp_path: Path) -> None:
    place = own_place()
    before = f"mount -t tmpfs -o mode=777 tmpfs {place.parent}; cp '{evil}/{NAMES[0]}' {place}"
    assert those_in(watched(evil, tmp_path, "modules", before=before), place, evil) == []


def test_agreed_to_and_then_swapped(evil: Path, tmp_path: Path) -> None:
    safe = tmp_path / "safe" / "libmine.so"
    safe.parent.mkdir(mode=0o755)
    shutil.copyfile(own_place(), safe)
    safe.chmod(0o755)
    watched(evil, tmp_path, "module", "add", str(safe))
    shutil.copyfile(evil / NAMES[0], safe)
    watched(evil, tmp_path, "modules")  # it is read, to be compared; it is not loaded


def test_the_watch_sees_one_that_is_loaded(evil: Path, tmp_path: Path) -> None:
    """Or the others would prove nothing."""
    safe = tmp_path / "safe" / NAMES[0]
    safe.parent.mkdir(mode=0o755)
    shutil.copyfile(evil / NAMES[0], safe)
    safe.chmod(0o755)
    command = [sys.executable, "-c", DOOR, "--home", str(tmp_path / "home"), "--module", str(safe), "modules"]
    subprocess.run(command, env=os.environ | {"PYTHONPATH": str(SOURCE)}, capture_output=True, check=False)
    assert (tmp_path / "loaded").exists()
