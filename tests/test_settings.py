"""Settings: what makes sense is taken, the rest is as if it were not there."""

from __future__ import annotations

import errno
import json
from typing import TYPE_CHECKING

import pytest

from tokenmgr.session.cache import CHOICES
from tokenmgr.settings import CACHE_CHOICES, Settings, days_in, read, write

if TYPE_CHECKING:
    from pathlib import Path


def test_what_the_file_says(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"language": "zh-Hant", "pin_cache_minutes": 60, "of another version": 1}))
    assert read(file) == Settings("zh-Hant", 60)


def test_what_was_written_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "own" / "settings.json"
    chosen = Settings(
        language="zh-Hans",
        pin_cache_minutes=30,
        theme="dark",
        view="advanced",
        notices=False,
        lead_days="60, 7",
        tray=False,
        welcomed="2026-11",
        window="AdnQ",
        page="certificates",
    )
    write(file, chosen)
    assert read(file) == chosen
    assert [path.name for path in file.parent.iterdir() if path.suffix not in {".json", ".lock"}] == []


def test_what_another_version_keeps_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"language": "en", "of another version": {"a": [1]}}))
    write(file, read(file)._replace(theme="dark"))
    said = json.loads(file.read_text())
    assert (said["of another version"], said["language"], said["theme"]) == ({"a": [1]}, "en", "dark")


def test_nonsense_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{")
    write(file, Settings(view="advanced"))
    assert read(file) == Settings(view="advanced")


def test_the_old_choices_stay_where_the_new_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.json"
    write(file, Settings(theme="dark"))

    def full(_fd: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="full"):
        write(file, Settings(theme="light"))
    assert read(file) == Settings(theme="dark")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", ()),
        (" ", ()),
        ("30", (30,)),
        ("7, 90,30,7", (90, 30, 7)),
        ("0", (0,)),
        ("3651", None),
        ("-1", None),
        ("7,", None),
        ("seven", None),
        ("７", None),
        ("9" * 5000, None),
    ],
)
def test_lead_days(tmp_path: Path, text: str, days: tuple[int, ...] | None) -> None:
    assert days_in(text) == days
    write(tmp_path / "settings.json", Settings(lead_days=text))
    assert read(tmp_path / "settings.json").lead_days == ("" if days is None else text)


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
        '{"theme": "pink"}',
        '{"view": "", "tray": 1, "lead_days": "x"}',
        "[" * 9999,
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


def test_what_was_given_holds_until_the_user_chooses(tmp_path: Path) -> None:
    given, own = tmp_path / "issuer.toml", tmp_path / "settings.json"
    given.write_text('issuer = "hkpost-safenet"\nlanguage = "zh-Hant"\nwelcomed = "1"\nautostart_asked = true\n')
    first = Settings(issuer="hkpost-safenet", language="zh-Hant", welcomed="1", autostart_asked=True)
    assert read(own, given) == first
    own.write_text(json.dumps({"language": "en", "welcomed": ""}))
    assert read(own, given) == first._replace(language="en", welcomed="")
    own.write_text(json.dumps({"language": 7}))
    assert read(own, given) == first


def test_what_windows_installer_has_written(tmp_path: Path) -> None:
    given = tmp_path / "issuer.toml"
    given.write_bytes(b'[given]\r\nissuer="netca"\r\nautostart_asked=true\r\npin_cache_minutes=120\r\n')
    assert read(tmp_path / "none", given) == Settings(issuer="netca", autostart_asked=True)
    given.write_bytes(b'given="hkpost-safenet"\r\n')
    assert read(tmp_path / "none", given) == Settings()


def test_nothing_about_pins_is_given(tmp_path: Path) -> None:
    given = tmp_path / "issuer.toml"
    given.write_text("pin_cache_minutes = 120\nlog = true\npractice = true\n")
    assert read(tmp_path / "none", given) == Settings()


@pytest.mark.parametrize("text", ["", "=", "language = 7", 'theme = "pink"', 'lead_days = "x"', "\x00", "a.b.c = [{}]"])
def test_nonsense_given_is_the_default(tmp_path: Path, text: str) -> None:
    given = tmp_path / "issuer.toml"
    given.write_text(text)
    assert read(tmp_path / "none", given) == Settings()
    assert read(tmp_path / "none", tmp_path) == Settings()
