"""Browsers: do they know the module of the token whose issuer wants them to?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.actions.browsers import look
from tokenmgr.actions.checks.finding import Finding
from tokenmgr.browsers.ways import Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tokenmgr.actions.browsers import Offer, Row
    from tokenmgr.browsers.kinds import BrowserProfile
    from tokenmgr.browsers.module_list import Entry
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.module import ModuleStatus

Facts = tuple[tuple[str, str | int], ...]


def check_browsers(
    profiles: Iterable[BrowserProfile], modules: Iterable[ModuleStatus], issuers: Iterable[Profile]
) -> Iterator[Finding]:
    """Only those profiles that open by themselves, and only modules for which an issuer says the name."""
    rows = [row for row in look(profiles, modules, issuers) if row.profile.usual and not row.fault]
    for row in rows:
        yield from map(lambda entry, row=row: _listed(row, entry), row.registered)  # type: ignore[misc]
        yield from (_wanted(row, offer) for offer in row.offers if offer.issuer)
    if not rows:
        yield Finding("browsers", "skipped", (("reason", "no-browser"),))


def _facts(row: Row, name: str) -> Facts:
    return ("browser", row.profile.title), ("profile", row.profile.name), ("name", name)


def _listed(row: Row, entry: Entry) -> Finding:
    """What it loads already. A bare name is looked for in folders that the system knows, so it may well be there."""
    facts, evidence = _facts(row, entry.name), (str(row.profile.list_file), entry.library)
    library = Path(entry.library)
    if not library.is_absolute() or library.exists():
        return Finding("browsers", "ok", facts, evidence)
    return Finding("browsers", "warn", (*facts, ("reason", "gone")), evidence, "install-module")


def _wanted(row: Row, offer: Offer) -> Finding:
    """What it could load."""
    facts, evidence = _facts(row, offer.name), (str(row.profile.list_file), offer.library)
    if row.way is not Way.DIRECT:
        return Finding("browsers", "warn", (*facts, ("reason", "sandboxed")), evidence, "use-other-browser")
    if row.running:
        return Finding("browsers", "warn", facts, evidence, "close-browser")
    return Finding("browsers", "warn", facts, evidence, "register-in-browser", f"browser:{row.profile.id}")
