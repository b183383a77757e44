"""The stable JSON of tokens, certificates and errors. Documented in docs/json.md; keys are only ever added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tokenmgr.model.token import TokenId

if TYPE_CHECKING:
    from datetime import datetime

    from tokenmgr.actions.checks.finding import Finding
    from tokenmgr.actions.overview import Overview
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.change import Change
    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.module import ModuleStatus
    from tokenmgr.model.pin import TriesLeft


def tries(left: TriesLeft) -> dict[str, Any]:
    """What is known of the tries."""
    return {
        "at_most": left.at_most,
        "certainty": left.certainty.value,
        "limit": left.limit,
        "why": left.why.value,
    }


def token(seen: Overview, alias: str, minutes: int = 0) -> dict[str, Any]:
    """A token."""
    found = seen.token
    return {
        "serial": found.id.serial,
        "label": found.label,
        "alias": alias,
        "manufacturer": found.id.manufacturer,
        "model": found.id.model,
        "provider": found.provider,
        "module": found.module,
        "reader": found.reader,
        "profile": seen.profile.id if seen.profile else None,
        "practice": found.practice,
        "state": seen.state.value,
        "flags": sorted(flag.value for flag in found.flags),
        "abilities": sorted(ability.value for ability in found.abilities),
        "tries": tries(seen.tries),
        "must_change": seen.reading.must_change,
        "unlocked_minutes": minutes,
        "pin_min": found.pin_min,
        "pin_max": found.pin_max,
        "hardware": found.hardware,
        "firmware": found.firmware,
        "fault": None if seen.fault is None else seen.fault.code,
    }


def moment(when: datetime | None) -> str | None:
    """A time as ISO 8601 in UTC."""
    return None if when is None else when.isoformat().replace("+00:00", "Z")


def certificate(found: Certificate, now: datetime | None = None) -> dict[str, Any]:
    """A certificate."""
    facts = found.facts
    return {
        "token": found.token.serial,
        "id": found.id.hex(),
        "label": found.label,
        "subject": facts.subject,
        "issuer": facts.issuer,
        "serial": facts.serial,
        "not_before": moment(facts.not_before),
        "not_after": moment(facts.not_after),
        "days_left": found.days_left(now),
        "usage": facts.usage.value,
        "key": facts.key,
        "sha256": facts.sha256,
        "has_private_key": found.has_private_key,
        "ca": facts.is_ca,
        "unread": list(facts.unread),
    }


def module(status: ModuleStatus) -> dict[str, Any]:
    """A module."""
    return {
        "path": status.path,
        "vendor": status.vendor,
        "name": status.name,
        "origin": status.origin,
        "state": status.state.value,
        "reason": status.reason,
        "description": status.description,
        "version": status.version,
        "tokens": status.tokens,
        "load_ms": None if status.load_ms is None else round(status.load_ms, 1),
        "crashes": status.crashes,
        "hangs": status.hangs,
        "last_error": str(status.last_fault or ""),
    }


def finding(found: Finding, title: str, text: str, step: str) -> dict[str, Any]:
    """What the doctor found, in codes and in words."""
    return {
        "check": found.check,
        "state": found.state,
        "facts": dict(found.facts),
        "evidence": list(found.evidence),
        "next_step": found.next_step,
        "repair": found.repair,
        "title": title,
        "text": text,
        "advice": step,
    }


def change(made: Change) -> dict[str, Any]:
    """What this program did to the computer."""
    return {
        "number": made.id,
        "kind": made.kind,
        "at": moment(made.at),
        "about": dict(made.what),
        "state": made.state,
        "undone_at": moment(made.undone_at),
    }


def error(failed: TokenError) -> dict[str, Any]:
    """An error: its code and its facts."""
    return {"code": failed.code, **{name: _plain(value) for name, value in failed.facts().items()}}


def _plain(value: object) -> Any:
    from tokenmgr.model.pin import PinKind, TriesLeft

    if isinstance(value, TriesLeft):
        return tries(value)
    if isinstance(value, TokenId):
        return value.serial
    if isinstance(value, PinKind):
        return value.value
    return list(value) if isinstance(value, tuple) else value
