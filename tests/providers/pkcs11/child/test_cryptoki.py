"""The calls as they are made: the structures' layout, and what a module may get wrong."""

from __future__ import annotations

import ctypes
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.providers.pkcs11.child.in_child import PRELUDE, run, said
from tokenmgr.providers.pkcs11.child import cryptoki
from tokenmgr.providers.pkcs11.child.cryptoki import number, template, text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm

#: What C makes of the same structures on this machine; the offset of the last function we call.
LAYOUT = r"""
#include <stdio.h>
#include <stddef.h>
#include "cryptoki.h"
struct version { unsigned char major, minor; };
struct info { struct version cryptoki; unsigned char maker[32]; unsigned long flags; unsigned char what[32];
              struct version library; };
int main(void) {
    printf("%zu %zu %zu %zu", sizeof(struct ck_token_info), sizeof(struct ck_session_info),
           sizeof(struct ck_attribute), sizeof(struct info));
    return 0;
}
"""


def test_structures_are_laid_out_as_c_lays_them_out(tmp_path: Path) -> None:
    from tests.beds.shim import SOURCES

    source, program = tmp_path / "layout.c", tmp_path / "layout"
    source.write_text(LAYOUT)
    subprocess.run(["cc", f"-I{SOURCES}", "-o", program, source], check=True)
    sizes = subprocess.run([program], check=True, capture_output=True, text=True).stdout.split()
    ours = (cryptoki.TokenInfo, cryptoki.SessionInfo, cryptoki.Attribute, cryptoki.Info)
    assert [int(size) for size in sizes] == [ctypes.sizeof(structure) for structure in ours]


def test_the_list_of_functions_is_in_the_standards_order() -> None:
    order = cryptoki.FUNCTIONS
    assert len(order) == len(set(order)) == 60
    some = ("C_Initialize", "C_Login", "C_FindObjects", "C_Sign", "C_GenerateKeyPair")
    assert [order.index(name) for name in some] == [
        0, 18, 27, 43, 59,
    ]  # fmt: skip


def test_texts_keep_what_is_no_text_apart() -> None:
    raw = (ctypes.c_ubyte * 8)(*b"ab\xff\xfe  \0\0")
    assert text(raw) == "ab\\xff\\xfe"


def test_a_template_points_to_what_is_kept() -> None:
    rows, kept = template({1: b"value", 2: b"", 3: number(7)})
    assert [(row.type, row.size) for row in rows] == [(1, 5), (2, 0), (3, ctypes.sizeof(ctypes.c_ulong))]
    assert all(row.value for row in rows)
    assert bytes(kept[0]) == b"value"


def test_who_it_is_and_what_is_in_it(hsm: SoftHsm) -> None:
    code = "slot = seat.slot; ti = module.token_info(slot)\n"
    code += "say([text(info.description), text(ti.label), ti.pin_min, ti.pin_max, len(module.slots())])"
    assert said(hsm, code) == ["Implementation of PKCS11", "card", 4, 255, 2]


def test_initialised_before_is_initialised(hsm: SoftHsm) -> None:
    assert said(hsm, "say(text(module.initialise().description))") == "Implementation of PKCS11"


def test_a_start_that_fails_for_another_process_is_made_again(shim: Shim) -> None:
    shim.set(fault="C_Initialize:rv=0x5@1;C_Initialize:rv=0x5@2")
    assert said(shim, "say(bool(seat))")
    assert shim.calls("C_Initialize") == 3
    shim.set(fault="C_Initialize:rv=0x5@1+")
    refused = PRELUDE.split("info = module")[0] + "say(outcome(module.initialise))"
    assert run(shim.module, shim.env, refused) == ["C_Initialize", "GENERAL_ERROR"]
    assert shim.calls("C_Initialize") == 6


def test_a_million_slots_are_not_believed(shim: Shim) -> None:
    shim.set(lie="slots")
    only = PRELUDE.split("slots = Slots")[0] + "say(outcome(module.slots))"
    assert run(shim.module, shim.env, only) == "garbled"


def test_more_objects_than_were_asked_for_are_not_believed_and_the_search_is_ended(shim: Shim) -> None:
    shim.set(lie="count")
    code = "session = slots.session(seat)\nsay([outcome(module.find, session, {}), outcome(module.find, session, {})])"
    assert said(shim, code) == ["garbled", "garbled"]
    assert shim.calls("C_FindObjectsFinal") == shim.calls("C_FindObjectsInit") == 2


def test_a_search_that_fails_is_ended_too(shim: Shim) -> None:
    shim.set(fault="C_FindObjects:rv=0x30@1")
    code = "session = slots.session(seat)\nsay([outcome(module.find, session, {}), len(module.find(session, {}))])"
    assert said(shim, code) == [["C_FindObjects", "DEVICE_ERROR"], 1]


def test_a_function_that_is_not_there(tmp_path: Path) -> None:
    source, path = tmp_path / "bare.c", tmp_path / "bare.so"
    source.write_text(
        "static void *list[70] = {(void *)0x2802};int C_GetFunctionList(void **out) { *out = list; return 0; }"
    )
    subprocess.run(["cc", "-shared", "-fPIC", "-o", path, source], check=True)
    code = PRELUDE.split("info = module")[0] + "say(outcome(module.initialise))"
    assert run(path, {}, code) == "unsupported"


def test_while_a_library_loads_other_threads_go_on(shim: Shim) -> None:
    """The one that watches the parent has to; ctypes alone would stop them all."""
    shim.set(fault="load:delay=400")
    code = (
        "import json, sys, threading, time\n"
        "from tokenmgr.providers.pkcs11.child.cryptoki import load\n"
        "ticks = []\n"
        "def tick():\n"
        "    while True: ticks.append(1); time.sleep(0.01)\n"
        "threading.Thread(target=tick, daemon=True).start()\n"
        "load(sys.argv[1])\n"
        "print(json.dumps(len(ticks)))\n"
    )
    assert run(shim.module, shim.env, code) > 15


@pytest.mark.parametrize("path", ["/nowhere/module.so", __file__])
def test_what_cannot_be_loaded_says_why(path: str) -> None:
    with pytest.raises(OSError, match=r"cannot open|ELF|too short"):
        cryptoki.load(path)
