"""What every finding keeps to, and that the lists of codes are whole."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tokenmgr.actions.checks.finding import CHECKS, REASONS, REPAIRS, STEPS, Finding
from tokenmgr.system.reader_look import STATES

ACTIONS = Path(__file__).parents[3] / "src" / "tokenmgr" / "actions"
SOURCES = sorted({*(ACTIONS / "checks").glob("*.py"), ACTIONS / "doctor.py"} - {ACTIONS / "checks" / "finding.py"})
CODE = re.compile(r"[a-z]+(-[a-z]+)*")
#: Keys of facts, and names of other people's programs.
OTHERS = {"free-mb", "not-before", "systemd-timesyncd"}


def keeps_to_the_rules(finding: Finding) -> bool:
    """Its codes are listed, and where there is something to complain of there is something to do about it."""
    listed = finding.check in CHECKS and finding.next_step in {"", *STEPS}
    listed = listed and finding.repair.partition(":")[0] in {"", *REPAIRS}
    advised = bool(finding.next_step) or finding.state in {"ok", "skipped"}
    return listed and advised and all(finding.evidence) and all(CODE.fullmatch(key) for key, _ in finding.facts)


def test_the_rules() -> None:
    assert keeps_to_the_rules(Finding("modules", "bad", (("count", 0),), (), "install-module"))
    assert not keeps_to_the_rules(Finding("modules", "bad"))
    assert not keeps_to_the_rules(Finding("odd", "ok"))
    assert not keeps_to_the_rules(Finding("clock", "bad", (), (), "pray"))


def words() -> set[str]:
    """Every text in the checks that looks like a code."""
    trees = (ast.parse(path.read_text("utf-8")) for path in SOURCES)
    texts = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text.rstrip(":") for text in texts if isinstance(text, str) and CODE.fullmatch(text.rstrip(":"))}


def test_the_lists_are_whole_and_nothing_on_them_is_dead() -> None:
    listed = {*CHECKS, *STEPS, *REASONS, *REPAIRS}
    compound = {word for word in words() if "-" in word}
    assert compound - OTHERS <= listed
    assert listed - {*STATES.values()} <= words()
