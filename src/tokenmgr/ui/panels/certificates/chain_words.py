"""What is said of each link of a chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.ui.words import day, translate

if TYPE_CHECKING:
    from tokenmgr.actions.chain import Chain, Link

#: Status -> icon and colour.
SIGNS = {
    "good": ("check-circle", "ok"),
    "warn": ("triangle", "warn"),
    "bad": ("octagon", "bad"),
    "unknown": ("unknown", "text2"),
}


def reason_words(link: Link, reason: str) -> str:
    """One of the things there are to say of a link."""
    begin, end = link.facts.not_before, link.facts.not_after
    match reason:
        case "expired":
            return translate("Certificates", "Expired on {date}").format(date=day(end) if end else "?")
        case "not-yet-valid":
            return translate("Certificates", "Valid only from {date}").format(date=day(begin) if begin else "?")
        case "signature-right":
            return translate("Certificates", "Valid until {date}").format(date=day(end) if end else "?")
    return {
        "unreadable": translate("Certificates", "Cannot be read in full"),
        "signature-wrong": translate("Certificates", "Not signed by this issuer"),
        "not-a-ca": translate("Certificates", "May not issue certificates"),
        "root-not-trusted": translate("Certificates", "Root, not trusted by this computer"),
        "weak-signature": translate("Certificates", "Signed with a method that is not safe any more"),
        "issuer-not-found": translate("Certificates", "Issuer's certificate is not here"),
        "too-many-candidates": translate("Certificates", "Too many possible issuers"),
        "chain-too-long": translate("Certificates", "Chain is too long"),
        "signature-unchecked": translate("Certificates", "Signature cannot be checked here"),
        "no-trust-store": translate("Certificates", "This computer's trusted roots cannot be read"),
        "trusted-by-this-computer": translate("Certificates", "Root, trusted by this computer"),
    }.get(reason, reason)


def chain_verdict(chain: Chain) -> tuple[str, str, str]:
    """Of the whole chain: a tone, a sentence, and what it means."""
    statuses = {link.status for link in chain.links}
    if chain.trusted and "bad" not in statuses:
        return (
            "ok",
            translate("Certificates", "This computer trusts it"),
            translate("Certificates", "Every signature up to a trusted root is right."),
        )
    if "bad" in statuses:
        return (
            "bad",
            translate("Certificates", "Something is wrong in this chain"),
            translate("Certificates", "The links below say what. Other programs may refuse it for the same reason."),
        )
    if not chain.complete:
        return (
            "text2",
            translate("Certificates", "The chain is not complete"),
            translate(
                "Certificates",
                "An issuer's certificate is neither on a token nor in this computer. "
                "That alone is no fault: many programs bring it with them.",
            ),
        )
    return (
        "warn",
        translate("Certificates", "This computer does not know the root"),
        translate("Certificates", "Install the issuer's root certificate if programs here refuse the certificate."),
    )


def not_asked() -> str:
    """Of revocation."""
    return translate(
        "Certificates",
        "Whether it was revoked is not asked: that would tell the issuer over the network who looks at it.",
    )
