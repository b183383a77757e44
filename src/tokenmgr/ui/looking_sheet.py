"""A sheet that looks into what was chosen. Another choice calls that look off: its answer is not about this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.model.errors import TokenError
    from tokenmgr.ui.bridge import Job


class LookingSheet(Sheet):
    """A look changes nothing, so it may be left alone at any time; what else a sheet has begun may not."""

    _look_job: Job | None = None

    @property
    def looking(self) -> bool:
        """What is under way is only a look."""
        return self._job is not None and self._job is self._look_job

    def look_into(
        self,
        task: Callable[[], object],
        done: Callable[[object], object],
        failed: Callable[[TokenError], object] | None = None,
    ) -> None:
        """`work` for a look, in place of the one before."""
        self.call_off()
        self.work(task, done, failed)
        self._look_job = self._job

    def call_off(self) -> None:
        """Nobody wants to know any more."""
        if self._job is not None and self.looking:
            self._job.stop()
            self._job = None
            self._progress.hide()
