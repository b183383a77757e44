"""A report for a hotline that says how things are and not whose they are.

Redacted twice: by construction, for only the fields named here are taken, and by a last pass over every text, which
takes out what may have slipped into a path, a reader's name or a library's own words.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from tokenmgr.actions.checks.finding import Finding
    from tokenmgr.model.module import ModuleStatus
    from tokenmgr.model.pin import TriesLeft
    from tokenmgr.model.token import Token
    from tokenmgr.system.reader_look import ReaderLook

FORMAT = 1
LONGEST_TEXT = 300
#: Nothing that long is worth reading; it would only keep the patterns busy.
LONGEST_READ = 20_000
MOST_ENTRIES = 200
TAIL = 4
#: A shorter name or number in Latin letters is part of many an innocent word, so it counts only where it stands alone.
#: Chinese names are as short, and Chinese text leaves no gaps: those count everywhere.
TELLING = 5
GONE = "…"
#: Serial numbers are runs of digits, or of hex digits with a digit among them; versions and USB numbers are shorter.
LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z])(?=[0-9A-Fa-f]*\d)[0-9A-Fa-f]{6,}(?![0-9A-Za-z])")
#: With a module's blanks, dashes or colons in between.
SPACED_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])[0-9A-Fa-f]{2}([ :-])(?:[0-9A-Fa-f]{2}\1){2,}[0-9A-Fa-f]{2}(?![0-9A-Za-z])"
)
#: Somebody's own folder, whoever it is, on every system; and where a stick of theirs is mounted.
OWN_FOLDER = re.compile(r"(?i)((?:/home|/users|/media|/run/media|/run/user|\\users)[/\\])[^/\\\n]+")
MAIL = re.compile(r"[^\s<>@]{1,64}@[^\s<>@]{1,255}")


class Situation(NamedTuple):
    """What the report is made of. Nothing of it goes in unless `contents` takes it."""

    #: Program and system by name: "tokenmgr", "python", "system", "desktop", ...
    versions: Mapping[str, str]
    modules: Sequence[ModuleStatus]
    readers: ReaderLook
    findings: Sequence[Finding]
    tokens: Sequence[tuple[Token, TriesLeft | None]]
    user_home: Path
    user_name: str = ""
    #: Aliases, subjects, whatever else is known to name somebody: taken out where it should turn up after all.
    private: Sequence[str] = ()


def contents(situation: Situation, taken: datetime | None = None) -> dict[str, Any]:
    """The report as data, redacted."""
    plain = {
        "report": FORMAT,
        "taken": f"{taken or datetime.now(UTC):%Y-%m-%d %H:%M UTC}",
        "versions": dict(situation.versions),
        "modules": [_module(module) for module in situation.modules[:MOST_ENTRIES]],
        "reader-service": situation.readers.state,
        "readers": [
            {"name": reader.name, "card": reader.card, "taken": reader.taken, "mute": reader.mute}
            for reader in situation.readers.readers[:MOST_ENTRIES]
        ],
        "tokens": [_token(token, tries) for token, tries in situation.tokens[:MOST_ENTRIES]],
        "findings": [_finding(finding) for finding in situation.findings[:MOST_ENTRIES]],
    }
    cleaned: dict[str, Any] = _Redaction(situation).everywhere(plain)
    return cleaned


def _module(module: ModuleStatus) -> dict[str, Any]:
    return {
        "path": module.path,
        "vendor": module.vendor,
        "origin": module.origin,
        "state": module.state.value,
        "reason": module.reason,
        "description": module.description,
        "version": module.version,
        "tokens": module.tokens,
        "crashes": module.crashes,
        "hangs": module.hangs,
        "last-error": str(module.last_fault or ""),
    }


def _token(token: Token, tries: TriesLeft | None) -> dict[str, Any]:
    """Without its label: people write their names there."""
    known = {"at-most": tries.at_most, "certainty": tries.certainty.value, "why": tries.why.value} if tries else None
    return {
        "manufacturer": token.id.manufacturer,
        "model": token.id.model,
        "serial": tail(token.id.serial),
        "hardware": token.hardware,
        "firmware": token.firmware,
        "flags": sorted(flag.value for flag in token.flags),
        "practice": token.practice,
        "tries": known,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "state": finding.state,
        "facts": dict(finding.facts),
        "evidence": list(finding.evidence[:MOST_ENTRIES]),
        "next": finding.next_step,
    }


def tail(serial: str) -> str:
    """The end of a serial number, and never more than half of it."""
    shown = min(TAIL, len(serial) // 2)
    return GONE + serial[len(serial) - shown :]


class _Redaction:
    """Takes out of every text what tells who somebody is."""

    def __init__(self, situation: Situation) -> None:
        longest_first = sorted(_exact(situation), key=lambda pair: -len(pair[0]))
        self._exact = [(_pattern(secret), instead.replace("\\", "\\\\")) for secret, instead in longest_first]

    def everywhere(self, value: Any) -> Any:
        """The same structure with every text cleaned; keys are ours, and a fact's key is code."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, dict):
            return {key: self.everywhere(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.everywhere(each) for each in value]
        return value

    def _text(self, text: str) -> str:
        if len(text) > LONGEST_READ:
            return GONE
        for secret, instead in self._exact:
            text = secret.sub(instead, text)
        text = OWN_FOLDER.sub(r"\1" + GONE, text)
        text = MAIL.sub(GONE, text)
        text = SPACED_NUMBER.sub(GONE, text)
        text = LONG_NUMBER.sub(lambda found: tail(found[0]), text)
        return visible(text, LONGEST_TEXT)


def _pattern(secret: str) -> re.Pattern[str]:
    exact = re.escape(secret)
    anywhere = len(secret) >= TELLING or not secret.isascii()
    return re.compile(exact if anywhere else rf"(?<![\w-]){exact}(?![\w-])", re.IGNORECASE)


def _exact(situation: Situation) -> Iterable[tuple[str, str]]:
    home = str(situation.user_home)
    if len(PurePath(home).parts) > 1:
        yield home, "~"
        yield home.replace("\\", "/"), "~"
    for token, _ in situation.tokens:
        if len(token.id.serial) > 1:
            yield token.id.serial, tail(token.id.serial)
        label = token.label.strip()
        if len(label) > TAIL or (len(label) > 1 and not label.isascii()):
            yield label, GONE
    for word in situation.private:
        if len(word.strip()) > 1:
            yield word.strip(), GONE
    if len(situation.user_name) > 1 and situation.user_name != "root":
        yield situation.user_name, GONE


def as_json(report: Mapping[str, Any]) -> str:
    """For a program."""
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def as_text(report: Mapping[str, Any]) -> str:
    """For a person: what is wrong first, then all the rest."""
    order = {"bad": 0, "warn": 1, "skipped": 2, "ok": 3}
    findings = sorted(report["findings"], key=lambda each: order.get(each["state"], len(order)))
    lines = [f"tokenmgr report, {report['taken']}", ""]
    lines += [f"{name}: {version}" for name, version in report["versions"].items()]
    for title in ("tokens", "modules", "readers"):
        lines += ["", f"{title}: {len(report[title])}"]
        lines += [f"  {_line(each)}" for each in report[title]]
    lines += ["", f"reader service: {report['reader-service']}", "", "findings:"]
    for each in findings:
        lines.append(f"  [{each['state']}] {each['check']}  {_line(each['facts'])}".rstrip())
        lines += [f"      {proof}" for proof in each["evidence"]]
        lines += [f"      next: {each['next']}"] if each["next"] else []
    return "\n".join([*lines, ""])


def _line(row: Mapping[str, Any]) -> str:
    return "  ".join(f"{key}={_value(value)}" for key, value in row.items() if value not in ("", None, []))


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return ",".join(f"{key}:{each}" for key, each in value.items() if each is not None)
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value)
