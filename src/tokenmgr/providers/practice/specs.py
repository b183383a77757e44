"""The practice tokens there are, as data: what each issuer hands out, and how that token behaves.

The initial PINs below are what a PIN envelope or a leaflet would say. They are published on purpose: a practice
token protects nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tokenmgr.model.certificate import Usage
from tokenmgr.model.errors import NotSupported
from tokenmgr.model.pin import PinKind
from tokenmgr.model.token import Ability, TokenId

if TYPE_CHECKING:
    from collections.abc import Mapping

MIN_PIN = 6
MAX_PIN = 16
COMMON_ABILITIES = frozenset(
    {Ability.SIGN, Ability.CHANGE_PIN, Ability.RENAME, Ability.STORE, Ability.MAKE_KEYS},
)


class PinSpec(NamedTuple):
    """One PIN as it leaves the issuer."""

    initial: str
    limit: int
    must_change: bool = False
    #: The initial PIN is known to everyone, so the token does not take it as a new one.
    refuses_initial: bool = False


class CertificateSpec(NamedTuple):
    """One certificate and its key as they leave the issuer."""

    key_id: bytes
    label: str
    usage: Usage
    subject: tuple[tuple[str, str], ...]
    days_since_start: int
    days_left: int


class TokenSpec(NamedTuple):
    """One practice token."""

    id: TokenId
    label: str
    issuer: tuple[tuple[str, str], ...]
    pins: Mapping[PinKind, PinSpec]
    certificates: tuple[CertificateSpec, ...]
    abilities: frozenset[Ability] = COMMON_ABILITIES
    #: Whether the token tells how many tries are left; where not, only its flags speak.
    tells_tries: bool = True


HONGKONG_POST = TokenSpec(
    id=TokenId("SafeNet, Inc.", "eToken", "P0HK8F21"),
    label="e-Cert Token (practice)",
    issuer=(
        ("C", "HK"),
        ("O", "Hongkong Post (practice)"),
        ("CN", "Hongkong Post e-Cert CA 1 - 15 (practice)"),
    ),
    # The eight digits of the practice envelope. No PUK and no administrator: once locked, only a new e-Cert helps.
    pins={PinKind.USER: PinSpec("12345678", limit=15)},
    certificates=(
        CertificateSpec(
            key_id=b"\x01",
            label="e-Cert (practice)",
            usage=Usage.BOTH,
            subject=(
                ("C", "HK"),
                ("O", "Hongkong Post e-Cert (Personal)"),
                ("OU", "0000000000"),
                ("CN", "陳大文 CHAN Tai Man (practice)"),
            ),
            days_since_start=100,
            days_left=995,
        ),
    ),
)

LIGHT_INDUSTRY = TokenSpec(
    id=TokenId("BJCA", "CertKey", "P0CL3A57"),
    label="CLII Token (practice)",
    issuer=(
        ("C", "CN"),
        ("O", "中国轻工业联合会"),
        ("OU", "BJCA"),
        ("CN", "China Light Industry CLII CA (practice)"),
    ),
    pins={
        PinKind.USER: PinSpec("111111", limit=10, must_change=True, refuses_initial=True),
        PinKind.SO: PinSpec("88888888", limit=10),
    },
    certificates=(
        CertificateSpec(
            key_id=b"\x01",
            label="CLII (practice)",
            usage=Usage.BOTH,
            subject=(
                ("C", "CN"),
                ("O", "演练轻工制造有限公司"),
                ("CN", "张练习 (practice)"),
            ),
            days_since_start=340,
            days_left=25,
        ),
    ),
    abilities=COMMON_ABILITIES | {Ability.UNLOCK_BY_SO, Ability.CHANGE_SO_PIN, Ability.INITIALISE},
)

_NETCA_SUBJECT = (("C", "CN"), ("ST", "广东省"), ("O", "演练贸易有限公司"), ("CN", "李演练 (practice)"))

NETCA = TokenSpec(
    id=TokenId("NETCA", "NETCA Key", "P0NE6D90"),
    label="NETCA Token (practice)",
    issuer=(("C", "CN"), ("O", "NETCA Certificate Authority"), ("CN", "NETCA Organization CA (practice)")),
    pins={PinKind.USER: PinSpec("12345678", limit=8), PinKind.PUK: PinSpec("12345678", limit=8)},
    certificates=(
        CertificateSpec(b"\x01", "NETCA signing (practice)", Usage.SIGN, _NETCA_SUBJECT, 200, 530),
        CertificateSpec(b"\x02", "NETCA encryption (practice)", Usage.ENCRYPT, _NETCA_SUBJECT, 200, 530),
    ),
    abilities=COMMON_ABILITIES | {Ability.UNLOCK_BY_PUK},
    # The issuer publishes no limit, so this token keeps its own to itself.
    tells_tries=False,
)

SPECS = {spec.id.serial: spec for spec in (HONGKONG_POST, LIGHT_INDUSTRY, NETCA)}


def require_ability(token: TokenId, ability: Ability) -> None:
    """Refuse what this kind of token never does; whether it is there at all is not asked here."""
    spec = SPECS.get(token.serial)
    if spec is not None and ability not in spec.abilities:
        raise NotSupported(ability.value)
