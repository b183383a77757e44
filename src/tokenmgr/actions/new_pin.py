"""A new PIN that its issuer and its token will take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ca.rules import check_new, refusals
from tokenmgr.model.errors import PinRefused
from tokenmgr.model.pin import PinKind
from tokenmgr.session.typing_slips import slip

if TYPE_CHECKING:
    from tokenmgr.model.ask import Ask
    from tokenmgr.model.pin import Pin
    from tokenmgr.session.session import TokenSession


def ask_new_pin(session: TokenSession, kind: PinKind, ask: Ask, other_than: Pin | None = None) -> Pin:
    """Ask for it and check it, before any PIN goes to the token."""
    new = ask.new_pin(session.token, kind)
    try:
        check(session, kind, new, other_than)
    except PinRefused:
        new.wipe()
        raise
    return new


def check(session: TokenSession, kind: PinKind, new: Pin, other_than: Pin | None) -> None:
    """PinRefused with the first rule that must be kept and is not."""
    token = session.token
    policy = session.policy()
    broken = slip(new, policy.min_length, policy.max_length)
    if broken is not None:
        raise PinRefused(token.id, kind, broken[0], broken[1], new=True)
    if other_than is not None and new.reveal() == other_than.reveal():
        raise PinRefused(token.id, kind, "same-as-old", new=True)
    if kind is not PinKind.USER:
        return  # issuers' rules are for the user's PIN
    for finding in refusals(check_new(new.text(), session.profile, policy)):
        limit = finding.value if isinstance(finding.value, int) else None
        raise PinRefused(token.id, kind, finding.code, limit, new=True)
