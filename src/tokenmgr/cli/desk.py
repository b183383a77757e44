"""The command line's side of the desk: built when a verb needs it, closed when the verb is done."""

from __future__ import annotations

from functools import cached_property

from tokenmgr.cli.out import Out
from tokenmgr.system.private_memory import keep_memory_private

TYPE_CHECKING = False  # typing costs 5 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.ca.profile import Profile
    from tokenmgr.cli.ask import LinesAsk, TerminalAsk
    from tokenmgr.cli.wishes import Wishes
    from tokenmgr.model.errors import TokenError
    from tokenmgr.session.desk import Desk
    from tokenmgr.session.session import TokenSession
    from tokenmgr.wording.language import Language

    Build = Callable[[Wishes], Desk]


class Clerk:
    """Everything a verb of the command line needs."""

    def __init__(self, wishes: Wishes, build: Build, language: Language) -> None:
        self.wishes = wishes
        self.language = language
        self.out = Out(self.language, as_json=wishes.json)
        self._build = build
        self._open = False

    @cached_property
    def desk(self) -> Desk:
        """The desk, built at the first need."""
        desk = self._build(self.wishes)
        self._open = True
        return desk

    @cached_property
    def ask(self) -> LinesAsk | TerminalAsk:
        """How a question reaches whoever sits here."""
        if self.wishes.pin_stdin:
            return self.lines
        from tokenmgr.cli.ask import TerminalAsk  # most verbs ask nothing

        self.ready_for_pins()
        return TerminalAsk(self.language, may_spend_last_try=self.wishes.spend_last_try)

    @cached_property
    def lines(self) -> LinesAsk:
        """What is piped in, line by line."""
        from tokenmgr.cli.ask import LinesAsk

        self.ready_for_pins()
        return LinesAsk(self.language, may_spend_last_try=self.wishes.spend_last_try)

    def ready_for_pins(self) -> None:
        """From here on PINs may be in this memory."""
        keep_memory_private()

    def token(self) -> TokenSession:
        """The token that is meant."""
        self.desk.inventory.refresh()
        return self.desk.inventory.find(self.wishes.token)

    def tokens(self) -> list[TokenSession]:
        """All tokens, or the one that is meant."""
        self.desk.inventory.refresh()
        if self.wishes.token:
            return [self.desk.inventory.find(self.wishes.token)]
        return self.desk.inventory.sessions

    def why_nobody(self) -> str:
        """The saying for no token: only where a module answered is it known that none is in."""
        inventory = self.desk.inventory
        if len(inventory.faults) < len(inventory.providers):
            return "no-token"
        return "tokens-unseen" if inventory.providers or self.desk.modules.status() else "no-module"

    def profile_of(self, error: TokenError) -> Profile | None:
        """The issuer of the token that an error is about, where it is still known."""
        about = getattr(error, "token", None)
        sessions = self.desk.inventory.sessions if self._open else []
        return next((session.profile for session in sessions if session.token.id == about), None)

    def alias(self, session: TokenSession) -> str:
        """The user's own name for a token."""
        return self.desk.inventory.remembered.alias(session.token.id)

    def line(self, prompt: str) -> str:
        """A line that may be seen, typed or piped in."""
        return self.ask.line(prompt)

    def practise(self) -> None:
        """Go on with the practice tokens."""
        self._start_anew(self.wishes._replace(practice=True, modules=()))

    def again(self, session: TokenSession) -> TokenSession:
        """The same token, met afresh: another process has just let go of it."""
        self._start_anew(self.wishes._replace(token=session.token.id.serial))
        return self.token()

    def _start_anew(self, wishes: Wishes) -> None:
        self.close()
        del self.desk
        self.wishes = wishes

    def tell_faults(self) -> int:
        """Modules that did not answer, on standard error; the exit code. Only those asked for by name must answer."""
        from tokenmgr.cli.edge import exit_code

        faults = list(self.desk.inventory.faults.values())
        if not faults:
            return 0
        wanted = bool(self.wishes.modules) or self.wishes.practice
        if wanted or self.out.as_json:
            for error in faults:
                self.tell(error)
        else:
            from tokenmgr.cli.out import aside
            from tokenmgr.cli.sayings import sentence

            aside(sentence("modules-silent", self.language, count=len(faults)))
        return exit_code(faults[0]) if wanted else 0

    def tell(self, error: TokenError) -> None:
        """An error that does not end the verb."""
        from tokenmgr.cli.edge import tell

        tell(error, self.language, self.profile_of(error), as_json=self.out.as_json)

    def close(self) -> None:
        """Let go of everything."""
        if self._open:
            self.desk.close()
            self._open = False
