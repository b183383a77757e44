"""What is put into an MSI's tables after wixl."""

from __future__ import annotations

import re

from installers.windows import msi, wxs
from installers.windows.switches import SWITCHES

QUERIES = msi.queries()
#: Where Windows Installer has made up its mind about folders.
COSTING_DONE = 1000


def row(table: str, name: str) -> str:
    (found,) = [query for query in QUERIES if query.startswith(f"INSERT INTO `{table}` ") and f"'{name}'" in query]
    return found


def test_ascii_and_no_stray_quote() -> None:
    assert all(query.isascii() and query.count("'") % 2 == 0 for query in QUERIES)


def test_every_word_is_kept_over_an_upgrade() -> None:
    for word in wxs.NOTED:
        assert f"'[WAS_{word}]'" in row("CustomAction", f"Keep{word}")
        assert f"NOT {word} AND WAS_{word}" in row("InstallExecuteSequence", f"Keep{word}")


def test_every_word_reaches_the_part_that_runs_as_administrator() -> None:
    (secure,) = [query for query in QUERIES if "SecureCustomProperties" in query]
    assert {*wxs.NOTED, *(f"WAS_{word}" for word in wxs.NOTED)} <= set(re.findall(r"\w+", secure))


def test_every_choice_has_its_line_where_its_word_was_said() -> None:
    for each in SWITCHES:
        line = row("IniFile", each.word)
        assert f"'{each.choice}'" in line
        assert f"'said_{each.word}'" in line


def test_windows_notes_the_folder_once_it_is_known() -> None:
    assert "'ARPINSTALLLOCATION', '[INSTALLDIR]'" in row("CustomAction", "Where")
    assert int(row("InstallExecuteSequence", "Where").rpartition(", ")[2].rstrip(")")) > COSTING_DONE


def test_the_old_version_goes_inside_the_transaction() -> None:
    (moved,) = [query for query in QUERIES if "RemoveExistingProducts" in query]
    assert f"`Sequence` = {msi.TRANSACTION + 1}" in moved


def test_the_start_with_the_computer_is_forgotten_only_for_good() -> None:
    assert "NOT UPGRADINGPRODUCTCODE" in row("InstallExecuteSequence", "ForgetStart")
    assert r'delete "HKCU\Software\Microsoft\Windows\CurrentVersion\Run" /v tokenmgr /f' in row(
        "CustomAction", "ForgetStart"
    )


def test_only_a_start_of_this_very_program_is_forgotten() -> None:
    assert " AND STARTS ~>< INSTALLDIR" in row("InstallExecuteSequence", "ForgetStart")
    (secure,) = [query for query in QUERIES if "SecureCustomProperties" in query]
    assert "STARTS" in re.findall(r"\w+", secure)
