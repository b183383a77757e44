"""What is written down comes back the same, and what was tampered with does not come back at all."""

from __future__ import annotations

import copy
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tokenmgr.changes.plain import packed, unpacked
from tokenmgr.model.change import Change, FileEdit, RegistryEdit, RightsEdit, Step

AT = datetime(2026, 11, 30, 18, 0, tzinfo=UTC)
CHANGE = Change(
    "3",
    "browser",
    AT,
    (("browser", "Firefox"), ("name", "e-Cert Token")),
    (
        FileEdit(Path("/srv/me/pkcs11.txt"), b"\0\xff", None, 0o640),
        FileEdit(Path("/a"), None, b"", 0o644),
        RightsEdit(Path("/b"), 0o666, 0o600),
        RegistryEdit(r"Software\x", "tokenmgr", None, "run"),
        Step("reader-service", "pcscd", "enabled"),
    ),
    "done",
)


@pytest.mark.parametrize("change", [CHANGE, CHANGE._replace(state="undone", undone_at=AT), CHANGE._replace(edits=())])
def test_there_and_back(change: Change) -> None:
    assert unpacked(json.loads(json.dumps(packed(change)))) == change


def spoilt() -> list[dict[str, Any]]:
    whole = packed(CHANGE)
    made = [{name: value for name, value in whole.items() if name != key} for key in whole]
    odd: tuple[tuple[str, Any], ...] = (
        ("version", 2),
        ("state", "odd"),
        ("at", "yesterday"),
        ("edits", [{"do": "rm"}]),
        ("id", 3),
    )
    made += [whole | {key: value} for key, value in odd]
    spoils: tuple[tuple[int, str, Any], ...] = (
        (0, "file", "relative"),
        (0, "before", "no base64!"),
        (2, "after", "0600"),
        (3, "after", 3),
        (4, "about", None),
    )
    for place, key, value in spoils:
        changed: dict[str, Any] = copy.deepcopy(whole)
        changed["edits"][place][key] = value
        made.append(changed)
    return made


@pytest.mark.parametrize("held", [None, [], "x", *spoilt()])
def test_anything_else_is_refused(held: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong with it
        unpacked(held)
