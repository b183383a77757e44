"""What kind of library a file is, told from a few of its bytes before any of it is run."""

from __future__ import annotations

import errno
import os
import stat
import struct
import sys
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tokenmgr.model.errors import ModuleUnfit
from tokenmgr.system.programs import narrow_module

if TYPE_CHECKING:
    from io import FileIO

Format = Literal["elf", "pe", "mach-o"]
Kind = Literal["library", "program", "other"]

#: More than any honest header needs; a file that sends the reader further is refused.
READ_BUDGET = 16 * 1024
MOST_DYNAMIC = 8 * 1024

SYSTEM_OF: dict[Format, str] = {"elf": "linux", "pe": "windows", "mach-o": "macos"}

ELF_CPUS = {
    (3, "<"): "x86",
    (62, "<"): "x86_64",
    (40, "<"): "arm",
    (183, "<"): "arm64",
    (21, "<"): "ppc64le",
    (21, ">"): "ppc64",
    (22, ">"): "s390x",
    (243, "<"): "riscv",
    (258, "<"): "loong64",
}
PE_CPUS = {0x14C: "x86", 0x8664: "x86_64", 0x1C4: "arm", 0xAA64: "arm64"}
MACH_CPUS = {7: "x86", 0x01000007: "x86_64", 12: "arm", 0x0100000C: "arm64", 18: "ppc", 0x01000012: "ppc64"}
#: How the systems name the CPUs above.
CPU_NAMES = {
    "amd64": "x86_64",
    "i386": "x86",
    "i586": "x86",
    "i686": "x86",
    "aarch64": "arm64",
    "armv7l": "arm",
    "armv8l": "arm",
    "riscv64": "riscv",
    "loongarch64": "loong64",
    "win32": "x86",
    "win-amd64": "x86_64",
    "win-arm64": "arm64",
}
#: A 32-bit program on a 64-bit system is told the system's CPU, not its own.
NARROW = {"x86_64": "x86", "arm64": "arm"}


class Machine(NamedTuple):
    """What a library has to be made for."""

    system: str
    bits: int
    cpu: str

    @classmethod
    def here(cls) -> Machine:
        """This very interpreter: its own width, which need not be the system's."""
        system = {"darwin": "macos", "win32": "windows"}.get(sys.platform, sys.platform)
        bits = struct.calcsize("P") * 8
        cpu = _own_cpu()
        return cls(system, bits, NARROW.get(cpu, cpu) if bits == 32 else cpu)  # noqa: PLR2004

    @property
    def narrower(self) -> Machine | None:
        """The 32-bit one inside a 64-bit one."""
        narrow = NARROW.get(self.cpu)
        return Machine(self.system, 32, narrow) if narrow else None

    def serves(self, header: Header) -> bool:
        """Whether a library of this kind can be loaded on it."""
        return self.bits in header.bits and self.cpu in header.cpu


def _own_cpu() -> str:
    if sys.platform == "win32":
        import sysconfig  # only here: Windows hides the interpreter's own CPU everywhere else

        raw = sysconfig.get_platform()
    else:
        raw = os.uname().machine
    return CPU_NAMES.get(raw.lower(), raw.lower())


class Header(NamedTuple):
    """What a file says it is; a Mach-O file may hold libraries for several CPUs."""

    format: Format
    bits: frozenset[int]
    cpu: frozenset[str]
    kind: Kind


def check_fits(path: str, machine: Machine | None = None) -> Machine:
    """Raise ModuleUnfit unless the file is a library for this interpreter, or for the process of narrow modules that
    it was given; which of the two.
    """
    here = machine or Machine.here()
    header = inspect(path)
    system = SYSTEM_OF[header.format]
    if system != here.system:
        raise ModuleUnfit(path, "other-system", system, here.system)
    if header.kind != "library":
        raise ModuleUnfit(path, "not-a-library", header.kind, "library")
    if here.bits not in header.bits:
        if here.narrower is not None and narrow_module() and here.narrower.serves(header):
            return here.narrower
        raise ModuleUnfit(path, "other-bits", _listed(header.bits), str(here.bits))
    if here.cpu not in header.cpu:
        raise ModuleUnfit(path, "other-cpu", _listed(header.cpu), here.cpu)
    return here


def _listed(values: frozenset[int] | frozenset[str]) -> str:
    return ", ".join(sorted(str(value) for value in values))


def open_regular(path: str) -> FileIO:
    """Open a plain file for reading; a pipe or a device must not make us wait."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        opened = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from error
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise ModuleUnfit(path, "not-a-library", "not-a-file", "library")
    return os.fdopen(opened, "rb", buffering=0)


def _unreadable(path: str, error: Exception) -> ModuleUnfit:
    number = error.errno if isinstance(error, OSError) and error.errno else errno.EINVAL
    return ModuleUnfit(path, "unreadable", errno.errorcode.get(number, str(number)))


def inspect(path: str) -> Header:
    """Read the header of an ELF, PE or Mach-O file; anything else raises ModuleUnfit."""
    with open_regular(path) as file:
        source = _Source(file, os.fstat(file.fileno()).st_size)
        if source.size == 0:
            raise ModuleUnfit(path, "empty")
        try:
            return _read_header(source)
        except _Cut as cut:
            raise ModuleUnfit(path, "not-a-library", str(cut), "library") from None
        except OSError as error:
            raise _unreadable(path, error) from error


class _Cut(Exception):
    """The file ends, or points, where no header of that kind does."""


class _Source:
    """Bytes of a file whose every offset is untrusted."""

    def __init__(self, file: FileIO, size: int) -> None:
        self.file = file
        self.size = size
        self.left = READ_BUDGET

    def take(self, offset: int, length: int) -> bytes:
        if offset + length > self.size or length > self.left:
            raise _Cut("cut")
        self.left -= length
        self.file.seek(offset)
        data = self.file.read(length)
        if len(data) != length:
            raise _Cut("cut")
        return data

    def unpack(self, layout: str, offset: int) -> tuple[Any, ...]:
        return struct.unpack(layout, self.take(offset, struct.calcsize(layout)))


def _read_header(source: _Source) -> Header:
    magic = source.take(0, 4)
    if magic == b"\x7fELF":
        return _elf(source)
    if magic[:2] == b"MZ":
        return _pe(source)
    if magic in _FAT_LAYOUTS:
        return _mach_fat(source, _FAT_LAYOUTS[magic])
    if magic in _MACH_ORDERS:
        return _mach(source, 0)
    raise _Cut("unknown")


# ELF ------------------------------------------------------------------------------------------------------------------

ET_EXEC, ET_DYN = 2, 3
PT_LOAD, PT_DYNAMIC = 1, 2
DT_NULL, DT_FLAGS_1, DF_1_PIE = 0, 0x6FFFFFFB, 0x08000000


class _Elf(NamedTuple):
    """The layouts that differ between the two widths of an ELF file."""

    bits: int
    table: str
    table_at: int
    counts_at: int
    segment: str
    offset_and_size: tuple[int, int]
    dynamic: str


_ELF_WIDTHS = {
    1: _Elf(32, "I", 28, 42, "8I", (1, 4), "iI"),
    2: _Elf(64, "Q", 32, 54, "2I6Q", (2, 5), "qQ"),
}
_ELF_ORDERS = {1: "<", 2: ">"}


def _elf(source: _Source) -> Header:
    width, order = source.unpack("2B", 4)
    if width not in _ELF_WIDTHS or order not in _ELF_ORDERS:
        raise _Cut("unknown")
    elf, end = _ELF_WIDTHS[width], _ELF_ORDERS[order]
    shape, cpu = source.unpack(end + "2H", 16)
    kind: Kind = "program" if shape == ET_EXEC else "other"
    if shape == ET_DYN:
        kind = _shared_object_kind(source, elf, end)
    return Header("elf", frozenset({elf.bits}), frozenset({ELF_CPUS.get((cpu, end), f"elf-{cpu}")}), kind)


def _shared_object_kind(source: _Source, elf: _Elf, end: str) -> Kind:
    """Modern programs are shared objects too; only a flag deep inside tells them from libraries."""
    (table,) = source.unpack(end + elf.table, elf.table_at)
    size, count = source.unpack(end + "2H", elf.counts_at)
    layout = end + elf.segment
    if size != struct.calcsize(layout):
        raise _Cut("cut")
    dynamic: tuple[int, int] | None = None
    for segment in struct.iter_unpack(layout, source.take(table, size * count)):
        offset, length = (segment[place] for place in elf.offset_and_size)
        # A half-downloaded library would kill its loader with a bus error.
        if segment[0] == PT_LOAD and offset + length > source.size:
            raise _Cut("cut")
        if segment[0] == PT_DYNAMIC:
            dynamic = (offset, length)
    if dynamic is None:
        return "other"
    return "program" if _is_program(source, end + elf.dynamic, *dynamic) else "library"


def _is_program(source: _Source, layout: str, offset: int, length: int) -> bool:
    length = min(length, MOST_DYNAMIC)
    whole = length - length % struct.calcsize(layout)
    for tag, value in struct.iter_unpack(layout, source.take(offset, whole)):
        if tag == DT_NULL:
            return False
        if tag == DT_FLAGS_1:
            return bool(value & DF_1_PIE)
    return False


# PE -------------------------------------------------------------------------------------------------------------------

PE_IS_DLL = 0x2000
_PE_BITS = {0x10B: 32, 0x20B: 64}


def _pe(source: _Source) -> Header:
    (start,) = source.unpack("<I", 0x3C)
    signature, cpu, flags, magic = source.unpack("<4sH16xHH", start)
    if signature != b"PE\0\0" or magic not in _PE_BITS:
        raise _Cut("unknown")
    kind: Kind = "library" if flags & PE_IS_DLL else "program"
    return Header("pe", frozenset({_PE_BITS[magic]}), frozenset({PE_CPUS.get(cpu, f"pe-{cpu:#x}")}), kind)


# Mach-O ---------------------------------------------------------------------------------------------------------------

_MACH_ORDERS = {
    b"\xce\xfa\xed\xfe": ("<", 32),
    b"\xcf\xfa\xed\xfe": ("<", 64),
    b"\xfe\xed\xfa\xce": (">", 32),
    b"\xfe\xed\xfa\xcf": (">", 64),
}
_FAT_LAYOUTS = {b"\xca\xfe\xba\xbe": ">8xI8x", b"\xca\xfe\xba\xbf": ">8xQ16x"}
MH_EXECUTE, MH_DYLIB, MH_BUNDLE = 2, 6, 8
_MACH_KINDS: dict[int, Kind] = {MH_EXECUTE: "program", MH_DYLIB: "library", MH_BUNDLE: "library"}


def _mach(source: _Source, offset: int) -> Header:
    magic = source.take(offset, 4)
    if magic not in _MACH_ORDERS:
        raise _Cut("unknown")
    end, bits = _MACH_ORDERS[magic]
    cpu, shape = source.unpack(end + "I4xI", offset + 4)
    kind = _MACH_KINDS.get(shape, "other")
    return Header("mach-o", frozenset({bits}), frozenset({MACH_CPUS.get(cpu, f"mach-{cpu:#x}")}), kind)


def _mach_fat(source: _Source, layout: str) -> Header:
    (count,) = source.unpack(">I", 4)
    if count == 0:
        raise _Cut("unknown")
    # Java classes start with the same four bytes, but no slice of theirs is a Mach-O file.
    table = source.take(8, count * struct.calcsize(layout))
    slices = [_mach(source, start) for (start,) in struct.iter_unpack(layout, table)]
    bits = frozenset[int]().union(*(part.bits for part in slices))
    cpus = frozenset[str]().union(*(part.cpu for part in slices))
    kinds = {part.kind for part in slices}
    return Header("mach-o", bits, cpus, kinds.pop() if len(kinds) == 1 else "other")
