"""Text from a certificate or a token, made harmless for a table or a window.

Whoever fills in a certificate chooses its text. What cannot be seen, or changes how other text is seen, is shown as an
escape; what would fill the screen is shortened in the middle, because both ends of a name tell it apart.
"""

from __future__ import annotations

import unicodedata

LIMIT = 256
ELLIPSIS = "…"
#: Spaces of their own width that people really type; Python counts them as not printable.
SPACES = "\u00a0\u3000"
#: Letters and marks by category, but nothing to see: fillers, joiners, blanks.
BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
#: More marks on one letter than this are no language but ink over the neighbouring lines.
MARKS = 4
BEYOND_BMP = 0xFFFF


def visible(text: str, limit: int = LIMIT) -> str:
    """At most `limit` characters, each of them one that can be seen."""
    if len(text) <= limit and text.isascii() and text.isprintable():
        return text
    if len(text) > 2 * limit:
        return _elided(_pieces(text[:limit]), _pieces(text[-limit:]), limit)
    pieces = _pieces(text)
    if sum(map(len, pieces)) <= limit:
        return "".join(pieces)
    return _elided(pieces, pieces, limit)


def _pieces(text: str) -> list[str]:
    pieces = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        shown = marks <= MARKS and (character.isprintable() or character in SPACES) and character not in BLANKS
        pieces.append(character if shown else _escape(character))
    return pieces


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\U{code:08x}" if code > BEYOND_BMP else f"\\u{code:04x}"


def _elided(front: list[str], back: list[str], limit: int) -> str:
    """Whole pieces only: half an escape would read as something else."""
    room = max(limit - len(ELLIPSIS), 0)
    head = _fitting(front, (room + 1) // 2)
    tail = _fitting(back[::-1], room // 2)
    return "".join([*head, ELLIPSIS, *reversed(tail)])


def _fitting(pieces: list[str], room: int) -> list[str]:
    fitting = []
    for piece in pieces:
        room -= len(piece)
        if room < 0:
            break
        fitting.append(piece)
    return fitting
