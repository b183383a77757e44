"""The text for wixl: well-formed, ASCII, every file once, names that fit and stay."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from installers.windows import contents, registry, wxs

if TYPE_CHECKING:
    from pathlib import Path

    from installers.windows.contents import Contents

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.]{0,71}")
GUID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")


@pytest.fixture
def top(found: Contents) -> ET.Element:
    return ET.fromstring(wxs.text(found, "0.1.0"))


def each(top: ET.Element, kind: str) -> list[dict[str, str]]:
    return [part.attrib for part in top.iter(f"{{{wxs.SPACE}}}{kind}")]


def test_ascii(found: Contents) -> None:
    assert wxs.text(found, "0.1.0").isascii()


def test_every_file_once(top: ET.Element, found: Contents) -> None:
    sources = [part["Source"] for part in each(top, "File")]
    assert sorted(sources) == sorted(f"tree/{file}" for file in found.files)


def test_every_file_in_its_folder(top: ET.Element) -> None:
    above = {child: parent for parent in top.iter() for child in parent}
    for file in top.iter(f"{{{wxs.SPACE}}}File"):
        parts, at = [file.attrib["Name"]], above[above[file]]
        while at.attrib["Id"] != wxs.HOME:
            parts, at = [at.attrib["Name"], *parts], above[at]
        assert file.attrib["Source"] == "/".join(["tree", *parts])


def test_names_are_unique_and_fit(top: ET.Element) -> None:
    for kind in ("Component", "File", "Directory", "Property", "RegistrySearch", "Shortcut"):
        names = Counter(part["Id"] for part in each(top, kind))
        assert set(names.values()) == {1}, kind
        assert all(NAME.fullmatch(name) for name in names), kind


def test_guids_are_unique_and_in_capitals(top: ET.Element) -> None:
    guids = Counter(part["Guid"] for part in each(top, "Component"))
    assert set(guids.values()) == {1}
    product = each(top, "Product")[0]
    assert all(GUID.fullmatch(guid) for guid in (*guids, product["Id"], product["UpgradeCode"]))


def test_everything_is_installed(top: ET.Element) -> None:
    assert {part["Id"] for part in each(top, "Component")} == {part["Id"] for part in each(top, "ComponentRef")}


def test_a_version_knows_the_one_before(tree: Path, found: Contents) -> None:
    before = ET.fromstring(wxs.text(found, "0.1.0"))
    (tree / "new.txt").touch()
    after = ET.fromstring(wxs.text(contents.read(tree), "0.2.0"))
    old, new = ({part["Guid"] for part in each(top, "Component")} for top in (before, after))
    assert old < new
    assert len(new - old) == 1
    assert each(before, "Product")[0]["UpgradeCode"] == each(after, "Product")[0]["UpgradeCode"]
    assert each(before, "Product")[0]["Id"] != each(after, "Product")[0]["Id"]


def test_the_whole_registry(top: ET.Element) -> None:
    written = {(part["Key"], part.get("Name", ""), part["Value"]) for part in each(top, "RegistryValue")}
    wanted = {(value.key, value.name, value.data.replace("{folder}", "[INSTALLDIR]")) for value in registry.values()}
    assert wanted <= written
    assert all(key.startswith(registry.OWN) for key, _, _ in written - wanted)


def test_the_text_knows_no_place(found: Contents) -> None:
    assert str(found.folder) not in wxs.text(found, "0.1.0")


def test_every_word_is_noted_and_looked_for_again(top: ET.Element) -> None:
    notes = {(part["Key"], part.get("Name", "")) for part in each(top, "RegistryValue")}
    searches = {(part["Key"], part["Name"]) for part in each(top, "RegistrySearch")}
    wanted = {(key, word) for word, key in wxs.NOTED.items()}
    assert wanted <= notes
    assert wanted <= searches


def test_every_condition_is_one_of_a_part(top: ET.Element) -> None:
    assert set(wxs.CONDITIONS) <= {part["Id"] for part in each(top, "Component")}


def test_what_starts_with_the_computer_is_looked_up_where_the_program_notes_it(top: ET.Element) -> None:
    (search,) = [part for part in each(top, "RegistrySearch") if part["Root"] == "HKCU"]
    assert (search["Key"], search["Name"]) == (registry.RUN, registry.RUN_NAME)
