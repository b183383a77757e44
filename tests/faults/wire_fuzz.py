"""A great many wrong messages on both sides of the wire: `python -m tests.faults.wire_fuzz [--count 1000000]`.

The parent's side goes through Host and Pkcs11Provider with only the process left out; the child's side goes through
everything up to the verbs themselves. Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from tests.beds.softhsm import make_key_pair
from tests.faults.mutations import mutated
from tokenmgr.model.errors import TokenError
from tokenmgr.model.pin import Pin, PinKind
from tokenmgr.model.scheme import Scheme
from tokenmgr.model.token import KeyRef, TokenId
from tokenmgr.providers.pkcs11 import wire
from tokenmgr.providers.pkcs11.child.service import Service
from tokenmgr.providers.pkcs11.host import Host
from tokenmgr.providers.pkcs11.provider import Pkcs11Provider

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[[Pkcs11Provider], object]

NUMBER = 7
TOKEN = TokenId("maker", "model", "1234")
WHO = {"manufacturer": "maker", "model": "model", "serial": "1234"}
USER, PIN = PinKind.USER, Pin("123456")
READING: dict[str, Any] = {
    "low": True,
    "final": False,
    "locked": False,
    "must_change": False,
    "is_set": True,
    "logged_in": False,
}
READING |= {"exact": 3, "limit": 15, "source": "vendor-counter"}
VERDICT = READING | {"verdict": "wrong"}
ROW = {
    **WHO, "label": "a token", "reader": "a reader", "flags": ["initialised", "user-pin-set"],
    "abilities": ["sign", "change-pin"], "pin_min": 4, "pin_max": 16, "hardware": "1.0", "firmware": "2.6",
    "total_public": None, "free_public": 1, "total_private": None, "free_private": None,
}  # fmt: skip
KEY = {"id": b"\1", "label": "key", "kind": "rsa", "bits": 2048, "signs": True, "decrypts": True}
KEY |= {"asks_each_time": False}
POLICY = {"min_length": 6, "max_length": 16, "digit": 2, "upper": 0, "history": 3}
DER = make_key_pair().certificate
PAGE = [{"id": b"\1", "label": "mine", "der": DER}, {"id": b"\2", "label": "odd", "der": b"\x30\x03\x02\x01\x01"}]
SIGN = (TOKEN, KeyRef(b"\1"), bytes(32), Scheme.ECDSA, "sha256")
POINT = b"\x04\x41\x04" + bytes(64)
GONE = {"word": "gone", "call": "C_Login", "reason": "DEVICE_REMOVED"}
SWAPPED = {"word": "swapped", "call": "", "reason": "", "found": ["a", "b", "c"]}


def done(body: dict[str, Any]) -> list[Any]:
    return [NUMBER, "done", body]


#: What is asked, and what a sound module's process answers.
ANSWERS: list[tuple[Ask, list[Any]]] = [
    (lambda p: p.tokens(), [done({"tokens": [ROW, ROW]})]),
    (
        lambda p: p.certificates(TOKEN),
        [[NUMBER, "part", {"certificates": PAGE}], done({"key_ids": [b"\1", b"\2"]})],
    ),
    (lambda p: p.private_keys(TOKEN), [done({"keys": [KEY, KEY]})]),
    (lambda p: p.sign(*SIGN), [done({"signature": bytes(64)})]),
    (
        lambda p: p.sign_with_pin(*SIGN, PIN),
        [[NUMBER, "reached", {}], done(VERDICT | {"signature": bytes(64)})],
    ),
    (lambda p: p.decrypt(TOKEN, KeyRef(b"\1"), bytes(256)), [done({"plain": b"secret"})]),
    (lambda p: p.pin.reading(TOKEN, USER), [done(READING)]),
    (lambda p: p.pin.policy(TOKEN), [done(POLICY)]),
    (lambda p: p.pin.login(TOKEN, USER, PIN), [[NUMBER, "reached", {}], done(VERDICT)]),
    (lambda p: p.pin.change(TOKEN, USER, PIN, PIN), [[NUMBER, "reached", {}], [NUMBER, "fail", GONE]]),
    (lambda p: p.pin.unlock_by_puk(TOKEN, PIN, PIN), [[NUMBER, "fail", SWAPPED]]),
    (lambda p: p.pin.challenge(TOKEN), [done({"challenge": bytes(8)})]),
    (lambda p: p.keys.generate(TOKEN, "ec", 256, b"\1", "k"), [done({"point": POINT})]),
    (lambda p: p.keys.generate(TOKEN, "rsa", 2048, b"\1", "k"), [done({"modulus": b"\xff" * 256, "exponent": b"\3"})]),
    (lambda p: p.store.delete(TOKEN, "key", b"\1"), [done({"count": 2})]),
    (
        lambda p: p.store.data_objects(TOKEN),
        [done({"data": [{"label": "d", "application": "a", "size": 9, "private": True, "id": b"\1"}]})],
    ),
]


class Replay(Host):
    """A host whose process is a string of bytes."""

    def __init__(self) -> None:
        super().__init__("/module.so", [])
        self.stream = b""

    def _make_ready(self) -> None:
        self._number = NUMBER - 1
        self._frames = wire.Frames()
        self._answers = self

    def _send(self, frame: bytearray, deadline: float) -> None:
        pass

    def read(self, _deadline: float) -> bytes:
        piece, self.stream = self.stream, b""
        return piece

    def close(self) -> None:
        pass


def parent_side(count: int, random: Random) -> Counter[str]:
    """Mutated answers; whatever does not end in an answer or a TokenError stops the run."""
    came: Counter[str] = Counter()
    host = Replay()
    provider = Pkcs11Provider(host)
    for _ in range(count):
        ask, messages = random.choice(ANSWERS)
        host.stream = mutated(random, messages)
        try:
            ask(provider)
        except TokenError as error:
            came[error.code] += 1
        else:
            came["understood"] += 1
    return came


CERTIFICATE = ("id", "subject", "issuer", "serial_number", "der")
REQUESTS: list[tuple[str, dict[str, Any]]] = [
    ("tokens", {}), ("certificates", WHO), ("keys", WHO), ("data", WHO), ("policy", WHO), ("logout", WHO),
    ("reading", WHO | {"kind": "user"}), ("login", WHO | {"kind": "user", "pin": b"123456"}),
    ("change", WHO | {"kind": "user", "old": b"123456", "new": b"654321"}),
    ("set_by_officer", WHO | {"officer": b"12345678", "new": None}),
    ("unlock_by_puk", WHO | {"puk": b"12345678", "new": b"123456"}), ("challenge", WHO),
    ("respond", WHO | {"response": bytes(8), "new": b"123456"}),
    ("initialise", WHO | {"officer": b"12345678", "label": "new"}),
    ("sign", WHO | {"id": b"\1", "digest": bytes(32), "scheme": "rsa-pkcs1", "hash": "sha256"}),
    ("sign_with_pin", WHO | {"id": b"\1", "digest": bytes(32), "scheme": "ecdsa", "hash": "sha256", "pin": b"123456"}),
    ("decrypt", WHO | {"id": b"\1", "data": bytes(256)}),
    ("generate", WHO | {"kind": "rsa", "bits": 2048, "id": b"\1", "label": "k"}),
    ("import_certificate", WHO | dict.fromkeys(CERTIFICATE, b"x") | {"label": ""}),
    ("import_key", WHO | {"numbers": [b"xx"] * 8, "id": b"\1", "label": "k"}),
    ("delete", WHO | {"kind": "key", "id": b"\1", "der": b""}),
]  # fmt: skip


class Anything:
    """Stands for the module: takes every call and does nothing."""

    waiting = False

    def __getattr__(self, name: str) -> Callable[..., Any]:
        answers: dict[str, Any] = {"sign_with_pin": ({}, b""), "certificate_pages": [], "seats": []}
        return lambda *_arguments, **_named: answers.get(name, {})


class Deaf(Service):
    """A service that keeps what it would say."""

    def __init__(self) -> None:
        super().__init__(-1)
        parts = ("_cryptoki", "_slots", "_safenet", "_objects", "_pins", "_signing", "_making")
        self.__dict__ |= dict.fromkeys(parts, Anything())
        self.said: list[tuple[str, dict[str, Any]]] = []

    def _say(self, kind: str, body: dict[str, Any]) -> None:
        self.said.append((kind, body))


def child_side(count: int, random: Random) -> Counter[str]:
    """Mutated requests; whatever is neither served nor WireBroken stops the run."""
    came: Counter[str] = Counter()
    service = Deaf()
    for _ in range(count):
        verb, arguments = random.choice(REQUESTS)
        stream = mutated(random, [[NUMBER, verb, arguments]])
        pieces = [stream, b""]
        frames = wire.Frames()
        try:
            while True:
                body = wire.read_frame(lambda: pieces.pop(0), frames)  # noqa: B023 - called at once
                service.answer(body)
        except (wire.WireBroken, wire.WireClosed) as end:
            came[type(end).__name__] += 1
        for kind, said in service.said:
            came[f"{kind} {said.get('reason', '')}".strip()] += 1
            if said.get("word") == "fault":
                raise AssertionError(said)
        service.said.clear()
    return came


def peak() -> int:
    """The most memory this program has had, in MB; getrusage also counts what was there before it was started."""
    [line] = re.findall(r"^VmHWM:\s+(\d+) kB$", Path("/proc/self/status").read_text(encoding="ascii"), re.MULTILINE)
    return int(line) // 1024


def measured(side: Callable[[int, Random], Counter[str]], count: int, seed: int) -> dict[str, Any]:
    before, began = peak(), time.monotonic()
    came = side(count, Random(seed))
    seconds = round(time.monotonic() - began, 1)
    return {"count": count, "seconds": seconds, "came": dict(came), "peak_mb": peak(), "grown_mb": peak() - before}


def main() -> int:
    """Run both sides."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    sides = {"parent": parent_side, "child": child_side}
    json.dump({name: measured(side, chosen.count, chosen.seed) for name, side in sides.items()}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
