"""A repair is known by its name, whatever it is about."""

from __future__ import annotations

from tokenmgr.actions.repairs.repair import Repair


def test_its_name() -> None:
    assert Repair("device-rule:0529", "device-rule", {}, ()).name == "device-rule"
    assert Repair("own-files", "rights", {}, ()).name == "own-files"
