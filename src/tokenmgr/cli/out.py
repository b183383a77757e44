"""Standard output: rows as JSON or as a table."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from tokenmgr.cli.table import Column, render

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tokenmgr.wording.language import Language


class Out:
    """Writes results. Machines get JSON with stable keys, people get tables in their language."""

    def __init__(self, language: Language, *, as_json: bool) -> None:
        self.language = language
        self.as_json = as_json
        self.coloured = not as_json and sys.stdout.isatty()

    def json(self, value: Any) -> None:
        """One JSON value on a line of its own."""
        import json

        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def rows(self, rows: Iterable[dict[str, Any]]) -> None:
        """A JSON array, one object a line, so that a thousand can be read by eye too."""
        import json

        encode = json.JSONEncoder(ensure_ascii=False).encode
        sys.stdout.write("[" + ",\n ".join(map(encode, rows)) + "]\n")

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]], styles: Sequence[str] = ()) -> None:
        """A table as wide as the terminal."""
        sys.stdout.write(render(columns, rows, styles, coloured=self.coloured))

    def line(self, text: str = "") -> None:
        """A line for a person."""
        sys.stdout.write(text + "\n")
