"""The texts that a person agrees to before the first use: which version they are, and where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.words import language, translate

if TYPE_CHECKING:
    from pathlib import Path

#: Raised when their meaning changes; then everybody is asked again.
VERSION = "2"
TEXTS = ("summary", "agreement", "privacy")


def text_names() -> dict[str, str]:
    """What each is called."""
    return {
        "summary": translate("Privacy", "Summary"),
        "agreement": translate("Privacy", "User agreement"),
        "privacy": translate("Privacy", "Privacy policy"),
    }


def read_text(resources: Path, name: str, code: str = "") -> str:
    """For a working thread: the text in a language, by default the one in use."""
    return (resources / "texts" / f"{name}.{code or language().value}.txt").read_text("utf-8")
