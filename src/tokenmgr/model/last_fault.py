"""What last went wrong with a module, as plain facts: the error itself would keep the whole request alive."""

from __future__ import annotations

from typing import NamedTuple


class LastFault(NamedTuple):
    """An error's code, and what the module was asked or what it gave as its reason."""

    code: str
    detail: str = ""
    #: The detail is a reason of the module or the system, not only what it was asked.
    reasoned: bool = False

    def __str__(self) -> str:
        return f"{self.code} {self.detail}".rstrip()
