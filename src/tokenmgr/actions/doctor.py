"""The doctor: check after check, each with its own time limit, and an end at any moment. Nothing is changed."""

from __future__ import annotations

import queue
import sys
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from tokenmgr.actions.browsers import here as browsers_here
from tokenmgr.actions.checks.blockers import check_security, check_services, read_blockers
from tokenmgr.actions.checks.browsers import check_browsers
from tokenmgr.actions.checks.clock import check_clock, check_time_service
from tokenmgr.actions.checks.finding import Finding
from tokenmgr.actions.checks.home import check_keyring, check_rights, check_room, keyring_name
from tokenmgr.actions.checks.modules import check_duplicates, check_modules, check_shared_tokens
from tokenmgr.actions.checks.program import check_autostart, check_crashes
from tokenmgr.actions.checks.readers import check_readers, check_service, check_taken
from tokenmgr.actions.checks.usb import check_usb, read_table
from tokenmgr.model.errors import TokenError
from tokenmgr.system.clock import is_set
from tokenmgr.system.processes import running
from tokenmgr.system.reader_look import look_at_readers
from tokenmgr.system.usb_devices import plugged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tokenmgr.browsers.kinds import BrowserProfile
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.module import ModuleStatus
    from tokenmgr.model.token import Token
    from tokenmgr.session.desk import Desk
    from tokenmgr.system.reader_look import ReaderLook
    from tokenmgr.system.usb_devices import UsbDevice

T = TypeVar("T")
#: Vendors' modules are slow to wake; what is read from files is not.
SLOW_SECONDS, SECONDS = 40.0, 5.0


class HasTokens(Protocol):
    """What the doctor needs of a provider."""

    def tokens(self) -> Sequence[Token]:
        """Who is here now."""
        ...


def _now() -> datetime:
    return datetime.now(UTC)


class Surroundings(NamedTuple):
    """What the doctor may look at, each behind a call that is made only when its check comes."""

    modules: Callable[[], Sequence[ModuleStatus]]
    #: Every token as each module shows it: one that two modules show is there twice.
    tokens: Callable[[], Sequence[Token]]
    #: When the certificates that are known began.
    begun: Callable[[], Iterable[datetime]]
    built: datetime
    home: Path
    resources: Path
    readers: Callable[[], ReaderLook] = look_at_readers
    devices: Callable[[], Sequence[UsbDevice]] = plugged
    keyring: Callable[[], str] = keyring_name
    now: Callable[[], datetime] = _now
    #: Whether the network has set the clock.
    clock_is_set: Callable[[], bool] = is_set
    root: Path = Path("/")
    linux: bool = sys.platform == "linux"
    #: After a repair: what is known of modules by heart is looked up anew.
    look_again: Callable[[], object] = tuple
    processes: Callable[[], set[str]] = running
    browsers: Callable[[], Sequence[BrowserProfile]] = browsers_here
    issuers: Callable[[], Sequence[Profile]] = tuple


def around(desk: Desk, home: Path, resources: Path, begun: Callable[[], Iterable[datetime]]) -> Surroundings:
    """This computer, as a desk knows it."""
    return Surroundings(
        modules=desk.modules.status,
        tokens=lambda: tokens_of(desk.inventory.providers),
        begun=begun,
        built=program_date(),
        home=home,
        resources=resources,
        look_again=desk.modules.look_again,
        issuers=lambda: desk.profiles.profiles,
    )


def tokens_of(providers: Iterable[HasTokens]) -> list[Token]:
    """Every token as each provider shows it; one that does not answer is told of among the modules."""
    found: list[Token] = []
    for provider in providers:
        with suppress(TokenError):
            found.extend(provider.tokens())
    return found


def program_date() -> datetime:
    """When this program came to this computer, or was built: the clock has been later than that ever since."""
    # A bundle has no file for each module; its own file serves as well.
    place = next(path for path in (Path(__file__), Path(sys.executable)) if path.exists())
    return datetime.fromtimestamp(place.stat().st_mtime, UTC)


class Check(NamedTuple):
    """One look, and how long it may take."""

    name: str
    look: Callable[[], Iterable[Finding]]
    seconds: float = SECONDS


def checks(around: Surroundings) -> tuple[Check, ...]:
    """In the order in which a token's way leads through the computer."""
    modules = _Once(around.modules)
    readers = _Once(around.readers)
    blockers = _Once(lambda: read_blockers(around.resources / "blockers.toml"))
    known = _Once(lambda: read_table(around.resources / "usb.toml"))
    return (
        Check("modules", lambda: check_modules(modules()), SLOW_SECONDS),
        Check("module-duplicates", lambda: check_duplicates(modules()), SLOW_SECONDS),
        Check("reader-service", lambda: check_service(readers(), around.root, linux=around.linux)),
        Check("readers", lambda: check_readers(readers(), around.root, linux=around.linux)),
        Check("reader-taken", lambda: check_taken(readers(), around.root)),
        Check("usb-token", lambda: check_usb(around.devices(), known(), modules()), SLOW_SECONDS),
        Check("token-shared", lambda: check_shared_tokens(around.tokens()), SLOW_SECONDS),
        Check("security-software", lambda: check_security(blockers().products, around.processes(), modules())),
        Check("vendor-service", lambda: check_services(blockers().services, modules())),
        Check(
            "clock",
            lambda: check_clock(around.now(), around.built, around.begun(), is_set=around.clock_is_set()),
        ),
        Check("clock-service", lambda: check_time_service(around.root)),
        Check("keyring", lambda: check_keyring(around.keyring)),
        Check("disk-space", lambda: check_room(around.home)),
        Check("own-files", lambda: check_rights(around.home)),
        Check("autostart", check_autostart),
        Check("browsers", lambda: check_browsers(around.browsers(), modules(), around.issuers()), SLOW_SECONDS),
        Check("crashes", lambda: check_crashes(around.home)),
    )


#: Findings that bear another name than the check that makes them.
MADE_BY = {"module": "modules", "usb-access": "usb-token", "usb-sleep": "usb-token"}


def check_of(finding: Finding, around: Surroundings) -> Check:
    """The check that made a finding, to look again."""
    name = MADE_BY.get(finding.check, finding.check)
    return next(each for each in checks(around) if each.name == name)


class Unanswered(Exception):
    """What this rests on was asked before and has not answered."""


class _Once(Generic[T]):
    """Several checks rest on one look; what hung or failed once is not waited for again."""

    def __init__(self, look: Callable[[], T]) -> None:
        self._look = look
        self._begun = False
        self._seen: list[T] = []

    def __call__(self) -> T:
        if not self._begun:
            self._begun = True
            self._seen.append(self._look())
        if not self._seen:
            raise Unanswered
        return self._seen[0]


class Examination:
    """One run of all checks. `findings` runs in a worker's thread; `cancel` may come from any other."""

    def __init__(self, wanted: Sequence[Check]) -> None:
        self._wanted = wanted
        self._cancelled = threading.Event()
        self._answers: queue.SimpleQueue[tuple[Check | None, tuple[Finding, ...]]] = queue.SimpleQueue()

    def findings(self) -> Iterator[Finding]:
        """As they come. Ends early, and at once, when cancelled."""
        for check in self._wanted:
            if self._cancelled.is_set():
                return
            threading.Thread(target=self._look, args=(check,), daemon=True, name=f"check {check.name}").start()
            found = self._wait(check)
            if self._cancelled.is_set():
                return
            yield from found

    def cancel(self) -> None:
        """End the run; a check that is under way is left to itself."""
        self._cancelled.set()
        self._answers.put((None, ()))

    def _wait(self, check: Check) -> tuple[Finding, ...]:
        deadline = time.monotonic() + check.seconds
        while not self._cancelled.is_set():
            try:
                who, found = self._answers.get(timeout=max(deadline - time.monotonic(), 0))
            except queue.Empty:
                facts = (("reason", "no-answer"), ("seconds", round(check.seconds)))
                return (Finding(check.name, "warn", facts, (), "look-again"),)
            if who is check:  # else one that came too late
                return found
        return ()

    def _look(self, check: Check) -> None:
        try:
            found = tuple(check.look())
        except Unanswered:
            found = (_skipped(check, "no-answer"),)
        except TokenError as error:
            found = (_skipped(check, error.code),)
        except OSError as error:
            found = (_skipped(check, "not-on-this-system", str(error)),)
        except Exception as error:  # noqa: BLE001 - a check that fails must not take the others with it
            found = (_skipped(check, "failed", type(error).__name__),)
        self._answers.put((check, found))


def _skipped(check: Check, reason: str, evidence: str = "") -> Finding:
    return Finding(check.name, "skipped", (("reason", reason),), (evidence,) if evidence else ())


def examine(around: Surroundings) -> Examination:
    """All checks on this computer."""
    return Examination(checks(around))
