"""The installer for one person, by NSIS: setup.nsi, with the files of this very program and how each goes again.

makensis makes it on Linux as on Windows.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from installers.windows import registry
from installers.windows.makers import run
from installers.windows.switches import FILE, SWITCHES, TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from installers.windows.contents import Contents
    from installers.windows.switches import Switch

HERE = Path(__file__).resolve().parent
SCRIPTS = ("setup.nsi", "tokenmgr-running.nsh", "tokenmgr-pages.nsh", "tokenmgr-words.nsh")
TREE, OUTPUT = "tree", "tokenmgr-setup.exe"  # Windows treats a bare "setup.exe" in ways of its own


def build(contents: Contents, version: str, work: Path, made: Path, moment: int, finish: str = "") -> None:
    """Write the installer to `made`; the same contents, version and moment give the same bytes.

    `work` holds the files in TREE, as `contents` has them, with tokenmgr.ico and LICENSE. `finish` is a command for the
    uninstaller: uninstaller.py.
    """
    for name in SCRIPTS:
        shutil.copyfile(HERE / name, work / name)
    (work / "tokenmgr-parts.nsh").write_text(parts(contents), encoding="utf-8", newline="\n")
    kilobytes = (contents.size + 1023) // 1024
    known = {"VERSION": version, "LICENCE": "LICENSE", "OUTPUT": OUTPUT, "SIZE_KB": str(kilobytes)}
    if finish:
        known["FINISH"] = finish
    defined = [f"-D{name}={value}" for name, value in known.items()]
    run(work, "makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, SCRIPTS[0], SOURCE_DATE_EPOCH=str(moment))
    (work / OUTPUT).replace(made)


def parts(contents: Contents) -> str:
    """What the script cannot know by itself."""
    defined = f"!define GIVEN {FILE}\n!define TABLE {TABLE}\n"
    variables = "".join(f"Var Said_{each.word}\n" for each in SWITCHES)
    blocks = {
        "REMEMBERED_WORDS": [f'ReadRegStr $Said_{each.word} HKCU "${{ISSUER}}" "{each.word}"' for each in SWITCHES],
        "SPOKEN_WORDS": [f'!insertmacro Word "{each.word}" $Said_{each.word}' for each in SWITCHES],
        "NOTED_WORDS": [_noted(each) for each in SWITCHES],
        "INSTALL_FILES": _install(contents),
        "REMOVE_FILES": _remove(contents),
        "WRITE_KEYS": _write(),
        "REMOVE_KEYS": _unwrite(),
    }
    return defined + variables + "\n".join(_macro(name, lines) for name, lines in blocks.items())


def _noted(switch: Switch) -> str:
    said = f"$Said_{switch.word}"
    return f"!insertmacro Noted {switch.word} {said} {switch.choice} `{switch.toml(said)}`"


def _macro(name: str, lines: Iterable[str]) -> str:
    return "\n".join([f"!macro {name}", *(f"  {line}" for line in lines), "!macroend", ""])


def _install(contents: Contents) -> Iterator[str]:
    here = None
    for file in sorted(contents.files, key=lambda file: (str(file.parent), file.name)):
        if file.parent != here:
            here = file.parent
            yield f'SetOutPath "{_there(here)}"'
        yield f'File "{Path(TREE, file)}"'


def _remove(contents: Contents) -> Iterator[str]:
    for file in contents.files:
        yield f'Delete "{_there(file)}"'
    for folder in reversed(contents.folders):
        yield f'RMDir "{_there(folder)}"'


def _there(path: object) -> str:
    below = str(path).replace("/", "\\")
    return "$INSTDIR" if below == "." else f"$INSTDIR\\{below}"


def _write() -> Iterator[str]:
    for value in registry.values():
        data = value.data.replace(registry.FOLDER, "$INSTDIR\\")
        yield f"WriteRegStr HKCU `{value.key}` `{value.name}` `{data}`"


def _unwrite() -> Iterator[str]:
    for key in registry.own_keys():
        yield f"DeleteRegKey HKCU `{key}`"
    for value in registry.shared():
        yield f"DeleteRegValue HKCU `{value.key}` `{value.name}`"
    for key in sorted({value.key for value in registry.shared()}):
        yield f"DeleteRegKey /ifempty HKCU `{key}`"
        yield f"DeleteRegKey /ifempty HKCU `{_above(key)}`"
    yield f"DeleteRegKey /ifempty HKCU `{registry.APP_PATHS}`"


def _above(key: str) -> str:
    return key.rpartition("\\")[0]
