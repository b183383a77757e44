"""The reader service with two virtual readers, private to one test run, and cards to put into them.

pcscd knows one socket only, /run/pcscd/pcscd.comm, and the reader driver vpcd listens on every address. So both
live in a mount and a network namespace of their own: clients outside reach this pcscd, and no other, through
PCSCLITE_CSOCK_NAME. Where namespaces are refused, root may still use the usual socket if nobody else does.
"""

from __future__ import annotations

import ctypes
import fcntl
import functools
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from tests.beds.card import CardSpec
from tests.beds.reader_watcher import PATIENCE, Watcher, until

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
PCSCD = "/usr/sbin/pcscd"
USUAL = Path("/run/pcscd")
STOCK_READER = Path("/etc/reader.conf.d/vpcd")
PORTS = (35963, 35964)
PLAIN_CONF = "app default { }\n"
UNBLOCK_CONF = "app opensc-pkcs11 { pkcs11 { user_pin_unblock_style = set_pin_in_unlogged_session; } }\n"


def opensc_module() -> Path | None:
    usual = (
        *Path("/usr/lib").glob("*-linux-gnu*/opensc-pkcs11.so"),
        Path("/usr/lib64/opensc-pkcs11.so"),
        Path("/usr/lib64/pkcs11/opensc-pkcs11.so"),
        Path("/usr/lib/opensc-pkcs11.so"),
    )
    return next((module for module in usual if module.exists()), None)


def available() -> str:
    """Why this bed cannot run here, or nothing."""
    there = {"pcscd": Path(PCSCD).exists(), "vsmartcard-vpcd": STOCK_READER.exists(), "opensc": opensc_module()}
    missing = [package for package, found in there.items() if not found]
    if missing:
        return f"not installed: {' '.join(missing)}"
    if not apart() and os.geteuid():
        return "neither root nor allowed to make namespaces"
    if not apart() and (USUAL / "pcscd.comm").exists():
        return "another pcscd is running, and namespaces are refused"
    return ""


@functools.cache
def apart() -> tuple[str, ...]:
    """How to start a program in namespaces of its own; empty if that is not allowed."""
    for ways in (("-n", "-m"), ("-U", "-r", "-n", "-m")):
        if subprocess.run(["unshare", *ways, "true"], capture_output=True, check=False).returncode == 0:
            return ("unshare", *ways)
    return ()


class Issuer:
    """A small certification authority of any name, for certificates that look like a real issuer's."""

    def __init__(self, name: str) -> None:
        self.name = x509.Name.from_rfc4514_string(name)

    def issue(self, subject: str, key: rsa.RSAPublicKey, days: int = 365) -> bytes:
        start = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name.from_rfc4514_string(subject))
            .issuer_name(self.name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(start)
            .not_valid_after(start + timedelta(days=days + 1))
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        )
        return builder.sign(pooled_key(-1), hashes.SHA256()).public_bytes(serialization.Encoding.DER)


@functools.cache
def pooled_key(number: int) -> rsa.RSAPrivateKey:
    """Key `number` of this test run: making one takes long enough to be worth doing once."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def key_and_certificate(key: rsa.RSAPrivateKey, certificate: bytes) -> tuple[str, str]:
    """What CardSpec wants for a slot."""
    plain = serialization.NoEncryption()
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, plain)
    return der.hex(), certificate.hex()


def numbered_card(
    number: int, issuer: str = "CN=Practice CA", slots: Sequence[str] = ("9A", "9C", "9D"), **differing: Any
) -> CardSpec:
    """Card `number` of a test: a serial and keys of its own, one certificate for each slot."""
    authority = Issuer(issuer)
    made = {}
    for place, slot in enumerate(slots):
        key = pooled_key(4 * number + place)
        certificate = authority.issue(f"CN=Card {number} slot {slot}", key.public_key())
        made[slot] = key_and_certificate(key, certificate)
    return CardSpec(guid=f"{number + 1:032x}", slots=made, **differing)


class VirtualCard:
    """A card a test holds in its hand. It starts outside the reader."""

    def __init__(self, spec: CardSpec, bed: PcscBed, place: int = 0) -> None:
        self.spec, self.bed, self.place = spec, bed, place
        self.process = subprocess.Popen(
            [*bed.inside, sys.executable, "-m", "tests.beds.card"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._write(json.dumps(asdict(spec)))

    def _write(self, line: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def _ask(self, do: str, **details: Any) -> Any:
        self._write(json.dumps({"do": do, **details}))
        assert self.process.stdout
        answer = json.loads(self.process.stdout.readline())
        if "ok" not in answer:
            raise RuntimeError(f"the card could not {do}: {answer}")
        return answer["ok"]

    def plug(self, *, seen: bool = True) -> None:
        """Into the reader; returns when the reader service has seen it, or at once with seen=False."""
        self.bed.wait(self.place, present=False)
        self._ask("plug", port=PORTS[self.place])
        if seen:
            self.bed.wait(self.place, present=True)

    def pull(self, *, seen: bool = True) -> None:
        self._ask("pull")
        if seen:
            self.bed.wait(self.place, present=False)

    def swap(self, other: VirtualCard) -> None:
        """Another card in the same reader."""
        other.place = self.place
        self.pull()
        other.plug()

    def tries_left(self, secret: str = "pin") -> int:
        return int(self._ask("state")["left"][secret])

    def wrong_pins(self, secret: str = "pin") -> int:
        """Wrong values that truly reached the card."""
        return int(self._ask("state")["wrong"][secret])

    def verifies(self) -> int:
        """VERIFY commands with a PIN in them; a question for the counter is none."""
        return int(self._ask("state")["verifies"])

    def is_in(self) -> bool:
        return bool(self._ask("state")["in"])

    def times(self) -> dict[str, float]:
        """When it was plugged, last powered and last answered, on time.monotonic()."""
        return dict(self._ask("state")["times"])

    def apdus(self) -> list[str]:
        """INS P1 P2 of everything received, in hex, never data."""
        return list(self._ask("log"))

    def slow(self, seconds: float) -> None:
        """Wait before each answer; pulling ends the wait."""
        self._ask("delay", seconds=seconds)

    def die_at(self, apdu: int, begins: str = "", *, after: bool = False) -> None:
        """Leave at the n-th APDU from now with these first bytes of INS P1 P2 Lc, before or after obeying it."""
        self._ask("die", countdown=apdu, begins=begins, after=after)

    def throw_away(self) -> None:
        """The card's program ends when nobody speaks to it any more."""
        self.process.communicate(timeout=PATIENCE)


class PcscBed:
    """pcscd with two readers. A context; everything it started ends with it."""

    READERS = ("Virtual PCD 00 00", "Virtual PCD 00 01")

    def __init__(self) -> None:
        reason = available()
        if reason:
            raise RuntimeError(reason)
        self.home = Path(tempfile.mkdtemp(prefix="pcsc-bed-"))
        self.socket = (self.home / "run" if apart() else USUAL) / "pcscd.comm"
        self.cards: list[VirtualCard] = []
        prepare(self.home)
        self.service = self._start()
        self.inside = self._way_inside()
        try:
            until(self._listening, "pcscd")
            self.watcher = Watcher(self.socket, self.home)
            until(lambda: all(map(self.watcher.knows, self.READERS)), "the virtual readers")
        except BaseException:
            self._end_service()
            raise

    def _start(self) -> subprocess.Popen[bytes]:
        command = [*apart(), sys.executable, "-m", "tests.beds.pcsc", str(self.home), "apart" if apart() else "here"]
        with (self.home / "pcscd.log").open("wb") as log:
            return subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)

    def _way_inside(self) -> tuple[str, ...]:
        """How to start a program where the readers are. It cannot be used before pcscd listens."""
        own_user = ("-U", "--preserve-credentials") if "-U" in apart() else ()
        return ("nsenter", "-t", str(self.service.pid), *own_user, "-n") if apart() else ()

    def _listening(self) -> bool:
        if self.service.poll() is not None:
            raise RuntimeError(f"pcscd ended: {(self.home / 'pcscd.log').read_text()}")
        return self.socket.exists()

    def env(self, *, unblock: bool = False) -> dict[str, str]:
        """What a client needs in its environment; with unblock OpenSC lets a PUK free the PIN."""
        return {
            "PCSCLITE_CSOCK_NAME": str(self.socket),
            "OPENSC_CONF": str(self.home / ("unblock.conf" if unblock else "plain.conf")),
            "HOME": str(self.home / "home"),
            "XDG_CACHE_HOME": str(self.home / "home" / "cache"),
        }

    def card(self, spec: CardSpec, place: int = 0) -> VirtualCard:
        """A card, still in the hand."""
        card = VirtualCard(spec, self, place)
        self.cards.append(card)
        return card

    def wait(self, place: int, *, present: bool) -> None:
        self.watcher.wait(self.READERS[place], present=present)

    def clear(self) -> None:
        """Take all cards out and throw them away, for the next test."""
        while self.cards:
            card = self.cards.pop()
            card.throw_away()
            self.wait(card.place, present=False)

    def _end_service(self) -> None:
        if self.service.poll() is None:
            os.killpg(self.service.pid, signal.SIGTERM)
        self.service.wait(PATIENCE)
        shutil.rmtree(self.home, ignore_errors=True)

    def close(self) -> None:
        try:
            self.clear()
            self.watcher.close()
        finally:
            self._end_service()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def prepare(home: Path) -> None:
    """The stock reader's configuration, pointing to a copy of its driver, and OpenSC's two ways."""
    for name in ("run", "conf", "home", "no-drivers"):
        (home / name).mkdir()
    stock = STOCK_READER.read_text()
    shutil.copy(stock_driver(), home / "driver.so")
    (home / "conf" / "vpcd").write_text(stock.replace(str(stock_driver()), str(home / "driver.so")))
    (home / "plain.conf").write_text(PLAIN_CONF)
    (home / "unblock.conf").write_text(UNBLOCK_CONF)


def stock_driver() -> Path:
    lines = STOCK_READER.read_text().splitlines()
    return Path(next(line.split()[1] for line in lines if line.startswith("LIBPATH")))


def raise_loopback() -> None:
    """What `ip link set lo up` does; iproute2 is not everywhere."""
    set_flags, up_and_running = 0x8914, 0x41
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        fcntl.ioctl(line, set_flags, struct.pack("16sh14x", b"lo", up_and_running))


def furnish(home: Path) -> None:
    """Inside the namespaces: a /run of our own, and no USB drivers, so that real readers are left alone."""
    raise_loopback()
    drop_folder = stock_driver().parent.parent
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/run"], check=True)
    USUAL.mkdir()
    subprocess.run(["mount", "--bind", str(home / "run"), str(USUAL)], check=True)
    subprocess.run(["mount", "--bind", str(home / "no-drivers"), str(drop_folder)], check=True)


def main(home: Path, where: str) -> None:
    """Become pcscd; it ends with whoever started this."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG
    if where == "apart":
        furnish(home)
    os.execv(PCSCD, [PCSCD, "--foreground", "--config", str(home / "conf")])


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
