"""The user's choices as the window sees them: read at once, kept in the background, told to whoever listens."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from tokenmgr.model.errors import FileUnreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.errors import TokenError


class Values(Protocol):
    """Every choice; the names are those of the settings file."""

    @property
    def language(self) -> str: ...
    @property
    def theme(self) -> str: ...
    @property
    def view(self) -> str: ...
    @property
    def pin_cache_minutes(self) -> int: ...
    @property
    def notices(self) -> bool: ...
    @property
    def notice_arrivals(self) -> bool: ...
    @property
    def notice_expiry(self) -> bool: ...
    @property
    def notice_misses(self) -> bool: ...
    @property
    def lead_days(self) -> str: ...
    @property
    def updates(self) -> bool: ...
    @property
    def log(self) -> bool: ...
    @property
    def tray(self) -> bool: ...
    @property
    def mini(self) -> bool: ...
    @property
    def mini_place(self) -> str: ...
    @property
    def practice(self) -> bool: ...
    @property
    def autostart_asked(self) -> bool: ...
    @property
    def welcomed(self) -> str: ...
    @property
    def window(self) -> str: ...
    @property
    def page(self) -> str: ...
    def _replace(self, *_given: Any, **_wanted: Any) -> Any: ...
    def _asdict(self) -> dict[str, Any]: ...


class Choices(QObject):
    """`now` is what holds; `choose(theme="dark")` changes it."""

    changed = Signal(str)

    def __init__(self, values: Values, keep: Callable[[Any], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = values
        self._keep = keep

    def choose(self, **wanted: object) -> None:
        """Change, keep, tell."""
        new = {name: value for name, value in wanted.items() if getattr(self.now, name) != value}
        if not new:
            return
        self.now = self.now._replace(**new)
        self._keep(self.now)
        for name in new:
            self.changed.emit(name)


class Keeping:
    """Keeps choices with `keep` in threads of `elsewhere`, in the order they were made, the last one before the end.

    `tell` hears, in such a thread, that they cannot be kept: once, until they can be again.
    """

    def __init__(
        self,
        elsewhere: Callable[[Callable[[], object]], object],
        keep: Callable[[Any], object],
        tell: Callable[[TokenError], object] = lambda _error: None,
    ) -> None:
        self._elsewhere = elsewhere
        self._keep = keep
        self._tell = tell
        self._told = False
        self._newest: list[Any] = []
        self._turn = threading.Lock()

    def __call__(self, values: object) -> None:
        """Soon."""
        self._newest[:] = [values]
        self._elsewhere(self._write)

    def finish(self, seconds: float = 2.0) -> None:
        """Now; a disk that hangs is not waited for longer."""
        last = threading.Thread(target=self._write, daemon=True, name="keeping")
        last.start()
        last.join(seconds)

    def _write(self) -> None:
        """Whoever comes first writes what is newest by then; for those after there is nothing left."""
        with self._turn:
            newest, self._newest = self._newest, []
            for values in newest:
                self._try_to_keep(values)

    def _try_to_keep(self, values: object) -> None:
        """A disk that is full or cannot be written to is no fault of the program; later there may be room again."""
        try:
            self._keep(values)
        except OSError as error:
            self._newest = self._newest or [values]
            if not self._told:
                self._told = True
                self._tell(FileUnreadable(error.filename or "", "choices"))
        else:
            self._told = False
