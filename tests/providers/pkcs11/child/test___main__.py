"""The process itself: nobody prints on its wire or reads its memory, it dies with the program, and it sleeps."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.beds.pcsc import numbered_card, opensc_module
from tests.providers.pkcs11.tokens import PIN, only_token
from tokenmgr.model.errors import ModuleCrashed
from tokenmgr.model.pin import Pin, PinKind, Verdict

if TYPE_CHECKING:
    from tests.beds.pcsc import PcscBed
    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm
    from tests.providers.pkcs11.conftest import Open

PATHS = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
MOST_KB = 25 * 1024
NOISY = r"""
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
static void noise(void) { puts("noise"); fflush(stdout); write(1, "\xff\xff\xff\xff", 4); fputs("noise", stderr); }
__attribute__((constructor)) static void loaded(void) { noise(); }
int C_GetFunctionList(void **list)
{
    char line[8];
    int (*real)(void **) = (int (*)(void **))dlsym(dlopen(getenv("REAL"), RTLD_NOW), "C_GetFunctionList");
    noise();
    return fgets(line, sizeof line, stdin) ? 5 : real(list);
}
"""
OWNER = """
import sys
from tests.providers.pkcs11 import tokens
provider = tokens.provider_of(sys.argv[1], {})
provider.host.start()
print(provider.host.pid, flush=True)
for verb in ("tokens", "login"):
    provider.host.call(verb, {"manufacturer": "SoftHSM project", "model": "SoftHSM v2", "serial": sys.argv[2],
                              "kind": "user", "pin": b"123456"})
print("done", flush=True)
sys.stdin.read()
"""


def test_a_module_that_prints_and_reads_does_not_reach_the_wire(hsm: SoftHsm, tmp_path: Path, over: Open) -> None:
    source, path = tmp_path / "noisy.c", tmp_path / "noisy.so"
    source.write_text(NOISY)
    subprocess.run(["cc", "-shared", "-fPIC", "-w", "-o", path, source, "-ldl"], check=True)
    provider = over(path, hsm.env | {"REAL": str(hsm.module)})
    token = only_token(provider)
    assert provider.pin.login(token, PinKind.USER, Pin(PIN)).verdict is Verdict.RIGHT
    assert provider.health.garbled == 0


def test_its_memory_is_its_own() -> None:
    """No core dump, and what the kernel calls not dumpable: no other program of the user's may look inside."""
    code = (
        "import ctypes, json, resource\n"
        "from tokenmgr.providers.pkcs11.child.__main__ import _keep_memory_private\n"
        "_keep_memory_private()\n"
        "print(json.dumps([resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)]))"
    )
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | PATHS, capture_output=True, check=True)
    assert json.loads(done.stdout) == [[0, 0], 0]


def test_a_crash_leaves_word_where_the_user_keeps_a_log(shim: Shim, over: Open, tmp_path: Path) -> None:
    crashes = tmp_path / "crashes-modules.txt"
    shim.set(fault="C_Login:segv")
    provider = over(shim.module, shim.env | {"TOKENMGR_CRASHES": str(crashes)})
    token = only_token(provider)
    with pytest.raises(ModuleCrashed):
        provider.pin.login(token, PinKind.USER, Pin(PIN))
    said = crashes.read_text()
    assert "Fatal Python error: Segmentation fault" in said
    assert "in login" in said
    assert PIN not in said
    assert stat.S_IMODE(crashes.stat().st_mode) == 0o600


def test_a_crash_leaves_no_core(shim: Shim, over: Open) -> None:
    provider = over(shim)
    token = only_token(provider)
    limits = Path(f"/proc/{provider.host.pid}/limits").read_text(encoding="ascii")
    assert [line.split()[-3:-1] for line in limits.splitlines() if "core file" in line] == [["0", "0"]]
    assert token


def gone_within(pid: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        state = Path(f"/proc/{pid}/stat")
        try:
            if state.read_text(encoding="ascii").rpartition(")")[2].split()[0] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("hang", ["", "load:hang", "C_Initialize:hang", "C_Login:hang"])
def test_when_the_program_is_killed_it_goes_too(shim: Shim, hsm: SoftHsm, hang: str) -> None:
    shim.set(fault=hang or None)
    command = [sys.executable, "-c", OWNER, str(shim.module), hsm.serials()[0]]
    env = os.environ | PATHS | shim.env
    with subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout
        child = int(owner.stdout.readline())
        if hang:
            wait_for(shim, hang)
        else:
            assert owner.stdout.readline() == "done\n"
        owner.send_signal(signal.SIGKILL)
        owner.wait(5)
        assert gone_within(child, 5)


def wait_for(shim: Shim, hang: str) -> None:
    """Until the module hangs: loading leaves no trace, so it is given a moment."""
    until = time.monotonic() + 5
    function = hang.partition(":")[0]
    while function != "load" and not shim.calls(function) and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.3 if function == "load" else 0.05)


def wake_ups(pid: int) -> int:
    """How often its threads have gone to sleep, which is how often they had woken."""
    statuses = [path.read_text(encoding="ascii") for path in Path(f"/proc/{pid}/task").glob("*/status")]
    lines = [line for status in statuses for line in status.splitlines() if line.startswith("voluntary")]
    return sum(int(line.split()[1]) for line in lines)


def test_with_nothing_to_do_it_sleeps(hsm: SoftHsm, bed: PcscBed, over: Open) -> None:
    bed.card(numbered_card(0)).plug()
    providers = [over(hsm), over(opensc_module() or "", bed.env())]
    for provider in providers:
        provider.certificates(only_token(provider))
    time.sleep(0.3)
    before = [wake_ups(provider.host.pid) for provider in providers]
    time.sleep(2)
    assert [wake_ups(provider.host.pid) for provider in providers] == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may see how much memory such a process shares")
def test_it_is_small(hsm: SoftHsm, bed: PcscBed, over: Open) -> None:
    bed.card(numbered_card(0)).plug()
    for module, env, pin in ((str(hsm.module), hsm.env, PIN), (str(opensc_module()), bed.env(), "123456")):
        provider = over(module, env)
        token = only_token(provider)
        provider.certificates(token)
        assert provider.pin.login(token, PinKind.USER, Pin(pin)).verdict is Verdict.RIGHT
        rollup = Path(f"/proc/{provider.host.pid}/smaps_rollup").read_text(encoding="ascii")
        [pss] = [int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")]
        assert pss < MOST_KB
        provider.close()
