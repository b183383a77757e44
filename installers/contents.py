"""What is in the bundle, and what PyInstaller found but nobody needs there."""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    #: Where it goes, where it comes from, and PyInstaller's word for what it is.
    Entry = tuple[str, str, str]

#: Modules that hooks bring along, and the two that only tests and the bench import.
EXCLUDED = [
    "pkcs11", "asn1crypto", "pycparser", "tkinter", "unittest", "doctest", "pydoc", "test", "multiprocessing", "xmlrpc",
    "distutils", "setuptools", "pkg_resources", "lib2to3", "ensurepip", "curses", "readline", "pdb",
    "typing_extensions",  # not in the lock of what users get
    *(f"PySide6.Qt{name}" for name in ("Quick", "Qml", "Pdf", "Sql", "Test", "Designer", "Xml", "Help", "Concurrent")),
]  # fmt: skip
#: PyInstaller's own first steps are not taken: together they take twice as long as a whole command. Ours are.
FIRST = "first"
LANGUAGES = ("qtbase_en", "qtbase_zh_CN", "qtbase_zh_TW")
#: Of Qt's plugins, by folder; what is not named does not ship. Neither does the GTK theme: it brings 12 MB of GTK.
PLUGINS: dict[str, tuple[str, ...]] = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qxdgdesktopportal",),
    "platforminputcontexts": ("ibus", "compose"),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("bradient", "adwaita"),
    "xcbglintegrations": ("glx", "egl"),
    "styles": ("windows", "mac"),
    "iconengines": ("qsvgicon",),
    "imageformats": ("qsvg", "qico", "qjpeg"),
    "tls": ("openssl", "schannel", "securetransport"),
}
#: Libraries that only such plugins need.
UNUSED_LIBRARIES = re.compile(r"Qt6?(EglF[Ss]|Quick|Qml|Pdf|Sql|Test|Designer|VirtualKeyboard)|opengl32sw|d3dcompiler")
TRANSLATION = re.compile(r"PySide6/(Qt/)?translations/(?P<name>[^/]+)\.qm$")
PLUGIN = re.compile(r"PySide6/(Qt/)?plugins/(?P<folder>[^/]+)/(?P<name>[^/]+)$")
#: What remains of a package's own description: the rest tells of the computer that it was installed on.
LABEL = re.compile(r"\.dist-info/(METADATA|entry_points\.txt|licenses/.*|LICENSE.*|COPYING.*|NOTICE.*|AUTHORS.*)$")
SYSTEM_FOLDERS = ("/usr/lib/", "/lib/", "/usr/lib64/", "/lib64/")


def own_modules(source: Path) -> list[str]:
    """All of ours, by name: pages, dialogs and verbs are imported by a text when they are first wanted."""
    found = (path.relative_to(source).with_suffix("").parts for path in source.rglob("tokenmgr/**/*.py"))
    names = (".".join(parts).removesuffix(".__init__") for parts in found)
    return sorted(set(names) - {"tokenmgr.__main__"})


def top_folders(entries: Iterable[Entry]) -> set[str]:
    """The packages that bring compiled parts."""
    return {PurePosixPath(dest.replace("\\", "/")).parts[0].partition(".")[0] for dest, _source, _kind in entries}


def distributions(modules: Iterable[str]) -> list[str]:
    """What the packages that ship are called where they are published."""
    known = metadata.packages_distributions()
    return sorted({name for module in modules for name in known.get(module, ())})


def label(described: Iterable[tuple[str, str]]) -> list[Entry]:
    """The files of a package's description, each by itself."""
    return [
        (str(PurePosixPath(folder, path.relative_to(source).as_posix())), str(path), "DATA")
        for source, folder in described
        for path in sorted(Path(source).rglob("*"))
        if path.is_file()
    ]


def first_steps(scripts: Iterable[Entry], entry: str) -> list[Entry]:
    """Of all that PyInstaller would run: ours before everything, and the program."""
    return [script for script in scripts if script[0] in {FIRST, entry}]


def ships(dest: str, source: str, kind: str) -> bool:
    """Whether this belongs into the bundle."""
    place = dest.replace("\\", "/")
    return not (
        _is_the_systems(place, source, kind)
        or UNUSED_LIBRARIES.search(PurePosixPath(place).name)
        or _unused_of_qt(place)
        or (".dist-info/" in place and not LABEL.search(place))
        or place.endswith((".ts", ".pyi", "py.typed"))
        or place.startswith("_pyi_rth_utils/")
    )


def _is_the_systems(place: str, source: str, kind: str) -> bool:
    """A library that the system has and keeps safe itself; the installer names it as a dependency. Links to Qt's
    libraries are not wanted either: who needs one knows where it is.
    """
    if sys.platform != "linux" or "/" in place or place.startswith("libpython"):
        return False
    return kind == "SYMLINK" or (kind == "BINARY" and source.startswith(SYSTEM_FOLDERS))


def _unused_of_qt(place: str) -> bool:
    if translation := TRANSLATION.search(place):
        return translation["name"] not in LANGUAGES
    if plugin := PLUGIN.search(place):
        return not any(name in plugin["name"] for name in PLUGINS.get(plugin["folder"], ()))
    return False


#: What a program's interpreter is told: on Windows, that what is piped is UTF-8.
OPTIONS = [("X utf8", None, "OPTION")] if sys.platform == "win32" else []


def dress(root: Path, name: str) -> dict[str, Any]:
    """What a program looks like from outside, where a program has such: an icon; and UTF-8 for what is piped."""
    if sys.platform == "win32":
        from installers.windows import icon

        path = root / "build" / f"{name}.ico"
        path.parent.mkdir(exist_ok=True)
        try:
            icon.write(path)  # draws with Qt, which does not run under wine
        except ImportError:
            return {}
        return {"icon": str(path)}
    return {}
