"""One edit: does it stand, do it, take it back."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from tokenmgr.model.change import Edit, FileEdit, RegistryEdit, RightsEdit, Step
from tokenmgr.model.computer_errors import ChangedSince
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.system import registry, whole_file
from tokenmgr.system.private_folder import private_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
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


def do(edit: Edit, steppers: Mapping[str, Callable[[], Stepper]]) -> None:
    """ChangedSince where it is no longer as it was planned from; nothing is done then."""
    match edit:
        case Step():
            steppers[edit.name]().do(edit)
        case FileEdit():
            _change_file(edit)
        case RightsEdit(path, was, becomes):
            _change_rights(path, was, becomes)
        case RegistryEdit(key, name, old, new):
            _change_registry(key, name, old, new)


def undo(edit: Edit, steppers: Mapping[str, Callable[[], Stepper]]) -> None:
    """The other way round."""
    match edit:
        case Step():
            steppers[edit.name]().undo(edit)
        case FileEdit(_, before, after):
            do(edit._replace(before=after, after=before), steppers)
        case RightsEdit(path, was, becomes):
            do(RightsEdit(path, becomes, was), steppers)
        case RegistryEdit(key, name, old, new):
            do(RegistryEdit(key, name, new, old), steppers)


def check_back(edit: Edit) -> None:
    """ChangedSince where something else has changed it, so that it could not be undone; nothing is done either way."""
    match edit:
        case FileEdit(path, before, after):
            _check_ours(read(path), (before, after), str(path))
        case RightsEdit(path, was, becomes):
            with _opened(path, (was, becomes)):
                pass
        case RegistryEdit(key, name, old, new):
            _check_ours(registry.read(key, name), (old, new), rf"{key}\{name}")
        case Step():
            pass  # whether the system lets us is known only by trying


def stands(edit: Edit, steppers: Mapping[str, Callable[[], Stepper]]) -> bool:
    """Whether it is done and still so."""
    match edit:
        case Step():
            return steppers[edit.name]().stands(edit)
        case FileEdit(path, _, after):
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


def _change_file(edit: FileEdit) -> None:
    path, after = edit.path, edit.after
    found = read(path)
    _check_ours(found, (edit.before, after), str(path))
    if found == after:
        return
    try:
        if after is None:
            whole_file.remove(path)
            return
        private_folder(path.parent, edit.folder_mode)
        whole_file.replace(path, after, edit.mode)
    except OSError as error:
        raise _unusable(path, error) from None


def _check_ours(found: object, either: tuple[object, object], where: str) -> None:
    """As it was before the edit, or as it is after it: whichever way it is to go, nobody else's work is lost."""
    if found not in either:
        raise ChangedSince(where)


def _change_rights(path: Path, was: int, becomes: int) -> None:
    with _opened(path, (was, becomes)) as handle:
        if handle is not None:
            _give_rights(handle, path, becomes)


@contextmanager
def _opened(path: Path, either: tuple[int, int]) -> Iterator[int | None]:
    """The very file that was looked at: a link that was put in its place is not followed. What is gone has no rights
    to give back, and is None.
    """
    handle = None
    try:
        handle = _handle(path)
        if handle is not None:
            _check_ours(os.fstat(handle).st_mode & RIGHTS, either, str(path))
        yield handle
    except OSError as error:
        raise _unusable(path, error) from None
    finally:
        if handle is not None:
            os.close(handle)


def _handle(path: Path) -> int | None:
    try:
        return os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return None


def _give_rights(handle: int, path: Path, rights: int) -> None:
    if sys.platform == "win32":
        path.chmod(rights)  # handles have none to give there
    else:
        os.fchmod(handle, rights)


def _rights(path: Path) -> int:
    return path.lstat().st_mode & RIGHTS


def _change_registry(key: str, name: str, before: str | None, after: str | None) -> None:
    found = registry.read(key, name)
    _check_ours(found, (before, after), rf"{key}\{name}")
    if found == after:
        return
    try:
        registry.write(key, name, after)
    except OSError as error:
        raise FileUnreadable(rf"{key}\{name}", error.strerror or "unwritable") from None


def _unusable(path: Path, error: OSError) -> FileUnreadable:
    return FileUnreadable(str(path), error.strerror or sys.platform)
