"""A file's header is told apart without running it, and no offset in it is believed."""

from __future__ import annotations

import os
import shutil
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from tokenmgr.model.errors import ModuleUnfit
from tokenmgr.providers.pkcs11.header import READ_BUDGET, Header, Machine, check_fits, inspect

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Machine.here()
LINUX = Machine("linux", 64, "x86_64")
WINDOWS = Machine("windows", 64, "x86_64")
MAC = Machine("macos", 64, "arm64")


def elf(*, bits: int = 64, cpu: int = 62, shape: int = 3, flags: int = 0, end: str = "<") -> bytes:
    """A whole library of headers: one loaded segment, one dynamic section, nothing in them."""
    wide = bits == 64
    head, entry = (64, 56) if wide else (52, 32)
    start = head + 2 * entry
    dynamic = struct.pack(end + ("qQqQ" if wide else "iIiI"), 0x6FFFFFFB, flags, 0, 0)
    size = start + len(dynamic)
    ident = b"\x7fELF" + bytes([2 if wide else 1, 1 if end == "<" else 2, 1]) + bytes(9)
    common = (shape, cpu, 1, 0, head, 0, 0, head, entry, 2, 0, 0, 0)
    header = ident + struct.pack(end + ("HHIQQQIHHHHHH" if wide else "HHIIIIIHHHHHH"), *common)
    return header + segment(1, 0, size, end, wide) + segment(2, start, len(dynamic), end, wide) + dynamic


def segment(kind: int, offset: int, size: int, end: str, wide: bool) -> bytes:
    if wide:
        return struct.pack(end + "IIQQQQQQ", kind, 5, offset, 0, 0, size, size, 1)
    return struct.pack(end + "IIIIIIII", kind, offset, 0, 0, size, size, 5, 1)


def pe(*, cpu: int = 0x8664, magic: int = 0x20B, flags: int = 0x2000, start: int = 0x80) -> bytes:
    stub = b"MZ" + bytes(0x3A) + struct.pack("<I", start)
    return stub.ljust(start, b"\0") + struct.pack("<4sHHIIIHHH", b"PE\0\0", cpu, 1, 0, 0, 0, 240, flags, magic)


def mach(cpu: int = 0x0100000C, shape: int = 6, magic: int = 0xFEEDFACF, end: str = "<") -> bytes:
    return struct.pack(end + "IIIIIIII", magic, cpu, 0, shape, 0, 0, 0, 0)


def fat(*slices: bytes, wide: bool = False) -> bytes:
    entry = ">IIQQII" if wide else ">IIIII"
    offset = 8 + len(slices) * struct.calcsize(entry)
    head = struct.pack(">II", 0xCAFEBABF if wide else 0xCAFEBABE, len(slices))
    for part in slices:
        numbers = (0, 0, offset, len(part), 0)
        head += struct.pack(entry, *numbers, 0) if wide else struct.pack(entry, *numbers)
        offset += len(part)
    return head + b"".join(slices)


@pytest.fixture
def made(tmp_path: Path) -> Callable[[bytes], str]:
    def make(content: bytes) -> str:
        path = tmp_path / "module"
        path.write_bytes(content)
        return str(path)

    return make


def refusal(path: str, machine: Machine) -> tuple[str, str, str]:
    with pytest.raises(ModuleUnfit) as caught:
        check_fits(path, machine)
    assert caught.value.module == path
    return caught.value.reason, caught.value.found, caught.value.needed


def header(kind: str, bits: int, *cpus: str) -> Header:
    return Header(kind, frozenset({bits}), frozenset(cpus), "library")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (elf(), header("elf", 64, "x86_64")),
        (elf(cpu=183), header("elf", 64, "arm64")),
        (elf(bits=32, cpu=3), header("elf", 32, "x86")),
        (elf(bits=32, cpu=62), header("elf", 32, "x86_64")),
        (elf(cpu=22, end=">"), header("elf", 64, "s390x")),
        (elf(cpu=21, end=">"), header("elf", 64, "ppc64")),
        (elf(cpu=21), header("elf", 64, "ppc64le")),
        (elf(cpu=258), header("elf", 64, "loong64")),
        (elf(cpu=9999), header("elf", 64, "elf-9999")),
        (pe(), header("pe", 64, "x86_64")),
        (pe(cpu=0x14C, magic=0x10B), header("pe", 32, "x86")),
        (pe(cpu=0xAA64), header("pe", 64, "arm64")),
        (mach(), header("mach-o", 64, "arm64")),
        (mach(0x01000007, shape=8), header("mach-o", 64, "x86_64")),
        (mach(18, magic=0xFEEDFACE, end=">"), header("mach-o", 32, "ppc")),
        (fat(mach(), mach(0x01000007)), header("mach-o", 64, "arm64", "x86_64")),
        (fat(mach(), mach(0x01000007), wide=True), header("mach-o", 64, "arm64", "x86_64")),
    ],
)
def test_library_of_every_kind(made: Callable[[bytes], str], content: bytes, expected: Header) -> None:
    assert inspect(made(content)) == expected


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (elf(shape=2), "program"),
        (elf(flags=0x08000000), "program"),
        (elf(flags=0x1), "library"),
        (elf(shape=1), "other"),
        (elf(shape=4), "other"),
        (pe(flags=0), "program"),
        (mach(shape=2), "program"),
        (mach(shape=1), "other"),
        (fat(mach(), mach(shape=2)), "other"),
    ],
)
def test_program_is_no_library(made: Callable[[bytes], str], content: bytes, kind: str) -> None:
    assert inspect(made(content)).kind == kind


@pytest.mark.parametrize(
    ("content", "machine", "expected"),
    [
        (elf(bits=32, cpu=3), LINUX, ("other-bits", "32", "64")),
        (elf(), Machine("linux", 32, "x86"), ("other-bits", "64", "32")),
        (elf(cpu=183), LINUX, ("other-cpu", "arm64", "x86_64")),
        (pe(), LINUX, ("other-system", "windows", "linux")),
        (elf(), WINDOWS, ("other-system", "linux", "windows")),
        (mach(), LINUX, ("other-system", "macos", "linux")),
        (pe(cpu=0x14C, magic=0x10B), WINDOWS, ("other-bits", "32", "64")),
        (pe(cpu=0xAA64), WINDOWS, ("other-cpu", "arm64", "x86_64")),
        (mach(0x01000007), MAC, ("other-cpu", "x86_64", "arm64")),
        (mach(7, magic=0xFEEDFACE), MAC, ("other-bits", "32", "64")),
        (fat(mach(7, magic=0xFEEDFACE), mach(0x01000007)), MAC, ("other-cpu", "x86, x86_64", "arm64")),
        (pe(flags=0), WINDOWS, ("not-a-library", "program", "library")),
        (b"", LINUX, ("empty", "", "")),
        (b"!<arch>\n" + bytes(100), LINUX, ("not-a-library", "unknown", "library")),
        (b"INPUT(libreal.so.1)\n", LINUX, ("not-a-library", "unknown", "library")),
        (b"MZ", LINUX, ("not-a-library", "cut", "library")),
        (pe(start=0x80)[:0x80], WINDOWS, ("not-a-library", "cut", "library")),
        (b"MZ" + bytes(0x3A) + b"\xff\xff\xff\xff", WINDOWS, ("not-a-library", "cut", "library")),
        (b"MZ" + bytes(200), WINDOWS, ("not-a-library", "unknown", "library")),
        (b"\xca\xfe\xba\xbe\0\0\0\x34" + bytes(2000), MAC, ("not-a-library", "unknown", "library")),
        (b"\xca\xfe\xba\xbe\0\0\0\0", MAC, ("not-a-library", "unknown", "library")),
        (fat(b"not a Mach-O file, but long enough"), MAC, ("not-a-library", "unknown", "library")),
        (b"\x7fELF\x03\x01" + bytes(60), LINUX, ("not-a-library", "unknown", "library")),
        (b"\x7fELF\x02\x03" + bytes(60), LINUX, ("not-a-library", "unknown", "library")),
    ],
)
def test_refusal_says_what_it_is_and_what_is_needed(
    made: Callable[[bytes], str], content: bytes, machine: Machine, expected: tuple[str, str, str]
) -> None:
    assert refusal(made(content), machine) == expected


def test_tables_that_cannot_be(made: Callable[[bytes], str]) -> None:
    longer_than_the_file, odd_entries, far_away = bent(96, "<Q", 1 << 40), bent(54, "<H", 57), bent(32, "<Q", 1 << 63)
    for content in (longer_than_the_file, odd_entries, far_away):
        assert refusal(made(content), LINUX) == ("not-a-library", "cut", "library")
    without_dynamic_section = bent(56, "<H", 1)
    assert refusal(made(without_dynamic_section), LINUX) == ("not-a-library", "other", "library")


def test_fat_file_with_the_right_slice_fits(made: Callable[[bytes], str]) -> None:
    check_fits(made(fat(mach(0x01000007), mach())), MAC)


def test_header_cut_anywhere_is_refused(made: Callable[[bytes], str]) -> None:
    for whole, machine in ((elf(), LINUX), (elf(bits=32, cpu=3), LINUX), (pe(), WINDOWS), (mach()[:16], MAC)):
        for length in range(1, len(whole)):
            assert refusal(made(whole[:length]), machine)[0] == "not-a-library"


def test_half_downloaded_library_is_refused(tmp_path: Path, softhsm: str) -> None:
    check_fits(softhsm)
    half = tmp_path / "half.so"
    half.write_bytes(Path(softhsm).read_bytes()[: Path(softhsm).stat().st_size // 2])
    assert refusal(str(half), HERE) == ("not-a-library", "cut", "library")


def test_this_computer_s_own_programs_and_libraries(softhsm: str) -> None:
    assert inspect(softhsm).kind == "library"
    assert inspect("/bin/sh").kind == "program"
    assert refusal("/bin/sh", HERE) == ("not-a-library", "program", "library")


def test_missing_folder_pipe_and_device_are_no_libraries(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "none.so"), HERE)[:2] == ("unreadable", "ENOENT")
    assert refusal(str(tmp_path), HERE) == ("not-a-library", "not-a-file", "library")
    os.mkfifo(tmp_path / "pipe.so")
    assert refusal(str(tmp_path / "pipe.so"), HERE) == ("not-a-library", "not-a-file", "library")
    assert refusal("/dev/zero", HERE) == ("not-a-library", "not-a-file", "library")
    assert refusal("/dev/null\0.so", HERE)[0] == "unreadable"


def test_endless_tables_do_not_make_it_read_on(made: Callable[[bytes], str]) -> None:
    path = made(bent(56, "<H", 0xFFFF))
    os.truncate(path, 1 << 22)
    assert refusal(path, LINUX) == ("not-a-library", "cut", "library")


def test_long_dynamic_section_is_read_in_part(made: Callable[[bytes], str]) -> None:
    check_fits(made(bent(152, "<Q", 4 * READ_BUDGET) + bytes(4 * READ_BUDGET)), LINUX)


def bent(offset: int, layout: str, value: int) -> bytes:
    """A library with one wrong number."""
    whole = bytearray(elf())
    struct.pack_into(layout, whole, offset, value)
    return bytes(whole)


@given(st.sampled_from([elf(), elf(bits=32, cpu=3), pe(), fat(mach(), mach(7))]), st.data())
def test_any_damage_ends_in_an_answer_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, data: st.DataObject
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged"
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(damaged)
    try:
        assert inspect(str(path)).kind in {"library", "program", "other"}
    except ModuleUnfit as error:
        assert error.reason == "not-a-library"  # noqa: PT017 (either outcome is right, but only this refusal)


def test_every_library_of_the_system_is_understood(softhsm: str) -> None:
    folder = Path(softhsm).parents[1]
    for path in sorted(folder.glob("*.so.[0-9]"))[:200]:
        if path.read_bytes()[:4] == b"\x7fELF":
            check_fits(str(path))


@pytest.fixture
def softhsm() -> str:
    path = Path("/usr/lib/softhsm/libsofthsm2.so")
    if not path.exists():
        pytest.skip("SoftHSM is not installed")
    assert shutil.which("sh")
    return str(path.resolve())


def test_a_narrow_module_fits_where_there_is_a_process_for_it(
    made: Callable[[bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = made(elf(bits=32, cpu=3))
    assert refusal(narrow, LINUX)[0] == "other-bits"
    monkeypatch.setattr("tokenmgr.providers.pkcs11.header.narrow_module", lambda: "/opt/x86/tokenmgr-module")
    assert check_fits(narrow, LINUX) == Machine("linux", 32, "x86")
    assert refusal(made(elf(bits=32, cpu=40)), LINUX)[0] == "other-bits"  # narrow, and another processor
    assert check_fits(made(elf()), LINUX) == LINUX
