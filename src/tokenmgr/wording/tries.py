"""The tries left, said with as much certainty as there is and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.wording.catalogues import phrases_in

if TYPE_CHECKING:
    from tokenmgr.model.pin import TriesLeft
    from tokenmgr.wording.language import Language


def tries_left(tries: TriesLeft, language: Language) -> str:
    """Part of a sentence: how many, and whether that is exact."""
    if tries.at_most is None:
        form = "tries.unknown"
    else:
        form = f"tries.{tries.certainty.value}.{ {0: 'none', 1: 'one'}.get(tries.at_most, 'many') }"
    return phrases_in(language)[form].format(count=tries.at_most)
