"""Certificates, keys and data objects on a token."""

from __future__ import annotations

import sys

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.cryptoki import number
from tokenmgr.providers.pkcs11.child.reading import AttributeReader

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki

#: One page of an answer; the other side works on it while the next is read.
PAGE = 64
PAGE_BYTES = 128 * 1024
TRUE = b"\x01"
#: Named curves, as the DER that tokens keep.
CURVES = {256: bytes.fromhex("06082a8648ce3d030107"), 384: bytes.fromhex("06052b81040022")}
CURVE_BITS = {der: bits for bits, der in CURVES.items()}


def spoken(raw: bytes | None, limit: int = 1024) -> str:
    """A label as text."""
    return (raw or b"").rstrip(b"\0").decode("utf-8", errors="backslashreplace")[:limit]


def _mark(values: list[bytes | None]) -> bytes:
    """Tells a data object from the others: handles change from session to session, and it has no id of its own."""
    from hashlib import sha256  # few tokens have data objects, and every child would wait for it

    whole = sha256()
    for each in values:
        part = each or b""
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.digest()


def _read_or_skip(reader: AttributeReader, session: int, handle: int) -> list[bytes | None] | None:
    """One broken object does not hide the others; a token that is pulled hides them all."""
    try:
        return reader.read(session, handle)
    except CkError as error:
        if error.meaning == "gone":
            raise
        return None


class Objects:
    """Reads what is on a token."""

    def __init__(self, cryptoki: Cryptoki) -> None:
        self._cryptoki = cryptoki
        self._certificates = AttributeReader(cryptoki, (codes.A_ID, codes.A_LABEL, codes.A_VALUE))
        self._keys = AttributeReader(
            cryptoki, (codes.A_ID, codes.A_LABEL, codes.A_KEY_TYPE, codes.A_SIGN, codes.A_DECRYPT), room=1024
        )
        self._one = AttributeReader(cryptoki, (codes.A_ID,), room=1024)
        self._rare = AttributeReader(
            cryptoki, (codes.A_ALWAYS_AUTHENTICATE, codes.A_MODULUS, codes.A_EC_PARAMS), room=2048
        )
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
        values = _read_or_skip(self._certificates, session, handle)
        if values is None:
            return None
        key_id, label, der = values
        return {"id": (key_id or b"")[:256], "label": spoken(label), "der": der} if der else None

    def key_ids(self, session: int) -> list[bytes]:
        """Ids of private and, where private ones are hidden until login, public keys."""
        ids: set[bytes] = set()
        for kind in (codes.CLASS_PRIVATE, codes.CLASS_PUBLIC):
            for handle in self._handles(session, kind):
                values = _read_or_skip(self._one, session, handle)
                if values and values[0]:
                    ids.add(values[0][:256])
        return sorted(ids)

    def keys(self, session: int) -> list[dict[str, Any]]:
        """The private keys that show now."""
        rows = (self._key(session, handle) for handle in self._handles(session, codes.CLASS_PRIVATE))
        return [row for row in rows if row is not None]

    def _key(self, session: int, handle: int) -> dict[str, Any] | None:
        usual = _read_or_skip(self._keys, session, handle)
        rare = _read_or_skip(self._rare, session, handle)
        if usual is None or rare is None:
            return None
        key_id, label, kind, signs, decrypts = usual
        always, modulus, curve = rare
        return {
            "id": (key_id or b"")[:256],
            "label": spoken(label),
            "kind": codes.KEY_KINDS.get(int.from_bytes(kind or b"\xff", sys.byteorder), "unknown"),
            "bits": int.from_bytes(modulus, "big").bit_length() if modulus else CURVE_BITS.get(curve or b""),
            "signs": signs == TRUE,
            "decrypts": decrypts == TRUE and bool(modulus),  # only RSA keys do here
            "asks_each_time": always == TRUE,
        }

    def data(self, session: int) -> list[dict[str, Any]]:
        """The data objects that show now."""
        return [
            {
                "id": _mark(values),
                "label": spoken(values[0]),
                "application": spoken(values[1]),
                "size": len(values[2] or b""),
                "private": values[3] == TRUE,
            }
            for _handle, values in self._data_values(session)
        ]

    def data_handles(self, session: int, mark: bytes) -> list[int]:
        """Those of these names and this content; two that are the same in all are the same."""
        return [handle for handle, values in self._data_values(session) if _mark(values) == mark]

    def _data_values(self, session: int) -> Iterator[tuple[int, list[bytes | None]]]:
        for handle in self._handles(session, codes.CLASS_DATA):
            values = _read_or_skip(self._data, session, handle)
            if values is not None:
                yield handle, values

    def private_key(self, session: int, key_id: bytes, use: int = 0) -> int | None:
        """The handle of a private key; of two that share an id the one that is for this use.

        Where it is not clear which, none: what the wrong one signs is somebody's word all the same.
        """
        wanted = {codes.A_CLASS: number(codes.CLASS_PRIVATE), codes.A_ID: key_id}
        found = self._cryptoki.find(session, wanted, 2)
        if use and len(found) > 1:
            found = self._cryptoki.find(session, wanted | {use: TRUE}, 2)
        if len(found) > 1:
            raise Failure("object-missing")
        return found[0] if found else None

    def _handles(self, session: int, kind: int) -> list[int]:
        return self._cryptoki.find(session, {codes.A_CLASS: number(kind)})
