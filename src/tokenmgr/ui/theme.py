"""Colours by role, light and dark. Everything painted asks here; a change repaints the whole window."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor


class Theme(NamedTuple):
    """One colour a role."""

    dark: bool
    window: str
    sidebar: str
    surface: str
    raised: str
    sunken: str
    button: str
    hover: str
    raised_hover: str
    border: str
    button_border: str
    field_border: str
    text: str
    text2: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    accent_text: str
    accent_soft: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    meter: str
    meter_used: str
    meter_warn: str
    on_accent: str = "#FFFFFF"


LIGHT = Theme(
    dark=False,
    window="#F3F4F7",
    sidebar="#EAECF1",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#F7F8FA",
    button="#FFFFFF",
    hover="#E2E5EC",
    raised_hover="#E2E5EC",
    border="#DEE2E9",
    button_border="#C6CCD7",
    field_border="#868F9F",
    text="#1A1E26",
    text2="#545C6B",
    disabled="#8D95A3",
    accent="#3157CC",
    accent_hover="#2A4BB3",
    accent_pressed="#233F98",
    accent_text="#2B4DB8",
    accent_soft="#E8EDFB",
    ok="#1B7A43",
    ok_soft="#E4F3EA",
    warn="#8A5300",
    warn_soft="#FCF1DC",
    bad="#B92828",
    bad_soft="#FBEAE9",
    meter="#4B566B",
    meter_used="#B9C0CC",
    meter_warn="#C27700",
)
DARK = Theme(
    dark=True,
    window="#16181D",
    sidebar="#111317",
    surface="#1E2127",
    raised="#262A32",
    sunken="#1A1D22",
    button="#2A2F38",
    hover="#262A32",
    raised_hover="#30353F",
    border="#30353F",
    button_border="#444B58",
    field_border="#767F8F",
    text="#E7E9ED",
    text2="#A6ADBA",
    disabled="#6F7786",
    accent="#4468DD",
    accent_hover="#3D5ECB",
    accent_pressed="#3552B5",
    accent_text="#9DB4FF",
    accent_soft="#242E4B",
    ok="#63CB8F",
    ok_soft="#19301F",
    warn="#E8B454",
    warn_soft="#352A12",
    bad="#FF8F86",
    bad_soft="#3C1E1E",
    meter="#A9B3C3",
    meter_used="#555D6B",
    meter_warn="#E0A63C",
)

_current = [LIGHT]


def current() -> Theme:
    """The theme everything is painted in now."""
    return _current[0]


def use(theme: Theme) -> None:
    """From the next paint on. Whoever calls this also sets the application's palette and style sheet."""
    _current[0] = theme


def colour(role: str) -> QColor:
    """The colour of a role such as "text2" or "accent_soft"."""
    return QColor(getattr(current(), role))
