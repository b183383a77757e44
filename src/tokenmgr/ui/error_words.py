"""An error in the window's language, with what the issuer says about a locked token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.screen import Message
from tokenmgr.ui.words import language
from tokenmgr.wording.catalogues import phrases_in
from tokenmgr.wording.errors import Words, words

if TYPE_CHECKING:
    from tokenmgr.model.errors import TokenError
    from tokenmgr.ui.screen import Screen


def error_words(screen: Screen, error: TokenError) -> Words:
    """Title, text, next step."""
    return words(error, language(), _way_out(screen, error))


def meaning(said: Words) -> str:
    """What happened and what to do, as this language puts sentences one after the other."""
    return phrases_in(language())["gap"].join(part for part in (said.text, said.next_step) if part)


def say_trouble(screen: Screen, error: TokenError) -> None:
    """Across the page."""
    said = error_words(screen, error)
    screen.say(Message("bad", said.title, meaning(said)))


def _way_out(screen: Screen, error: TokenError) -> str:
    from tokenmgr.ca.way_out import way_out  # hardly ever

    about = getattr(error, "token", None)
    shown = screen.glance.token(about) if about is not None else None
    return str(way_out(shown.issuer, language().value)) if shown is not None and shown.issuer is not None else ""
