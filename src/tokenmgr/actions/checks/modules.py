"""Vendors' modules: found, fit, trusted, answering; and no two that get in each other's way."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.actions.checks.finding import Finding
from tokenmgr.model.module import ModuleState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenmgr.actions.checks.finding import State
    from tokenmgr.model.module import ModuleStatus
    from tokenmgr.model.token import Token, TokenId

OTHERS_WRITE = 0o022
CHANGED = "changed"
VERDICTS: dict[ModuleState, tuple[State, str]] = {
    ModuleState.READY: ("ok", ""),
    ModuleState.DISABLED: ("skipped", "enable-module"),
    ModuleState.NEEDS_CONSENT: ("warn", "agree-to-module"),
    ModuleState.UNFIT: ("bad", "install-fitting-module"),
    ModuleState.UNTRUSTED: ("bad", "protect-module-file"),
    ModuleState.FAILED: ("bad", "restart-module"),
    ModuleState.SET_ASIDE: ("bad", "restart-module"),
}


def check_modules(modules: Sequence[ModuleStatus]) -> Iterator[Finding]:
    """The list as a whole, then each module."""
    ready = sum(module.state is ModuleState.READY for module in modules)
    facts = (("count", len(modules)), ("ready", ready))
    missing = not modules
    yield Finding("modules", "bad" if missing else "ok", facts, (), "install-module" if missing else "")
    for module in modules:
        yield _check(module)


def _check(module: ModuleStatus) -> Finding:
    state, step = VERDICTS[module.state]
    if module.reason == CHANGED:
        step = "agree-to-module"  # once more: it is not the file that was agreed to
    facts: list[tuple[str, str | int]] = [
        ("vendor", module.vendor),
        ("name", module.name),
        ("state", module.state.value),
    ]
    facts += [(key, said) for key, said in (("reason", module.reason), ("version", module.version)) if said]
    if module.tokens is not None:
        facts.append(("tokens", module.tokens))
    troubles = {"crashes": module.crashes, "hangs": module.hangs}
    facts += [(key, count) for key, count in troubles.items() if count]
    if state == "ok" and any(troubles.values()):
        state, step = "warn", "update-module"
    evidence = (module.path, module.origin, module.description, str(module.last_fault or ""))
    return Finding("module", state, tuple(facts), tuple(filter(None, evidence)), step, _repair(module))


def _repair(module: ModuleStatus) -> str:
    """A file of the user's own that others can change: its rights can be mended here."""
    if module.state is not ModuleState.UNTRUSTED or os.name == "nt":
        return ""
    try:
        seen = Path(module.path).stat()
    except OSError:
        return ""
    ours = seen.st_uid == os.geteuid() or os.geteuid() == 0
    return f"module-file:{module.path}" if ours and seen.st_mode & OTHERS_WRITE else ""


def check_duplicates(modules: Sequence[ModuleStatus]) -> Iterator[Finding]:
    """Two versions of one vendor's library, of which each program takes another: SafeNet's 8, 9 and 10 do so."""
    by_vendor: dict[str, list[ModuleStatus]] = defaultdict(list)
    for module in modules:
        if module.vendor and module.state is ModuleState.READY:
            by_vendor[module.vendor].append(module)
    twice = {vendor: found for vendor, found in by_vendor.items() if len({each.version for each in found}) > 1}
    for vendor, found in twice.items():
        evidence = tuple(f"{each.version or '?'} {each.path}" for each in found)
        facts = (("vendor", vendor), ("count", len(found)))
        yield Finding("module-duplicates", "warn", facts, evidence, "remove-other-version")
    if not twice:
        yield Finding("module-duplicates", "ok")


def check_shared_tokens(tokens: Sequence[Token]) -> Iterator[Finding]:
    """One token seen by two modules: what one of them does to it, the other does not know."""
    by_token: dict[TokenId, dict[str, None]] = defaultdict(dict)
    for token in tokens:
        if token.module:
            by_token[token.id][token.module] = None
    shared = {token: list(modules) for token, modules in by_token.items() if len(modules) > 1}
    for who, modules in shared.items():
        facts = (("model", who.model), ("tail", who.tail), ("count", len(modules)))
        yield Finding("token-shared", "warn", facts, tuple(modules), "disable-one-module")
    if not shared:
        yield Finding("token-shared", "ok")
