"""What builds and signs elsewhere: other people's actions by their commits, and no right that is not named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / ".github" / "workflows"
OURS = sorted(path.name for path in FOLDER.glob("*.yml"))


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


def test_no_checkout_leaves_its_credentials_behind(workflow: str) -> None:
    steps = re.findall(r"uses: actions/checkout@.*\n((?: {8,}.*\n)*)", workflow)
    assert len(steps) == workflow.count("actions/checkout@")
    assert all("persist-credentials: false" in step for step in steps)


def test_every_job_ends(workflow: str) -> None:
    """But those that are another file's, which says so itself."""
    jobs = re.split(r"^  \S+:\n", workflow.partition("\njobs:\n")[2], flags=re.MULTILINE)[1:]
    assert jobs
    assert all("    timeout-minutes: " in job or "    uses: ./.github/workflows/" in job for job in jobs)


def test_the_uninstaller_that_is_kept_is_the_one_that_is_signed_and_taken_in() -> None:
    kept, taken = ((FOLDER / name).read_text("utf-8") for name in ("windows.yml", "release.yml"))
    (folder,) = re.findall(r"--keep-uninstaller (\S+/)uninstall\.exe", kept)
    assert re.search(rf"name: windows-uninstaller\n +path: {folder}\n", kept)
    assert "pattern: windows-*\n          path: parts\n" in taken
    assert "--signed-uninstaller build/windows/windows-uninstaller/uninstall.exe" in taken


def test_the_profile_for_apple_is_looked_for_in_the_keychain_that_it_is_put_into() -> None:
    text = (FOLDER / "macos.yml").read_text("utf-8")
    assert 'chain="$RUNNER_TEMP/sign.keychain-db"' in text
    assert 'store-credentials tokenmgr --keychain "$chain"' in text
    assert '--profile tokenmgr --keychain "$RUNNER_TEMP/sign.keychain-db"' in text


def test_the_app_is_asked_whether_it_has_a_window() -> None:
    text = (FOLDER / "macos.yml").read_text("utf-8")
    assert "plutil -extract LSBackgroundOnly raw" in text
    assert '/tokenmgr" --practice & window=$!' in text
