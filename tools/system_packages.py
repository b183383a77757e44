"""The few system packages that pip cannot bring, through apt where that is possible."""

from __future__ import annotations

import os
import shutil
import subprocess

from tools.say import Problem, quietly, step

CARD_READERS = ("pcscd", "libpcsclite1")
QT_OFFSCREEN = (
    "libglib2.0-0", "libegl1", "libgl1", "libdbus-1-3", "libfontconfig1", "libxkbcommon0", "libbrotli1",
)  # fmt: skip
QT_ON_X11 = (
    "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
)  # fmt: skip
FONTS = ("fonts-noto-cjk",)
SCREENLESS = ("tigervnc-standalone-server", "tigervnc-tools", "openbox")
DESKTOP = (
    "xvfb", "openbox", "dbus", "at-spi2-core", "python3-pyatspi", "gir1.2-atspi-2.0", "xdotool",
)  # fmt: skip
REAL_TOKENS = ("softhsm2", "opensc", "opencryptoki", "vsmartcard-vpcd", "p11-kit-modules")
BROWSERS = ("firefox-esr", "chromium", "libnss3-tools")
TEST_AIDS = (
    "gcc", "libc6-dev",  # builds the PKCS#11 modules that crash, hang and lie on purpose
    "strace",            # kills the ledger at each of its system calls
    "iproute2",          # network namespaces of the tests' own
    "procps",
    "imagemagick",       # keeps a picture of a desktop
    "libfaketime",
    "umockdev",          # pretends that a USB token comes and goes
    "udev",              # says what rules make of it
)  # fmt: skip
#: Makes and proves the Windows installers (installers/windows/prove.py); half a gigabyte that no test needs.
WINDOWS = ("wixl", "msitools", "nsis", "wine", "wine64", "gcc-mingw-w64-x86-64")
BUILDERS = ("python3.11-venv", "libpython3.11", "binutils", *QT_OFFSCREEN)  # dpkg-deb is everywhere that apt is
PACKAGES = {
    "installers": BUILDERS,
    "windows": WINDOWS,
    "start": (*CARD_READERS, *QT_OFFSCREEN, *QT_ON_X11, *FONTS),
    "screenless": SCREENLESS,
    "test": (*CARD_READERS, *QT_OFFSCREEN, *QT_ON_X11, *FONTS, *DESKTOP, *REAL_TOKENS, *BROWSERS, *TEST_AIDS),
}

APT = ("apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0")
NO_QUESTIONS = {"DEBIAN_FRONTEND": "noninteractive"}


def installed() -> set[str]:
    """Every installed package, and every name one of them provides (Ubuntu 24.04 renamed libglib2.0-0)."""
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status}\\t${Package}\\t${Provides}\\n"]
    listing = subprocess.run(query, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    names: set[str] = set()
    for line in listing.stdout.splitlines():
        status, package, provides = line.split("\t")
        if status == "installed":
            names.add(package)
            names.update(part.split()[0] for part in provides.split(",") if part.strip())
    return names


def missing(packages: tuple[str, ...]) -> list[str]:
    present = installed()
    return [package for package in packages if package not in present]


def has_apt() -> bool:
    return bool(shutil.which("apt-get") and shutil.which("dpkg-query"))


def become_root() -> list[str] | None:
    """The words to put before a command so that it runs as root, or None where that needs a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and quietly(["sudo", "-n", "true"]) is None:
        return ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"]
    return None


def one_line(packages: list[str]) -> str:
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def apt_install(packages: list[str], root: list[str]) -> str | None:
    """Install, and fetch newer package lists only when the ones at hand do not do; else what apt said."""
    install = [*root, *APT, "install", "--no-install-recommends", *packages]
    if quietly(install, NO_QUESTIONS) is None:
        return None
    quietly([*root, *APT, "update"], NO_QUESTIONS)  # the second try tells what is wrong, so this need not
    return quietly(install, NO_QUESTIONS)


def obtainable(packages: list[str]) -> list[str]:
    """Those that apt could install, each by itself."""
    return [package for package in packages if quietly([*APT, "install", "--simulate", package]) is None]


def require(packages: list[str]) -> None:
    """Install what nothing works without."""
    if not has_apt():
        raise Problem(
            f"This needs what Debian and Ubuntu call {' and '.join(packages)}.",
            "install the like of it in this system's own way, then run this again",
        )
    root = become_root()
    if root is None:
        raise Problem(
            f"This needs {' and '.join(packages)}, which only an administrator can install.",
            f"run: {one_line(packages)}",
        )
    step(f"installing {' '.join(packages)} with apt-get")
    trouble = apt_install(packages, root)
    if trouble:
        raise Problem(
            f"apt-get could not install {' '.join(packages)}. It said:\n{trouble}",
            f"check the network and the package sources (Ubuntu: 'universe'), then run: {one_line(packages)}",
        )


def wish(purpose: str, without: str, *more: str) -> None:
    """Install what is missing for a purpose, and for more of them; go on without where that cannot be done."""
    wanted = tuple(package for each in (purpose, *more) for package in PACKAGES[each])
    if not has_apt():
        step(f"no apt-get here; {without} unless the like of these is installed: {' '.join(wanted)}")
        return
    lacking = missing(wanted)
    if not lacking:
        return
    root = become_root()
    if root is None:
        step(f"{without}. To change that, run:\n    {one_line(lacking)}")
        return
    step(f"installing {len(lacking)} system packages with apt-get: {' '.join(lacking)}")
    trouble = apt_install(lacking, root)
    if trouble:
        apt_install(obtainable(lacking), root)  # one package that a release lacks must not cost all the others
        lacking = missing(wanted)
        step(f"apt-get said:\n{trouble}\n{without}. Once that is put right, run:\n    {one_line(lacking)}")
