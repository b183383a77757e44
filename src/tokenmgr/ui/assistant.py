"""Everything of the program that is not its window: tray, notices, the small window, and hearing the person leave.

Built when the window has been painted; the first paint waits for none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.autostart import Autostart
from tokenmgr.ui.bridge import nothing
from tokenmgr.ui.leaving import Leaving
from tokenmgr.ui.mini import Mini
from tokenmgr.ui.notices import Notices
from tokenmgr.ui.tray import Tray

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tokenmgr.actions.notices import Told
    from tokenmgr.ui.screen import Screen


class Assistant:
    """One a program."""

    def __init__(
        self,
        screen: Screen,
        window: Callable[[], QWidget],
        told: Told,
        mini_place: str = "",
        keep_mini_place: Callable[[str], object] = nothing,
    ) -> None:
        self.tray = Tray(screen, window, Autostart(screen.changes))
        self.notices = Notices(screen, self.tray, window, told)
        self.mini = Mini(screen, mini_place, keep_mini_place)
        self.leaving = Leaving(screen)

    def close(self) -> None:
        """The program ends."""
        self.notices.close()

    def refresh(self) -> None:
        """The theme changed by itself; what the user chooses is heard of."""
        self.tray.refresh()
        self.mini.refresh()
