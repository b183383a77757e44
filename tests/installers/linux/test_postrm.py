"""What the package does when it has been taken away: rules for devices go when it is purged, and no others."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from installers.linux import tree
from tokenmgr.actions.steps import RULES, TURNS, DeviceRule

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a shell script of Debian's")
OURS = ("70-tokenmgr-0529.rules", "93-tokenmgr-a96e.rules")
OTHERS = ("70-tokenmgr.rules", "70-tokenmgr-extra.rules", "99-others.rules")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules.d"
    folder.mkdir()
    for name in (*OURS, *OTHERS):
        (folder / name).touch()
    return folder


def run(rules: Path, *words: str, udevadm: str = "") -> None:
    """The script as it ships, on another folder, with a udevadm of ours where it says something."""
    tools = rules.parent / "tools"
    tools.mkdir()
    if udevadm:
        (tools / "udevadm").write_text(f"#!/bin/sh\n{udevadm}\n")
        (tools / "udevadm").chmod(0o755)
    (tools / "rm").symlink_to("/bin/rm")
    script = (tree.FILES / "postrm").read_text("utf-8").replace(str(RULES), str(rules))
    subprocess.run(["/bin/sh", "-c", script, "postrm", *words], env={"PATH": str(tools)}, check=True)


def left(rules: Path) -> list[str]:
    return sorted(path.name for path in rules.iterdir())


def test_purging_takes_our_rules_and_no_others(rules: Path) -> None:
    run(rules, "purge")
    assert left(rules) == sorted(OTHERS)


@pytest.mark.parametrize("words", [("remove",), ("upgrade", "2.0"), ("abort-install",)])
def test_they_stay_until_then(rules: Path, words: tuple[str, ...]) -> None:
    run(rules, *words)
    assert left(rules) == sorted((*OURS, *OTHERS))


def test_udev_is_told_and_may_refuse(rules: Path) -> None:
    told = rules.parent / "told"
    run(rules, "purge", udevadm=f'echo "$@" >{told}; exit 1')
    assert told.read_text() == "control --reload\n"


def test_what_a_repair_writes_is_among_them(rules: Path) -> None:
    written = {DeviceRule.place("0529", turn).name for turn in TURNS}
    for name in written:
        (rules / name).touch()
    run(rules, "purge")
    assert not written & {*left(rules)}
