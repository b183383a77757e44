"""Certificates, keys and data objects on a token."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError
from tokenmgr.providers.pkcs11.child.cryptoki import number
from tokenmgr.providers.pkcs11.child.reading import AttributeReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki

#: One page of an answer; the other side works on it while the next is read.
PAGE = 64
PAGE_BYTES = 128 * 1024
TRUE = b"\x01"


def spoken(raw: bytes | None, limit: int = 1024) -> str:
    """A label as text."""
    return (raw or b"").rstrip(b"\0").decode("utf-8", errors="backslashreplace")[:limit]


class Objects:
    """Reads what is on a token."""

    def __init__(self, cryptoki: Cryptoki) -> None:
        self._cryptoki = cryptoki
        self._certificates = AttributeReader(cryptoki, (codes.A_ID, codes.A_LABEL, codes.A_VALUE))
        self._keys = AttributeReader(
            cryptoki, (codes.A_ID, codes.A_LABEL, codes.A_KEY_TYPE, codes.A_SIGN, codes.A_DECRYPT), room=1024
        )
        self._one = AttributeReader(cryptoki, (codes.A_ID,), room=1024)
        self._always = AttributeReader(cryptoki, (codes.A_ALWAYS_AUTHENTICATE, codes.A_MODULUS), room=2048)
        self._data = AttributeReader(
            cryptoki, (codes.A_LABEL, codes.A_APPLICATION, codes.A_VALUE, codes.A_PRIVATE), room=8192
        )

    def certificate_pages(self, session: int) -> Iterator[list[dict[str, Any]]]:
        """Certificates, page by page."""
        page: list[dict[str, Any]] = []
        weight = 0
        for handle in self._handles(session, codes.CLASS_CERTIFICATE):
            row = self._certificate(session, handle)
            if row is None:
                continue
            page.append(row)
            weight += len(row["der"])
            if len(page) >= PAGE or weight >= PAGE_BYTES:
                yield page
                page, weight = [], 0
        yield page

    def _certificate(self, session: int, handle: int) -> dict[str, Any] | None:
        try:
            key_id, label, der = self._certificates.read(session, handle)
        except CkError:  # one broken object does not hide the others
            return None
        return {"id": (key_id or b"")[:256], "label": spoken(label), "der": der} if der else None

    def key_ids(self, session: int) -> list[bytes]:
        """Ids of private and, where private ones are hidden until login, public keys."""
        ids: set[bytes] = set()
        for kind in (codes.CLASS_PRIVATE, codes.CLASS_PUBLIC):
            for handle in self._handles(session, kind):
                key_id = self._one.read(session, handle)[0]
                if key_id:
                    ids.add(key_id[:256])
        return sorted(ids)

    def keys(self, session: int) -> list[dict[str, Any]]:
        """The private keys that show now."""
        return [self._key(session, handle) for handle in self._handles(session, codes.CLASS_PRIVATE)]

    def _key(self, session: int, handle: int) -> dict[str, Any]:
        key_id, label, kind, signs, decrypts = self._keys.read(session, handle)
        always, modulus = self._always.read(session, handle)
        return {
            "id": (key_id or b"")[:256],
            "label": spoken(label),
            "kind": codes.KEY_KINDS.get(int.from_bytes(kind or b"\xff", "little"), "unknown"),
            "bits": len(modulus) * 8 if modulus else None,
            "signs": signs == TRUE,
            "decrypts": decrypts == TRUE,
            "asks_each_time": always == TRUE,
        }

    def data(self, session: int) -> list[dict[str, Any]]:
        """The data objects that show now."""
        rows = []
        for handle in self._handles(session, codes.CLASS_DATA):
            label, application, value, private = self._data.read(session, handle)
            rows.append(
                {
                    "label": spoken(label),
                    "application": spoken(application),
                    "size": len(value or b""),
                    "private": private == TRUE,
                }
            )
        return rows

    def private_key(self, session: int, key_id: bytes) -> int | None:
        """The handle of a private key."""
        found = self._cryptoki.find(session, {codes.A_CLASS: number(codes.CLASS_PRIVATE), codes.A_ID: key_id}, 1)
        return found[0] if found else None

    def _handles(self, session: int, kind: int) -> list[int]:
        return self._cryptoki.find(session, {codes.A_CLASS: number(kind)})
