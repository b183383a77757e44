"""The sizes of text. One family for everything, Latin too, so that lines keep their height."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetrics

#: Use -> pixels and weight.
SIZES = {
    "title": (20, True),
    "number": (20, True),
    "card": (15, True),
    "section": (14, True),
    "body": (13, False),
    "strong": (13, True),
    "second": (12, False),
    "second-strong": (12, True),
    "caption": (11, False),
}
SIMPLIFIED = ["Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei UI", "PingFang SC", "WenQuanYi Micro Hei"]
TRADITIONAL = ["Noto Sans CJK TC", "Source Han Sans TC", "Microsoft JhengHei UI", "PingFang TC", "WenQuanYi Micro Hei"]
MONOSPACE = ["Noto Sans Mono CJK SC", "DejaVu Sans Mono", "Consolas", "Menlo"]

_families = [SIMPLIFIED]


def speak(language: str) -> None:
    """The family whose glyphs this language expects."""
    _families[0] = TRADITIONAL if language == "zh-Hant" else SIMPLIFIED


def font(use: str = "body") -> QFont:
    """The font for a use; everybody's, so whoever wants another makes a copy."""
    return _font(use, tuple(_families[0]))


def metrics(use: str = "body") -> QFontMetrics:
    """How much room that takes."""
    return _metrics(use, tuple(_families[0]))


@lru_cache(maxsize=32)
def _font(use: str, families: tuple[str, ...]) -> QFont:
    pixels, bold = SIZES[use]
    made = QFont()
    made.setFamilies(families)
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return made


@lru_cache(maxsize=32)
def _metrics(use: str, families: tuple[str, ...]) -> QFontMetrics:
    return QFontMetrics(_font(use, families))


def tail_font(use: str = "body") -> QFont:
    """For the end of a serial number: its leading dot takes half a width in fonts of Chinese."""
    made = QFont(font(use))
    made.setFeature(QFont.Tag("halt"), 1)
    return made


def monospace() -> QFont:
    """For fingerprints only."""
    made = QFont(font("second"))
    made.setFamilies([*MONOSPACE, *_families[0]])
    return made
