"""The record of what was changed on the computer: done, found again, taken back to the byte."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from tokenmgr.changes.record import Changes
from tokenmgr.model.change import FileEdit, RightsEdit, Step
from tokenmgr.model.computer_errors import ChangedSince, ChangeUnknown, StepRefused
from tokenmgr.model.errors import FileUnreadable

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path


class Switch:
    """A stepper with one switch; it can be told to refuse."""

    def __init__(self) -> None:
        self.on: set[str] = set()
        self.refuses = False

    def do(self, step: Step) -> None:
        if self.refuses:
            raise StepRefused(step.name, "no right")
        self.on.add(step.about)

    def undo(self, step: Step) -> None:
        self.on.discard(step.about)

    def stands(self, step: Step) -> bool:
        return step.about in self.on


@pytest.fixture
def switch() -> Switch:
    return Switch()


@pytest.fixture
def changes(tmp_path: Path, switch: Switch) -> Changes:
    return Changes(tmp_path / "changes", {"switch": lambda: switch})


def test_a_new_file_comes_and_goes(changes: Changes, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "autostart.desktop"
    number = changes.apply("autostart", {"program": "tokenmgr"}, [FileEdit(path, None, b"[Desktop Entry]\n", 0o644)])
    assert path.read_bytes() == b"[Desktop Entry]\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    (change,) = changes.all()
    assert (change.id, change.kind, change.what, change.state) == (
        number, "autostart", (("program", "tokenmgr"),), "done",
    )  # fmt: skip
    changes.undo(number)
    assert not path.exists()
    assert [each.state for each in changes.all()] == ["undone"]
    assert changes.standing() == []
    assert changes.all()[0].undone_at is not None


def test_a_file_that_was_there_comes_back_to_the_byte_with_its_rights(changes: Changes, tmp_path: Path) -> None:
    path = tmp_path / "pkcs11.txt"
    path.write_bytes(b"library=\r\nname=x\n\n\0\xff")
    path.chmod(0o640)
    before = path.read_bytes()
    number = changes.apply("browser", {}, [FileEdit(path, before, before + b"more")])
    assert path.read_bytes() == before + b"more"
    changes.undo(number)
    assert path.read_bytes() == before
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_others_changed_since_is_left_alone(changes: Changes, tmp_path: Path) -> None:
    path = tmp_path / "file"
    number = changes.apply("browser", {}, [FileEdit(path, None, b"ours")])
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedSince) as caught:
        changes.undo(number)
    assert caught.value.path == str(path)
    assert path.read_bytes() == b"theirs"
    assert changes.find(number).state == "done"
    changes.gone(number)
    assert changes.find(number).state == "undone"


def test_where_one_of_several_was_changed_since_none_is_taken_back(changes: Changes, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in "abcd"]
    for path in paths:
        path.write_text("x")
        path.chmod(0o644)
    number = changes.apply("rights", {}, [RightsEdit(path, 0o644, 0o600) for path in paths])
    paths[1].chmod(0o640)
    paths[3].unlink()
    for _ in range(2):
        with pytest.raises(ChangedSince) as caught:
            changes.undo(number)
        assert caught.value.path == str(paths[1])
        assert [stat.S_IMODE(path.stat().st_mode) for path in paths[:3]] == [0o600, 0o640, 0o600]
        assert changes.find(number).state == "done"
    paths[1].chmod(0o600)
    changes.undo(number)
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths[:3]} == {0o644}


def test_a_way_back_that_broke_off_can_be_gone_to_its_end(changes: Changes, switch: Switch, tmp_path: Path) -> None:
    class Stuck(Switch):
        def undo(self, step: Step) -> None:
            if self.refuses:
                raise StepRefused(step.name, "no right")
            super().undo(step)

    stuck, path = Stuck(), tmp_path / "rule"
    record = Changes(tmp_path / "changes", {"stuck": lambda: stuck})
    number = record.apply("device-rule", {}, [Step("stuck", "a"), FileEdit(path, None, b"rule")])
    stuck.refuses = True
    with pytest.raises(StepRefused):
        record.undo(number)
    assert (path.exists(), record.find(number).state) == (False, "done")
    stuck.refuses = False
    record.undo(number)
    assert (stuck.on, record.find(number).state) == (set(), "undone")


def test_what_another_program_took_back_meanwhile_is_not_taken_back_twice(
    changes: Changes, switch: Switch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one is done while we wait for the lock."""
    number = changes.apply("reader-service", {}, [Step("switch", "a")])
    other = Changes(tmp_path / "changes", {"switch": lambda: switch})
    alone = changes._alone

    def waited() -> AbstractContextManager[None]:
        other.undo(number)
        switch.on.add("a")  # and somebody started it again
        return alone()

    monkeypatch.setattr(changes, "_alone", waited)
    changes.undo(number)
    assert switch.on == {"a"}


def test_what_was_forgotten_meanwhile_is_unknown(
    changes: Changes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = changes.apply("rights", {}, [])
    alone = changes._alone

    def waited() -> AbstractContextManager[None]:
        (tmp_path / "changes" / f"{number}.json").unlink()
        return alone()

    monkeypatch.setattr(changes, "_alone", waited)
    with pytest.raises(ChangeUnknown):
        changes.undo(number)


def test_a_plan_that_is_out_of_date_changes_nothing(changes: Changes, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"newer")
    with pytest.raises(ChangedSince):
        changes.apply("browser", {}, [FileEdit(path, b"older", b"ours")])
    assert path.read_bytes() == b"newer"
    assert changes.all() == []


def test_where_one_edit_fails_all_are_taken_back(changes: Changes, switch: Switch, tmp_path: Path) -> None:
    path = tmp_path / "rule"
    switch.refuses = True
    with pytest.raises(StepRefused):
        changes.apply("device-rule", {}, [FileEdit(path, None, b"rule"), Step("switch", "a")])
    assert not path.exists()
    assert changes.all() == []


def test_a_step_that_got_halfway_before_it_failed_is_taken_back(changes: Changes, switch: Switch) -> None:
    class Halfway(Switch):
        def do(self, step: Step) -> None:
            self.on.add(step.about)
            raise StepRefused(step.name, "no room")

    half = Halfway()
    with pytest.raises(StepRefused):
        Changes(changes._folder, {"half": lambda: half}).apply("device-rule", {}, [Step("half", "a")])
    assert half.on == set()
    assert changes.all() == []


def test_a_step_that_nobody_waited_for_stays_recorded(changes: Changes) -> None:
    class Slow(Switch):
        def do(self, step: Step) -> None:
            raise StepRefused(step.name, "has not ended yet", unfinished=True)

    slow = Slow()
    record = Changes(changes._folder, {"slow": lambda: slow})
    with pytest.raises(StepRefused):
        record.apply("device-rule", {}, [Step("slow", "a")])
    slow.on.add("a")  # it ends after all
    assert [each.state for each in record.all()] == ["done"]
    record.undo("1")
    assert slow.on == set()


def test_a_change_that_is_under_way_is_settled_by_nobody_else(changes: Changes, tmp_path: Path) -> None:
    """A person types a password for as long as it takes; another window looks at the list meanwhile."""
    seen: list[str] = []

    class Asks(Switch):
        def do(self, step: Step) -> None:
            seen.extend(each.state for each in other.all())
            other.forget_undone()
            self.on.add(step.about)

    asks = Asks()
    other = Changes(tmp_path / "changes", {"asks": lambda: asks})
    number = Changes(tmp_path / "changes", {"asks": lambda: asks}).apply("device-rule", {}, [Step("asks", "a")])
    assert seen == ["begun"]
    assert other.find(number).state == "done"


def test_names_that_are_no_text_are_kept(changes: Changes, tmp_path: Path) -> None:
    name = b"\xa4\xa4".decode("utf-8", "surrogateescape")
    number = changes.apply("browser", {"name": name}, [FileEdit(tmp_path / name, None, b"x")])
    assert dict(changes.find(number).what)["name"] == name
    changes.undo(number)
    assert not (tmp_path / name).exists()


def test_steps_are_undone_in_reverse(changes: Changes, switch: Switch) -> None:
    number = changes.apply("reader-service", {}, [Step("switch", "a", "off"), Step("switch", "b", "off")])
    assert switch.on == {"a", "b"}
    changes.undo(number)
    assert switch.on == set()


def test_rights_go_and_come(changes: Changes, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{}")
    path.chmod(0o666)
    number = changes.apply("rights", {}, [RightsEdit(path, 0o666, 0o600)])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    changes.undo(number)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666


class PowerCut(BaseException):
    """Nothing in the program may catch this."""


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_power_cut_in_between_is_found_and_can_be_undone(changes: Changes, tmp_path: Path, after: int) -> None:
    paths = [tmp_path / name for name in ("a", "b")]

    class Cut(Switch):
        def do(self, step: Step) -> None:
            raise PowerCut

    edits: list[FileEdit | Step] = [FileEdit(path, None, b"ours") for path in paths]
    edits.insert(after, Step("cut", ""))
    broken = Changes(tmp_path / "changes", {"cut": Cut})
    with pytest.raises(PowerCut):
        broken.apply("browser", {}, edits)
    (found,) = broken.all()
    assert found.state == ("done" if after else "undone")
    if after:
        broken.undo(found.id)
    assert not any(path.exists() for path in paths)


def test_two_programs_share_the_record(changes: Changes, tmp_path: Path) -> None:
    other = Changes(tmp_path / "changes")
    first = changes.apply("rights", {}, [])
    second = other.apply("rights", {}, [])
    assert first != second
    assert [each.id for each in changes.all()] == [second, first]


@pytest.mark.parametrize("wanted", ["9", "", "../1", "lock"])
def test_a_number_that_nobody_gave(changes: Changes, wanted: str) -> None:
    with pytest.raises(ChangeUnknown):
        changes.undo(wanted)


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"\xff", b"[1]"])
def test_what_cannot_be_read_is_never_undone_on_a_guess(changes: Changes, tmp_path: Path, spoilt: bytes) -> None:
    number = changes.apply("rights", {}, [])
    record = tmp_path / "changes" / f"{number}.json"
    record.write_bytes(spoilt)
    assert changes.all() == []
    with pytest.raises(ChangeUnknown):
        changes.undo(number)


def test_a_relative_path_in_the_record_is_refused(changes: Changes, tmp_path: Path) -> None:
    number = changes.apply("browser", {}, [FileEdit(tmp_path / "x", None, b"x")])
    record = tmp_path / "changes" / f"{number}.json"
    held = json.loads(record.read_bytes())
    held["edits"][0]["file"] = "x"
    record.write_text(json.dumps(held))
    with pytest.raises(ChangeUnknown):
        changes.undo(number)


def test_without_a_place_to_write_it_down_nothing_is_done(tmp_path: Path) -> None:
    (tmp_path / "changes").write_text("a file, not a folder")
    path = tmp_path / "x"
    with pytest.raises(FileUnreadable):
        Changes(tmp_path / "changes").apply("browser", {}, [FileEdit(path, None, b"x")])
    assert not path.exists()


def test_only_what_stands_is_kept_when_all_is_forgotten(changes: Changes, tmp_path: Path) -> None:
    first, second = (changes.apply("rights", {}, [FileEdit(tmp_path / name, None, b"")]) for name in "ab")
    changes.undo(first)
    changes.forget_undone()
    assert [each.id for each in changes.all()] == [second]
    changes.undo(second)
    changes.forget_undone()
    assert not (tmp_path / "changes").exists()
    assert changes.apply("rights", {}, []) == "1"


def test_nobody_else_may_read_the_record(changes: Changes, tmp_path: Path) -> None:
    changes.apply("rights", {}, [])
    assert stat.S_IMODE((tmp_path / "changes").stat().st_mode) == 0o700
    assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in (tmp_path / "changes").iterdir())
    assert [*(tmp_path / "changes").iterdir()]
