"""Pictures of what the command line prints on a terminal, one a language: python -m tools.picture FOLDER"""

from __future__ import annotations

import argparse
import os
import pty
import re
import sys
import tempfile
from contextlib import suppress
from html import escape
from pathlib import Path
from typing import NamedTuple
from unicodedata import east_asian_width

LANGUAGES = {"zh-Hans": "overview.svg", "zh-Hant": "overview.zh-Hant.svg", "en": "overview.en.svg"}
COLUMNS = 92
CELL, LINE, PADDING = 8.4, 20, 20
FONT = "ui-monospace, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', 'Microsoft YaHei', monospace"
STYLE = re.compile(r"\x1b\[([0-9;]*)m")
COLOURS = {"31": "#FF8F86", "32": "#63CB8F", "33": "#E8B454", "2": "#A6ADBA"}
PLAIN, GROUND, FRAME = "#E7E9ED", "#16181D", "#30353F"


class Run(NamedTuple):
    """Characters of one look in one line."""

    column: int
    text: str
    code: str


def printed(command: list[str]) -> str:
    """What a command prints when it believes that a person looks."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(command[0], command, {**os.environ, "COLUMNS": str(COLUMNS)})  # noqa: S606 - it needs no shell
    pieces: list[bytes] = []
    with suppress(OSError):  # Linux says EIO when the other side has ended
        while piece := os.read(terminal, 4096):
            pieces.append(piece)
    os.waitpid(child, 0)
    return b"".join(pieces).decode().replace("\r\n", "\n")


def runs(line: str) -> list[Run]:
    """The line cut where its look changes, each piece at its column."""
    found: list[Run] = []
    column, code = 0, ""
    for index, piece in enumerate(STYLE.split(line)):
        if index % 2:
            code = "" if piece in {"", "0"} else piece
        elif piece:
            for word in re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", piece):
                found.append(Run(column, word, code))
                column += sum(2 if east_asian_width(character) in "WF" else 1 for character in word)
    return found


def svg(text: str, prompt: str) -> str:
    """The whole picture."""
    lines = [f"$ {prompt}", *text.rstrip("\n").split("\n")]
    width, height = COLUMNS * CELL + 2 * PADDING, len(lines) * LINE + 2 * PADDING
    rows = [drawn(run, number) for number, line in enumerate(lines) for run in runs(line)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" width="{width:.0f}">'
    ground = (
        f'<rect x=".5" y=".5" width="{width - 1:.0f}" height="{height - 1}" rx="8" fill="{GROUND}" stroke="{FRAME}"/>'
    )
    group = f'<g font-family="{FONT}" font-size="14" fill="{PLAIN}" xml:space="preserve">'
    return "\n".join([head, ground, group, *rows, "</g>", "</svg>", ""])


def drawn(run: Run, number: int) -> str:
    """One run, stretched to its cells, so that columns meet whatever the font."""
    cells = sum(2 if east_asian_width(character) in "WF" else 1 for character in run.text)
    look = f' fill="{COLOURS[run.code]}"' if run.code in COLOURS else ' font-weight="700"' if run.code == "1" else ""
    x, y = PADDING + run.column * CELL, PADDING + number * LINE + LINE * 0.7
    return f'<text x="{x:.1f}" y="{y:.1f}" textLength="{cells * CELL:.1f}"{look}>{escape(run.text)}</text>'


def main() -> int:
    options = argparse.ArgumentParser(prog="tools.picture")
    options.add_argument("folder", type=Path)
    folder: Path = options.parse_args().folder
    command = Path(sys.executable).with_name("tokenmgr-cli")
    for language, name in LANGUAGES.items():
        with tempfile.TemporaryDirectory() as home:
            text = printed([str(command), "--home", home, "--practice", "--language", language])
        (folder / name).write_text(svg(text, "tokenmgr-cli --practice"), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
