"""What was said on the command line beside the verb: the same options before it and after it."""

from __future__ import annotations

from typing import Any, NamedTuple


class Wishes(NamedTuple):
    """The common options."""

    json: bool = False
    modules: tuple[str, ...] = ()
    practice: bool = False
    token: str = ""
    home: str = ""
    language: str = ""
    pin_stdin: bool = False
    spend_last_try: bool = False

    def joined(self, said: dict[str, Any]) -> Wishes:
        """What was said later, added to this."""
        heard = {name: value for name, value in said.items() if value}
        if "modules" in heard:
            heard["modules"] = (*self.modules, *heard["modules"])
        return self._replace(**heard)
