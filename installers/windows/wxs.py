"""The text that wixl makes an MSI from: folders, files, registry, shortcuts. ASCII only, or wixl makes a mess of it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

from installers.windows import registry
from installers.windows.contents import ROOT, UPGRADE_CODE, WINDOW, stable
from installers.windows.switches import SWITCHES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import PurePosixPath

    from installers.windows.contents import Contents
    from installers.windows.registry import Value

SPACE = "http://schemas.microsoft.com/wix/2006/wi"
HOME = "INSTALLDIR"
ICON, TREE = "tokenmgr.ico", "tree"
NEEDS_TEN = "tokenmgr needs Windows 10 or newer."
NEWER_IS_THERE = "A newer version of tokenmgr is installed already."
#: The program's folder in the words of Windows Installer.
FOLDER = f"[{HOME}]"
WINDOWS_VERSION = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"


#: Each word after `msiexec /i`, and the key that keeps it for the next version.
NOTED = {switch.word: registry.ISSUER for switch in SWITCHES} | {"DESKTOP": registry.OWN}
DESKTOP_LINK = "desktop_link"
#: What starts a tokenmgr with the computer, which may be one that another installer brought.
STARTS = "STARTS"
#: Components that are only there on a condition, which wixl cannot say.
CONDITIONS = {f"said_{word}": word for word in NOTED} | {DESKTOP_LINK: 'DESKTOP = "1"'}


def text(contents: Contents, version: str) -> str:
    """The whole of it, beside a folder TREE with the files and the ICON. The same contents give the same text."""
    top = ET.Element("Wix", xmlns=SPACE)
    product = _product(top, version)
    _searches(product)
    _folders(product, contents)
    ET.SubElement(product, "Icon", Id=ICON, SourceFile=ICON)
    _feature(product)
    ET.indent(top, " ")
    written: bytes = ET.tostring(top, encoding="us-ascii")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + written.decode("ascii") + "\n"


def component_id(file: PurePosixPath) -> str:
    """Its name in the MSI's tables, which have rules of their own for names."""
    return f"c{stable('component', file).hex}"


def file_id(file: PurePosixPath) -> str:
    """Likewise."""
    return f"f{stable('file', file).hex}"


def _product(top: ET.Element, version: str) -> ET.Element:
    names = {"Name": "tokenmgr", "Manufacturer": "tokenmgr", "Language": "1033", "Version": version}
    codes = {"Id": str(stable("product", version)).upper(), "UpgradeCode": str(UPGRADE_CODE).upper()}
    product = ET.SubElement(top, "Product", {**names, **codes})
    package = {"InstallerVersion": "500", "Compressed": "yes", "InstallScope": "perMachine"}
    ET.SubElement(product, "Package", {**package, "Description": f"tokenmgr {version}"})
    ET.SubElement(product, "MajorUpgrade", DowngradeErrorMessage=NEWER_IS_THERE)
    ET.SubElement(product, "Media", Id="1", Cabinet="tokenmgr.cab", EmbedCab="yes")
    return product


def _searches(product: ET.Element) -> None:
    for word, key in NOTED.items():
        _search(product, f"WAS_{word}", "HKLM", key, word)
    _search(product, "WINDOWSTEN", "HKLM", WINDOWS_VERSION, "CurrentMajorVersionNumber")
    _search(product, STARTS, "HKCU", registry.RUN, registry.RUN_NAME)
    ET.SubElement(product, "Condition", Message=NEEDS_TEN).text = "Installed OR WINDOWSTEN"
    ET.SubElement(product, "Property", Id="ARPNOMODIFY", Value="1")
    ET.SubElement(product, "Property", Id="ARPPRODUCTICON", Value=ICON)


def _search(product: ET.Element, name: str, root: str, key: str, value: str) -> None:
    found = ET.SubElement(product, "Property", Id=name)
    where = {"Root": root, "Key": key, "Name": value, "Type": "raw", "Win64": "yes"}
    ET.SubElement(found, "RegistrySearch", {"Id": f"search_{name}", **where})


def _folders(product: ET.Element, contents: Contents) -> None:
    top = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    programs = ET.SubElement(top, "Directory", Id="ProgramFiles64Folder")
    home = ET.SubElement(programs, "Directory", Id=HOME, Name="tokenmgr")
    made = {ROOT: home}
    for folder in contents.folders:
        made[folder] = ET.SubElement(made[folder.parent], "Directory", Id=_folder_id(folder), Name=folder.name)
    _files(contents, made)
    for known in ("ProgramMenuFolder", "DesktopFolder", "System64Folder"):
        ET.SubElement(top, "Directory", Id=known)
    _associations(home)
    _notes(home)
    _links(home)


def _folder_id(folder: PurePosixPath) -> str:
    return f"d{stable('folder', folder).hex}"


def _files(contents: Contents, folders: Mapping[PurePosixPath, ET.Element]) -> None:
    for file in contents.files:
        part = _component(folders[file.parent], component_id(file), stable("component", file))
        source = f"{TREE}/{file}"
        ET.SubElement(part, "File", Id=file_id(file), Name=file.name, Source=source, KeyPath="yes")


def _component(folder: ET.Element, name: str, guid: object) -> ET.Element:
    return ET.SubElement(folder, "Component", Id=name, Guid=str(guid).upper(), Win64="yes")


def _associations(home: ET.Element) -> None:
    part = _component(home, "associations", stable("component", "registry"))
    for value in registry.values():
        _write(part, value)


def _write(part: ET.Element, value: Value) -> None:
    written = {"Root": "HKLM", "Key": value.key, "Type": "string"}
    written["Value"] = value.data.replace(registry.FOLDER, FOLDER)
    if value.name:
        written["Name"] = value.name
    if not part.findall("RegistryValue"):
        written["KeyPath"] = "yes"
    ET.SubElement(part, "RegistryValue", written)


def _notes(home: ET.Element) -> None:
    for word, key in NOTED.items():
        part = _component(home, f"said_{word}", stable("component", f"said {word}"))
        _write(part, registry.Value(key, word, f"[{word}]"))


def _links(home: ET.Element) -> None:
    for name, where in (("menu_link", "ProgramMenuFolder"), (DESKTOP_LINK, "DesktopFolder")):
        part = _component(home, name, stable("component", name))
        _write(part, registry.Value(registry.OWN, name, "1"))
        target = {"Target": f"{FOLDER}{WINDOW}", "WorkingDirectory": HOME}
        ET.SubElement(part, "Shortcut", {"Id": f"link_{name}", "Directory": where, "Name": "tokenmgr", **target})


def _feature(product: ET.Element) -> None:
    parts = [part.attrib["Id"] for part in product.iter("Component")]
    feature = ET.SubElement(product, "Feature", Id="Everything", Level="1", Title="tokenmgr")
    for part in parts:
        ET.SubElement(feature, "ComponentRef", Id=part)
