"""How the module behind a provider has been doing, for those providers that have one."""

from __future__ import annotations

TYPE_CHECKING = False  # typing costs 5 ms, and this is read at every start
if TYPE_CHECKING:
    from typing import Protocol

    from tokenmgr.model.last_fault import LastFault
    from tokenmgr.providers.base import KeyProvider

    #: Rooms above do not know providers, only that a session has one.
    Provider = KeyProvider

    class ModuleHealth(Protocol):
        """What is counted since the program started."""

        @property
        def load_seconds(self) -> float | None: ...
        @property
        def crashes(self) -> int: ...
        @property
        def hangs(self) -> int: ...
        @property
        def last_fault(self) -> LastFault | None: ...
        @property
        def version(self) -> str: ...
        @property
        def set_aside(self) -> bool: ...


def health_of(provider: KeyProvider) -> ModuleHealth | None:
    """None where no module is behind it."""
    found: ModuleHealth | None = getattr(provider, "health", None)
    return found


def module_of(provider: KeyProvider) -> str:
    """The module's path, empty where there is none."""
    return str(getattr(provider, "module", ""))
