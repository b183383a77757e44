"""What stands in the tree: tokens, and under each what is on it. Branches are made when they are opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tokenmgr.ui.content_words import LONGEST, key_name, object_name
from tokenmgr.ui.token_words import USAGE_ICONS
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.token import DataObject, KeyRef, TokenId
    from tokenmgr.ui.token_reading import TokenReading

#: So many of a branch at a time; the rest follows when its end comes into sight.
PAGE = 100

Key = tuple[str, ...]


@dataclass(eq=False)
class Node:
    """One row. `key` finds it again after everything was built anew."""

    kind: str
    key: Key
    icon: str
    text: str
    tail: str = ""
    count: str = ""
    token: TokenId | None = None
    about: object = None
    branch: Callable[[], list[Node]] | None = None
    parent: Node | None = None
    row: int = 0
    number: int = 0
    children: list[Node] = field(default_factory=list)
    #: Made, but not shown yet.
    waiting: list[Node] = field(default_factory=list)
    opened: bool = False

    def open(self) -> None:
        """Make what is under it, the first page of it."""
        if not self.opened and self.branch is not None:
            self.opened = True
            self.waiting = self.branch()
            self.take(PAGE)

    def take(self, count: int) -> None:
        """So many more of those that wait."""
        more, self.waiting = self.waiting[:count], self.waiting[count:]
        for node in more:
            node.parent, node.row = self, len(self.children)
            self.children.append(node)


def roots(glance: Glance, reading: Callable[[TokenId], TokenReading | None]) -> list[Node]:
    """The two at the top."""
    count = str(len(glance.tokens))
    tokens = Node("tokens", ("tokens",), "token", translate("TokensPage", "Tokens"), count=count)
    tokens.branch = lambda: [_token(shown, reading(shown.id)) for shown in glance.tokens]
    client = Node("client", ("client",), "sliders", translate("TokensPage", "Client settings"))
    return [tokens, client]


def token_count(shown: TokenGlance) -> str:
    """What stands at the right end of a token: tries, or what matters more."""
    tries = shown.overview.tries
    if tries.locked:
        return translate("TokensPage", "Locked")
    if shown.practice:
        return translate("TokensPage", "Practice")
    if tries.at_most is None:
        return ""
    if tries.certainty.value == "exact":
        return f"{tries.at_most} / {tries.limit}" if tries.limit else str(tries.at_most)
    return translate("TokensPage", "max. {count}").format(count=tries.at_most)


def _token(shown: TokenGlance, reading: TokenReading | None) -> Node:
    key = token_key(shown.id)
    icon = "flask" if shown.practice else "token"
    name = visible(shown.name, LONGEST)
    node = Node("token", key, icon, name, visible(shown.id.tail), token_count(shown), shown.id, shown)
    node.branch = lambda: _content(shown, reading, key)
    return node


def token_key(token: TokenId) -> Key:
    """Where a token stands."""
    return ("token", token.manufacturer, token.model, token.serial)


def _content(shown: TokenGlance, reading: TokenReading | None, key: Key) -> list[Node]:
    own = [each for each in shown.certificates if not each.facts.is_ca]
    issuers = [each for each in shown.certificates if each.facts.is_ca]
    keys = reading.keys if reading else None
    data = reading.data if reading else None

    def group(kind: str, icon: str, text: str, found: Sequence[object] | None, make: Callable[[], list[Node]]) -> Node:
        count = "" if found is None else str(len(found))
        return Node(kind, (*key, kind), icon, text, "", count, shown.id, found, make if found else None)

    return [
        group("own", "certificate", translate("TokensPage", "User certificates"), own, lambda: _certificates(own, key)),
        group("ca", "bank", translate("TokensPage", "CA certificates"), issuers, lambda: _certificates(issuers, key)),
        group("keys", "key", translate("TokensPage", "Keys"), keys, lambda: _keys(shown.id, keys or (), key)),
        group("data", "file", translate("TokensPage", "Data"), data, lambda: _data(shown.id, data or (), key)),
        _settings(shown, key),
    ]


def _settings(shown: TokenGlance, key: Key) -> Node:
    node = Node("settings", (*key, "settings"), "sliders", translate("TokensPage", "Settings"), token=shown.id)
    node.branch = lambda: [
        Node("quality", (*key, "quality"), "shield", translate("TokensPage", "PIN quality"), token=shown.id),
        Node("advanced", (*key, "advanced"), "settings", translate("TokensPage", "Advanced"), token=shown.id),
    ]
    return node


def _certificates(found: Sequence[Certificate], key: Key) -> list[Node]:
    return [
        Node(
            "certificate",
            (*key, "certificate", each.facts.sha256, each.id.hex(), str(number)),
            USAGE_ICONS[each.facts.usage],
            visible(each.facts.name or each.label or each.facts.sha256, LONGEST),
            token=each.token,
            about=each,
        )
        for number, each in enumerate(found)
    ]


def _keys(token: TokenId, found: Sequence[KeyRef], key: Key) -> list[Node]:
    return [
        Node("key", (*key, "key", each.id.hex(), str(number)), "lock", key_name(each), token=token, about=each)
        for number, each in enumerate(found)
    ]


def deletable(node: Node) -> bool:
    """Whether it is one thing on a token that can go. A key without an id cannot be told from others."""
    return node.kind in {"certificate", "object"} or (node.kind == "key" and bool(node.about.id))  # type: ignore[attr-defined]


def _data(token: TokenId, found: Sequence[DataObject], key: Key) -> list[Node]:
    return [
        Node(
            "object",
            (*key, "object", str(number), each.label[:LONGEST]),
            "lock" if each.private else "file",
            object_name(each),
            token=token,
            about=each,
        )
        for number, each in enumerate(found)
    ]
