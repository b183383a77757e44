"""The list of modules: every byte that is not ours stays, and NSS' own tool reads and writes the same."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from tests.beds import pcsc, softhsm
from tests.browsers.lists import FIREFOX_MADE
from tokenmgr.browsers import module_list
from tokenmgr.browsers.module_list import Entry

OURS = Entry("e-Cert Token", "/usr/lib/libeToken.so")
OTHER = b"library=/usr/lib/other.so\nname=Other\nparameters=a=b\nNSS=trustOrder=1\n\n"
lines = st.binary(max_size=12).map(lambda text: text.replace(b"\n", b"").replace(b"\r", b""))


def test_nss_itself_is_no_entry() -> None:
    assert module_list.entries(FIREFOX_MADE) == []
    assert module_list.names(FIREFOX_MADE) == ["NSS Internal PKCS #11 Module"]
    assert module_list.entries(FIREFOX_MADE + OTHER) == [Entry("Other", "/usr/lib/other.so")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"", []),
        (b"\n\n\n", []),
        (b"# nothing\n", []),
        (b"name=a\nlibrary=/b", [Entry("a", "/b")]),
        (b"LIBRARY=/b\r\nname=a\r\n\r\nlibrary=/d\r\nname=c\r\n", [Entry("a", "/b"), Entry("c", "/d")]),
        (b'name="quoted"\nlibrary=C:\\a b\\c.dll\n', [Entry("quoted", r"C:\a b\c.dll")]),
        ("name=电子令牌\nlibrary=/b=c\n".encode(), [Entry("电子令牌", "/b=c")]),
        (b"name=\xff\nlibrary=/b\n", [Entry("\udcff", "/b")]),
        (b"library=/b\n", [Entry("", "/b")]),
    ],
)
def test_reading(text: bytes, found: list[Entry]) -> None:
    assert module_list.entries(text) == found


@pytest.mark.parametrize(
    ("before", "between"),
    [(FIREFOX_MADE, b""), (OTHER, b""), (OTHER[:-1], b"\n"), (OTHER[:-2], b"\n\n"), (b"", b"")],
)
def test_adding_closes_what_stands_before(before: bytes, between: bytes) -> None:
    ours = b"library=/usr/lib/libeToken.so\nname=e-Cert Token\n\n"
    assert module_list.added(before, OURS) == before + between + ours


def test_lines_end_as_the_others_do() -> None:
    before = OTHER.replace(b"\n", b"\r\n")
    after = module_list.added(before, OURS)
    assert after == before + b"library=/usr/lib/libeToken.so\r\nname=e-Cert Token\r\n\r\n"
    assert module_list.without(after, OURS) == before


@given(st.lists(lines, max_size=12), st.lists(lines, max_size=6))
def test_taking_out_leaves_every_other_byte(above: list[bytes], below: list[bytes]) -> None:
    before = b"".join(line + b"\n" for line in [*above, b""])
    after = b"".join(line + b"\n" for line in below)
    if OURS in module_list.entries(before + after):
        return
    assert module_list.without(module_list.added(before, OURS) + after, OURS) == before + after


@given(st.binary(max_size=200))
def test_whatever_is_there_can_be_read_and_added_to(before: bytes) -> None:
    found = module_list.entries(before)
    assert module_list.entries(module_list.added(before, OURS))[len(found) :][-1] == OURS


def test_only_the_one_that_is_meant_goes() -> None:
    same_name = b"library=/usr/lib/another.so\nname=e-Cert Token\n\n"
    assert module_list.without(module_list.added(same_name, OURS) + OTHER, OURS) == same_name + OTHER


def modutil(folder: Path, *words: str) -> str:
    command = ["modutil", "-dbdir", f"sql:{folder}", "-force", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """One of NSS' own making."""
    if shutil.which("modutil") is None:
        pytest.skip("not installed: libnss3-tools")
    folder = tmp_path / "nssdb"
    folder.mkdir()
    subprocess.run(["certutil", "-N", "-d", f"sql:{folder}", "--empty-password"], check=True)
    return folder


@pytest.fixture
def library() -> str:
    found = pcsc.opensc_module() or softhsm.module()
    if found is None:
        pytest.skip("no PKCS#11 module is installed")
    return str(found)


NAMES = ["e-Cert Token", "电子证书 令牌", "a'b", 'a"b', r"a\b", "a=b", "(x", "#x", "[x]", "a,b"]


@pytest.mark.parametrize("name", NAMES)
def test_modutil_writes_what_we_write(database: Path, library: str, name: str) -> None:
    before = (database / "pkcs11.txt").read_bytes()
    modutil(database, "-add", name, "-libfile", library)
    assert (database / "pkcs11.txt").read_bytes() == module_list.added(before, Entry(name, library))


@pytest.mark.parametrize("name", NAMES)
def test_modutil_lists_what_we_wrote(database: Path, tmp_path: Path, library: str, name: str) -> None:
    awkward = tmp_path / "a folder's 名\\称"
    awkward.mkdir()
    copy = awkward / "module.so"
    shutil.copy(library, copy)
    listing = database / "pkcs11.txt"
    before = listing.read_bytes()
    listing.write_bytes(module_list.added(before, Entry(name, str(copy))))
    said = modutil(database, "-list")
    assert f"  2. {name}\n\tlibrary name: {copy}\n" in said
    modutil(database, "-delete", name)
    assert listing.read_bytes() == before
    assert module_list.entries(before) == []


def test_we_read_what_modutil_wrote(database: Path, library: str) -> None:
    modutil(database, "-add", "One", "-libfile", library)
    assert module_list.entries((database / "pkcs11.txt").read_bytes()) == [Entry("One", library)]
    assert module_list.new(Path("x"))[:8] == (database / "pkcs11.txt").read_bytes()[:8]
