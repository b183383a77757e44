"""From a certificate up to a root: who issued it, is that proved, and does this computer trust the root?

Whoever fills a token fills the candidates, so there is a limit to everything: how long a chain may be, and how many
signatures are checked. Nothing is fetched: an issuer that is not at hand is said to be missing.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.x509.certificate import read
from tokenmgr.x509.kinship import Kin, Signed, kin, owns_its_key_id, signed_by, weakly_signed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tokenmgr.model.certificate import CertificateFacts
    from tokenmgr.system.trust_store import TrustStore

MOST_LINKS = 10
MOST_CHECKS = 64
MOST_CANDIDATES = 20_000
#: A larger one is no issuer's certificate.
LARGEST = 256 * 1024

BAD = frozenset({"signature-wrong", "expired", "not-yet-valid", "not-a-ca", "unreadable"})
WARN = frozenset({"root-not-trusted", "weak-signature"})
#: Everything that may be said of a link, worst first.
REASONS = (
    "unreadable",
    "signature-wrong",
    "not-a-ca",
    "expired",
    "not-yet-valid",
    "root-not-trusted",
    "weak-signature",
    "issuer-not-found",
    "too-many-candidates",
    "chain-too-long",
    "signature-unchecked",
    "no-trust-store",
    "trusted-by-this-computer",
    "signature-right",
)
#: With one of these in between, a trusted root says nothing of the certificate.
UNPROVED = frozenset({"not-a-ca", "signature-unchecked", "signature-wrong"})
FINE = frozenset({"trusted-by-this-computer", "signature-right"})


class Link(NamedTuple):
    """One certificate of a chain, and how it stands with it."""

    facts: CertificateFacts
    #: "root", "issuer" or "leaf"; a leaf that issued itself is a leaf.
    role: str
    #: "good", "warn", "bad" or "unknown".
    status: str
    #: All there is to say, worst first.
    reasons: tuple[str, ...]
    #: "system" where it is in this computer's trust store, else "here".
    source: str

    @property
    def reason(self) -> str:
        """The worst of it."""
        return self.reasons[0]


class Chain(NamedTuple):
    """From the root, or as far up as is known, down to the certificate."""

    links: tuple[Link, ...]
    #: Reaches a certificate that issued itself, or one that this computer trusts.
    complete: bool
    #: Ends in a root of this computer's; None where its trust store could not be read.
    trusted: bool | None
    #: Asking would tell the issuer who looks at what, and needs the network.
    revocation: str = "not-checked"
    revocation_reason: str = "nothing-is-fetched"


class _Step(NamedTuple):
    """An issuer that fits, and how surely."""

    kin: Kin
    signed: Signed


class _Way(NamedTuple):
    """One way up: the steps above a certificate, and why it ends where it does."""

    steps: tuple[_Step, ...]
    end: str


def chain(
    der: bytes, candidates: Iterable[bytes], store: Callable[[], TrustStore], now: datetime | None = None
) -> Chain:
    """The best chain there is: one to a trusted root before one to any root before the longest."""
    trusted, now = store(), now or datetime.now(UTC)
    found = _Climb(candidates, trusted.ders, now)
    start = kin(der)
    way = found.best(start)
    links = _links(start, way, found.trusted, now, readable=bool(trusted.source))
    proved = way.end == "trusted" and not any(UNPROVED.intersection(link.reasons) for link in links)
    return Chain(links, way.end in {"root", "trusted"}, proved if trusted.source else None)


class _Climb:
    """Looks for the way up, with a purse of signature checks."""

    def __init__(self, candidates: Iterable[bytes], trusted: Iterable[bytes], now: datetime) -> None:
        self._now = now
        self._by_subject: dict[bytes, dict[bytes, Kin]] = defaultdict(dict)
        self.trusted: set[bytes] = set()
        self._checks = MOST_CHECKS
        for der in trusted:
            self.trusted.add(self._shelve(der))
        for _, der in zip(range(MOST_CANDIDATES), candidates, strict=False):
            self._shelve(der)

    def _shelve(self, der: bytes) -> bytes:
        if len(der) > LARGEST:
            return b""
        found = kin(der)
        if found.subject:
            self._by_subject[found.subject].setdefault(found.der, found)
        return found.der

    def best(self, start: Kin) -> _Way:
        """The best way up from here."""
        return self._up(start, (start.der,))

    def _up(self, at: Kin, passed: tuple[bytes, ...]) -> _Way:
        if at.der in self.trusted:
            return _Way((), "trusted")
        if at.subject == at.issuer and at.issuer and signed_by(at.der, at.der) is not Signed.WRONG:
            return _Way((), "root")
        if len(passed) >= MOST_LINKS:
            return _Way((), "chain-too-long")
        best = _Way((), "issuer-not-found")
        for end, way in self._ways(at, passed):
            best = max(best, _Way(way, end), key=_rank)
            if best.end == "trusted":
                break
        return best

    def _ways(self, at: Kin, passed: tuple[bytes, ...]) -> Iterator[tuple[str, tuple[_Step, ...]]]:
        for issuer in self._likely(at):
            if issuer.der in passed:
                continue
            if not self._checks:
                yield "too-many-candidates", ()
                return
            self._checks -= 1
            signed = signed_by(at.der, issuer.der)
            if signed is Signed.WRONG:
                # Authorities take new keys under their old name; only the key's own identifier makes it a forgery.
                if _same_key(at, issuer) and owns_its_key_id(issuer):
                    yield "signature-wrong", ()
                continue
            above = self._up(issuer, (*passed, issuer.der))
            yield above.end, (_Step(issuer, signed), *above.steps)

    def _likely(self, at: Kin) -> list[Kin]:
        """The computer's own first, so that no number of others can hide them; then by key, before by name alone."""
        named = self._by_subject.get(at.issuer, {}) if at.issuer else {}
        fitting = [each for each in named.values() if not _other_key(at, each)]
        fitting.sort(key=lambda each: (each.der not in self.trusted, not _same_key(at, each)))
        # One authority often has an old and a new certificate for one key. One more than can be checked, to be missed.
        return sorted(fitting[: MOST_CHECKS + 1], key=lambda each: (each.der not in self.trusted, self._is_over(each)))

    def _is_over(self, issuer: Kin) -> bool:
        end = read(issuer.der).not_after
        return end is None or end < self._now


def _same_key(at: Kin, issuer: Kin) -> bool:
    return bool(at.issuer_key_id) and at.issuer_key_id == issuer.key_id


def _other_key(at: Kin, issuer: Kin) -> bool:
    return bool(at.issuer_key_id and issuer.key_id) and at.issuer_key_id != issuer.key_id


ENDS = ("issuer-not-found", "signature-wrong", "too-many-candidates", "chain-too-long", "root", "trusted")


def _rank(way: _Way) -> tuple[int, int, bool]:
    """A root before none, the longer before the shorter, the proved before the likely."""
    return (
        max(ENDS.index(way.end) - ENDS.index("chain-too-long"), 0),
        len(way.steps),
        all(step.signed is Signed.RIGHT for step in way.steps) and way.end != "issuer-not-found",
    )


def _links(start: Kin, way: _Way, trusted: set[bytes], now: datetime, *, readable: bool) -> tuple[Link, ...]:
    line = [start, *(step.kin for step in way.steps)]
    proofs = [*(step.signed for step in way.steps), None]
    links = []
    for place, (each, proof) in enumerate(zip(line, proofs, strict=True)):
        facts = read(each.der)
        reasons = set(_of_itself(facts, now))
        if place and not facts.is_ca:
            reasons.add("not-a-ca")
        reasons |= _of_issuer(each, proof) if proof else _of_end(each, way.end, readable=readable)
        role = "leaf" if not place else "root" if proof is None and way.end in {"root", "trusted"} else "issuer"
        source = "system" if each.der in trusted else "here"
        links.append(_link(facts, role, reasons, source))
    return tuple(reversed(links))


def _link(facts: CertificateFacts, role: str, reasons: set[str], source: str) -> Link:
    ordered = tuple(sorted(reasons, key=REASONS.index))
    worst = ordered[0]
    status = "bad" if worst in BAD else "warn" if worst in WARN else "good" if worst in FINE else "unknown"
    return Link(facts, role, status, ordered, source)


def _of_itself(facts: CertificateFacts, now: datetime) -> Iterator[str]:
    if facts.not_before is None or facts.not_after is None or not facts.subject:
        yield "unreadable"
    if facts.not_after is not None and facts.not_after < now:
        yield "expired"
    if facts.not_before is not None and facts.not_before > now:
        yield "not-yet-valid"


def _of_issuer(each: Kin, proof: Signed) -> set[str]:
    said = {Signed.RIGHT: "signature-right", Signed.WRONG: "signature-wrong", Signed.UNCHECKED: "signature-unchecked"}
    return {said[proof]} | ({"weak-signature"} if weakly_signed(each.der) else set())


def _of_end(each: Kin, end: str, *, readable: bool) -> set[str]:
    """A root's own signature proves nothing, so its hash does not matter either; but a false one is told."""
    if end == "trusted":
        return {"trusted-by-this-computer"}
    if end != "root":
        return {end}
    unchecked = {"signature-unchecked"} if signed_by(each.der, each.der) is Signed.UNCHECKED else set()
    return unchecked | {"root-not-trusted" if readable else "no-trust-store"}
