"""A line for every arrival and departure, the certificates read already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.overview import look_at
from tokenmgr.cli import shapes
from tokenmgr.cli.sayings import sentence, tries_shortly
from tokenmgr.model.errors import TokenError
from tokenmgr.session.watch import SETTLING_SECONDS
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.cli.desk import Clerk
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.session import TokenSession

#: Practice tokens announce nothing, so while somebody practises they are looked at now and then.
PRACTICE_SECONDS = 0.5


def watch(clerk: Clerk) -> None:
    """Until interrupted. Every change is looked at at once and, for slow tokens, again a little later."""
    inventory = clerk.desk.inventory
    watching = clerk.desk.watch()
    _ = clerk.desk.profiles.profiles  # read before the first token comes, not while somebody waits for its line
    inventory.on_arrived.append(lambda session: came(clerk, session))
    inventory.on_left.append(lambda session: went(clerk, session))
    pace = PRACTICE_SECONDS if clerk.wishes.practice else None
    try:
        while True:
            inventory.refresh()
            settle(clerk, watching.wait)
            if not watching.wait(pace) and pace is None:
                return
    finally:
        watching.stop()


def settle(clerk: Clerk, wait: Callable[[float | None], bool]) -> None:
    """Look again: a token may need a moment after it announced itself, or may have come together with another."""
    for seconds in SETTLING_SECONDS:
        if clerk.wishes.practice:
            return
        before = set(clerk.desk.inventory.sessions)
        wait(seconds)
        if set(clerk.desk.inventory.refresh()) != before:
            return


def came(clerk: Clerk, session: TokenSession) -> None:
    """A token arrived."""
    try:
        certificates: Sequence[Certificate] = session.certificates()
    except TokenError:
        certificates = ()
    seen = look_at(session)
    if clerk.out.as_json:
        rows = [shapes.certificate(each) for each in certificates]
        clerk.out.json({"event": "arrived", **shapes.token(seen, clerk.alias(session)), "certificates": rows})
        return
    tries = tries_shortly(seen.tries, clerk.language)
    label = visible(clerk.alias(session) or session.token.label)
    facts = {"label": label, "tail": visible(session.token.id.tail), "certificates": len(certificates), "tries": tries}
    clerk.out.now(sentence("came", clerk.language, **facts))


def went(clerk: Clerk, session: TokenSession) -> None:
    """A token left."""
    about = {"serial": session.token.id.serial, "label": session.token.label, "alias": clerk.alias(session)}
    if clerk.out.as_json:
        clerk.out.json({"event": "left", **about, "provider": session.token.provider})
        return
    label = visible(about["alias"] or about["label"])
    clerk.out.now(sentence("went", clerk.language, label=label, tail=visible(session.token.id.tail)))
