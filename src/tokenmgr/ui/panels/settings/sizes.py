"""How large something is, in a word."""

from __future__ import annotations

from tokenmgr.ui.words import translate

KILO, MEGA = 1000, 1_000_000


def size_words(size: int) -> str:
    """Bytes, kB or MB."""
    if size < KILO:
        return translate("Settings", "%n byte(s)", "", size)
    if size < MEGA:
        return translate("Settings", "{count} kB").format(count=f"{size / KILO:.1f}")
    return translate("Settings", "{count} MB").format(count=f"{size / MEGA:.1f}")
