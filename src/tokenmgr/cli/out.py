"""Standard output: rows as JSON or as a table."""

from __future__ import annotations

import re
import sys

from tokenmgr.cli.grammar import UsageError

TYPE_CHECKING = False  # typing costs 5 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any, TextIO

    from tokenmgr.cli.table import Column
    from tokenmgr.wording.language import Language

#: What a terminal may take for an order, or what changes how other text is seen; inside JSON an escape says the same.
UNSEEN = (
    r"[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    r"\U000e0000-\U000e0fff]"
)


def encoded(values: Iterable[Any], stream: TextIO) -> Iterator[str]:
    """Each value as JSON that reads well where the stream can show it, and that controls no terminal."""
    import json

    utf8 = (stream.encoding or "utf-8").lower().replace("-", "") == "utf8"
    encode = json.JSONEncoder(ensure_ascii=not utf8).encode
    for value in values:
        yield re.sub(UNSEEN, _escape, encode(value))


def _escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def aside(text: str, end: str = "\n") -> None:
    """To a person, on standard error, whatever goes to standard output."""
    sys.stderr.write(text + end)
    sys.stderr.flush()


class Out:
    """Writes results. Machines get JSON with stable keys, people get tables in their language."""

    def __init__(self, language: Language, *, as_json: bool) -> None:
        self.language = language
        self.as_json = as_json
        self.coloured = not as_json and sys.stdout.isatty()

    def json(self, value: Any) -> None:
        """One JSON value on a line of its own."""
        sys.stdout.write(next(encoded([value], sys.stdout)) + "\n")
        sys.stdout.flush()

    def rows(self, rows: Iterable[dict[str, Any]]) -> None:
        """A JSON array, one object a line, so that a thousand can be read by eye too."""
        sys.stdout.write("[" + ",\n ".join(encoded(rows, sys.stdout)) + "]\n")

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]], styles: Sequence[str] = ()) -> None:
        """A table as wide as the terminal."""
        from tokenmgr.cli.table import render  # JSON needs no table

        sys.stdout.write(render(columns, rows, styles, coloured=self.coloured))

    def line(self, text: str = "") -> None:
        """A line for a person."""
        sys.stdout.write(text + "\n")

    def now(self, text: str) -> None:
        """A line that somebody waits for."""
        self.line(text)
        sys.stdout.flush()

    def check_no_terminal(self) -> None:
        """On a terminal bytes would be anything, orders to it too; asked before work is done for nothing."""
        if not self.as_json and sys.stdout.isatty():
            from tokenmgr.cli.sayings import sentence

            raise UsageError(sentence("binary-here", self.language))

    def binary(self, data: bytes) -> None:
        """Bytes for a file or another program."""
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
