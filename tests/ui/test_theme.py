"""Colours can be told apart: text 4.5:1 on whatever it stands on, borders of fields and filled cells 3:1."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from tokenmgr.ui import theme
from tokenmgr.ui.theme import DARK, LIGHT, Theme

GROUNDS = ("window", "sidebar", "surface", "raised", "sunken")
#: text2 is also what an empty field asks for.
TEXTS = [(text, ground) for text in ("text", "text2") for ground in (*GROUNDS, "hover", "raised_hover", "accent_soft")]
TONES = [(tone, ground) for tone in ("ok", "warn", "bad") for ground in ("surface", "raised", "window", f"{tone}_soft")]
ACCENTS = [("accent_text", ground) for ground in ("surface", "raised", "window", "accent_soft", "sidebar")]
WHITE = [("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")]
EDGES = [("field_border", "surface"), ("meter", "surface"), ("meter_warn", "surface"), ("accent_text", "window")]


def brightness(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("now", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), [*TEXTS, *TONES, *ACCENTS, *WHITE])
def test_texts_can_be_read(now: Theme, front: str, ground: str) -> None:
    assert contrast(getattr(now, front), getattr(now, ground)) >= 4.5


@pytest.mark.parametrize("now", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), EDGES)
def test_edges_can_be_seen(now: Theme, front: str, ground: str) -> None:
    assert contrast(getattr(now, front), getattr(now, ground)) >= 3.0


def test_the_theme_in_use_is_asked_for_by_role() -> None:
    before = theme.current()
    try:
        theme.use(DARK)
        assert theme.colour("accent").name().upper() == DARK.accent
    finally:
        theme.use(before)
