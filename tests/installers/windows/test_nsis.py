"""The script for makensis: each file comes and goes, the registry likewise, and it says the same in three languages."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from installers.windows import nsis, registry
from installers.windows.switches import SWITCHES

if TYPE_CHECKING:
    from installers.windows.contents import Contents

LANGUAGES = {"LANG_ENGLISH", "LANG_SIMPCHINESE", "LANG_TRADCHINESE"}


@pytest.fixture
def macros(found: Contents) -> dict[str, str]:
    return dict(re.findall(r"!macro (\w+)\n(.*?)!macroend", nsis.parts(found), re.DOTALL))


def script(name: str) -> str:
    return (nsis.HERE / name).read_text("utf-8")


def there(path: object) -> str:
    return "$INSTDIR\\" + str(path).replace("/", "\\")


def test_every_file_comes_into_its_folder(macros: dict[str, str], found: Contents) -> None:
    folder, came = "", []
    for word, path in re.findall(r'(SetOutPath|File) "(.*)"', macros["INSTALL_FILES"]):
        if word == "SetOutPath":
            folder = path
        else:
            came.append((folder, path))
    assert sorted(came) == sorted((there(file).rpartition("\\")[0], f"tree/{file}") for file in found.files)


def test_every_file_goes_and_nothing_else(macros: dict[str, str], found: Contents) -> None:
    gone = re.findall(r'Delete "(.*)"', macros["REMOVE_FILES"])
    assert sorted(gone) == sorted(map(there, found.files))
    assert "/r" not in macros["REMOVE_FILES"]


def test_folders_go_the_inner_first(macros: dict[str, str], found: Contents) -> None:
    gone = re.findall(r'RMDir "(.*)"', macros["REMOVE_FILES"])
    assert sorted(gone) == sorted(map(there, found.folders))
    assert all(not later.startswith(f"{earlier}\\") for at, earlier in enumerate(gone) for later in gone[at:])


def test_the_registry_comes_and_goes(macros: dict[str, str]) -> None:
    written = re.findall("WriteRegStr HKCU `(.*?)` `(.*?)` `(.*?)`", macros["WRITE_KEYS"])
    assert written == [
        (value.key, value.name, value.data.replace("{folder}", "$INSTDIR\\")) for value in registry.values()
    ]
    keys = re.findall("DeleteRegKey HKCU `(.*?)`", macros["REMOVE_KEYS"])
    single = re.findall("DeleteRegValue HKCU `(.*?)` `(.*?)`", macros["REMOVE_KEYS"])
    for key, name, _ in written:
        assert (key, name) in single or any(key == own or key.startswith(own + "\\") for own in keys)


def test_keys_of_others_only_when_empty(macros: dict[str, str]) -> None:
    assert all("tokenmgr" in key for key in re.findall("DeleteRegKey HKCU `(.*?)`", macros["REMOVE_KEYS"]))


def test_every_word_is_remembered_heard_and_noted(macros: dict[str, str]) -> None:
    for each in SWITCHES:
        assert all(each.word in macros[name] for name in ("REMEMBERED_WORDS", "SPOKEN_WORDS", "NOTED_WORDS"))


def test_everything_is_said_in_three_languages() -> None:
    said = re.findall(r'^LangString (\w+) \$\{(\w+)\} "([^"]+)"$', script("tokenmgr-words.nsh"), re.MULTILINE)
    assert len(said) == script("tokenmgr-words.nsh").count("LangString")
    spoken = {name: {language for other, language, _ in said if other == name} for name, _, _ in said}
    assert all(languages == LANGUAGES for languages in spoken.values())
    assert max(Counter((name, language) for name, language, _ in said).values()) == 1


def test_what_is_said_is_there_and_what_is_there_is_said() -> None:
    asked = {
        name
        for file in ("setup.nsi", "tokenmgr-pages.nsh", "tokenmgr-running.nsh")
        for name in re.findall(r"\$\((\w+)\)", script(file))
    }
    assert asked == set(re.findall(r"^LangString (\w+)", script("tokenmgr-words.nsh"), re.MULTILINE))


def test_no_folder_is_taken_away_with_all_that_lies_in_it() -> None:
    """But the person's own data, where that person has ticked it."""
    swept = [line.strip() for line in script("setup.nsi").splitlines() if "RMDir /r" in line]
    assert swept == ['RMDir /r "$LOCALAPPDATA\\tokenmgr"']


def test_no_administrator() -> None:
    assert "RequestExecutionLevel user" in script("setup.nsi")
    assert not re.search(r"HKLM|SetShellVarContext all", script("setup.nsi"))


def test_the_uninstaller_is_seen_before_it_is_packed_and_trouble_ends_the_build() -> None:
    assert "!ifdef FINISH\n  !uninstfinalize `${FINISH}` = 0\n!endif" in script("setup.nsi")
