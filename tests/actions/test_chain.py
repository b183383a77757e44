"""From a certificate to its root: what is proved, what is missing, and no candidates that keep anybody waiting."""

from __future__ import annotations

import random
import time
from datetime import timedelta
from pathlib import Path

import pytest

from tests.x509.corpus import vectors
from tests.x509.issued import NOW, issue
from tests.x509.test_certificate import SM2_DER
from tokenmgr.actions.chain import MOST_CHECKS, MOST_LINKS, REASONS, Chain, chain
from tokenmgr.system.trust_store import TrustStore, read_trust_store
from tokenmgr.x509.kinship import Signed, kin, signed_by

ROOT = issue("CN=Root", "CN=Root", ca=True)
SUB = issue("CN=Sub", "CN=Root", ca=True)
LEAF = issue("CN=Leaf", "CN=Sub")


def found(leaf: bytes = LEAF, *candidates: bytes, trusted: tuple[bytes, ...] = (), source: str = "store") -> Chain:
    return chain(leaf, candidates, lambda: TrustStore(trusted, source), NOW)


def said(it: Chain) -> list[tuple[str, str, str, str]]:
    return [(link.facts.name, link.role, link.status, link.reason) for link in it.links]


def test_a_whole_chain_to_a_trusted_root() -> None:
    it = found(LEAF, SUB, trusted=(ROOT,))
    assert said(it) == [
        ("Root", "root", "good", "trusted-by-this-computer"),
        ("Sub", "issuer", "good", "signature-right"),
        ("Leaf", "leaf", "good", "signature-right"),
    ]
    assert (it.complete, it.trusted) == (True, True)
    assert [link.source for link in it.links] == ["system", "here", "here"]
    assert (it.revocation, it.revocation_reason) == ("not-checked", "nothing-is-fetched")


def test_a_root_that_only_the_token_knows() -> None:
    it = found(LEAF, SUB, ROOT)
    assert said(it)[0] == ("Root", "root", "warn", "root-not-trusted")
    assert (it.complete, it.trusted) == (True, False)


def test_no_store_says_nothing_of_trust() -> None:
    it = found(LEAF, SUB, ROOT, source="")
    assert said(it)[0] == ("Root", "root", "unknown", "no-trust-store")
    assert it.trusted is None


def test_an_issuer_that_is_not_here() -> None:
    assert said(found(LEAF)) == [("Leaf", "leaf", "unknown", "issuer-not-found")]
    it = found(LEAF, SUB)
    assert said(it) == [("Sub", "issuer", "unknown", "issuer-not-found"), ("Leaf", "leaf", "good", "signature-right")]
    assert (it.complete, it.trusted) == (False, False)


def test_dates_of_every_link() -> None:
    old_sub = issue("CN=Sub", "CN=Root", ca=True, days=-5)
    it = found(issue("CN=Leaf", "CN=Sub", days=-1), old_sub, trusted=(ROOT,))
    assert [link.reason for link in it.links] == ["trusted-by-this-computer", "expired", "expired"]
    early = chain(LEAF, [], lambda: TrustStore((), "store"), NOW - timedelta(days=2000))
    assert early.links[0].reasons == ("not-yet-valid", "issuer-not-found")


def test_the_issuers_valid_certificate_before_its_expired_one() -> None:
    old_sub = issue("CN=Sub", "CN=Root", ca=True, days=-5)
    for candidates in ((old_sub, SUB), (SUB, old_sub)):
        assert said(found(LEAF, *candidates, trusted=(ROOT,)))[1][3] == "signature-right"


def test_a_forged_signature() -> None:
    forged = bytearray(LEAF)
    forged[-1] ^= 1
    it = found(bytes(forged), SUB, ROOT)
    assert said(it) == [("Leaf", "leaf", "bad", "signature-wrong")]


def test_an_authority_with_a_new_key_under_its_old_name() -> None:
    other = issue("CN=Sub", "CN=Root", owner="another key", ca=True, ids=False)
    leaf = issue("CN=Leaf", "CN=Sub", ids=False)
    assert said(found(leaf, other)) == [("Leaf", "leaf", "unknown", "issuer-not-found")]
    assert len(found(leaf, other, SUB).links) == 2


def test_who_is_no_authority_issues_nothing() -> None:
    it = found(issue("CN=Victim", "CN=Leaf"), LEAF, SUB, trusted=(ROOT,))
    assert said(it)[2] == ("Leaf", "issuer", "bad", "not-a-ca")
    assert it.trusted is False


def test_the_way_to_a_trusted_root_is_preferred() -> None:
    lonely = issue("CN=Root", "CN=Old Root", owner="CN=Root", ca=True)
    old = issue("CN=Old Root", "CN=Old Root", ca=True)
    assert said(found(LEAF, lonely, SUB, ROOT, trusted=(old,)))[0][0] == "Old Root"
    assert said(found(LEAF, lonely, SUB, ROOT, trusted=(ROOT,)))[0][0] == "Root"


def test_a_certificate_that_issued_itself() -> None:
    it = found(ROOT)
    assert said(it) == [("Root", "leaf", "warn", "root-not-trusted")]
    assert it.complete


def test_sm2_cannot_be_checked_and_says_so() -> None:
    reasons = found(SM2_DER).links[-1].reasons
    assert "signature-unchecked" in reasons
    assert "signature-right" not in reasons
    assert found(SM2_DER, trusted=(ROOT,)).trusted is False


def test_loops_end() -> None:
    one = issue("CN=One", "CN=Two", ca=True)
    two = issue("CN=Two", "CN=One", ca=True)
    it = found(issue("CN=Leaf", "CN=One"), one, two)
    assert [link.facts.name for link in it.links] == ["Two", "One", "Leaf"]
    assert it.links[0].reason == "issuer-not-found"


def test_long_chains_are_cut() -> None:
    line = [issue(f"CN={n}", f"CN={n + 1}", owner="same", signer="same", ca=True) for n in range(20)]
    it = found(line[0], *line[1:])
    assert len(it.links) == MOST_LINKS
    assert it.links[0].reason == "chain-too-long"


def test_ten_thousand_of_the_same_name(monkeypatch: pytest.MonkeyPatch) -> None:
    checks: list[bytes] = []

    def counted(der: bytes, issuer: bytes) -> Signed:
        checks.append(issuer)
        return signed_by(der, issuer)

    monkeypatch.setattr("tokenmgr.actions.chain.signed_by", counted)
    false = issue("CN=Sub", "CN=Root", owner="another key", ca=True, ids=False)
    many = [false[:-8] + n.to_bytes(8, "big") for n in range(10_000)]
    begun = time.monotonic()
    it = found(LEAF, *many)
    assert time.monotonic() - begun < 10
    assert said(it) == [("Leaf", "leaf", "unknown", "too-many-candidates")]
    assert len(checks) == MOST_CHECKS
    assert found(LEAF, *many, trusted=(SUB,)).trusted, "what this computer trusts cannot be hidden by numbers"


def test_false_identifiers_do_not_hide_what_is_trusted() -> None:
    """The false ones claim the right key by its identifier; the true one, of the old kind, has none."""
    right, wrong = (kin(issue("CN=Sub", "CN=Root", owner=owner, ca=True)).key_id for owner in ("CN=Sub", "another key"))
    false = issue("CN=Sub", "CN=Root", owner="another key", ca=True).replace(wrong, right)
    assert kin(false).key_id == kin(LEAF).issuer_key_id
    many = [false[:-8] + n.to_bytes(8, "big") for n in range(200)]
    plain = issue("CN=Sub", "CN=Root", ca=True, ids=False)
    assert found(LEAF, *many).links[0].reason == "too-many-candidates"
    assert found(LEAF, *many, trusted=(plain,)).trusted


def test_any_bytes_at_all() -> None:
    chance = random.Random(7)
    for _ in range(300):
        bad = bytearray(LEAF)
        for _ in range(chance.randint(1, 4)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        it = found(bytes(bad), bytes(bad), SUB, trusted=(ROOT,))
        assert it.links
        assert all(set(link.reasons) <= set(REASONS) for link in it.links)
    assert said(found(b"")) == [("", "leaf", "bad", "unreadable")]


def test_every_vector_among_all_others() -> None:
    ders = [each.der for each in vectors()]
    lengths = [len(found(der, *ders, trusted=tuple(ders[:50])).links) for der in ders[:200:8]]
    assert min(lengths) == 1
    assert max(lengths) > 1


@pytest.mark.skipif(not Path("/etc/ssl/certs/ca-certificates.crt").exists(), reason="no bundle on this system")
def test_every_root_of_this_computer_is_trusted_by_it() -> None:
    store = read_trust_store()
    assert len(store.ders) > 20
    assert all(chain(der, [], lambda: store, NOW).trusted for der in store.ders[:5])
