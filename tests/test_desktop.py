"""What the window is started with: its words, its parts, and where they lie."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests import practising
from tests.practising import HK
from tokenmgr import desktop, settings
from tokenmgr.cli.wishes import Wishes
from tokenmgr.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tokenmgr.session.desk import Desk
    from tokenmgr.ui.program import Parts


@pytest.mark.parametrize(
    ("said", "hidden", "wishes", "rest"),
    [
        ("", False, Wishes(), ""),
        ("--hidden", True, Wishes(), ""),
        ("--practice doctor", False, Wishes(practice=True), "doctor"),
        ("--home /a --language=en", False, Wishes(home="/a", language="en"), ""),
        ("--module /a --module=/b", False, Wishes(modules=("/a", "/b")), ""),
        ("--hidden=", True, Wishes(), ""),
        ("-platform xcb a.cer --hidden", True, Wishes(), "-platform xcb a.cer"),
        ("--home", False, Wishes(), ""),
        ("--home=/a=b", False, Wishes(home="/a=b"), ""),
        ("--unknown --practice", False, Wishes(practice=True), "--unknown"),
    ],
)
def test_its_own_words_are_taken_and_the_rest_is_left(said: str, hidden: bool, wishes: Wishes, rest: str) -> None:
    assert desktop.read(said.split()) == (hidden, wishes, rest.split())


@pytest.fixture
def home(made_home: Path, tmp_path: Path) -> Path:
    return practising.copied(made_home, tmp_path / "home")


@pytest.fixture(scope="module")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return practising.make(tmp_path_factory.mktemp("made") / "home")


def parts(home: Path, *, hidden: bool = False, **wishes: object) -> Parts:
    return desktop.parts(Wishes(home=str(home)).joined(wishes), hidden=hidden)


def test_everything_of_the_users_lies_in_the_named_home(tmp_path: Path) -> None:
    made = parts(tmp_path / "new")
    assert made.home == tmp_path / "new"
    assert made.values == Settings()
    assert (made.resources / "icons").is_dir()
    assert not made.home.exists(), "whoever only looks makes nothing"


@pytest.mark.parametrize("kept", [False, True])
@pytest.mark.parametrize("said", [False, True])
def test_what_is_said_or_was_chosen(kept: bool, said: bool, tmp_path: Path) -> None:
    settings.write(tmp_path / "settings.json", Settings(practice=kept, start_hidden=kept, language="en"))
    made = parts(tmp_path, hidden=said, practice=said, language="zh-Hant" if said else "")
    assert (made.practising, made.hidden) == (kept or said, kept or said)
    assert made.values.language == "en"
    assert made.language == ("zh-Hant" if said else "")


def test_a_choice_is_kept_whole_and_for_the_user_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    parts(home).keep(Settings(page="pin"))
    (home / "settings.json").write_text(json.dumps({"page": "home", "of a later version": 7}), encoding="utf-8")
    parts(home).keep(Settings(page="doctor"))
    assert parts(home).values.page == "doctor"
    assert json.loads((home / "settings.json").read_text(encoding="utf-8"))["of a later version"] == 7
    assert home.stat().st_mode & 0o077 == 0
    assert not list(home.glob("*.new"))


def test_a_choice_that_cannot_be_kept_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = parts(tmp_path)
    made.keep(Settings(page="pin"))

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        made.keep(Settings(page="doctor"))
    assert parts(tmp_path).values.page == "pin"


@pytest.fixture
def private(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The test's own process stays as it is, and no module of this computer is loaded."""
    monkeypatch.setattr("tokenmgr.providers.pkcs11.discover.discover", lambda *_place, **_more: [])
    called: list[str] = []
    monkeypatch.setattr("tokenmgr.system.private_memory.keep_memory_private", lambda: called.append("private"))
    return called


@pytest.fixture
def built(home: Path, private: list[str]) -> Iterator[tuple[Parts, Desk]]:
    made = parts(home, practice=True)
    desk = made.build()
    yield made, desk
    desk.close()


def practise(desk: Desk) -> None:
    rehearsal: Any = desk.rehearsal()
    desk.inventory.join(rehearsal)


def test_a_desk_begins_without_practice_and_with_its_memory_kept_private(
    built: tuple[Parts, Desk], private: list[str]
) -> None:
    _made, desk = built
    assert private == ["private"]
    assert desk.inventory.providers == ()


def test_what_is_seen_is_remembered_for_the_next_first_paint(built: tuple[Parts, Desk], home: Path) -> None:
    made, desk = built
    assert made.before().absent == ()
    practise(desk)
    glance = made.take(desk, Settings(), False)
    assert HK in {each.id.serial for each in glance.tokens}
    assert glance.faults == ()
    before = parts(home, practice=True).before()
    assert before.loading
    assert {each.id for each in before.absent} == {each.id for each in glance.tokens}
    assert parts(home).before().absent == (), "practice tokens only for those who practise"


@pytest.mark.parametrize(("days", "reminded"), [("1", False), ("4000, 1", True), (" 4000 ,x", True)])
def test_the_users_own_days_of_warning(days: str, reminded: bool, built: tuple[Parts, Desk]) -> None:
    made, desk = built
    practise(desk)
    glance = made.take(desk, Settings(lead_days=days), False)
    assert ("expiring" in {each.kind for each in glance.attention}) is reminded


def test_what_was_told_is_remembered(home: Path) -> None:
    told = parts(home).told()
    assert type(told).__name__ == "Told"
    assert not (home / "notices.json").exists()
