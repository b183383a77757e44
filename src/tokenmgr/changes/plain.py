"""A change as JSON and back. What cannot be read is a ValueError: nothing is undone on a guess."""

from __future__ import annotations

import base64
from datetime import datetime
from pathlib import Path
from typing import Any

from tokenmgr.model.change import Change, Edit, FileEdit, RegistryEdit, RightsEdit, Step

VERSION = 1


def packed(change: Change) -> dict[str, Any]:
    """Everything that going back needs."""
    return {
        "version": VERSION,
        "id": change.id,
        "kind": change.kind,
        "at": change.at.isoformat(),
        "what": dict(change.what),
        "edits": [_packed(edit) for edit in change.edits],
        "state": change.state,
        "undone_at": change.undone_at.isoformat() if change.undone_at else None,
    }


def _packed(edit: Edit) -> dict[str, Any]:
    match edit:
        case FileEdit(path, before, after, mode, folder):
            texts = {"before": _text(before), "after": _text(after)}
            return {"file": str(path), **texts, "mode": mode, "folder_mode": folder}
        case RightsEdit(path, was, becomes):
            return {"rights": str(path), "before": was, "after": becomes}
        case RegistryEdit(key, name, old, new):
            return {"registry": key, "name": name, "before": old, "after": new}
        case Step(name, about, state):
            return {"step": name, "about": about, "before": state}


def _text(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def unpacked(held: object) -> Change:
    """ValueError where it is not what `packed` made."""
    match held:
        case {
            "version": 1, "id": str(id_), "kind": str(kind), "at": str(at), "what": dict(what), "edits": list(edits),
            "state": "begun" | "done" | "undone" as state, "undone_at": None | str() as undone,
        }:  # fmt: skip
            facts = tuple((str(name), str(value)) for name, value in what.items())
            moment = datetime.fromisoformat(undone) if undone else None
            made = tuple(_unpacked(edit) for edit in edits)
            return Change(id_, kind, datetime.fromisoformat(at), facts, made, state, moment)
    raise ValueError("not a change")


def _unpacked(held: object) -> Edit:
    match held:
        case {
            "file": str(path), "before": None | str() as before, "after": None | str() as after, "mode": int(mode),
            "folder_mode": int(folder),
        }:  # fmt: skip
            return FileEdit(_place(path), _bytes(before), _bytes(after), mode, folder)
        case {"rights": str(path), "before": int(was), "after": int(becomes)}:
            return RightsEdit(_place(path), was, becomes)
        case {"registry": str(key), "name": str(name), "before": None | str() as old, "after": None | str() as new}:
            return RegistryEdit(key, name, old, new)
        case {"step": str(name), "about": str(about), "before": str(state)}:
            return Step(name, about, state)
    raise ValueError("not an edit")


def _place(path: str) -> Path:
    if not Path(path).is_absolute():
        raise ValueError("not a whole path")
    return Path(path)


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)
