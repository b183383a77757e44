"""New keys and objects, both halves or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.providers.pkcs11.child.in_child import said

if TYPE_CHECKING:
    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm

LOGIN = "pins.login(who, 'user', PIN)\n"


def test_what_a_new_key_may_and_may_not(hsm: SoftHsm) -> None:
    code = f"{LOGIN}making.generate(who, 'rsa', 2048, b'\\5', 'new'); session = slots.session(seat)\n"
    code += "reader = AttributeReader(module, (codes.A_SENSITIVE, codes.A_EXTRACTABLE, codes.A_PRIVATE, codes.A_TOKEN,"
    code += " codes.A_SIGN, codes.A_DECRYPT))\nsay(reader.read(session, objects.private_key(session, b'\\5')))"
    assert said(hsm, code) == ["01", "00", "01", "01", "01", "01"]


@pytest.mark.parametrize(("kind", "bits"), [("rsa", 512), ("rsa", 1 << 20), ("ec", 255), ("dsa", 2048), ("", 0)])
def test_keys_nobody_should_make(shim: Shim, kind: str, bits: int) -> None:
    assert said(shim, f"{LOGIN}say(outcome(making.generate, who, {kind!r}, {bits}, b'\\5', 'new'))") == "mechanism"
    assert not shim.calls("C_GenerateKeyPair")


def test_numbers_of_the_public_key(hsm: SoftHsm) -> None:
    made = said(hsm, f"{LOGIN}say(making.generate(who, 'rsa', 1024, b'\\5', 'new'))")
    assert (len(made["modulus"]), made["exponent"]) == (256, "010001")
    made = said(hsm, f"{LOGIN}say(making.generate(who, 'ec', 384, b'\\6', 'new'))")
    assert made["point"].startswith("046104")


def test_an_imported_key_comes_with_its_public_half_or_not_at_all(shim: Shim) -> None:
    """A private key alone could neither be found before a login nor be brought again."""
    shim.set(fault="C_CreateObject:rv=0x31@2")
    code = f"{LOGIN}numbers = [bytes([n + 3]) * 8 for n in range(8)]\n"
    code += "first = outcome(making.import_key, who, numbers, b'\\5', 'new'); session = slots.session(seat)\n"
    code += "after = objects.private_key(session, b'\\5')\n"
    code += "second = outcome(making.import_key, who, numbers, b'\\5', 'new')\n"
    code += "say([first, after, second, objects.private_key(session, b'\\5') is not None])"
    assert said(shim, code) == [["C_CreateObject", "DEVICE_MEMORY"], None, None, True]


def test_a_key_that_is_not_whole(hsm: SoftHsm) -> None:
    assert said(hsm, f"{LOGIN}say(outcome(making.import_key, who, [b'x'] * 7, b'\\5', 'new'))") == "mechanism"


def test_only_the_one_certificate_among_several_of_an_id(hsm: SoftHsm) -> None:
    code = f"{LOGIN}row = dict.fromkeys(('subject', 'issuer', 'serial_number'), b'0\\0') | {{'id': b'\\5'}}\n"
    code += "for der in (b'first', b'second'): making.import_certificate(who, row | {'der': der}, 'c')\n"
    code += "gone = [making.delete(who, 'certificate', b'\\5', der) for der in (b'third', b'first', b'')]\n"
    code += (
        "say([gone, outcome(making.delete, who, 'certificate', b'', b''), outcome(making.delete, who, 'x', b'1', b'')])"
    )
    assert said(hsm, code) == [[0, 1, 1], "object-missing", "unsupported"]


def test_both_halves_of_a_key_go(hsm: SoftHsm) -> None:
    code = f"{LOGIN}making.generate(who, 'ec', 256, b'\\5', 'new')\nsay(making.delete(who, 'key', b'\\5', b''))"
    assert said(hsm, code) == 2


def test_what_was_written_is_not_left_in_the_buffers(hsm: SoftHsm) -> None:
    code = "from tokenmgr.providers.pkcs11.child import making as file\nseen = []\n"
    code += "make = file.template\n"
    code += "def watched(attributes):\n    made = make(attributes); seen.extend(made[1]); return made\n"
    code += f"file.template = watched\n{LOGIN}"
    code += "making.import_key(who, [bytes([n + 3]) * 8 for n in range(8)], b'\\5', 'new')\n"
    code += "say([len(seen) > 20, any(any(held) for held in seen)])"
    assert said(hsm, code) == [True, False]


def test_just_the_data_object_that_was_meant_goes(hsm: SoftHsm) -> None:
    code = f"{LOGIN}session = slots.session(seat, writing=True)\n"
    code += "data = {codes.A_CLASS: number(codes.CLASS_DATA), codes.A_TOKEN: b'\\1', codes.A_APPLICATION: b'app'}\n"
    code += "for label, value in ((b'a', b'bc'), (b'ab', b'c'), (b'a', b'other')):\n"
    code += "    making._create(session, data | {codes.A_LABEL: label, codes.A_VALUE: value})\n"
    code += "[mark] = [row['id'] for row in objects.data(session) if (row['label'], row['size']) == ('a', 2)]\n"
    code += "gone = [making.delete(who, 'data', wanted, b'') for wanted in (b'another', mark, mark)]\n"
    code += "left = sorted((row['label'], row['size']) for row in objects.data(session))\n"
    code += "say([gone, left, outcome(making.delete, who, 'data', b'', b'')])"
    assert said(hsm, code) == [[0, 1, 0], [["a", 5], ["ab", 1]], "object-missing"]
