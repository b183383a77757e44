"""A virtual PIV card: the part of NIST SP 800-73-4 that OpenSC uses, with counters that count.

As a program this file is one card: the first line on its standard input says what card it is (JSON), each
further line is a request, each answer one line. The card meets the reader driver vpcd over TCP. Its counters
live as long as the program, in the reader or out of it; it ends when its standard input ends.
"""

from __future__ import annotations

import hmac
import json
import socket
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import NoDigestInfo

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PIV = bytes.fromhex("a000000308000010000100")
SELECTED = bytes.fromhex("61114f0600001000010079074f05a000000308")
DISCOVERY = bytes.fromhex("7e124f0b a000000308000010000100 5f2f024000")
NON_FEDERAL = bytes.fromhex("d4e739da739ced39ce739da1685a1082108ce73984119257fc")
CERTIFICATE_OBJECTS = {"9A": "5fc105", "9C": "5fc10a", "9D": "5fc10b", "9E": "5fc101"}
PIN_LENGTH = 8
SHORTEST_PIN = 6

OK = b"\x90\x00"
NOT_VERIFIED = b"\x69\x82"
BLOCKED = b"\x69\x83"
WRONG_LENGTH = b"\x67\x00"
WRONG_DATA = b"\x6a\x80"
NOT_FOUND = b"\x6a\x82"
WRONG_REFERENCE = b"\x6a\x88"
UNKNOWN_INSTRUCTION = b"\x6d\x00"


@dataclass(frozen=True)
class CardSpec:
    """Everything that makes one card differ from another: a slot is its key (PKCS#8) and certificate."""

    guid: str
    slots: Mapping[str, tuple[str, str]]
    pin: str = "123456"
    puk: str = "87654321"
    pin_tries: int = 15
    puk_tries: int = 3
    atr: str = "3b8a8001544f4b454e4d47524d01"


def _key(text: str) -> rsa.RSAPrivateKey:
    key = serialization.load_der_private_key(bytes.fromhex(text), None)
    assert isinstance(key, rsa.RSAPrivateKey)
    return key


def tlv(tag: str, *values: bytes) -> bytes:
    value = b"".join(values)
    size = len(value)
    if size < 0x80:
        return bytes.fromhex(tag) + bytes([size]) + value
    width = (size.bit_length() + 7) // 8
    return bytes.fromhex(tag) + bytes([0x80 | width]) + size.to_bytes(width, "big") + value


def first_tlv(data: bytes) -> tuple[int, bytes]:
    """Tag and value of the first element (one-byte tags)."""
    long = data[1] & 0x7F if data[1] & 0x80 else 0
    start = 2 + long
    length = int.from_bytes(data[2:start], "big") if long else data[1]
    return data[0], data[start : start + length]


class Command(NamedTuple):
    chained: bool
    ins: int
    p1: int
    p2: int
    data: bytes
    wanted: int

    @classmethod
    def parse(cls, apdu: bytes) -> Self:
        head = (bool(apdu[0] & 0x10), apdu[1], apdu[2], apdu[3])
        body = apdu[4:]
        extended = len(body) > 2 and body[0] == 0
        width = 2 if extended else 1
        body = body[1:] if extended else body
        most = 0x10000 if extended else 256
        if len(body) <= width:
            return cls(*head, b"", int.from_bytes(body, "big") or most)
        size = int.from_bytes(body[:width], "big")
        tail = body[width + size :]
        return cls(*head, body[width : width + size], int.from_bytes(tail, "big") or most)


class Secret:
    """A PIN or PUK and its counter, which falls before the comparison: no cut of power saves a try."""

    def __init__(self, value: str, limit: int) -> None:
        self.value = value.encode().ljust(PIN_LENGTH, b"\xff")
        self.limit = self.left = limit
        self.wrong = 0

    def matches(self, given: bytes) -> bool:
        self.left -= 1
        if not hmac.compare_digest(given, self.value):
            self.wrong += 1
            return False
        self.left = self.limit
        return True

    def refusal(self) -> bytes:
        return b"\x63%c" % (0xC0 | min(self.left, 15)) if self.left else BLOCKED


def well_formed(pin: bytes) -> bool:
    digits = pin.rstrip(b"\xff")
    return len(pin) == PIN_LENGTH and len(digits) >= SHORTEST_PIN and digits.isdigit()


class Piv:
    """The application on the card: one APDU in, one answer out."""

    def __init__(self, spec: CardSpec) -> None:
        self.secrets = {0x80: Secret(spec.pin, spec.pin_tries), 0x81: Secret(spec.puk, spec.puk_tries)}
        self.keys = {int(name, 16): _key(key) for name, (key, _) in spec.slots.items()}
        self.objects = _objects(spec)
        self.verifies = 0
        self.verified = self.just_verified = False
        self.rest = self.chain = b""
        self.verbs: dict[int, Callable[[Command], bytes]] = {
            0xA4: self.select, 0xCB: self.get_data, 0x20: self.verify, 0x24: self.change,
            0x2C: self.unblock, 0x87: self.use_key, 0xC0: self.get_response,
        }  # fmt: skip

    def power(self) -> None:
        self.verified = self.just_verified = False
        self.rest = self.chain = b""

    def answer(self, apdu: bytes) -> bytes:
        if len(apdu) < 4:
            return WRONG_LENGTH
        command = Command.parse(apdu)
        if command.chained:
            self.chain += command.data
            return OK
        command = command._replace(data=self.chain + command.data)
        self.chain = b""
        verb = self.verbs.get(command.ins)
        return verb(command) if verb else UNKNOWN_INSTRUCTION

    def select(self, command: Command) -> bytes:
        return SELECTED + OK if command.p1 == 4 and PIV.startswith(command.data[: len(PIV)]) else NOT_FOUND

    def get_data(self, command: Command) -> bytes:
        found = self.objects.get(command.data[2:])
        return self._deliver(found, command.wanted) if found else NOT_FOUND

    def get_response(self, command: Command) -> bytes:
        return self._deliver(self.rest, command.wanted)

    def _deliver(self, data: bytes, wanted: int) -> bytes:
        self.rest = data[wanted:]
        more = b"\x61%c" % min(len(self.rest), 0xFF) if self.rest else OK
        return data[:wanted] + more

    def verify(self, command: Command) -> bytes:
        pin = self.secrets[0x80]
        if command.p2 != 0x80:
            return WRONG_REFERENCE
        if command.p1 == 0xFF:
            self.verified = False
            return OK
        if not command.data:
            return OK if self.verified else pin.refusal()
        return self._verify(pin, command.data)

    def _verify(self, pin: Secret, given: bytes) -> bytes:
        self.verifies += 1
        if len(given) != PIN_LENGTH:
            return WRONG_DATA
        self.verified = self.just_verified = pin.left > 0 and pin.matches(given)
        return OK if self.verified else pin.refusal()

    def change(self, command: Command) -> bytes:
        secret = self.secrets.get(command.p2)
        if not secret:
            return WRONG_REFERENCE
        return self._replace(secret, secret, command.data)

    def unblock(self, command: Command) -> bytes:
        if command.p2 != 0x80:
            return WRONG_REFERENCE
        return self._replace(self.secrets[0x81], self.secrets[0x80], command.data)

    def _replace(self, asked: Secret, replaced: Secret, data: bytes) -> bytes:
        given, new = data[:PIN_LENGTH], data[PIN_LENGTH:]
        if not asked.left:
            return BLOCKED
        if len(given) != PIN_LENGTH or not well_formed(new):
            return WRONG_DATA
        if not asked.matches(given):
            self.verified = self.verified and asked is not self.secrets[0x80]
            return asked.refusal()
        replaced.value, replaced.left = new, replaced.limit
        return OK

    def use_key(self, command: Command) -> bytes:
        key = self.keys.get(command.p2)
        if not key:
            return WRONG_REFERENCE
        allowed = self.just_verified if command.p2 == 0x9C else self.verified or command.p2 == 0x9E
        self.just_verified = False
        if not allowed:
            return NOT_VERIFIED
        tag, challenge = _challenge(command.data)
        if tag != 0x81 or len(challenge) * 8 != key.key_size:
            return WRONG_DATA
        return self._deliver(tlv("7c", tlv("82", private_operation(key, challenge))), command.wanted)


def _objects(spec: CardSpec) -> dict[bytes, bytes]:
    """Each data object under its tag, encoded once."""
    serial = tlv("30", NON_FEDERAL) + tlv("34", bytes.fromhex(spec.guid))
    chuid = tlv("53", serial, tlv("35", b"20991231"), tlv("3e"), tlv("fe"))
    objects = {b"\x7e": DISCOVERY, bytes.fromhex("5fc102"): chuid}
    for name, (_, certificate) in spec.slots.items():
        body = tlv("53", tlv("70", bytes.fromhex(certificate)), tlv("71", b"\x00"), tlv("fe"))
        objects[bytes.fromhex(CERTIFICATE_OBJECTS[name])] = body
    return objects


def _challenge(data: bytes) -> tuple[int, bytes]:
    """The first element that is not the empty place for the answer."""
    _, body = first_tlv(data)
    tag, value = first_tlv(body)
    return first_tlv(body[2:]) if tag == 0x82 and not value else (tag, value)


def private_operation(key: rsa.RSAPrivateKey, block: bytes) -> bytes:
    """The bare RSA operation. A signature's padded block goes the fast way, through the library."""
    padded, _, content = block[2:].partition(b"\x00")
    if block[:2] == b"\x00\x01" and len(padded) >= 8 and not padded.strip(b"\xff"):
        return key.sign(content, padding.PKCS1v15(), NoDigestInfo())
    numbers = key.private_numbers()
    value = int.from_bytes(block, "big")
    of_p, of_q = pow(value, numbers.dmp1, numbers.p), pow(value, numbers.dmq1, numbers.q)
    return (of_q + (of_p - of_q) * numbers.iqmp % numbers.p * numbers.q).to_bytes(len(block), "big")


@dataclass
class Death:
    """The card leaves the reader at the n-th APDU that begins so, before or after doing what it says."""

    countdown: int
    begins: str
    after: bool

    def due(self, entry: str) -> bool:
        self.countdown -= entry.startswith(self.begins)
        return self.countdown == 0


class Reader:
    """The card's way into a reader and out of it: vpcd's messages on one side, APDUs on the other."""

    SWITCHED = b"\x00", b"\x01", b"\x02"  # power off, power on, reset
    ATR = b"\x04"

    def __init__(self, card: Piv, atr: bytes) -> None:
        self.card, self.atr = card, atr
        self.line: socket.socket | None = None
        self.out = threading.Event()
        self.delay = 0.0
        self.death: Death | None = None
        self.apdus: list[str] = []
        self.times = dict.fromkeys(("plugged", "powered", "answered"), 0.0)

    def plug(self, port: int) -> None:
        if self.line:
            raise ValueError("the card is in a reader already")
        self.out.clear()
        line = socket.create_connection(("127.0.0.1", port), timeout=5)
        line.settimeout(None)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.line = line
        self.times["plugged"] = time.monotonic()
        threading.Thread(target=self._serve, args=(line,), daemon=True).start()

    def pull(self) -> None:
        line, self.line = self.line, None
        self.out.set()
        if line:
            line.shutdown(socket.SHUT_RDWR)

    def _serve(self, line: socket.socket) -> None:
        waiting = bytearray()
        with suppress(OSError), line:  # pulled: what was under way is lost, as in life
            while chunk := line.recv(0x10002):
                acknowledge_at_once(line)
                waiting += chunk
                while message := taken(waiting):
                    self._handle(line, message)
        self.line = None if self.line is line else self.line
        self.card.power()

    def _handle(self, line: socket.socket, message: bytes) -> None:
        if message == self.ATR:
            send(line, self.atr)
        elif message in self.SWITCHED:
            self.card.power()
            self.times["powered"] = time.monotonic()
        else:
            self._answer(line, message)

    def _answer(self, line: socket.socket, apdu: bytes) -> None:
        entry = apdu[1:4].hex()
        self.apdus.append(entry)
        if self.delay and self.out.wait(self.delay):
            return
        death = self.death if self.death and self.death.due(apdu[1:5].hex()) else None
        answer = self.card.answer(apdu) if not death or death.after else b""
        if death:
            self.death = None
            self.pull()
        else:
            send(line, answer)
            self.times["answered"] = time.monotonic()


def acknowledge_at_once(line: socket.socket) -> None:
    """Spare 40 ms an APDU: vpcd sends length and message apart and waits for our ACK between them."""
    # The kernel takes this for what has arrived, not for ever: it is said after each recv.
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)


def taken(waiting: bytearray) -> bytes:
    """One whole message off the front, or nothing yet."""
    size = int.from_bytes(waiting[:2], "big")
    if len(waiting) < 2 + size:
        return b""
    message = bytes(waiting[2 : 2 + size])
    del waiting[: 2 + size]
    return message


def send(line: socket.socket, message: bytes) -> None:
    line.sendall(len(message).to_bytes(2, "big") + message)


def state(reader: Reader) -> dict[str, Any]:
    secrets = {"pin": reader.card.secrets[0x80], "puk": reader.card.secrets[0x81]}
    return {
        "left": {name: secret.left for name, secret in secrets.items()},
        "wrong": {name: secret.wrong for name, secret in secrets.items()},
        "verifies": reader.card.verifies,
        "in": reader.line is not None,
        "apdus": len(reader.apdus),
        "times": reader.times,
    }


def obey(reader: Reader, request: dict[str, Any]) -> Any:
    match request:
        case {"do": "plug", "port": port}:
            reader.plug(port)
        case {"do": "pull"}:
            reader.pull()
        case {"do": "delay", "seconds": seconds}:
            reader.delay = seconds
        case {"do": "die", **how}:
            reader.death = Death(**how)
        case {"do": "log"}:
            return reader.apdus
    return state(reader)


def main() -> None:
    spec = CardSpec(**json.loads(sys.stdin.readline()))
    reader = Reader(Piv(spec), bytes.fromhex(spec.atr))
    for line in sys.stdin:
        try:
            answer = {"ok": obey(reader, json.loads(line))}
        except (OSError, ValueError) as fault:
            answer = {"fault": str(fault)}
        print(json.dumps(answer), flush=True)  # noqa: T201 - this program speaks by printing


if __name__ == "__main__":
    main()
