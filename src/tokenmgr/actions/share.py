"""A certificate handed on: as text, or as a file that never takes another's place unasked."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.actions.files import as_pem, write_beside
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.model.certificate import CertificateFacts

FORMS = {"pem": ".pem", "der": ".cer"}
#: With the ending, well below the 255 octets that file systems take.
LONGEST_NAME = 120
#: What Windows, macOS or a shell would take for something else, and what `visible` writes for what cannot be seen.
UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f$`!\'&;~…]+')
#: Devices of Windows, with whatever ending.
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class Saved(NamedTuple):
    """What became of a file."""

    path: Path
    #: "written", "replaced", "same" (it was there already, to the byte), or "exists": nothing was done.
    outcome: str

    @property
    def done(self) -> bool:
        """The certificate is in the file now."""
        return self.outcome != "exists"


def pem_text(facts: CertificateFacts) -> str:
    """For the clipboard or a mail."""
    return as_pem(facts.der, "CERTIFICATE").decode()


def encoded(facts: CertificateFacts, form: str) -> bytes:
    """As "pem" or "der"."""
    return as_pem(facts.der, "CERTIFICATE") if form == "pem" else facts.der


def file_name(facts: CertificateFacts, form: str) -> str:
    """A name that tells whose it is, that every system takes, and that no certificate can use to point elsewhere."""
    name = unicodedata.normalize("NFC", visible(facts.name, LONGEST_NAME))
    name = re.sub(r"[\s_]+", " ", UNFIT.sub("_", name)).strip(" .-")
    name = _cut(name, LONGEST_NAME).strip(" .-")
    if not name or DEVICES.fullmatch(name):
        name = f"certificate {facts.sha256[:8]}"
    return name + FORMS[form]


def _cut(name: str, octets: int) -> str:
    return name.encode("utf-8", "ignore")[:octets].decode("utf-8", "ignore")


def save(facts: CertificateFacts, path: Path, form: str, *, replace: bool = False) -> Saved:
    """Write it; a file of that name stays as it is unless `replace`. FileUnreadable where it cannot be written."""
    return save_bytes(encoded(facts, form), path, replace=replace)


def save_bytes(data: bytes, path: Path, *, replace: bool = False) -> Saved:
    """Likewise, whatever it is."""
    if replace:
        there = path.exists()
        write_beside(path, data)
        return Saved(path, "replaced" if there else "written")
    try:
        _write_new(path, data)
    except FileExistsError:
        return Saved(path, "same" if _holds(path, data) else "exists")
    except (OSError, ValueError) as error:
        raise FileUnreadable(str(path), getattr(error, "strerror", "") or "unwritable") from error
    return Saved(path, "written")


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _write_new(path: Path, data: bytes) -> None:
    """Written beside and linked into place, which fails where something came there meanwhile."""
    fd, name = tempfile.mkstemp(dir=path.parent, prefix=".tokenmgr.")
    beside = Path(name)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _put(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink()


def _put(beside: Path, path: Path) -> None:
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        _copy(beside, path)


def _copy(beside: Path, path: Path) -> None:
    """A memory stick's file system knows no links. A full stick takes half of a file, which is worse than none."""
    path.open("xb").close()  # from here on it is ours
    try:
        path.write_bytes(beside.read_bytes())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
