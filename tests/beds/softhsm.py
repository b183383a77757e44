"""A private SoftHSM: its own token folder, tokens, certificates and keys.

Objects are written by a child (this file run as a program), so that a test process never loads a PKCS#11 module.
"""

import base64
import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pkcs11

MODULE_PLACES = (
    Path("/usr/lib/softhsm/libsofthsm2.so"),  # Debian, Ubuntu
    Path("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
    Path("/usr/lib64/pkcs11/libsofthsm2.so"),  # Fedora
    Path("/usr/lib64/softhsm/libsofthsm2.so"),
    Path("/usr/local/lib/softhsm/libsofthsm2.so"),
)
CHILD_SECONDS = 60


def module() -> Path | None:
    """Return the installed SoftHSM module, if there is one."""
    return next((place for place in MODULE_PLACES if place.exists()), None)


def available() -> str:
    """Return why SoftHSM cannot be used here, or nothing."""
    if module() is None:
        return "SoftHSM's module is not installed"
    return "" if shutil.which("softhsm2-util") else "softhsm2-util is not installed"


@dataclass(frozen=True)
class KeyPair:
    """An RSA key (PKCS#1, DER) and a certificate for it (DER)."""

    key: bytes
    certificate: bytes


def make_key_pair(common_name: str = "Test Person") -> KeyPair:
    """Make an RSA-2048 key with a self-made certificate."""
    # imported here for start-up time: whoever only wants an empty token does not wait for it
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common_name)])
    start = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start.replace(year=2044))
        .sign(key, hashes.SHA256())
    )
    encoding = serialization.Encoding.DER
    plain = serialization.NoEncryption()
    private = key.private_bytes(encoding, serialization.PrivateFormat.TraditionalOpenSSL, plain)
    return KeyPair(private, certificate.public_bytes(encoding))


class SoftHsm:
    """SoftHSM with a token folder of its own."""

    def __init__(self, folder: Path) -> None:
        """Prepare the token folder and the configuration below the given folder."""
        installed = module()
        if installed is None:
            raise FileNotFoundError(available())
        self.module = installed
        tokens = folder / "tokens"
        tokens.mkdir(parents=True)
        configuration = folder / "softhsm2.conf"
        configuration.write_text(
            f"directories.tokendir = {tokens}\nobjectstore.backend = file\nlog.level = ERROR\n", encoding="utf-8"
        )
        self.env = {"SOFTHSM2_CONF": str(configuration)}

    def add_token(self, label: str, pin: str, so_pin: str) -> str:
        """Initialise a new token and return its serial number."""
        before = self.serials()
        self._softhsm2_util("--init-token", "--free", "--label", label, "--pin", pin, "--so-pin", so_pin)
        return next(serial for serial in self.serials() if serial not in before)

    def serials(self) -> list[str]:
        """Return the serial numbers of all initialised tokens."""
        return re.findall(r"^\s+Serial number:\s+(\S+)$", self._softhsm2_util("--show-slots"), re.MULTILINE)

    def add_certificates(self, label: str, pin: str, certificates: Iterable[tuple[bytes, bytes]]) -> None:
        """Put certificates on a token, each an identifier and its DER, which may be nonsense."""
        objects = [{"kind": "certificate", "id": _text(key_id), "der": _text(der)} for key_id, der in certificates]
        self._write(label, pin, objects)

    def add_key_pair(self, token: str, pin: str, key_id: bytes, label: str, pair: KeyPair | None = None) -> KeyPair:
        """Put a private key and its certificate on a token, new ones unless given."""
        pair = pair or make_key_pair()
        same = {"id": _text(key_id), "label": label}
        key = {"kind": "key", "der": _text(pair.key), **same}
        self._write(token, pin, [key, {"kind": "certificate", "der": _text(pair.certificate), **same}])
        return pair

    def _softhsm2_util(self, *arguments: str) -> str:
        command = ["softhsm2-util", *arguments]
        return self._run(command, "")

    def _write(self, label: str, pin: str, objects: list[dict[str, str]]) -> None:
        order = {"module": str(self.module), "token": label, "pin": pin, "objects": objects}
        self._run([sys.executable, __file__], json.dumps(order))

    def _run(self, command: list[str], stdin: str) -> str:
        done = subprocess.run(
            command,
            input=stdin,
            env=os.environ | self.env,
            capture_output=True,
            text=True,
            check=False,
            timeout=CHILD_SECONDS,
        )
        if done.returncode:
            raise RuntimeError(f"{Path(command[0]).name}: {done.stdout}{done.stderr}")
        return done.stdout


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


# From here on: the child.


def _certificate(entry: dict[str, str]) -> dict["pkcs11.Attribute", Any]:
    import pkcs11

    attribute = pkcs11.Attribute
    return {
        **_read(base64.b64decode(entry["der"])),
        attribute.TOKEN: True,
        attribute.PRIVATE: False,
        attribute.LABEL: entry.get("label", ""),
        attribute.ID: base64.b64decode(entry["id"]),
    }


def _read(der: bytes) -> dict["pkcs11.Attribute", Any]:
    import pkcs11
    from pkcs11.util.x509 import decode_x509_certificate

    attribute = pkcs11.Attribute
    try:
        return dict(decode_x509_certificate(der))
    except (ValueError, TypeError, KeyError):
        return {
            attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
            attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
            attribute.SUBJECT: b"\x30\x00",  # SoftHSM insists on one, whatever the certificate says
            attribute.VALUE: der,
        }


def _key(entry: dict[str, str]) -> dict["pkcs11.Attribute", Any]:
    import pkcs11
    from pkcs11.util.rsa import decode_rsa_private_key

    attribute = pkcs11.Attribute
    return {
        **decode_rsa_private_key(base64.b64decode(entry["der"])),
        attribute.TOKEN: True,
        attribute.PRIVATE: True,
        attribute.SENSITIVE: True,
        attribute.LABEL: entry["label"],
        attribute.ID: base64.b64decode(entry["id"]),
    }


def _main() -> None:
    import pkcs11

    order = json.load(sys.stdin)
    token = pkcs11.lib(order["module"]).get_token(token_label=order["token"])
    with token.open(rw=True, user_pin=order["pin"]) as session:
        for entry in order["objects"]:
            session.create_object(_key(entry) if entry["kind"] == "key" else _certificate(entry))


if __name__ == "__main__":
    _main()
