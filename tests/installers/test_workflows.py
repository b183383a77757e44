"""What builds and signs elsewhere: other people's actions by their commits, and no right that is not named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / ".github" / "workflows"
OURS = ("windows.yml", "macos.yml", "release.yml")


@pytest.fixture(params=OURS)
def workflow(request: pytest.FixtureRequest) -> str:
    return (FOLDER / str(request.param)).read_text("utf-8")


def test_actions_are_named_by_their_commits(workflow: str) -> None:
    used = re.findall(r"uses: (.*)", workflow)
    assert used
    for each in used:
        assert each.startswith("./.github/workflows/") or re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", each), each


def test_one_action_has_one_commit() -> None:
    used = {each for name in OURS for each in re.findall(r"uses: ([^ .]\S+@.*)", (FOLDER / name).read_text("utf-8"))}
    assert len(used) == len({each.partition("@")[0] for each in used})


def test_nothing_may_write_but_where_it_is_said(workflow: str) -> None:
    assert re.search(r"^permissions:\n  contents: read\n", workflow, re.MULTILINE)
    assert set(re.findall(r"(\S+): write", workflow)) <= {"id-token", "attestations"}


def test_no_secret_is_in_a_command(workflow: str) -> None:
    commands = re.findall(r"run: (.*(?:\n {10,}.*)*)", workflow)
    assert not [command for command in commands if "secrets." in command or "github.event" in command]


def test_what_is_called_can_be(workflow: str) -> None:
    for name in re.findall(r"uses: \./\.github/workflows/(\S+)", workflow):
        assert "workflow_call:" in (FOLDER / name).read_text("utf-8")


def test_no_command_reads_as_a_mapping(workflow: str) -> None:
    """YAML takes a colon and a blank in a bare line for one."""
    assert not re.findall(r"run: [^|>\"'\n].*:\s.*", workflow)
