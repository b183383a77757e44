"""Looks at everything in a thread of its own, sleeps until something changes, and brings each Glance to the screen."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from tokenmgr.model.errors import TokenBusy, TokenError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.glance import Glance
    from tokenmgr.session.desk import Desk
    from tokenmgr.session.watch import Watch
    from tokenmgr.ui.screen import Screen

#: While a PIN is kept its minutes are counted down; otherwise days left change once a day at most.
MINUTE, HOUR = 60.0, 3600.0
#: Practice tokens announce nothing, and may be pulled from the command line.
PRACTICE_PACE = 2.0
#: Nor does another process that waits for a response, when it has it.
BUSY_PACE = 2.0
#: A module that takes longer to say which tokens are there does not keep those of others from the screen.
PATIENCE = 1.0


class Looker:
    """`build` makes the desk, `take` looks at it; both run here and nowhere else."""

    def __init__(
        self, screen: Screen, build: Callable[[], Desk], take: Callable[[Desk, Any, bool], Glance], *, practising: bool
    ) -> None:
        self._screen = screen
        self._build = build
        self._take = take
        self._practising = practising
        self._rehearsal: Any = None
        self._watch: Watch | None = None
        self._wanted = threading.Event()
        self._stopping = threading.Event()
        self._ended = threading.Event()
        screen.look_wanted.connect(self.look_again)
        screen.practice_wanted.connect(self.practise)
        self._thread = threading.Thread(target=self._run, daemon=True, name="looker")

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def look_again(self) -> None:
        """Soon, whatever happens."""
        self._wanted.set()
        if self._watch is not None:
            self._watch.nudge()

    def practise(self, on: bool) -> None:  # noqa: FBT001 - the one thing it says
        """Show practice tokens, or no longer."""
        self._practising = on
        self.look_again()

    def stop(self, seconds: float = 3.0) -> None:
        """End, and let go of every token. A module that hangs is not waited for longer."""
        self._stopping.set()
        if self._watch is not None:
            self._watch.stop()
        if self._thread.is_alive():
            self._ended.wait(seconds)

    def _run(self) -> None:
        try:
            desk = self._build()
            self._attend(desk)
            desk.close()
        except TokenError as error:  # a module named at the start that cannot be used
            self._screen.bridge.home(lambda error=error: self._tell(error))  # type: ignore[misc]
        except Exception as error:  # noqa: BLE001 - told to the person, whatever it is
            self._stumble(error)
        finally:
            self._ended.set()

    def _attend(self, desk: Desk) -> None:
        """Look, sleep until something changes, and look again."""
        screen = self._screen
        screen.bridge.home(lambda: self._hand_over(desk))
        self._watch = watch = desk.watch()
        desk.inventory.patience = PATIENCE
        desk.inventory.on_late.append(watch.nudge)
        while not self._stopping.is_set():
            pace = self._look(desk)
            if not self._wanted.is_set():
                watch.wait(pace)

    def _hand_over(self, desk: Desk) -> None:
        """From now on wishes reach it."""
        from tokenmgr.ui.pins.kept_minutes import KeptMinutes  # not for the first paint

        self._screen.desk = desk
        KeptMinutes(self._screen, desk.cache)

    def _look(self, desk: Desk) -> float:
        """How long it may be until the next look. One that went wrong is no reason to look no more."""
        afresh = self._wanted.is_set()
        self._wanted.clear()
        try:
            self._rehearse(desk)
            glance = self._take(desk, self._screen.choices.now, afresh)
        except Exception as error:  # noqa: BLE001 - told to the person, whatever it is
            self._stumble(error)
            return HOUR
        self._screen.bridge.home(lambda: self._screen.show(glance))
        return self._pace(glance)

    def _stumble(self, error: Exception) -> None:
        bridge = self._screen.bridge
        bridge.home(lambda: bridge.stumbled.emit(error))

    def _tell(self, error: TokenError) -> None:
        """There is nothing to look at."""
        from tokenmgr.ui.error_words import say_trouble  # hardly ever

        screen = self._screen
        screen.show(screen.glance._replace(loading=False))
        say_trouble(screen, error)

    def _rehearse(self, desk: Desk) -> None:
        """Practice tokens join the others, or leave them."""
        if self._practising and self._rehearsal is None:
            self._rehearsal = desk.rehearsal()
            desk.inventory.join(self._rehearsal)
        elif not self._practising and self._rehearsal is not None:
            desk.inventory.part(self._rehearsal)
            self._rehearsal = None

    def _pace(self, glance: Glance) -> float:
        if any(isinstance(each.overview.fault, TokenBusy) for each in glance.tokens):
            return BUSY_PACE
        if any(each.practice for each in glance.tokens):
            return PRACTICE_PACE
        return MINUTE if any(each.unlocked_minutes or each.officer_minutes for each in glance.tokens) else HOUR
