"""Steps that change the system, as far as they can be tried without one. For real: tests/acceptance/test_doctor.py."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions import steps
from tokenmgr.actions.steps import STEPPERS, DeviceRule, ReaderService, TimeService
from tokenmgr.changes.record import Changes
from tokenmgr.model.change import Step
from tokenmgr.model.computer_errors import ChangedSince, StepRefused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """Every command that would have been run as root, on a computer with systemd."""
    made: list[list[str]] = []

    def run(command: Sequence[str], _given: bytes = b"") -> None:
        made.append([*command])

    monkeypatch.setattr(steps, "as_root", run)
    monkeypatch.setattr(steps, "SYSTEMD", tmp_path)
    monkeypatch.setattr(steps, "RULES", tmp_path / "rules")
    return made


def test_only_what_was_not_so_before_is_undone(ran: list[list[str]]) -> None:
    service = ReaderService()
    service.do(Step(service.name, "pcscd"))
    service.undo(Step(service.name, "pcscd", "enabled running"))
    assert ran == [["systemctl", "enable", "--now", "pcscd.socket"]]
    service.undo(Step(service.name, "pcscd", "enabled"))
    assert ran[1:] == [["systemctl", "stop", "pcscd.socket", "pcscd.service"]]
    service.undo(Step(service.name, "pcscd", ""))
    assert ran[2] == ["systemctl", "disable", "pcscd.socket"]


def test_a_service_that_ran_before_was_not_started_by_us(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Its door is open and nobody answers behind it; the person does not give the password, and nothing is recorded."""

    def refuse(_command: Sequence[str], _given: bytes = b"") -> None:
        raise PermissionError(126, "not authorised")

    answers = {"is-enabled", "is-active"}
    monkeypatch.setattr(steps, "SYSTEMD", tmp_path)
    monkeypatch.setattr(steps, "as_root", refuse)
    monkeypatch.setattr(steps, "answers_yes", lambda command: command[2] in answers)
    step = Step("reader-service", "pcscd", ReaderService.state())
    assert step.before == "enabled running"
    changes = Changes(tmp_path / "changes", STEPPERS)
    with pytest.raises(StepRefused):
        changes.apply("reader-service", {}, [step])
    assert changes.all() == []
    assert ReaderService().stands(step._replace(before="enabled"))
    answers.discard("is-active")
    assert not ReaderService().stands(step)


def test_a_clock_that_was_set_before_stays_so(ran: list[list[str]]) -> None:
    TimeService().undo(Step("time-service", "", "on"))
    assert ran == []
    assert not TimeService().stands(Step("time-service", "", "on"))
    TimeService().undo(Step("time-service", "", ""))
    assert ran == [["timedatectl", "set-ntp", "false"]]


def test_a_rule_that_somebody_changed_is_left_alone(ran: list[list[str]], tmp_path: Path) -> None:
    files = DeviceRule.files("0529")
    step = Step("device-rule", "0529")
    (tmp_path / "rules").mkdir()
    for foreign in files:
        for path, rule in files.items():
            path.write_bytes(b"another rule" if path == foreign else rule)
        assert not DeviceRule().stands(step)
        for act in (DeviceRule().do, DeviceRule().undo):
            with pytest.raises(ChangedSince) as caught:
                act(step)
            assert caught.value.path == str(foreign)
    assert ran == []
    for path, rule in files.items():
        path.write_bytes(rule)
    assert DeviceRule().stands(step)


def test_what_is_left_of_a_rule_is_taken_back_too(ran: list[list[str]], tmp_path: Path) -> None:
    first, second = DeviceRule.files("0529")
    step = Step("device-rule", "0529")
    DeviceRule().undo(step)
    assert ran == []
    second.parent.mkdir()
    second.write_bytes(DeviceRule.files("0529")[second])
    DeviceRule().undo(step)
    assert ran[0][-3:] == ["0529", str(first), str(second)]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such rules")
def test_the_rules_are_written_both_or_neither(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By the shell itself, as anybody; there comes to be no room for the second of them."""

    def run(command: Sequence[str], given: bytes = b"") -> None:
        env = {"PATH": f"{tmp_path}/bin:/usr/bin:/bin"}
        if subprocess.run(command, input=given, env=env, capture_output=True, check=False).returncode:
            raise OSError(1, "it failed")

    monkeypatch.setattr(steps, "as_root", run)
    monkeypatch.setattr(steps, "RULES", tmp_path / "rules")
    files, step = DeviceRule.files("0529"), Step("device-rule", "0529")
    DeviceRule().do(step)
    assert {path: path.read_bytes() for path in (tmp_path / "rules").iterdir()} == files
    assert {path.stat().st_mode & 0o777 for path in files} == {0o644}
    DeviceRule().undo(step)
    assert not list((tmp_path / "rules").iterdir())
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "mv").write_text('#!/bin/sh\ncase "$2" in *93*) exit 1 ;; esac\nexec /bin/mv "$@"\n')
    (tmp_path / "bin" / "mv").chmod(0o755)
    with pytest.raises(StepRefused):
        DeviceRule().do(step)
    assert not list((tmp_path / "rules").iterdir())


@pytest.mark.parametrize("vendor", ["", "05290", "../x", "05;9", "G529"])
def test_only_a_number_names_a_rule(vendor: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says what it was given
        DeviceRule.place(vendor)


def test_a_refusal_says_which_step_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_command: Sequence[str], _given: bytes = b"") -> None:
        raise PermissionError(1, "sudo systemctl")

    monkeypatch.setattr(steps, "as_root", refuse)
    with pytest.raises(StepRefused) as caught:
        TimeService().do(Step("time-service", ""))
    assert (caught.value.step, caught.value.reason) == ("time-service", "sudo systemctl")


def test_every_step_is_known_by_its_own_name() -> None:
    assert all(kind().name == name for name, kind in STEPPERS.items())
