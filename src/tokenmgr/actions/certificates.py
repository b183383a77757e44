"""Find a certificate by whatever the user calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.certificate import Usage
from tokenmgr.model.errors import ObjectMissing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.session.session import TokenSession

SIGNING = frozenset({Usage.SIGN, Usage.BOTH})


def find_certificate(session: TokenSession, wanted: str = "") -> Certificate:
    """By id, fingerprint, serial number, label or name; the only one where nothing is said."""
    return _chosen(session.certificates(), wanted)


def find_signer(session: TokenSession, wanted: str = "") -> Certificate:
    """The certificate to sign with: the one named, or the only one that is for signing.

    Most tokens show their keys only while open, so a key that does not show says nothing where none does.
    """
    certificates = session.certificates()
    if wanted:
        return _chosen(certificates, wanted)
    able = [each for each in certificates if each.has_private_key] or [
        each for each in certificates if not each.facts.is_ca
    ]
    return _chosen([each for each in able if each.facts.usage in SIGNING] or able, "")


def _chosen(certificates: Sequence[Certificate], wanted: str) -> Certificate:
    matching = [each for each in certificates if not wanted or _answers_to(each, wanted)]
    if len(matching) != 1:
        raise ObjectMissing(wanted)
    return matching[0]


def _answers_to(certificate: Certificate, wanted: str) -> bool:
    facts = certificate.facts
    exact = {certificate.id.hex(), facts.sha256, facts.serial, certificate.label, facts.name}
    long_enough = 8
    return wanted in exact or (len(wanted) >= long_enough and facts.sha256.startswith(wanted.lower()))
