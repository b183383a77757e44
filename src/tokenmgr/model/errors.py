"""Everything that can go wrong with a token, as facts; the words are made at the edge.

What goes wrong with the computer around it stands in computer_errors.py, with updates in update_errors.py.

TokenError
  PinError
    WrongPin(tries)          the token looked at the PIN and said no
    PinLocked(tries)         no try is left
    PinRefused(rule)         stopped before the token: no try used
    PinMustChange            the token wants a new PIN first
    PinNotSet                the token has no such PIN yet
    LastTry(tries)           stopped before the token until a person confirms the last try
  Unreachable
    TokenNotFound(wanted)    nothing plugged in answers to that name
    TokenAmbiguous(wanted)   more than one does
    TokenGone                it was pulled
    TokenSwapped             another one sits in its place
    TokenTwins               two that call themselves the same are here
    ModuleCrashed            the vendor's library died
    ModuleHung               it did not answer in time
    ModuleFault              it answered with an error of its own
    ModuleGarbled            it answered with something that cannot be
    ModuleSetAside           it failed too often in a row and waits for the user
    ModuleUnfit              wrong bitness, wrong CPU, not a library
    ModuleUntrusted          others could have written it, or nobody agreed to it
    ServiceDown(host)        a system service is not running
  Refused
    NotSupported(what)       this token cannot
    LoginNeeded              the token is closed, or was closed by another program
    TokenFull                no room left on the token
    TokenBusy                it waits for an administrator's response
    KeyMissing               no private key for that
    ObjectMissing            no such certificate or object
    MechanismRefused         the token does not sign or decrypt that way
    SelfTestFailed(step)     the token answered, and the answer does not check
    FileUnreadable(path)     a file the user named cannot be used
    LedgerUnwritable         the try could not be recorded, so it was not made
    ProfileBroken(file, key) an issuer's or module's data file is wrong
  Cancelled                  a person said no; never shown
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from tokenmgr.model.pin import PinKind, TriesLeft
    from tokenmgr.model.token import TokenId


class TokenError(Exception):
    """Root of the tree. `code` is stable; attributes are the facts."""

    code: ClassVar[str] = "token-error"
    #: True where the token certainly never saw a PIN; None where the error is not about a PIN.
    no_try_used: bool | None = None
    #: What was written before the error and could not be deleted again, by its names.
    left_on_token: tuple[str, ...] = ()
    #: The token was emptied before the error, and has no user PIN now.
    emptied: bool = False

    def facts(self) -> dict[str, object]:
        """The facts that may be shown; a PIN is never among them."""
        return {name: value for name, value in vars(self).items() if not name.startswith("_")}

    def __str__(self) -> str:
        return f"{self.code} {self.facts()}"


class PinError(TokenError):
    """About a PIN."""

    code = "pin-error"

    def __init__(self, token: TokenId | None, kind: PinKind) -> None:
        super().__init__()
        self.token = token
        self.kind = kind


class WrongPin(PinError):
    """The token looked at the PIN and said no."""

    code = "wrong-pin"

    def __init__(self, token: TokenId | None, kind: PinKind, tries: TriesLeft) -> None:
        super().__init__(token, kind)
        self.tries = tries


class PinLocked(PinError):
    """No try is left."""

    code = "pin-locked"

    def __init__(self, token: TokenId | None, kind: PinKind, tries: TriesLeft, *, sent: bool) -> None:
        super().__init__(token, kind)
        self.tries = tries
        self.no_try_used = not sent


class PinRefused(PinError):
    """Stopped before the token by a rule of ours or of the issuer: no try used."""

    code = "pin-refused"

    def __init__(
        self, token: TokenId | None, kind: PinKind, rule: str, limit: int | None = None, *, new: bool = False
    ) -> None:
        super().__init__(token, kind)
        self.rule = rule
        self.limit = limit
        self.new = new
        self.no_try_used = True


class PinMustChange(PinError):
    """The token does nothing else until the PIN is changed."""

    code = "pin-must-change"


class PinNotSet(PinError):
    """The token has no such PIN yet."""

    code = "pin-not-set"


class LastTry(PinError):
    """One try is left and nobody has confirmed that it may be spent."""

    code = "last-try"

    def __init__(self, token: TokenId | None, kind: PinKind, tries: TriesLeft) -> None:
        super().__init__(token, kind)
        self.tries = tries
        self.no_try_used = True


class Unreachable(TokenError):
    """The token, or the way to it, is not there."""

    code = "unreachable"


class TokenNotFound(Unreachable):
    """Nothing plugged in answers to that name."""

    code = "token-not-found"

    def __init__(self, wanted: str = "") -> None:
        super().__init__()
        self.wanted = wanted


class TokenAmbiguous(Unreachable):
    """More than one token answers to that name."""

    code = "token-ambiguous"

    def __init__(self, wanted: str, serials: tuple[str, ...]) -> None:
        super().__init__()
        self.wanted = wanted
        self.serials = serials


class TokenGone(Unreachable):
    """The token was pulled."""

    code = "token-gone"

    def __init__(self, token: TokenId | None = None) -> None:
        super().__init__()
        self.token = token


class TokenTwins(Unreachable):
    """Two tokens that call themselves the same are here, and nobody can tell which is meant."""

    code = "token-twins"

    def __init__(self, token: TokenId | None = None) -> None:
        super().__init__()
        self.token, self.no_try_used = token, True


class TokenSwapped(Unreachable):
    """Another token sits where the PIN was meant to go."""

    code = "token-swapped"

    def __init__(self, token: TokenId | None, found: TokenId | None) -> None:
        super().__init__()
        self.token = token
        self.found = found
        self.no_try_used = True


class ModuleError(Unreachable):
    """The vendor's library is what failed."""

    code = "module-error"

    def __init__(self, module: str, during: str = "") -> None:
        super().__init__()
        self.module = module
        self.during = during


class ModuleCrashed(ModuleError):
    """The library died."""

    code = "module-crashed"


class ModuleHung(ModuleError):
    """The library did not answer in time."""

    code = "module-hung"


class ModuleFault(ModuleError):
    """The library answered with an error of its own."""

    code = "module-fault"

    def __init__(self, module: str, during: str, reason: str) -> None:
        super().__init__(module, during)
        self.reason = reason


class ModuleGarbled(ModuleError):
    """The library answered with something that cannot be."""

    code = "module-garbled"


class ModuleSetAside(ModuleError):
    """The library failed too often in a row and is left alone until the user asks again."""

    code = "module-set-aside"


class ModuleUnfit(ModuleError):
    """The file is for another kind of machine, or no library at all."""

    code = "module-unfit"

    def __init__(self, module: str, reason: str, found: str = "", needed: str = "") -> None:
        super().__init__(module)
        self.reason = reason
        self.found = found
        self.needed = needed


class ModuleUntrusted(ModuleError):
    """Somebody else could have put the file there, or nobody agreed to load it."""

    code = "module-untrusted"

    def __init__(self, module: str, reason: str, where: str = "") -> None:
        super().__init__(module)
        self.reason = reason
        self.where = where


class ServiceDown(Unreachable):
    """A service the token needs is not running."""

    code = "service-down"

    def __init__(self, service: str) -> None:
        super().__init__()
        self.service = service


class Refused(TokenError):
    """The wish cannot be granted, and no harm is done."""

    code = "refused"


class NotSupported(Refused):
    """This token cannot."""

    code = "not-supported"

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what


class LoginNeeded(Refused):
    """The token is closed, perhaps by another program."""

    code = "login-needed"

    def __init__(self, token: TokenId | None = None) -> None:
        super().__init__()
        self.token = token


class TokenFull(Refused):
    """There is no room left on the token."""

    code = "token-full"

    def __init__(self, token: TokenId | None = None) -> None:
        super().__init__()
        self.token = token


class TokenBusy(Refused):
    """The token waits for an administrator's response; anything else would break it."""

    code = "token-busy"

    def __init__(self, token: TokenId | None = None) -> None:
        super().__init__()
        self.token = token


class KeyMissing(Refused):
    """There is no private key for that."""

    code = "key-missing"

    def __init__(self, wanted: str = "") -> None:
        super().__init__()
        self.wanted = wanted


class ObjectMissing(Refused):
    """There is no such certificate or object."""

    code = "object-missing"

    def __init__(self, wanted: str = "") -> None:
        super().__init__()
        self.wanted = wanted


class MechanismRefused(Refused):
    """The token does not work that way with this key."""

    code = "mechanism-refused"

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what


class SelfTestFailed(Refused):
    """The token answered, and the answer does not check."""

    code = "self-test-failed"

    def __init__(self, step: str) -> None:
        super().__init__()
        self.step = step


class FileUnreadable(Refused):
    """A file that the user named cannot be used."""

    code = "file-unreadable"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__()
        self.path = path
        self.reason = reason


class LedgerUnwritable(Refused):
    """The try could not be recorded, so it was not made."""

    code = "ledger-unwritable"

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason
        self.no_try_used = True


class ProfileBroken(Refused):
    """A data file about issuers or modules is wrong; the file and the key are named."""

    code = "profile-broken"

    def __init__(self, path: str, key: str, reason: str) -> None:
        super().__init__()
        self.path = path
        self.key = key
        self.reason = reason


class Cancelled(TokenError):
    """A person said no. Never shown."""

    code = "cancelled"
