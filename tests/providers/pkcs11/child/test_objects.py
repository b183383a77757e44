"""What is on a token, whatever state its objects are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.beds.softhsm import make_key_pair
from tests.providers.pkcs11.child.in_child import said
from tests.providers.pkcs11.tokens import PIN
from tokenmgr.providers.pkcs11.child.objects import spoken

if TYPE_CHECKING:
    from tests.beds.shim import Shim
    from tests.beds.softhsm import SoftHsm

PAGES = "pages = list(objects.certificate_pages(slots.session(seat)))\n"


def test_labels() -> None:
    assert spoken(b"ab\0\0") == "ab"
    assert spoken(None) == ""
    assert spoken("证书".encode()) == "证书"
    assert spoken(b"\xff!") == "\\xff!"
    assert len(spoken(b"x" * 5000)) == 1024


def test_pages_are_small_enough_to_be_sent(hsm: SoftHsm) -> None:
    der = make_key_pair().certificate
    some = [(bytes((2, number)), der) for number in range(100)]
    hsm.add_certificates("card", PIN, [*some, *((bytes((3, n)), b"nonsense" * 8000) for n in range(5))])
    sizes = "[[len(page), sum(len(row['der']) for row in page)] for page in pages]"
    pages = said(hsm, f"{PAGES}say({sizes})")
    assert sum(count for count, _ in pages) == 106
    assert max(count for count, _ in pages) <= 64
    assert 3 <= len(pages) <= 6
    assert max(weight for _, weight in pages) < 128 * 1024 + 64_000


def test_one_broken_object_does_not_hide_the_others(hsm: SoftHsm, shim: Shim) -> None:
    hsm.add_certificates("card", PIN, [(b"\2", make_key_pair().certificate)])
    for fault in ("rv=0x82@1", "rv=0x30@1"):
        shim.set(fault=f"C_GetAttributeValue:{fault}")
        assert said(shim, PAGES + "say([len(page) for page in pages])") == [1]


def test_a_token_that_is_pulled_is_not_an_empty_token(shim: Shim) -> None:
    shim.set(fault="C_GetAttributeValue:rv=0x32@1")
    assert said(shim, "say(outcome(lambda: list(objects.certificate_pages(slots.session(seat)))))") == [
        "C_GetAttributeValue", "DEVICE_REMOVED",
    ]  # fmt: skip


def test_keys_show_when_the_token_is_open(hsm: SoftHsm) -> None:
    code = "before = objects.keys(slots.session(seat)); pins.login(who, 'user', PIN)\n"
    code += "session = slots.session(seat)\nsay([before, objects.keys(session), objects.key_ids(session)])"
    before, [key], ids = said(hsm, code)
    assert before == []
    assert (key["kind"], key["bits"], key["signs"], key["decrypts"], key["label"]) == (
        "rsa",
        2048,
        True,
        True,
        "signing",
    )
    assert ids == ["01"]


def test_a_curve_key_has_a_size_and_does_not_decrypt(hsm: SoftHsm) -> None:
    code = "pins.login(who, 'user', PIN); making.generate(who, 'ec', 384, b'\\5', 'curve')\n"
    code += "say([key for key in objects.keys(slots.session(seat)) if key['label'] == 'curve'])"
    [key] = said(hsm, code)
    assert (key["kind"], key["bits"], key["signs"], key["decrypts"]) == ("ec", 384, True, False)


def test_a_broken_key_does_not_hide_the_others(shim: Shim) -> None:
    shim.set(fault="C_GetAttributeValue:rv=0x30@1")
    code = "pins.login(who, 'user', PIN); session = slots.session(seat)\n"
    code += "say([objects.keys(session), len(objects.keys(session)), objects.key_ids(session)])"
    assert said(shim, code) == [[], 1, ["01"]]


def test_data_objects(hsm: SoftHsm) -> None:
    code = "pins.login(who, 'user', PIN)\n"
    code += "data = {codes.A_CLASS: number(codes.CLASS_DATA), codes.A_TOKEN: b'\\1', codes.A_LABEL: b'note',"
    code += " codes.A_APPLICATION: b'app', codes.A_VALUE: b'x' * 9000, codes.A_PRIVATE: b'\\1'}\n"
    code += "making._create(slots.session(seat, writing=True), data); say(objects.data(slots.session(seat)))"
    [found] = said(hsm, code)
    assert len(bytes.fromhex(found.pop("id"))) == 32
    assert found == {"label": "note", "application": "app", "size": 9000, "private": True}
