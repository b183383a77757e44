"""One try of one PIN. The try is on the disk before the PIN is looked at: whoever dies in between has spent it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.pin import Verdict
from tokenmgr.providers.practice.sealing import unwrap_token_key, wrapping_key_if_right

if TYPE_CHECKING:
    from tokenmgr.model.pin import Pin, PinKind
    from tokenmgr.providers.practice.shelf import HeldToken
    from tokenmgr.providers.practice.state import TokenState


class Trial(NamedTuple):
    """How it went; the token's key where the PIN was right."""

    verdict: Verdict
    token_key: bytes | None = None

    def __repr__(self) -> str:
        """The key is not for printing."""
        return f"Trial({self.verdict.value})"


def verdict_without_trying(state: TokenState, kind: PinKind) -> Verdict | None:
    """The verdict where there is nothing to try."""
    secret = state.secrets.get(kind)
    if secret is None:
        return Verdict.NOT_SET
    return Verdict.LOCKED if secret.left == 0 else None


def try_pin(held: HeldToken, kind: PinKind, pin: Pin) -> Trial:
    """Spend a try, compare, and give all tries back for the right PIN."""
    early = verdict_without_trying(held.state, kind)
    if early is not None:
        return Trial(early)
    secret = held.state.secrets[kind]
    held.save_try(held.state.with_secret(kind, secret._replace(left=secret.left - 1)))
    wrapping_key = wrapping_key_if_right(secret, pin)
    if wrapping_key is None:
        return Trial(Verdict.LOCKED if secret.left == 1 else Verdict.WRONG)
    held.save(held.state.with_secret(kind, secret._replace(left=secret.limit)))
    return Trial(Verdict.RIGHT, unwrap_token_key(secret, wrapping_key))
