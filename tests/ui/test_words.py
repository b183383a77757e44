"""Every text of the window is said in three languages, and what is loaded is what was translated."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.ui import sample
from tokenmgr.ui import words
from tokenmgr.wording.language import Language
from tools import texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLACE = re.compile(r"\{\w*\}|%n")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the source says now, with the translations that are there."""
    folder = tmp_path_factory.mktemp("texts")
    for name in texts.LANGUAGES:
        (folder / f"{name}.ts").write_bytes((texts.FOLDER / f"{name}.ts").read_bytes())
    texts.collect(folder)
    return folder


def test_nothing_is_untranslated(collected: Path) -> None:
    assert texts.unfinished(collected) == []


@pytest.mark.parametrize("name", texts.LANGUAGES)
def test_no_translation_is_of_a_text_that_is_gone(name: str, collected: Path) -> None:
    assert texts.read(collected / f"{name}.ts").keys() == texts.read(texts.FOLDER / f"{name}.ts").keys()


@pytest.mark.parametrize("name", texts.LANGUAGES)
def test_what_is_loaded_is_what_was_translated(name: str, tmp_path: Path) -> None:
    texts.compile_all(into=tmp_path)
    assert (tmp_path / f"{name}.qm").read_bytes() == (texts.FOLDER / f"{name}.qm").read_bytes()


@pytest.mark.parametrize("name", texts.LANGUAGES)
def test_translations_keep_every_place_for_a_fact(name: str) -> None:
    for (context, source), forms in texts.read(texts.FOLDER / f"{name}.ts").items():
        for form in filter(None, forms):
            missing = set(PLACE.findall(source)) - set(PLACE.findall(form)) - {"%n"}
            surplus = set(PLACE.findall(form)) - set(PLACE.findall(source))
            assert not missing, f"{context}: {source} -> {form}"
            assert not surplus, f"{context}: {source} -> {form}"


def test_no_simplified_in_traditional_and_no_ideographs_in_english() -> None:
    simplified = set("证书设务览键历应该进选择这个为开关请错误请问签发认识")
    for (context, source), forms in texts.read(texts.FOLDER / "zh-Hant.ts").items():
        wrong = simplified & set("".join(forms)) - set("個為開關請問")
        assert not wrong, f"{context}: {source}: {wrong}"


def test_the_language_changes_while_running(dressed: Callable[..., None]) -> None:
    heard = []
    for language in (Language.ZH_HANS, Language.ZH_HANT, Language.EN):
        dressed(language)
        heard.append(words.translate("Home", "Needs attention"))
    assert heard == ["需要处理", "需要處理", "Needs attention"]


def test_plurals(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    assert [words.translate("Home", "%n item(s)", "", count) for count in (1, 2)] == ["1 item", "2 items"]
    dressed(Language.ZH_HANS)
    assert words.translate("Home", "%n item(s)", "", 2) == "2 项"


def test_moments(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    now = sample.NOW.astimezone()
    assert words.when(now, now) == f"Today {now:%H:%M}"
    assert words.when(datetime(2024, 1, 2, 12, tzinfo=UTC), now) == "2024-01-02"


@pytest.mark.parametrize("zone", ["Asia/Hong_Kong", "Pacific/Honolulu"])
def test_moments_at_the_ends_of_the_calendar(
    dressed: Callable[..., None], zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dressed(Language.EN)
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        for moment, said in (
            (datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC), "no end"),
            (datetime(1, 1, 1, tzinfo=UTC), "0001-01-01"),
        ):
            assert (words.day(moment), words.when(moment, sample.NOW)) == (said, said)
            assert words.clock(moment)
    finally:
        monkeypatch.undo()
        time.tzset()
