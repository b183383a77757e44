"""Certificates, warm and as a whole command, against pkcs11-tool."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tokenmgr.providers.pkcs11.host import Host
from tokenmgr.providers.pkcs11.launch import child_command
from tokenmgr.providers.pkcs11.provider import Pkcs11Provider
from tools.bench.processes import ours, pss_megabytes, run, usual
from tools.bench.report import Figure, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.beds.softhsm import SoftHsm

ROUNDS = 15


def certificates(count: int) -> Iterator[tuple[bytes, bytes]]:
    """Different certificates of one key, with their ids."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    issuer = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Hongkong Post e-Cert CA 1 - 15 (bench)")])
    start = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=True, data_encipherment=False,
        key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    for number in range(count):
        subject = x509.Name(
            [
                x509.NameAttribute(x509.NameOID.COUNTRY_NAME, "HK"),
                x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, "测试机构有限公司"),
                x509.NameAttribute(x509.NameOID.COMMON_NAME, f"陈大文 {number}"),
            ]
        )
        builder = x509.CertificateBuilder(
            issuer, subject, key.public_key(), number + 1, start, start.replace(year=2029)
        )
        made = builder.add_extension(usage, critical=True).sign(key, hashes.SHA256())
        from cryptography.hazmat.primitives.serialization import Encoding

        yield number.to_bytes(4, "big"), made.public_bytes(Encoding.DER)


def provider(module: str, env: dict[str, str]) -> Pkcs11Provider:
    return Pkcs11Provider(Host(module, child_command(), env=usual(env)))


def figures(small: SoftHsm, large: SoftHsm, home: Path) -> Iterator[Figure]:
    """SoftHSM with 4 and with 1000 certificates."""
    module = str(small.module)

    warm = provider(module, large.env)
    token = next(token for token in warm.tokens() if token.id.serial)
    times = side_by_side(lambda: warm.certificates(token.id), lambda: theirs(module, large.env), ROUNDS)
    yield Figure.ratio("list 1000 certificates, child warm", *times, 0.4)
    yield Figure.at_most("memory (PSS) of the child, SoftHSM, 1000 listed", pss_megabytes(warm.host.pid), "MB", 25)
    warm.close()
    yield command("command certs, 4 certificates, SoftHSM", module, small.env, home, 2.5)
    yield command("command certs, 1000 certificates, SoftHSM", module, large.env, home, 1.0)


def command(measure: str, module: str, env: Mapping[str, str], home: Path, most: float) -> Figure:
    """The whole command, interpreter and all, against pkcs11-tool."""
    arguments = ours(home, "certs", "--json", "--module", module)
    times = side_by_side(lambda: run(arguments, env), lambda: theirs(module, env), ROUNDS)
    return Figure.ratio(measure, *times, most)


def theirs(module: str, env: Mapping[str, str]) -> None:
    run(["pkcs11-tool", "--module", module, "-O", "--type", "cert"], env)
