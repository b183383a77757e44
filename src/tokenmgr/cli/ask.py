"""Questions on a terminal, or answered by lines that a script pipes in."""

from __future__ import annotations

import sys

from tokenmgr.cli.grammar import UsageError
from tokenmgr.cli.out import aside
from tokenmgr.cli.sayings import sentence, tries_shortly
from tokenmgr.model.errors import Cancelled, PinRefused
from tokenmgr.model.pin import Pin
from tokenmgr.x509.visible import visible

TYPE_CHECKING = False  # typing costs 5 ms, and this starts with every command
if TYPE_CHECKING:
    from tokenmgr.model.pin import PinKind, TriesLeft
    from tokenmgr.model.token import Token
    from tokenmgr.wording.language import Language


class LinesAsk:
    """Each question takes the next line of standard input. Nobody is there to be asked for more."""

    def __init__(self, language: Language, *, may_spend_last_try: bool) -> None:
        self._language = language
        self._may_spend_last_try = may_spend_last_try

    def pin(self, _token: Token, _kind: PinKind, _tries: TriesLeft, _purpose: str) -> Pin:
        """The next line."""
        return Pin(self.line())

    def new_pin(self, _token: Token, _kind: PinKind) -> Pin:
        """The next line."""
        return Pin(self.line())

    def line(self, _prompt: str = "") -> str:
        """A line without its end; no line, or one that is no text, is a usage error."""
        try:
            line = sys.stdin.readline()
            line.encode()
        except UnicodeError:
            raise UsageError(sentence("not-text", self._language)) from None
        if not line:
            raise UsageError(sentence("no-line-left", self._language))
        return line.removesuffix("\n").removesuffix("\r")

    def password(self, _prompt: str) -> str:
        """The next line."""
        return self.line()

    def spend_last_try(self, _token: Token, _kind: PinKind, _tries: TriesLeft) -> bool:
        """Only what was said on the command line."""
        return self._may_spend_last_try

    def use_pin_pad(self, token: Token, _kind: PinKind) -> None:
        """Somebody may be at the reader all the same."""
        aside(sentence("use-pin-pad", self._language, reader=visible(token.reader)))


class TerminalAsk:
    """A person at a terminal."""

    def __init__(self, language: Language, *, may_spend_last_try: bool) -> None:
        self._language = language
        self._may_spend_last_try = may_spend_last_try

    def pin(self, token: Token, kind: PinKind, tries: TriesLeft, purpose: str) -> Pin:
        """Typed without showing, beside which token it is for, why, and what is left."""
        about = sentence("about-token", self._language, label=visible(token.label), tail=visible(token.id.tail))
        aside(f"{about}  {tries_shortly(tries, self._language)}")
        why = sentence(f"purpose-{purpose}", self._language)
        return self._hidden(f"{why} — {sentence(f'ask-{kind.value}', self._language)}")

    def new_pin(self, token: Token, kind: PinKind) -> Pin:
        """Typed twice."""
        first = self._hidden(sentence("ask-new", self._language))
        second = self._hidden(sentence("ask-again", self._language))
        same = first.reveal() == second.reveal()
        second.wipe()
        if not same:
            first.wipe()
            raise PinRefused(token.id, kind, "new-differs", new=True)
        return first

    def _hidden(self, prompt: str) -> Pin:
        from getpass import getpass  # only where somebody types

        if not sys.stdin.isatty():
            raise UsageError(sentence("no-terminal", self._language))
        try:
            typed = getpass(f"{prompt}: ", stream=sys.stderr)
            typed.encode()
        except (EOFError, KeyboardInterrupt):
            raise Cancelled from None
        except UnicodeError:  # it names a character of what was typed
            aside("")
            raise UsageError(sentence("typed-not-text", self._language)) from None
        return Pin(typed)

    def line(self, prompt: str = "") -> str:
        """Something that may be seen."""
        while True:
            aside(prompt, ": ")
            try:
                line = sys.stdin.readline()
                line.encode()
            except KeyboardInterrupt:
                raise Cancelled from None
            except UnicodeError:
                aside(sentence("typed-not-text", self._language))
                continue
            if not line:
                raise Cancelled
            if line.strip():
                return line.strip()

    def password(self, prompt: str) -> str:
        """A file's password."""
        return self._hidden(prompt).text()

    def spend_last_try(self, token: Token, _kind: PinKind, _tries: TriesLeft) -> bool:
        """The end of the serial number has to be typed, as it is shown; anything else is a no."""
        if self._may_spend_last_try:
            return True
        if not sys.stdin.isatty():
            return False
        tail = visible(token.id.tail)
        aside(sentence("last-try-warning", self._language, tail=tail))
        return self.line(sentence("last-try-word", self._language)).strip() == tail

    def use_pin_pad(self, token: Token, _kind: PinKind) -> None:
        """Look at the reader."""
        aside(sentence("use-pin-pad", self._language, reader=visible(token.reader)))
