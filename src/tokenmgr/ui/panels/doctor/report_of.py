"""The redacted report of what the doctor found, put together in a working thread."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr import __version__
from tokenmgr.actions.doctor import tokens_of
from tokenmgr.actions.report import Situation, as_text, contents
from tokenmgr.model.errors import FileUnreadable
from tokenmgr.system.reader_look import look_at_readers
from tokenmgr.system.versions import versions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.actions.checks.finding import Finding
    from tokenmgr.actions.glance import Glance
    from tokenmgr.session.desk import Desk


def report_text(desk: Desk, glance: Glance, findings: Sequence[Finding]) -> str:
    """As a hotline reads it; who somebody is does not stand in it."""
    known = {each.id: each.overview.tries for each in glance.tokens}
    situation = Situation(
        versions=versions(__version__),
        modules=desk.modules.status(),
        readers=look_at_readers(),
        findings=findings,
        tokens=[(token, known.get(token.id)) for token in tokens_of(desk.inventory.providers)],
        user_home=Path.home(),
        user_name=_user(),
        private=_private(glance),
    )
    return as_text(contents(situation))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a number that no account has
        return ""


def _private(glance: Glance) -> list[str]:
    """What names somebody: aliases, and the names in certificates."""
    here = [name for token in glance.tokens for name in (token.name, token.alias)]
    gone = [name for token in glance.absent for name in (token.name, token.alias)]
    return [*here, *gone, *(certificate.facts.name or "" for certificate in glance.certificates)]


def save(text: str, path: Path) -> None:
    """FileUnreadable where that fails."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or type(error).__name__) from None
