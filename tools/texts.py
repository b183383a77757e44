"""The window's texts: collect them from the source, and compile their translations.

    python3 tools/dev.py texts

New texts appear in resources/i18n/*.ts as unfinished; translate them there (by hand or with Qt Linguist) and run it
again.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, SubElement

ROOT = Path(__file__).resolve().parent.parent
UI = ROOT / "src" / "tokenmgr" / "ui"
FOLDER = ROOT / "resources" / "i18n"
#: File -> Qt's name of the language and its forms of a plural. English needs a file for its plurals only.
LANGUAGES = {"zh-Hans": ("zh_CN", 1), "zh-Hant": ("zh_TW", 1), "en": ("en", 2)}
SCRIPTS = Path(sysconfig.get_path("scripts"))
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'

Texts = dict[tuple[str, str], list[str]]


def is_plural(source: str) -> bool:
    """Qt's tool overlooks plurals in `translate`, but no other text has a place for a number of this kind."""
    return "%n" in source


def in_source() -> list[tuple[str, str]]:
    """Every text the source says, with its context, in order."""
    sources = [str(path) for path in sorted(UI.rglob("*.py"))]
    with tempfile.TemporaryDirectory() as name:
        found = Path(name) / "found.ts"
        command = [str(SCRIPTS / "pyside6-lupdate"), *sources, "-ts", str(found), "-locations", "none"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return sorted(read(found))


def read(path: Path) -> Texts:
    """The translations in a file, by context and text; an empty list is unfinished."""
    if not path.exists():
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): _forms(message)
        for context in ET.parse(path).iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    }


def _forms(message: Element) -> list[str]:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return []
    forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
    return forms if all(forms) else []


def write(path: Path, language: str, texts: Texts) -> None:
    """As Qt Linguist would."""
    qts_name, forms = LANGUAGES[language]
    root = Element("TS", version="2.1", language=qts_name, sourcelanguage="en")
    contexts: dict[str, Element] = {}
    for (name, source), said in texts.items():
        if name not in contexts:
            contexts[name] = SubElement(root, "context")
            SubElement(contexts[name], "name").text = name
        _add(contexts[name], source, said, forms)
    ET.indent(root, "    ")
    path.write_text(HEAD + ET.tostring(root, encoding="unicode") + "\n", encoding="utf-8")


def _add(context: Element, source: str, said: list[str], forms: int) -> None:
    plural = is_plural(source)
    message = SubElement(context, "message", {"numerus": "yes"} if plural else {})
    SubElement(message, "source").text = source
    translation = SubElement(message, "translation", {} if said else {"type": "unfinished"})
    if not plural:
        translation.text = "".join(said)
        return
    for form in said or [""] * forms:
        SubElement(translation, "numerusform").text = form


def collect(folder: Path = FOLDER, more: dict[str, Texts] | None = None) -> None:
    """Bring the .ts files up to what the source says; translations of texts that are gone go too."""
    wanted = in_source()
    for language in LANGUAGES:
        path = folder / f"{language}.ts"
        known = read(path) | (more or {}).get(language, {})
        asked = [key for key in wanted if language != "en" or is_plural(key[1])]
        write(path, language, {key: known.get(key, []) for key in asked})


def compile_all(folder: Path = FOLDER, into: Path = FOLDER) -> None:
    """The .qm files that the program loads."""
    for name in LANGUAGES:
        source, target = folder / f"{name}.ts", into / f"{name}.qm"
        # Never written over: a program that runs has it mapped into memory, and would end with it.
        made = target.with_suffix(".qm.new")
        command = [str(SCRIPTS / "pyside6-lrelease"), "-silent", str(source), "-qm", str(made)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        made.replace(target)


def unfinished(folder: Path = FOLDER) -> list[str]:
    """Every text that some language lacks, as "language, context: text"."""
    return [
        f"{name}, {context}: {source}"
        for name in LANGUAGES
        for (context, source), said in read(folder / f"{name}.ts").items()
        if not said
    ]


def main() -> int:
    """Collect, compile, and say what is left to translate."""
    collect()
    compile_all()
    left = unfinished()
    print("\n".join([*left, f"{len(left)} not translated"]))
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
