"""How a signature is made."""

from __future__ import annotations

from enum import Enum


class Scheme(Enum):
    """The caller hands over a digest; an ECDSA signature comes back in DER."""

    RSA_PKCS1 = "rsa-pkcs1"
    RSA_PSS = "rsa-pss"
    ECDSA = "ecdsa"
