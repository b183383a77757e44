"""The MSI: for everybody on the computer, by an administrator, and silent where an issuer's installer asks for that.

    msiexec /i tokenmgr.msi /qn ISSUER=hkpost-safenet LANG=zh-Hant QUIET=1 AGREED=1 DESKTOP=0

wixl makes it; what wixl does not know is put into its tables afterwards, and what it takes from the clock is put right.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from installers.windows import registry, summary, wxs
from installers.windows.contents import OURS
from installers.windows.makers import run
from installers.windows.switches import FILE, SWITCHES, TABLE

if TYPE_CHECKING:
    from pathlib import Path

    from installers.windows.contents import Contents

SOURCE = "tokenmgr.wxs"
#: A program from a folder of Windows, waited for, whatever it says in the end.
RUN_AND_GO_ON = 34 + 64
SET_A_PROPERTY = 51
#: Where in the order of an installation.
AFTER_SEARCHES, FOLDERS_KNOWN, TRANSACTION, LINES_GO, BEFORE_FILES_GO, LINES_COME = 51, 1001, 1500, 3100, 3499, 5100
ON_REMOVAL = 2
FORGET = rf'"[System64Folder]reg.exe" delete "HKCU\{registry.RUN}" /v {registry.RUN_NAME} /f'
#: For good, and not because a newer version comes: what the user chose stays then.
LEAVING = 'REMOVE = "ALL" AND NOT UPGRADINGPRODUCTCODE'
#: Only a start of this very program: whatever starts from its folder, in small letters or capitals.
OF_OURS = f"{wxs.STARTS} ~>< {wxs.HOME}"
LINES = (
    "CREATE TABLE `IniFile` (`IniFile` CHAR(72) NOT NULL, `FileName` CHAR(255) NOT NULL LOCALIZABLE, "
    "`DirProperty` CHAR(72), `Section` CHAR(96) NOT NULL LOCALIZABLE, `Key` CHAR(128) NOT NULL LOCALIZABLE, "
    "`Value` CHAR(255) NOT NULL LOCALIZABLE, `Action` INT NOT NULL, `Component_` CHAR(72) NOT NULL "
    "PRIMARY KEY `IniFile`)"
)


def build(contents: Contents, version: str, work: Path, made: Path, moment: int) -> None:
    """Write the MSI to `made`; the same contents, version and moment give the same bytes.

    `work` holds the files in wxs.TREE, as `contents` has them, and wxs.ICON.
    """
    words = wxs.text(contents, version)
    (work / SOURCE).write_text(words, encoding="ascii", newline="\n")
    made.unlink(missing_ok=True)
    run(work, "wixl", "-a", "x64", "-o", str(made), SOURCE)
    for query in queries():
        run(work, "msibuild", str(made), "-q", query)
    summary.settle(made, uuid.uuid5(OURS, f"package/{contents.digest}/{moment}/{words}{queries()}"), moment)


def queries() -> list[str]:
    """What wixl cannot say, in the language of an MSI's tables."""
    return [*_conditions(), *_kept(), *_where(), *_given(), *_leaving(), *_upgrading()]


def _conditions() -> list[str]:
    return [
        _update("Component", "Condition", condition, "Component", part) for part, condition in wxs.CONDITIONS.items()
    ]


def _kept() -> list[str]:
    """What an earlier version was told stays true, unless this time another word is given."""
    wishes = [
        *((f"Keep{word}", word, f"[WAS_{word}]", f"NOT {word} AND WAS_{word}") for word in wxs.NOTED),
        ("OnDesktop", "DESKTOP", "1", "NOT DESKTOP"),
    ]
    found = []
    for number, (action, word, value, when) in enumerate(wishes, AFTER_SEARCHES):
        found += _action(action, SET_A_PROPERTY, word, value, when, number)
    return found


def _where() -> list[str]:
    """Windows notes the folder only where it is told, and the program looks there for how it was installed."""
    return _action("Where", SET_A_PROPERTY, "ARPINSTALLLOCATION", wxs.FOLDER, "", FOLDERS_KNOWN)


def _given() -> list[str]:
    """The file that the program reads, line by line; it goes with the program."""
    lines = [
        _insert(
            "IniFile",
            IniFile=each.word,
            FileName=FILE,
            DirProperty=wxs.HOME,
            Section=TABLE,
            Key=each.choice,
            Value=each.toml(f"[{each.word}]"),
            Action=0,
            Component_=f"said_{each.word}",
        )
        for each in SWITCHES
    ]
    gone = {"FileKey": "given", "Component_": "associations", "FileName": FILE, "DirProperty": wxs.HOME}
    return [
        LINES,
        *lines,
        _in_order("RemoveIniValues", "", LINES_GO),
        _in_order("WriteIniValues", "", LINES_COME),
        _insert("RemoveFile", **gone, InstallMode=ON_REMOVAL),
    ]


def _leaving() -> list[str]:
    return _action("ForgetStart", RUN_AND_GO_ON, "System64Folder", FORGET, f"{LEAVING} AND {OF_OURS}", BEFORE_FILES_GO)


def _upgrading() -> list[str]:
    """The old version goes inside the transaction: where the new one fails, the old one comes back."""
    words = [*wxs.NOTED, *(f"WAS_{word}" for word in wxs.NOTED)]
    names = ";".join(["WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED", "WINDOWSTEN", wxs.STARTS, *words])
    return [
        _update("Property", "Value", names, "Property", "SecureCustomProperties"),
        _update("InstallExecuteSequence", "Sequence", TRANSACTION + 1, "Action", "RemoveExistingProducts"),
    ]


def _action(name: str, kind: int, source: str, target: str, when: str, number: int) -> list[str]:
    what = _insert("CustomAction", Action=name, Type=kind, Source=source, Target=target)
    return [what, _in_order(name, when, number)]


def _in_order(action: str, when: str, number: int) -> str:
    return _insert("InstallExecuteSequence", Action=action, Condition=when, Sequence=number)


# Only constants of these files come here; a quote among them would end the build, not do harm.


def _insert(table: str, **row: str | int) -> str:
    columns, values = ", ".join(f"`{name}`" for name in row), ", ".join(map(_literal, row.values()))
    return f"INSERT INTO `{table}` ({columns}) VALUES ({values})"  # noqa: S608 - see above


def _update(table: str, column: str, value: str | int, key: str, name: str) -> str:
    return f"UPDATE `{table}` SET `{column}` = {_literal(value)} WHERE `{key}` = '{name}'"  # noqa: S608 - see above


def _literal(value: str | int) -> str:
    return str(value) if isinstance(value, int) else f"'{value}'"
