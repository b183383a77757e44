"""The oldest systems that the bundle runs on: whether every file in it makes do with what they have.

python3 installers/linux/floor.py [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from installers import elf
from installers.product import BUILD
from tools.say import Problem

#: Ubuntu 22.04 has glibc 2.35, Debian 12 has 2.36.
OLDEST_GLIBC = (2, 35)

#: The libraries that are left to the system, and the packages that bring them: on Debian 12 and Ubuntu 22.04, then
#: where the name became another when times grew longer than 32 bits.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbz2.so.1.0": "libbz2-1.0",
    "libcrypto.so.3": "libssl3 | libssl3t64",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libffi.so.8": "libffi8",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "liblzma.so.5": "liblzma5",
    "libsqlite3.so.0": "libsqlite3-0",
    "libssl.so.3": "libssl3 | libssl3t64",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
GLIBCS_OWN = {"libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "libresolv.so.2", "librt.so.1"}
LOADER = "ld-linux-x86-64.so.2"


def packages(folder: Path) -> list[str]:
    """What the bundle needs of Debian's and Ubuntu's packages. Refused where a file asks for more than they have."""
    found = elf.wants(folder)
    too_new = [each for each in found if each.glibc > OLDEST_GLIBC]
    if too_new:
        names = ", ".join(f"{each.path.name} ({'.'.join(map(str, each.glibc))})" for each in too_new)
        raise Problem(
            f"These files need a newer glibc than {'.'.join(map(str, OLDEST_GLIBC))}: {names}.",
            "build with a Python from an older system: Debian 12's python3.11 will do",
        )
    libraries = elf.missing(found) - GLIBCS_OWN - {LOADER}
    unknown = sorted(libraries - PACKAGES.keys())
    if unknown:
        raise Problem(
            f"Nobody has said which package brings {', '.join(unknown)}.",
            "add it to installers/linux/floor.py, or leave out what needs it in installers/contents.py",
        )
    libc = f"libc6 (>= {'.'.join(map(str, OLDEST_GLIBC))})"
    return sorted({libc, *(PACKAGES[name] for name in libraries)})


def main() -> int:
    folder = Path(sys.argv[1]) if sys.argv[1:] else BUILD / "bundle"
    try:
        needed = packages(folder)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    newest = max((each.glibc for each in elf.wants(folder)), default=(0, 0))
    print(f"glibc {'.'.join(map(str, newest))} or newer, and {', '.join(needed)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
