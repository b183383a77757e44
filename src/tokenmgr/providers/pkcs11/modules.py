"""The modules of this computer: which may be loaded, which are, and the user's say in it."""

from __future__ import annotations

from typing import NamedTuple

from tokenmgr.model.errors import ModuleError, ModuleUnfit, ModuleUntrusted, TokenBusy, TokenError
from tokenmgr.providers.pkcs11.host import Host
from tokenmgr.providers.pkcs11.launch import child_command
from tokenmgr.providers.pkcs11.trust import may_load

TYPE_CHECKING = False  # typing costs 5 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from tokenmgr.model.module import ModuleState, ModuleStatus
    from tokenmgr.providers.pkcs11.consent import Consents
    from tokenmgr.providers.pkcs11.discover import FoundModule
    from tokenmgr.providers.pkcs11.provider import Pkcs11Provider
    from tokenmgr.providers.pkcs11.spares import Spares
    from tokenmgr.providers.pkcs11.trust import Cleared, Origin


class NamedByUser:
    """Naming a module on the command line is agreeing to it, for this one run; it must be safe and fit all the same."""

    def check(self, _path: str) -> None:
        """Agreed."""

    def is_disabled(self, _path: str) -> bool:
        """It was just asked for."""
        return False


class Module(NamedTuple):
    """A library that was found, and the provider over it where it may be loaded."""

    path: str
    origin: Origin
    vendor: str
    name: str
    provider: Pkcs11Provider | None
    refusal: ModuleError | None


class Modules:
    """Everything the module list of a screen can do."""

    def __init__(
        self,
        found: Callable[[], Sequence[FoundModule]],
        consents: Callable[[], Consents],
        language: Callable[[], str],
        held: Callable[[], Container[str]] = tuple,
        spares: Spares | None = None,
    ) -> None:
        self._found = found
        self._consents = consents
        self._language = language
        #: Modules that must not be loaded now: behind them a token waits for an administrator's response.
        self._held = held
        self._spares = spares
        self._modules: list[Module] | None = None
        #: The list is made anew when the user changes it; who is at work stays the same.
        self._kept: dict[Cleared, Pkcs11Provider] = {}

    @property
    def modules(self) -> list[Module]:
        """What was found, looked for once."""
        if self._modules is None:
            self._modules = [self._admitted(found) for found in self._found()]
        return self._modules

    def look_again(self) -> None:
        """What stood in the way of a module may be gone; who is at work stays the same."""
        self._modules = None

    @property
    def providers(self) -> list[Pkcs11Provider]:
        """Those that may be loaded."""
        return [module.provider for module in self.modules if module.provider is not None]

    def _admitted(self, found: FoundModule) -> Module:
        name = found.name.get(self._language()) or found.name.get("en") or ""
        about = (found.path, found.origin, found.vendor, name)
        try:
            cleared = may_load(found.listed, found.origin, self._consents())
        except ModuleError as error:
            return Module(*about, None, error)
        if cleared not in self._kept:
            self._kept[cleared] = self._provider(cleared)
        return Module(*about, self._kept[cleared], None)

    def _provider(self, cleared: Cleared) -> Pkcs11Provider:
        """The module starts to load at once where it is about to be asked: all of them side by side, and beside us."""
        spares = None if cleared.narrow else self._spares  # those that wait are of our own width
        host = Host(cleared.path, child_command(narrow=cleared.narrow), fingerprint=cleared.fingerprint, spares=spares)
        if self._spares is not None and self._spares.wanted and cleared.path not in self._held():
            host.start()
        from tokenmgr.providers.pkcs11.provider import Pkcs11Provider  # 3 ms that the module need not wait for

        return Pkcs11Provider(host)

    def named(self, path: str) -> Pkcs11Provider:
        """A provider over a module named for this run. ModuleUnfit or ModuleUntrusted where it must not be loaded."""
        return self._provider(may_load(path, "user", NamedByUser()))

    def status(self) -> list[ModuleStatus]:
        """Every module, asked how it is."""
        return [self._status(module) for module in self.modules]

    def _status(self, module: Module) -> ModuleStatus:
        from tokenmgr.model.module import ModuleState, ModuleStatus

        about = (module.path, module.vendor, module.name, module.origin)
        if module.provider is None:
            return ModuleStatus(*about, _state_of(module.refusal), _reason(module.refusal))
        if module.provider.module in self._held():
            return ModuleStatus(*about, ModuleState.READY, TokenBusy.code)
        return checked(module.provider, about)

    def test(self, path: str) -> ModuleStatus:
        """Load a module and see whether it answers."""
        provider = self.named(path)
        if provider.module in self._held():
            raise TokenBusy
        try:
            return checked(provider, (path, "", "", "user"))
        finally:
            provider.close()

    def add(self, path: str) -> str:
        """Agree to a module as it is now, after seeing that it is safe and fits; its real path."""
        may_load(path, "user", NamedByUser())
        self._modules = None
        return self._consents().add(path).path

    def remove(self, path: str) -> bool:
        """Take the agreement back; whether there was one."""
        self._modules = None
        return self._consents().remove(path)

    def disable(self, path: str) -> None:
        """Leave a module alone, wherever it is listed."""
        self._modules = None
        self._consents().disable(path)

    def enable(self, path: str) -> None:
        """Undo `disable`."""
        self._modules = None
        self._consents().enable(path)

    def look(self, path: str) -> str:
        """The real path of a library that is safe and fits; nothing of it is loaded. Raises what is wrong with it."""
        return may_load(path, "user", NamedByUser()).path

    def restart(self, path: str) -> None:
        """The user asks again: a module that was set aside is used again."""
        provider = self.provider(path)
        if provider is not None:
            provider.host.restart()

    def provider(self, path: str) -> Pkcs11Provider | None:
        """The tokens behind a module, named as it was found or by its real path; None where it may not be loaded."""
        every = [(module.path, module.provider) for module in self.modules if module.provider is not None]
        return next((provider for found, provider in every if path in {found, provider.module}), None)


def checked(provider: Pkcs11Provider, about: tuple[str, str, str, str]) -> ModuleStatus:
    """Ask a module for its tokens and see how it takes it."""
    from tokenmgr.model.module import ModuleState, ModuleStatus

    state, reason, count = ModuleState.READY, "", None
    try:
        count = len(provider.tokens())
    except TokenError as error:
        state, reason = ModuleState.FAILED, _reason(error)
    health = provider.health
    return ModuleStatus(
        *about,
        ModuleState.SET_ASIDE if health.set_aside else state,
        reason,
        health.description,
        health.version,
        count,
        None if health.load_seconds is None else health.load_seconds * 1000,
        health.crashes,
        health.hangs,
        health.last_fault,
    )


def _state_of(refusal: ModuleError | None) -> ModuleState:
    from tokenmgr.model.module import ModuleState

    if isinstance(refusal, ModuleUnfit):
        return ModuleState.UNFIT
    if isinstance(refusal, ModuleUntrusted):
        by_reason = {"no-consent": ModuleState.NEEDS_CONSENT, "disabled": ModuleState.DISABLED}
        return by_reason.get(refusal.reason, ModuleState.UNTRUSTED)
    return ModuleState.FAILED


def _reason(error: TokenError | None) -> str:
    return "" if error is None else str(error.facts().get("reason") or error.code)
