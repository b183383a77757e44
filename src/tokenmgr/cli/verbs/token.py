"""`token`: one token: info, init, rename, test, watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.actions.overview import look_at
from tokenmgr.cli import shapes
from tokenmgr.cli.grammar import Argument, Flag, Group, Option
from tokenmgr.cli.sayings import sentence, tries_fully
from tokenmgr.cli.verbs.cert import confirm, finished
from tokenmgr.wording.terms import term
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.cli.desk import Clerk


token = Group("Information, self-test, names, arrivals and departures.")


@token.verb()
def info(clerk: Clerk) -> None:
    """Everything a token tells about itself."""
    session = clerk.token()
    seen = look_at(session)
    policy = session.policy()
    data = [
        {"label": each.label, "application": each.application, "size": each.size, "private": each.private}
        for each in session.data_objects()
    ]
    memory = seen.token.memory
    if clerk.out.as_json:
        more = {
            "memory": memory._asdict(),
            "policy": policy._asdict() | {"classes": dict(policy.classes)},
            "data_objects": data,
        }
        clerk.out.json(shapes.token(seen, clerk.alias(session), session.minutes_unlocked()) | more)
        return
    words = clerk.language
    found = seen.token
    rows = [
        ("label", found.label),
        ("alias", clerk.alias(session)),
        ("serial", found.id.serial),
        ("manufacturer", found.id.manufacturer),
        ("model", found.id.model),
        ("profile", seen.profile.name.in_language(words.value) if seen.profile else ""),
        ("state", term(seen.state, words)),
        ("reader", found.reader),
        ("module", found.module),
        ("hardware", found.hardware),
        ("firmware", found.firmware),
        ("pin-length", f"{policy.min_length or '?'}-{policy.max_length or '?'}"),
        ("flags", ", ".join(sorted(term(flag, words) for flag in found.flags))),
        ("free-memory", "" if memory.free_public is None else str(memory.free_public)),
    ]
    for name, value in rows:
        clerk.out.line(f"{term(name, words)}: {visible(value) if value else term('not-reported', words)}")
    for line in tries_fully(seen, words):
        clerk.out.line(line)
    for each in data:
        clerk.out.line(f"{term('data-object', words)}: {visible(str(each['label']))} ({each['size']})")


@token.verb(Option("--label", required=True, help="Its new name."), Flag("--yes", help="Do not ask."))
def init(clerk: Clerk, label: str, *, yes: bool) -> None:
    """Empty a token: every key and certificate on it dies (--pin-stdin: SO PIN, new user PIN)."""
    from tokenmgr.actions.initialise import initialise

    session = clerk.token()
    dying = len(session.certificates())
    confirm(clerk, yes, "init-warning", count=str(dying), tail=visible(session.token.id.tail))
    initialise(session, label, clerk.ask)
    finished(clerk, "initialised", label=label)


@token.verb(Argument("name"), Flag("--on-token", help="Write it on the token itself; asks for the PIN."))
def rename(clerk: Clerk, name: str, *, on_token: bool) -> None:
    """Give a token a name on this computer, or on the token where it can be written; "" takes it away."""
    session = clerk.token()
    if on_token:
        from tokenmgr.actions.rename import rename_on_token

        rename_on_token(session, name, clerk.ask)
    else:
        clerk.desk.inventory.remembered.set_alias(session.token.id, name)
    finished(clerk, "renamed", name=name)


@token.verb()
def test(clerk: Clerk) -> int:
    """Does my token really work? Signs something random and checks it; decrypts where the key can."""
    from tokenmgr.actions.self_test import self_test

    session = clerk.token()
    results = self_test(session, clerk.ask)
    if clerk.out.as_json:
        clerk.out.rows(
            {
                "id": each.certificate.id.hex(),
                "name": each.certificate.facts.name,
                "signs": each.signs,
                "decrypts": each.decrypts,
                "trouble": each.trouble,
            }
            for each in results
        )
    else:
        for each in results:
            name = visible(each.certificate.facts.name or each.certificate.label)
            parts = [
                sentence(f"test-{verb_}-{'untested' if result is None else 'works'}", clerk.language)
                for verb_, result in (("sign", each.signs), ("decrypt", each.decrypts))
            ]
            clerk.out.line(f"{name}: {sentence('test-failed', clerk.language) if each.trouble else '; '.join(parts)}")
    return 6 if any(each.trouble for each in results) else 0


@token.verb()
def watch(clerk: Clerk) -> None:
    """A line for every token that comes or goes, until Ctrl-C."""
    from tokenmgr.cli.watching import watch as watch_tokens

    watch_tokens(clerk)
