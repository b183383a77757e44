"""Everything this program knows of its user, in one file to take along: a zip of texts that any program reads."""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tokenmgr.actions.keepings import files_of
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.model.pin import PinKind
from tokenmgr.session.transcript import as_json

if TYPE_CHECKING:
    from typing import IO

    from tokenmgr.places import Places
    from tokenmgr.session.desk import Desk

#: Kinds whose files go in as they are. Practice tokens are no data of anybody.
AS_THEY_ARE = ("settings", "aliases", "known", "modules", "notices", "log", "issuers", "updates", "changes")


def save_my_data(desk: Desk, where: Places, path: Path, read_me: str) -> int:
    """How many files went in. FileUnreadable where it cannot be written."""
    try:
        fd, name = tempfile.mkstemp(dir=path.parent, prefix=".tokenmgr.")  # mode 0600: nobody else's to read
        try:
            with os.fdopen(fd, "wb") as file:
                count = _pack(file, desk, where, read_me)
            Path(name).replace(path)
        finally:
            with suppress(FileNotFoundError):
                Path(name).unlink()
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or type(error).__name__) from None
    return count


def _pack(file: IO[bytes], desk: Desk, where: Places, read_me: str) -> int:
    # A stick or a clock that was reset dates files before 1980, which a zip has no number for.
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
        archive.writestr("README.txt", read_me)
        archive.writestr("history.json", as_json(desk.history().every()[::-1]))
        archive.writestr("tries.json", json.dumps(_tries(desk), ensure_ascii=False, indent=1))
        _add_files(archive, where)
        return len(archive.namelist())


def _add_files(archive: zipfile.ZipFile, where: Places) -> None:
    files = files_of(where)
    for key in AS_THEY_ARE:
        for path in files[key]:
            inside = sorted(path.rglob("*")) if path.is_dir() else [path]
            for each in inside:
                if each.is_file() and not each.is_symlink():
                    archive.write(each, str(each.relative_to(where.home)))


def _tries(desk: Desk) -> list[dict[str, Any]]:
    """The ledger's lines for each token that is known."""
    tokens = {each.id: None for each in desk.known().tokens} | {each.token.id: None for each in desk.inventory.sessions}
    return [
        {
            "token": [token.manufacturer, token.model, token.serial],
            "pin": kind.value,
            "lines": [{"at": event.at, "what": event.what, "tries": event.tries} for event in events],
        }
        for token in tokens
        for kind in PinKind
        if (events := desk.ledger.events(token, kind))
    ]
