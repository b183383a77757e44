"""Steps that change the system, as far as they can be tried without one. For real: tests/acceptance/test_doctor.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tokenmgr.actions import steps
from tokenmgr.actions.steps import STEPPERS, DeviceRule, ReaderService, TimeService
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


def test_a_clock_that_was_set_before_stays_so(ran: list[list[str]]) -> None:
    TimeService().undo(Step("time-service", "", "on"))
    assert ran == []
    assert not TimeService().stands(Step("time-service", "", "on"))
    TimeService().undo(Step("time-service", "", ""))
    assert ran == [["timedatectl", "set-ntp", "false"]]


def test_a_rule_that_somebody_changed_is_left_alone(ran: list[list[str]], tmp_path: Path) -> None:
    place = DeviceRule.place("0529")
    place.parent.mkdir()
    step = Step("device-rule", "0529")
    place.write_bytes(b"another rule")
    for act in (DeviceRule().do, DeviceRule().undo):
        with pytest.raises(ChangedSince):
            act(step)
    assert ran == []
    place.write_bytes(DeviceRule.rule("0529"))
    assert DeviceRule().stands(step)
    DeviceRule().undo(step)
    assert ran[0][-2:] == [str(place), "0529"]
    place.unlink()
    DeviceRule().undo(step)
    assert len(ran) == 1


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
