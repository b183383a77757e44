"""What keys and data objects on a token are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.words import term, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.model.token import DataObject, KeyRef

LONGEST = 120


def key_name(key: KeyRef) -> str:
    """Private key RSA 2048."""
    kind = "" if key.kind == "unknown" else key.kind.upper()
    return visible(" ".join(part for part in (term("private-key"), kind, str(key.bits or "")) if part), LONGEST)


def object_name(found: DataObject) -> str:
    """Its own name, or whose it is."""
    return visible(found.label or found.application, LONGEST) or translate("TokensPage", "Without a name")


def size_words(found: DataObject) -> str:
    """How much it is."""
    return translate("TokensPage", "{count} bytes").format(count=f"{found.size:,}")
