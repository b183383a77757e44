"""`cert`: one certificate: show, export, import, delete."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tokenmgr.actions.certificates import find_certificate
from tokenmgr.cli import shapes
from tokenmgr.cli.grammar import Argument, Flag, Group, Option
from tokenmgr.cli.out import aside
from tokenmgr.cli.sayings import called_again, sentence
from tokenmgr.wording.terms import term
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.cli.desk import Clerk

#: A path may be this long and still be shown whole.
LONGEST = 4096
WHICH = Argument("which", required=False)


cert = Group("Show, export, import, delete one certificate.")


@cert.verb(WHICH)
def show(clerk: Clerk, which: str) -> None:
    """Everything in a certificate. WHICH is its id, label, serial number or fingerprint."""
    from tokenmgr.x509.details import details

    found = find_certificate(clerk.token(), which)
    seen = details(found.facts.der)
    extensions = [{"name": each.name, "critical": each.critical, "text": each.text} for each in seen.extensions]
    if clerk.out.as_json:
        more = {"version": seen.version, "signature_algorithm": seen.signature_algorithm, "sha1": seen.sha1}
        clerk.out.json(shapes.certificate(found) | more | {"extensions": extensions})
        return
    words = clerk.language
    facts = found.facts
    days = found.days_left()
    rows = [
        ("subject", facts.subject),
        ("issuer", facts.issuer),
        ("serial-number", facts.serial),
        ("valid-from", shapes.moment(facts.not_before)),
        ("valid-until", shapes.moment(facts.not_after)),
        ("days-left", None if days is None else str(days)),
        ("usage", term(facts.usage, words)),
        ("key", facts.key),
        ("private-key", term("yes" if found.has_private_key else "no", words)),
        ("id", found.id.hex()),
        ("fingerprint", f"SHA-256 {facts.sha256}"),
        ("signature-algorithm", seen.signature_algorithm),
    ]
    for name, value in rows:
        clerk.out.line(f"{term(name, words)}: {visible(value, 2000) if value else term('not-reported', words)}")
    for each in extensions:
        mark = " (!)" if each["critical"] else ""
        clerk.out.line(f"  {visible(str(each['name']))}{mark}: {visible(str(each['text']), 500)}")


@cert.verb(
    WHICH,
    Option("--out", "-o", read=Path, metavar="PATH", help="File; without it standard output."),
    Flag("--der", help="DER instead of PEM."),
)
def export(clerk: Clerk, which: str, out: Path | None, *, der: bool) -> None:
    """Write a certificate to a file. No PIN is needed: it is public."""
    from tokenmgr.actions.files import as_pem, write_beside

    found = find_certificate(clerk.token(), which)
    data = found.facts.der if der else as_pem(found.facts.der, "CERTIFICATE")
    if out is not None:
        write_beside(out, data)
        finished(clerk, "exported", file=str(out), sha256=found.facts.sha256)
    elif clerk.out.as_json:
        clerk.out.json(shapes.certificate(found) | {"pem": as_pem(found.facts.der, "CERTIFICATE").decode()})
    elif der:
        clerk.out.check_no_terminal()
        clerk.out.binary(data)
    else:
        clerk.out.line(data.decode().rstrip("\n"))


@cert.verb(
    Argument("file", read=Path),
    Option("--label", default="", help="Its name on the token."),
    Flag("--password-stdin", help="The PKCS#12 password is the line before the PIN."),
)
def import_(clerk: Clerk, file: Path, label: str, *, password_stdin: bool) -> None:
    """Put a certificate (PEM, DER) or a key with its certificates (PKCS#12) on the token."""
    from tokenmgr.actions.bring_in import bring_in

    def password() -> str:
        if password_stdin:
            return clerk.lines.line()
        return clerk.ask.password(sentence("ask-file-password", clerk.language, file=visible(file.name)))

    brought = bring_in(clerk.token(), file, label, password, clerk.ask)
    finished(clerk, "imported", count=brought.certificates, keys=brought.keys)


@cert.verb(
    WHICH,
    Flag("--with-key", help="Its private key too. It cannot be made again."),
    Flag("--yes", help="Do not ask."),
)
def delete(clerk: Clerk, which: str, *, with_key: bool, yes: bool) -> None:
    """Delete a certificate from the token."""
    from tokenmgr.actions.take_out import take_out

    session = clerk.token()
    found = find_certificate(session, which)
    name, tail = visible(found.facts.name or found.label), visible(session.token.id.tail)
    confirm(clerk, yes, "delete-warning", name=name, tail=tail)
    count = take_out(session, found, clerk.ask, with_key=with_key)
    finished(clerk, "deleted", count=count)


def confirm(clerk: Clerk, yes: bool, key: str, **facts: str) -> None:  # noqa: FBT001 - a flag passed on
    """Have the end of the serial number typed, as it is shown, before something dies."""
    from tokenmgr.model.errors import Cancelled

    if yes:
        return
    aside(sentence(key, clerk.language, **facts))
    if clerk.line(sentence("last-try-word", clerk.language)).strip() != facts["tail"]:
        aside(sentence("nothing-deleted", clerk.language))
        raise Cancelled


def finished(clerk: Clerk, key: str, **facts: object) -> None:
    """Say what was done."""
    if clerk.out.as_json:
        clerk.out.json({"done": key, **facts})
    else:
        said = {name: visible(str(value), LONGEST) for name, value in facts.items()}
        clerk.out.line(sentence(key, clerk.language, program=called_again(), **said))
