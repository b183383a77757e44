"""`sign`: a signature over a file."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.cli.grammar import Argument, Flag, Option, verb
from tokenmgr.cli.verbs.cert import finished
from tokenmgr.model.errors import FileUnreadable

if TYPE_CHECKING:
    from tokenmgr.cli.desk import Clerk

CHUNK = 1 << 20


@verb(
    Argument("file", read=Path),
    Option("--cert", key="which", default="", help="Which certificate, where several can sign."),
    Option("--hash", key="hash_name", choices=["sha256", "sha384", "sha512"], default="sha256"),
    Flag("--pss", help="RSA-PSS instead of PKCS#1 v1.5."),
    Option("--out", "-o", read=Path, metavar="PATH", help="File; without it standard output."),
)
def sign(clerk: Clerk, file: Path, which: str, hash_name: str, out: Path | None, *, pss: bool) -> None:
    """A bare signature over FILE, which `openssl dgst -verify` checks.

    The file is read here; only its hash goes to the token.
    """
    from tokenmgr.actions.certificates import find_signer
    from tokenmgr.actions.files import check_writable, write_beside
    from tokenmgr.actions.sign import sign_digest

    if out is None:
        clerk.out.check_no_terminal()
    else:
        check_apart(file, out)
        check_writable(out)
    digest = digest_of(file, hash_name)
    session = clerk.token()
    certificate = find_signer(session, which)
    signature = sign_digest(session, certificate, digest, hash_name, clerk.ask, pss=pss)
    if out is not None:
        write_beside(out, signature)
        finished(clerk, "signed", file=str(out), certificate=certificate.id.hex())
    elif clerk.out.as_json:
        about = {"certificate": certificate.id.hex(), "hash": hash_name, "digest": digest.hex()}
        clerk.out.json({"done": "signed", **about, "signature": signature.hex()})
    else:
        clerk.out.binary(signature)


def check_apart(file: Path, out: Path) -> None:
    """The signature must not take the place of what is signed, whatever the two are called."""
    try:
        same = out.samefile(file)
    except OSError:
        return  # one of them is not there: whoever opens it says so
    if same:
        raise FileUnreadable(str(out), "same-file")


def digest_of(file: Path, hash_name: str) -> bytes:
    """The hash of a file of any size."""
    hashing = hashlib.new(hash_name)
    try:
        with file.open("rb") as stream:
            while piece := stream.read(CHUNK):
                hashing.update(piece)
    except OSError as error:
        raise FileUnreadable(str(file), error.strerror or "unreadable") from error
    return hashing.digest()
