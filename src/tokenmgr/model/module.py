"""A vendor's library as a person sees it in a list."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

TYPE_CHECKING = False  # typing costs 5 ms, and this is read at every start
if TYPE_CHECKING:
    from tokenmgr.model.last_fault import LastFault


class ModuleState(Enum):
    """How it stands with a module."""

    READY = "ready"
    DISABLED = "disabled"
    #: Found, but not from a listed place, and nobody agreed to it.
    NEEDS_CONSENT = "needs-consent"
    UNFIT = "unfit"
    UNTRUSTED = "untrusted"
    FAILED = "failed"
    SET_ASIDE = "set-aside"


class ModuleStatus(NamedTuple):
    """One module: what it is, where it comes from, how it has been doing."""

    path: str
    vendor: str
    name: str
    origin: str
    state: ModuleState
    #: Code of the reason where it is not ready.
    reason: str = ""
    description: str = ""
    version: str = ""
    tokens: int | None = None
    load_ms: float | None = None
    crashes: int = 0
    hangs: int = 0
    last_fault: LastFault | None = None
