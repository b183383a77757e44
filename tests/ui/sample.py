"""A desk full of tokens as plain values, the one of the pictures: what panels are shown in tests."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tokenmgr.actions.attention import USUAL_LEAD_DAYS, Attention
from tokenmgr.actions.glance import Absent, Fault, Glance, Health, TokenGlance
from tokenmgr.actions.overview import Overview, State
from tokenmgr.ca.profile import Profile, load
from tokenmgr.model.certificate import Certificate, CertificateFacts, Usage
from tokenmgr.model.errors import ModuleHung
from tokenmgr.model.pin import Certainty, PinReading, TriesLeft, Why
from tokenmgr.model.token import Ability, Memory, Token, TokenFlag, TokenId
from tokenmgr.session.events import Event, Who

NOW = datetime(2026, 11, 20, 10, 58, tzinfo=UTC)
RESOURCES = Path(__file__).resolve().parents[2] / "resources"
ABILITIES = frozenset(Ability) - {Ability.UNLOCK_BY_PUK}
FLAGS = frozenset({TokenFlag.INITIALISED, TokenFlag.LOGIN_REQUIRED, TokenFlag.USER_PIN_SET})


def profile(name: str) -> Profile:
    return load(RESOURCES / "ca" / f"{name}.toml")


def token_id(maker: str, model: str, serial: str) -> TokenId:
    return TokenId(maker, model, serial)


HK = token_id("SafeNet", "eToken 5110", "02113C7A8F21")
CLII = token_id("BJCA", "mToken", "4403160703C7")
NETCA = token_id("NETCA", "EK3", "770190B6D0")
PRACTICE = token_id("tokenmgr", "Practice", "0000PR01")
GONE = token_id("eSignTrust", "eToken", "5A210E77")


def certificate(
    token: TokenId, name: str, days: int, usage: Usage = Usage.BOTH, issuer: str = "Hongkong Post e-Cert CA 2 - 17"
) -> Certificate:
    mark = f"{token.serial}{name}{usage.value}".encode().hex()
    facts = CertificateFacts(
        der=mark.encode(),
        sha256=hashlib.sha256(mark.encode()).hexdigest(),
        subject=f"CN={name},O=Sample,C=HK",
        issuer=f"CN={issuer},O=Sample,C=HK",
        serial="4C1FA093AA10BB208E02",
        not_before=NOW + timedelta(days=days - 1096),
        not_after=NOW + timedelta(days=days, hours=1),
        usage=usage,
        key="RSA 2048",
        name=name,
        is_ca=usage is Usage.CA,
    )
    return Certificate(token, mark[:8].encode(), name, facts, has_private_key=usage is not Usage.CA)


def token(  # noqa: PLR0913 - what differs between tokens
    identity: TokenId,
    alias: str,
    tries: TriesLeft,
    issuer: Profile | None,
    certificates: tuple[Certificate, ...],
    state: State = State.OK,
    *,
    minutes: int = 0,
    practice: bool = False,
    initial: bool = False,
) -> TokenGlance:
    plain = Token(
        identity,
        label="My Token",
        provider="practice" if practice else "pkcs11",
        module="" if practice else "libeToken.so",
        reader=f"{identity.manufacturer} {identity.model} 0",
        flags=FLAGS,
        abilities=ABILITIES,
        pin_min=4,
        pin_max=16,
        hardware="16.0",
        firmware="15.0",
        memory=Memory(81920, 34318, None, None),
        practice=practice,
    )
    overview = Overview(plain, state, tries, PinReading(exact=tries.at_most), issuer)
    health = Health("built-in") if practice else Health("ok", "libeToken.so", "10.8")
    lead = issuer.lead_days if issuer else USUAL_LEAD_DAYS
    return TokenGlance(plain, alias, overview, certificates, minutes, minutes > 0, health, initial, lead_days=lead)


def exact(left: int, limit: int = 15) -> TriesLeft:
    return TriesLeft(left, Certainty.EXACT, Why.VENDOR_COUNTER, limit)


def at_most(left: int, limit: int = 10) -> TriesLeft:
    return TriesLeft(left, Certainty.AT_MOST, Why.LEDGER, limit)


def event(number: int, kind: str, minutes: int, who: Who = "this-program", **facts: str | int) -> Event:
    return Event(number, NOW - timedelta(minutes=minutes), kind, HK, "我的电子证书", who, tuple(facts.items()))


def tokens_here() -> tuple[TokenGlance, ...]:
    hk, clii, netca = profile("hkpost-safenet"), profile("clii-bjca"), profile("netca")
    company, trade = "河北某某建设工程有限公司", "广州某某贸易有限公司"
    signing = certificate(NETCA, trade, 468, Usage.SIGN, "NETCA CA")
    encryption = certificate(NETCA, trade, 468, Usage.ENCRYPT, "NETCA CA")
    tender = certificate(CLII, company, 212, Usage.SIGN, "CLII CA")
    return (
        token(HK, "我的电子证书", exact(12), hk, (certificate(HK, "陈大文 CHAN TAI MAN", 37),), minutes=24),
        token(CLII, "工程投标证书", at_most(10), clii, (tender,), State.MUST_CHANGE, initial=True),
        token(NETCA, "广东业务证书", at_most(8), netca, (signing, encryption)),
        token(PRACTICE, "练习令牌", exact(15), hk, (certificate(PRACTICE, "练习 PRACTICE", 365),), practice=True),
    )


def gone() -> Absent:
    now = certificate(GONE, "CHAN TAI MAN", 590, issuer="eSignTrust CA")
    old = certificate(GONE, "CHAN TAI MAN (old)", -400, issuer="eSignTrust CA")
    seen = NOW - timedelta(days=17)
    return Absent(GONE, "eSignTrust", "My Token", "", False, "esigntrust", (now, old), seen)


def to_do() -> tuple[Attention, ...]:
    end = (("days", 37), ("date", "2026-12-27"))
    missed = (("count", 3), ("at", "2026-11-20T10:42:00+00:00"))
    return (
        Attention("initial-pin", "bad", CLII, "工程投标证书", "03C7", "change-pin", ()),
        Attention("expiring", "warn", HK, "我的电子证书", "8F21", "renewal-info", end),
        Attention("others-missed", "warn", HK, "我的电子证书", "8F21", "events", missed),
    )


def full() -> Glance:
    """Four tokens, three things to do, one token that is out: the picture home-light."""
    events = (
        event(3, "others-missed", 16, "other-program", count=3),
        event(2, "pin-right", 27),
        event(1, "arrived", 28, "token"),
    )
    return Glance(NOW, tokens_here(), (gone(),), (), to_do(), events)


def empty() -> Glance:
    """No token, one module that did not answer: the picture home-empty."""
    return full()._replace(
        tokens=(), attention=(), faults=(Fault("NETCA", ModuleHung("NETCA", "tokens"), serious=True),)
    )


def locked() -> Glance:
    """The first token locked."""
    glance = full()
    first = glance.tokens[0]
    seen = first.overview._replace(state=State.LOCKED, tries=exact(0))
    return glance._replace(tokens=(first._replace(overview=seen, unlocked_minutes=0, open=False), *glance.tokens[1:]))
