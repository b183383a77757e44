"""`doctor`: what keeps a token from working, what can be done about it, and what was done."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

from tokenmgr.actions.doctor import around, examine
from tokenmgr.cli import shapes
from tokenmgr.cli.grammar import Flag, Option, UsageError, verb
from tokenmgr.cli.sayings import sentence
from tokenmgr.cli.table import Column
from tokenmgr.cli.verbs.cert import finished
from tokenmgr.places import places
from tokenmgr.wording.findings import change_words, finding_words, state_words
from tokenmgr.wording.terms import term
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tokenmgr.actions.checks.finding import Finding
    from tokenmgr.actions.doctor import Surroundings
    from tokenmgr.cli.desk import Clerk
    from tokenmgr.model.change import Change
    from tokenmgr.wording.language import Language

#: Something needs doing. Not one of the codes of errors: the look itself went well.
NEEDS_DOING = 11
STYLES = {"bad": "bad", "warn": "warn", "ok": "good", "skipped": "faint"}
LONGEST = 400


@verb(
    Option("--fix", metavar="ID", default="", help="Carry out the repair that a finding offers."),
    Option("--undo", metavar="NUMBER", default="", help="Take a change on this computer back, to the byte."),
    Flag("--changes", help="List what this program changed on this computer."),
)
def doctor(clerk: Clerk, fix: str, undo: str, changes: bool) -> int:  # noqa: FBT001 - named by the grammar
    """Look at modules, readers, services, clock, browsers. Exit code 11: something needs doing."""
    if sum(map(bool, (fix, undo, changes))) > 1:
        raise UsageError("--fix, --undo and --changes exclude each other.")
    if changes:
        return _list_changes(clerk)
    if undo:
        return _undo(clerk, undo)
    return _fix(clerk, fix) if fix else _look(clerk)


def _around(clerk: Clerk) -> Surroundings:
    where = places(clerk.wishes.home)
    return around(clerk.desk, where.home, where.resources, lambda: _begun(clerk))


def _begun(clerk: Clerk) -> list[datetime]:
    known = [each for token in clerk.desk.known().tokens for each in token.certificates]
    return [each.facts.not_before for each in known if each.facts.not_before is not None]


def _look(clerk: Clerk) -> int:
    found: list[Finding] = []
    for finding in examine(_around(clerk)).findings():
        found.append(finding)
        if not clerk.out.as_json:
            _say(clerk, finding)
    if clerk.out.as_json:
        clerk.out.rows(_shape(clerk, each) for each in found)
    return _code(found)


def _code(found: Iterable[Finding]) -> int:
    return NEEDS_DOING if any(each.state == "bad" for each in found) else 0


def _say(clerk: Clerk, finding: Finding) -> None:
    """As it comes: some take their time."""
    words = finding_words(finding, clerk.language)
    state = state_words(finding.state, clerk.language)
    clerk.out.now(f"{state} {words.title}" if state.isascii() else f"{state}{words.title}")
    proof = (words.step, *finding.evidence) if finding.state in {"bad", "warn"} else ()
    for line in filter(None, (words.text, *proof)):
        clerk.out.now(f"    {visible(line, LONGEST)}")
    if finding.repair:
        clerk.out.now(f"    tokenmgr-cli doctor --fix {visible(shlex.quote(finding.repair), LONGEST)}")


def _shape(clerk: Clerk, finding: Finding) -> dict[str, Any]:
    return shapes.finding(finding, *finding_words(finding, clerk.language))


def _fix(clerk: Clerk, wanted: str) -> int:
    from tokenmgr.actions.repairing import fix  # most looks end without

    done = fix(wanted, _around(clerk), clerk.desk.changes())
    finished(clerk, "repaired" if done.mended else "repaired-in-vain", number=done.change, repair=wanted)
    if not clerk.out.as_json:
        for finding in done.after:
            _say(clerk, finding)
    return 0 if done.mended else NEEDS_DOING


def _undo(clerk: Clerk, number: str) -> int:
    from tokenmgr.actions.undoing import undo  # most looks end without

    undo(clerk.desk.changes(), number)
    finished(clerk, "undone", number=number)
    return 0


def _list_changes(clerk: Clerk) -> int:
    found = clerk.desk.changes().all()
    if clerk.out.as_json:
        clerk.out.rows(map(shapes.change, found))
        return 0
    if not found:
        clerk.out.line(sentence("no-change", clerk.language))
        return 0
    words = clerk.language
    columns = [
        Column(term("number", words), 3, right=True),
        Column(term("date", words), 16),
        Column(term("change", words), 20),
        Column(term("state", words), 8),
    ]
    rows = [_row(each, words) for each in found]
    clerk.out.table(columns, rows, ["faint" if each.state == "undone" else "" for each in found])
    return 0


def _row(change: Change, words: Language) -> list[str]:
    said = change_words(change.kind, dict(change.what), words)
    return [change.id, f"{change.at.astimezone():%Y-%m-%d %H:%M}", said, term(f"change.{change.state}", words)]
