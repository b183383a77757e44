"""A new PIN that its issuer and its token will take."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.ca.rules import check_new, refusals
from tokenmgr.model.errors import PinRefused
from tokenmgr.model.pin import PinKind
from tokenmgr.session.typing_slips import slip

if TYPE_CHECKING:
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.ask import Ask
    from tokenmgr.model.pin import Pin, PinPolicy
    from tokenmgr.model.token import TokenId
    from tokenmgr.session.session import TokenSession


def ask_new_pin(session: TokenSession, kind: PinKind, ask: Ask, other_than: Pin | None = None) -> Pin:
    """Ask for it and check it, before any PIN goes to the token."""
    rules = NewPinRules.of(session, kind)
    new = ask.new_pin(session.token, kind)
    try:
        rules.check(new, other_than)
    except PinRefused:
        new.wipe()
        raise
    return new


class NewPinRules(NamedTuple):
    """What a new PIN is measured by, read once: later the token may not be touched."""

    token: TokenId
    kind: PinKind
    policy: PinPolicy
    profile: Profile | None

    @staticmethod
    def of(session: TokenSession, kind: PinKind) -> NewPinRules:
        """The rules of a token and its issuer; issuers' rules are for the user's PIN."""
        return NewPinRules(session.token.id, kind, session.policy(), session.profile if kind is PinKind.USER else None)

    def check(self, new: Pin, other_than: Pin | None = None) -> None:
        """PinRefused with the first rule that must be kept and is not."""
        broken = slip(new, self.policy.min_length, self.policy.max_length)
        if broken is not None:
            raise PinRefused(self.token, self.kind, broken[0], broken[1], new=True)
        if other_than is not None and new.reveal() == other_than.reveal():
            raise PinRefused(self.token, self.kind, "same-as-old", new=True)
        if self.kind is not PinKind.USER:
            return
        for finding in refusals(check_new(new.text(), self.profile, self.policy)):
            limit = finding.value if isinstance(finding.value, int) else None
            raise PinRefused(self.token, self.kind, finding.code, limit, new=True)
