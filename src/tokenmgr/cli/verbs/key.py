"""`key`: new keys."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.cli.grammar import Group, Option
from tokenmgr.cli.verbs.cert import finished

if TYPE_CHECKING:
    from tokenmgr.cli.desk import Clerk


key = Group("New keys on the token.")


@key.verb(
    Option("--type", key="kind", choices=["rsa2048", "rsa3072", "rsa4096", "p256", "p384"], default="rsa2048"),
    Option("--subject", required=True, help='Whom the certificate will be for, as "CN=...,O=...,C=HK".'),
    Option("--label", default="", help="The key's name on the token."),
    Option("--out", "-o", read=Path, metavar="PATH", help="File for the request (PEM)."),
)
def generate(clerk: Clerk, kind: str, subject: str, label: str, out: Path | None) -> None:
    """Make a key that never leaves the token, and a certificate request (PKCS#10) for it."""
    from tokenmgr.actions.files import as_pem, check_writable, write_beside
    from tokenmgr.actions.make_key import make_key

    if out is not None:
        check_writable(out)  # a key whose request went nowhere would be lost
    made, request = make_key(clerk.token(), kind, subject, label, clerk.ask)
    pem = as_pem(request, "CERTIFICATE REQUEST")
    if out is not None:
        write_beside(out, pem)
        finished(clerk, "key-made", id=made.id.hex(), file=str(out))
    elif clerk.out.as_json:
        clerk.out.json({"done": "key-made", "id": made.id.hex(), "request": pem.decode()})
    else:
        sys.stdout.write(pem.decode())
