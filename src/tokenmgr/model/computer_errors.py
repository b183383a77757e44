"""What can go wrong with the computer around a token, as facts: a second part of the tree in errors.py.

Refused
  ComputerError
    ChangedSince(path)       something else has changed it since; it was left as it is
    ChangeUnknown(number)    no change is recorded under that number
    StepRefused(step)        the system did not let us, or could not
    RepairUnknown(repair)    no such repair is offered now
"""

from __future__ import annotations

from tokenmgr.model.errors import Refused


class ComputerError(Refused):
    """About the computer, not about a token: no PIN is ever part of it."""

    code = "computer-error"


class ChangedSince(ComputerError):
    """Something else has changed it since; it was left as it is."""

    code = "changed-since"

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path


class ChangeUnknown(ComputerError):
    """No change is recorded under that number."""

    code = "change-unknown"

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


class StepRefused(ComputerError):
    """The system did not let us, or could not. `reason` is what it said."""

    code = "step-refused"

    def __init__(self, step: str, reason: str, *, unfinished: bool = False) -> None:
        super().__init__()
        self.step = step
        self.reason = reason
        self._unfinished = unfinished

    @property
    def unfinished(self) -> bool:
        """It was left while it was still under way: it may be done yet."""
        return self._unfinished


class RepairUnknown(ComputerError):
    """No such repair is offered now: never was, or what it would mend is whole."""

    code = "repair-unknown"

    def __init__(self, repair: str) -> None:
        super().__init__()
        self.repair = repair
