"""One edit: does it stand, do it, take it back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

from tokenmgr.model.change import Edit, FileEdit, RegistryEdit, RightsEdit, Step
from tokenmgr.model.computer_errors import ChangedSince
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.system import registry, whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

RIGHTS = 0o7777


class Stepper(Protocol):
    """Whoever knows how a step is done, and undone."""

    def do(self, step: Step) -> None:
        """TokenError where it cannot be."""

    def undo(self, step: Step) -> None:
        """Back to how it was before."""

    def stands(self, step: Step) -> bool:
        """Whether it is as the step leaves it."""
        ...


Steppers = "Mapping[str, Callable[[], Stepper]]"


def do(edit: Edit, steppers: Mapping[str, Callable[[], Stepper]]) -> None:
    """ChangedSince where it is no longer as it was planned from; nothing is done then."""
    match edit:
        case Step():
            steppers[edit.name]().do(edit)
        case FileEdit(path, before, after, mode):
            _change_file(path, before, after, mode)
        case RightsEdit(path, was, becomes):
            _change_rights(path, was, becomes)
        case RegistryEdit(key, name, old, new):
            _change_registry(key, name, old, new)


def undo(edit: Edit, steppers: Mapping[str, Callable[[], Stepper]]) -> None:
    """The other way round."""
    match edit:
        case Step():
            steppers[edit.name]().undo(edit)
        case FileEdit(path, before, after, mode):
            do(FileEdit(path, after, before, mode), steppers)
        case RightsEdit(path, was, becomes):
            do(RightsEdit(path, becomes, was), steppers)
        case RegistryEdit(key, name, old, new):
            do(RegistryEdit(key, name, new, old), steppers)


def stands(edit: Edit, steppers: Mapping[str, Callable[[], Stepper]]) -> bool:
    """Whether it is done and still so."""
    match edit:
        case Step():
            return steppers[edit.name]().stands(edit)
        case FileEdit(path, _, after, _):
            return read(path) == after
        case RightsEdit(path, _, becomes):
            return path.exists() and _rights(path) == becomes
        case RegistryEdit(key, name, _, new):
            return registry.read(key, name) == new


def read(path: Path) -> bytes | None:
    """None where there is no such file; FileUnreadable where it cannot be told."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unusable(path, error) from None


def _change_file(path: Path, before: bytes | None, after: bytes | None, mode: int) -> None:
    found = read(path)
    if found == after:
        return
    if found != before:
        raise ChangedSince(str(path))
    try:
        if after is None:
            whole_file.remove(path)
            return
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        whole_file.replace(path, after, mode)
    except OSError as error:
        raise _unusable(path, error) from None


def _change_rights(path: Path, was: int, becomes: int) -> None:
    try:
        found = _rights(path)
        if found == becomes:
            return
        if found != was:
            raise ChangedSince(str(path))
        path.chmod(becomes)
    except FileNotFoundError:
        return  # what is gone has no rights to give back
    except OSError as error:
        raise _unusable(path, error) from None


def _rights(path: Path) -> int:
    return path.lstat().st_mode & RIGHTS


def _change_registry(key: str, name: str, before: str | None, after: str | None) -> None:
    found = registry.read(key, name)
    if found == after:
        return
    if found != before:
        raise ChangedSince(rf"{key}\{name}")
    try:
        registry.write(key, name, after)
    except OSError as error:
        raise FileUnreadable(rf"{key}\{name}", error.strerror or "unwritable") from None


def _unusable(path: Path, error: OSError) -> FileUnreadable:
    return FileUnreadable(str(path), error.strerror or sys.platform)
