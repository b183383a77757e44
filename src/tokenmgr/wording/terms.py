"""Single words: enums, headings, labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.wording.catalogues import terms_in

if TYPE_CHECKING:
    from enum import Enum

    from tokenmgr.wording.language import Language

#: Where the members of an enum stand in the catalogue.
PLACE_OF = {
    "Why": "why",
    "Certainty": "certainty",
    "PinKind": "pin",
    "TokenFlag": "flag",
    "Ability": "ability",
    "Usage": "usage",
    "State": "state",
    "ModuleState": "module-state",
    "UnlockWay": "unlock",
}


def term(code: str | Enum, language: Language) -> str:
    """The word for a code such as "tries-left" or "state.ok", or for a member of an enum. KeyError: there is none."""
    name = code if isinstance(code, str) else f"{PLACE_OF[type(code).__name__]}.{code.value}"
    return terms_in(language)[name]
