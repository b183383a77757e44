"""All there is to know of a certificate, found out in a worker: its fields, and the way up to a root."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.actions.chain import Chain
    from tokenmgr.system.trust_store import TrustStore
    from tokenmgr.x509.details import CertificateDetails

#: The computer's roots change when it is updated, not from one click to the next.
STORE_LASTS = 300.0


class Reading(NamedTuple):
    """What a worker brings back."""

    details: CertificateDetails
    chain: Chain


class Reader:
    """Used by working threads only; the trust store is read once for many certificates."""

    def __init__(self) -> None:
        self._store: TrustStore | None = None
        self._read_at = 0.0
        self._lock = Lock()

    def read(self, der: bytes, others: Sequence[bytes]) -> Reading:
        """Never raises for any bytes. `others`: where issuers may be found besides the computer's own."""
        # Heavy: only once somebody looks at a certificate.
        from tokenmgr.actions.chain import chain
        from tokenmgr.x509.details import details

        return Reading(details(der), chain(der, others, self.store))

    def store(self) -> TrustStore:
        """What this computer trusts."""
        from tokenmgr.system.trust_store import read_trust_store  # with it comes ssl

        with self._lock:
            if self._store is None or time.monotonic() - self._read_at > STORE_LASTS:
                self._store, self._read_at = read_trust_store(), time.monotonic()
            return self._store
