"""What would be done is said before it is done."""

from __future__ import annotations

import os

import pytest

from tokenmgr.actions.checks.finding import Finding
from tokenmgr.actions.repairs.services import device_rule, reader_service, time_service
from tokenmgr.model.change import Step


def test_the_command_is_shown() -> None:
    assert "pcscd" in reader_service(Finding("reader-service", "bad", repair="reader-service")).shown[0]
    assert time_service(Finding("clock-service", "warn", repair="time-service")).shown == ("timedatectl set-ntp true",)


def test_the_rules_are_shown_with_their_places() -> None:
    finding = Finding("usb-access", "bad", (("name", "HaiTai"),), repair="device-rule:1234")
    repair = device_rule(finding)
    assert (repair.about, repair.edits) == ("HaiTai", (Step("device-rule", "1234"),))
    assert [line for line in repair.shown if line.startswith("/")] == [
        "/etc/udev/rules.d/70-tokenmgr-1234.rules",
        "/etc/udev/rules.d/93-tokenmgr-1234.rules",
    ]
    assert any(line.endswith('ATTR{power/control}="on"') for line in repair.shown)
    assert all("1234" in line for line in repair.shown)


def test_a_rule_for_no_number_is_not_planned() -> None:
    with pytest.raises(ValueError, match="x"):
        device_rule(Finding("usb-access", "bad", repair="device-rule:../x"))


@pytest.mark.skipif(os.name == "nt", reason="nobody is root there")
def test_root_is_not_asked_for_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    for user, asked in ((0, False), (1000, True)):
        monkeypatch.setattr(os, "geteuid", lambda user=user: user)
        assert time_service(Finding("clock-service", "warn", repair="time-service")).privileged is asked
