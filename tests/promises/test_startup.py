"""Nobody waits for what a verb does not need: which code a whole command has loaded by its end."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.acceptance.command import CommandLine
from tests.beds import softhsm
from tests.beds.softhsm import SoftHsm
from tests.ground.tree import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = """
import sys
sys.argv[1:] = sys.argv[2:]
from tokenmgr.app import command_line
code = command_line()
print(*sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""
#: Each costs from 3 to 400 ms.
HEAVY = {
    "argparse", "asn1crypto", "ast", "asyncio", "click", "cryptography", "email", "getpass", "http",
    "importlib.metadata", "keyring", "logging", "multiprocessing", "pkcs11", "platformdirs", "pyhanko", "PySide6",
    "rich", "secrets", "smartcard", "socket", "ssl", "subprocess", "tomllib", "usb", "xml", "tokenmgr.ca.profile",
    "tokenmgr.cli.ask", "tokenmgr.cli.helping", "tokenmgr.cli.holding", "tokenmgr.cli.watching",
    "tokenmgr.providers.pkcs11.catalogue", "tokenmgr.providers.pkcs11.child", "tokenmgr.providers.pkcs11.consent",
    "tokenmgr.providers.pkcs11.discover", "tokenmgr.providers.practice", "tokenmgr.session.door",
    "tokenmgr.session.watch", "tokenmgr.wording.en", "tokenmgr.wording.zh_hans.errors", "tokenmgr.wording.zh_hant",
    "tokenmgr.x509.details", "tokenmgr.x509.key", "tokenmgr.x509.request",
}  # fmt: skip
#: What a verb may load of these.
NEEDS = {
    "certs": set(),
    "tokens": {"tokenmgr.ca.profile", "tomllib"},  # to name the issuer
    "modules": {
        "tokenmgr.providers.pkcs11.catalogue",
        "tokenmgr.providers.pkcs11.consent",
        "tokenmgr.providers.pkcs11.discover",
        "tomllib",
    },
}


@pytest.fixture
def run(tmp_path: Path) -> CommandLine:
    if why := softhsm.available():
        pytest.skip(why)
    hsm = SoftHsm(tmp_path / "hsm")
    hsm.add_token("card", "123456", "87654321")
    hsm.add_key_pair("card", "123456", b"\x01", "x")
    return CommandLine(tmp_path / "home", ("--module", str(hsm.module)), hsm.env | {"LC_ALL": "zh_CN.UTF-8"})


def loaded(run: CommandLine, *verb: str) -> set[str]:
    command = [sys.executable, "-c", SCRIPT, "", "--home", str(run.home), *run.options, *verb]
    done = subprocess.run(command, env=run.environment, capture_output=True, text=True, check=True)
    assert done.stdout
    return set(done.stderr.split())


def below(module: str, heavy: set[str]) -> bool:
    return any(module == each or module.startswith(f"{each}.") for each in heavy)


@pytest.mark.parametrize("verb", NEEDS)
def test_nothing_heavy(run: CommandLine, verb: str) -> None:
    modules = loaded(run, verb)
    assert "tokenmgr.cli.main" in modules
    assert sorted(module for module in modules if below(module, HEAVY - NEEDS[verb])) == []


def test_json_loads_no_words(run: CommandLine) -> None:
    modules = loaded(run, "--json", "certs")
    assert not {module for module in modules if module.startswith("tokenmgr.wording.zh")}
    assert "tokenmgr.cli.shapes" in modules
    assert "tokenmgr.cli.table" not in modules


def test_the_search_finds_what_is_there(run: CommandLine) -> None:
    """Signing needs the guard's and the key's code."""
    assert below("cryptography.x509", HEAVY)
    assert not below("cryptographyx", HEAVY)
    assert "tokenmgr.x509.details" in loaded(run, "cert", "show")


AHEAD = """
import os, sys
sys.argv[1:] = sys.argv[2:]
start, started = os.posix_spawn, []
def spawn(*arguments, **named):
    started.append({each for each in sys.modules if each.partition(".")[0] in {"dataclasses", "re", "tokenmgr"}})
    return start(*arguments, **named)
os.posix_spawn = spawn
from tokenmgr.app import command_line
code = command_line()
print(len(started), *sorted(started[0] if started else ()), file=sys.stderr)
sys.exit(code)
"""


def started(run: CommandLine, *verb: str) -> tuple[int, set[str]]:
    """How many processes a command starts, and what it had loaded before the first."""
    command = [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r})\n{AHEAD}", ""]
    done = subprocess.run(
        [*command, "--home", str(run.home), *verb], env=run.environment, capture_output=True, text=True, check=True
    )
    count, *modules = done.stderr.splitlines()[-1].split()
    return int(count), set(modules)


def test_the_modules_process_starts_before_anything_is_loaded(run: CommandLine) -> None:
    count, before = started(run, *run.options, "certs", "--json")
    assert count == 1
    assert before == {
        "tokenmgr", "tokenmgr.app", "tokenmgr.cli", "tokenmgr.cli.front", "tokenmgr.cli.grammar", "tokenmgr.providers",
        "tokenmgr.providers.pkcs11", "tokenmgr.providers.pkcs11.launch", "tokenmgr.providers.pkcs11.process",
        "tokenmgr.providers.pkcs11.spares",
    }  # fmt: skip


@pytest.mark.parametrize("verb", [("profiles",), ("certs", "--help"), ("--version",), ("tokens", "--practice")])
def test_no_process_starts_where_no_module_is_asked(run: CommandLine, verb: tuple[str, ...]) -> None:
    assert started(run, *verb)[0] == 0
