"""Settings: what makes sense is taken, the rest is as if it were not there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tokenmgr.session.cache import CHOICES
from tokenmgr.settings import CACHE_CHOICES, Settings, read

if TYPE_CHECKING:
    from pathlib import Path


def test_what_the_file_says(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"language": "zh-Hant", "pin_cache_minutes": 60, "of another version": 1}))
    assert read(file) == Settings("zh-Hant", 60)


def test_no_file(tmp_path: Path) -> None:
    assert read(tmp_path / "none") == Settings()
    assert read(tmp_path) == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"language": 7}',
        '{"pin_cache_minutes": "60"}',
        '{"pin_cache_minutes": true}',
        '{"pin_cache_minutes": 61}',
        '{"pin_cache_minutes": -30}',
        '{"pin_cache_minutes": 1e9}',
        "\x00\xff",
    ],
)
def test_nonsense_is_the_default(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(text.encode("latin-1"))
    assert read(file) == Settings()


def test_a_file_torn_at_any_byte(tmp_path: Path) -> None:
    whole = json.dumps({"language": "en", "pin_cache_minutes": 30}).encode()
    file = tmp_path / "settings.json"
    for end in range(len(whole)):
        file.write_bytes(whole[:end])
        assert read(file) == Settings()


def test_the_choices_are_those_of_the_cache() -> None:
    assert CACHE_CHOICES == CHOICES
