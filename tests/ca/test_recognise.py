from __future__ import annotations

import pytest

from tests.ca.files import NAMES, shipped
from tokenmgr.ca.profile import Modules, Profile, Recognise, TokenPattern
from tokenmgr.ca.recognise import Sign, certificate_class, recognise, recognise_by

HARICA = "CN=HARICA Qualified Natural Entities RSA,O=Hellenic Academic and Research Institutions CA,C=GR"


@pytest.fixture(scope="module")
def profiles() -> list[Profile]:
    return [shipped(name) for name in NAMES]


def make(name: str, *issuers: str, model: str = "", module: str = "") -> Profile:
    tokens = (TokenPattern(model=model),) if model else ()
    modules = Modules(linux=(module,) if module else ())
    return shipped("netca")._replace(id=name, recognise=Recognise(issuers, tokens), modules=modules)


def by(profiles: list[Profile], *signs: object) -> tuple[str, Sign] | None:
    manufacturer, model, module, *issuers = map(str, signs)
    found = recognise_by(profiles, manufacturer, model, module, issuers)
    plain = recognise(profiles, manufacturer, model, module, issuers)
    assert plain == (found.profile if found else None)
    return (found.profile.id, found.by) if found else None


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (("", "", "", "CN=Hongkong Post e-Cert CA 2 - 15,O=Hongkong Post,L=Hong Kong,C=HK"), "hkpost-safenet"),
        (("", "", "", "CN=Hongkong Post e-Cert CA 1 - 10,O=Hongkong Post,C=HK"), "hkpost-safenet"),
        (("", "", "", "C=CN, O=NETCA Certificate Authority, CN=NETCA Organization ClassA CA"), "netca"),
        (("", "", "", "CN=NETCA G2 TEST Individual CA,O=NETCA,C=CN"), "netca"),
        (("", "", "", "CN=Macao Post eSignTrust Root Certification Authority (G02),C=MO"), "esigntrust"),
        (("", "", "", "CN=CLII CA,OU=BJCA,O=中国轻工业联合会,C=CN"), "clii-bjca"),
        (("", "", "", "CN=Public Trust CA-2,OU=Public Trust CA-2,O=BJCA,C=CN"), "clii-bjca"),
        (("", "", "", HARICA, "CN=x,O=hongkong POST"), "hkpost-safenet"),
    ],
)
def test_certificates_name_their_issuer(signs: tuple[str, ...], expected: str, profiles: list[Profile]) -> None:
    assert by(profiles, *signs) == (expected, Sign.ISSUER)
    assert by(profiles[::-1], *signs) == (expected, Sign.ISSUER)


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        (("SafeNet, Inc.", "eToken", ""), ("hkpost-safenet", Sign.TOKEN)),
        (("SafeNet, Inc.", "IDPrime", ""), None),
        (("", "", "/usr/lib/libeToken.so"), ("hkpost-safenet", Sign.MODULE)),
        (("", "", "/usr/lib/libeToken.so.10.8.28"), ("hkpost-safenet", Sign.MODULE)),
        (("", "", "/usr/lib/libeToken.sox"), None),
        (("", "", r"C:\Windows\System32\ETPKCS11.DLL"), ("hkpost-safenet", Sign.MODULE)),
        (("", "", r"C:\eTPKCS11.dll\other.dll"), None),
        (("NETCA", "Key", ""), ("netca", Sign.TOKEN)),
        (("BJCA", "CertKey", "/usr/lib/libeToken.so"), ("clii-bjca", Sign.TOKEN)),
        (("", "", ""), None),
    ],
)
def test_without_certificates_token_and_module_speak(
    signs: tuple[str, ...], expected: tuple[str, Sign] | None, profiles: list[Profile]
) -> None:
    assert by(profiles, *signs) == expected


def test_a_certificate_outweighs_what_the_token_looks_like(profiles: list[Profile]) -> None:
    assert by(profiles, "SafeNet", "eToken", "libeToken.so", "O=NETCA") == ("netca", Sign.ISSUER)


def test_a_token_full_of_somebody_elses_certificates_is_not_ours(profiles: list[Profile]) -> None:
    assert by(profiles, "SafeNet, Inc.", "eToken", "libeToken.so", HARICA) is None


def test_an_unreadable_issuer_is_no_issuer(profiles: list[Profile]) -> None:
    assert by(profiles, "SafeNet, Inc.", "eToken", "", "") == ("hkpost-safenet", Sign.TOKEN)


def test_the_issuers_other_token_is_ruled_out(profiles: list[Profile]) -> None:
    assert by(profiles, "Feitian Technologies", "ePass2003", "", "O=Hongkong Post") is None


@pytest.mark.parametrize("issuer", ["O=Netcat Ltd", "CN=NETCA", r"O=Foo\,O=NETCA", r"O=Foo\+O=NETCA"])
def test_a_whole_part_is_not_a_piece_of_another(issuer: str, profiles: list[Profile]) -> None:
    assert by(profiles, "", "", "", issuer) is None


def test_a_part_may_hold_an_escaped_comma() -> None:
    assert by([make("one", "O=Post, Inc.")], "", "", "", r"CN=a,O=Post\, Inc.") == ("one", Sign.ISSUER)


SAFENET, PIV = ("SafeNet, Inc.", "eToken"), ("piv_II", "PKCS#15 emulated")
POST, LIGHT, ANOTHERS = "O=Hongkong Post", "O=中国轻工业联合会", "CN=Public Trust CA-2,O=BJCA"


@pytest.mark.parametrize(
    ("token", "issuer", "limit"),
    [
        (SAFENET, POST, 15),
        (PIV, POST, None),
        (("BJCA", "CertKey"), LIGHT, 10),
        (("Longmai", "mToken"), LIGHT, 10),
        (("Watchdata", "WatchKey"), ANOTHERS, 10),
        (SAFENET, "O=NETCA", None),
        (SAFENET, "", None),
        (("BJCA", "CertKey"), "", None),
    ],
)
def test_a_limit_is_the_issuers_for_tokens_of_its_own(
    token: tuple[str, str], issuer: str, limit: int | None, profiles: list[Profile]
) -> None:
    found = recognise_by(profiles, *token, "", [issuer])
    assert found is not None
    assert found.limit == limit


def test_a_profile_that_names_no_token_gives_its_limit_to_all() -> None:
    profile = make("one", "O=A")
    profile = profile._replace(pin=profile.pin._replace(limit=7))
    found = recognise_by([profile], *PIV, "", ["O=A"])
    assert found is not None
    assert found.limit == 7


def test_where_two_issuers_fit_a_weaker_sign_chooses_between_those_two() -> None:
    profiles = [make("one", "O=A", model="Eins"), make("two", "O=A", module="two.so"), make("three", model="Eins")]
    assert by(profiles, "", "Eins", "", "O=A") == ("one", Sign.TOKEN)
    assert by(profiles, "", "", "/lib/two.so", "O=A") == ("two", Sign.MODULE)
    assert by(profiles, "", "", "", "O=A") is None


def test_a_tie_says_nothing() -> None:
    profiles = [make("one", model="Key", module="one.so"), make("two", model="Key")]
    assert by(profiles, "", "Key", "") is None
    assert by(profiles, "", "Key", "/lib/one.so") == ("one", Sign.MODULE)


def test_a_profile_that_names_no_issuer_holds_for_any() -> None:
    assert by([make("any", model="Key")], "", "Key", "", HARICA) == ("any", Sign.TOKEN)


def test_the_two_classes_of_certificate_have_names() -> None:
    profile = shipped("hkpost-safenet")
    personal = certificate_class(profile, "CN=CHAN,OU=1,O=Hongkong Post e-Cert (Personal),C=HK")
    company = certificate_class(profile, "CN=CHAN,O=Hongkong Post e-Cert (Organisational),C=HK")
    assert personal is not None
    assert company is not None
    assert personal.in_language("zh-HK") == "電子證書（個人）"
    assert company.in_language("en") == "e-Cert (Organisational)"
    assert certificate_class(profile, "CN=CHAN,O=Somebody") is None


def test_a_pattern_is_not_looked_for_in_the_names_of_parts() -> None:
    assert by([make("one", "OU")], "", "", "", "OU=x") is None
