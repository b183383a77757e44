"""A bare PKCS#11 client, run as a program: what a module really answers, with nothing in between.

`start` and `run` begin such a program. It takes a JSON list of steps on standard input, each a list of a method's name
in Client and its arguments, and answers each with a JSON line at once, so that what came before a crash is known.
"""

import ctypes
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Step = Sequence[Any]
CHILD_SECONDS = 20

UL = ctypes.c_ulong
RW_SERIAL = 6
USERS = {"so": 0, "user": 1, "context": 2}
FLAGS = {
    "pad": 0x100,
    "low": 0x10000,
    "final": 0x20000,
    "locked": 0x40000,
    "must_change": 0x80000,
    "so_low": 0x100000,
    "so_final": 0x200000,
    "so_locked": 0x400000,
}
RSA_PKCS = 1
SHA256_RSA_PKCS = 0x40


@dataclass(frozen=True)
class Outcome:
    """What the steps answered before the program ended, and how it ended (a signal as a negative number)."""

    answers: list[Any]
    ended: int


def start(module: Path, env: Mapping[str, str], *steps: Step) -> "subprocess.Popen[str]":
    """Begin a program that takes the steps."""
    command = [sys.executable, "-I", "-S", __file__, str(module)]
    child = subprocess.Popen(
        command, env=os.environ | dict(env), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdin is not None
    print(json.dumps(steps), file=child.stdin, flush=True)
    return child


def finish(child: "subprocess.Popen[str]") -> Outcome:
    """Wait for the program's end, and end it if it hangs."""
    try:
        lines = child.communicate(timeout=CHILD_SECONDS)[0].splitlines()
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        raise
    return Outcome([json.loads(line) for line in lines], child.returncode)


def run(module: Path, env: Mapping[str, str], *steps: Step, answer: Callable[[bytes], bytes] | None = None) -> Outcome:
    """Take the steps and return the answers; `answer` is asked at the step "ask"."""
    child = start(module, env, *steps)
    if answer is None:
        return finish(child)
    assert child.stdin is not None
    assert child.stdout is not None
    before = []
    while not isinstance(line := json.loads(child.stdout.readline()), dict):
        before.append(line)
    print(answer(bytes.fromhex(line["challenge"])).hex(), file=child.stdin, flush=True)
    rest = finish(child)
    return Outcome(before + rest.answers, rest.ended)


class TokenInfo(ctypes.Structure):
    _fields_ = [
        ("label", ctypes.c_ubyte * 32),
        ("manufacturer", ctypes.c_ubyte * 32),
        ("model", ctypes.c_ubyte * 16),
        ("serial", ctypes.c_ubyte * 16),
        ("flags", UL),
        ("numbers", UL * 10),
        ("versions", ctypes.c_ubyte * 4),
        ("time", ctypes.c_ubyte * 16),
    ]


class SessionInfo(ctypes.Structure):
    _fields_ = [("slot", UL), ("state", UL), ("flags", UL), ("error", UL)]


class Attribute(ctypes.Structure):
    _fields_ = [("type", UL), ("value", ctypes.c_void_p), ("length", UL)]


class Mechanism(ctypes.Structure):
    _fields_ = [("type", UL), ("parameter", ctypes.c_void_p), ("length", UL)]


def template(pairs: list[list[Any]]) -> tuple[Any, list[Any]]:
    """Build attributes from [type, number or hex string]; the buffers must be kept as long as they are used."""
    kept = [value.to_bytes(8, "little") if isinstance(value, int) else bytes.fromhex(value) for _, value in pairs]
    buffers = [ctypes.create_string_buffer(value, len(value)) for value in kept]
    made = (Attribute * len(pairs))()
    for one, (kind, _), buffer in zip(made, pairs, buffers, strict=True):
        one.type, one.value, one.length = kind, ctypes.cast(buffer, ctypes.c_void_p), len(buffer)
    return made, buffers


class Client:
    """One method per step, on the slot chosen and the session opened last."""

    def __init__(self, path: str) -> None:
        self.library = ctypes.CDLL(path, mode=os.RTLD_LOCAL | os.RTLD_NOW)
        self.slot = 0
        self.listed: list[int] = []
        self.session = UL(0)
        self.challenge = b""
        self.response = b""

    def call(self, name: str, *arguments: Any) -> int:
        function = getattr(self.library, name)
        function.restype = UL
        return int(function(*arguments))

    def initialize(self) -> int:
        return self.call("C_Initialize", None)

    def finalize(self) -> int:
        return self.call("C_Finalize", None)

    def version(self) -> list[int]:
        pointer = ctypes.POINTER(ctypes.c_ubyte)()
        self.call("C_GetFunctionList", ctypes.byref(pointer))
        return [pointer[0], pointer[1]]

    def count_slots(self) -> list[int]:
        count = UL(0)
        return [self.call("C_GetSlotList", ctypes.c_ubyte(1), None, ctypes.byref(count)), count.value]

    def slots(self, room: int = 64) -> list[Any]:
        ids, count = (UL * room)(), UL(room)
        rv = self.call("C_GetSlotList", ctypes.c_ubyte(1), ids, ctypes.byref(count))
        self.listed = list(ids[: min(count.value, room, 64)])
        return [rv, self.listed]

    def use(self, slot: int) -> int:
        """Take the slot with this number, whether listed or not."""
        self.slot = slot
        return slot

    def use_listed(self, place: int) -> int:
        return self.use(self.listed[place])

    def _info(self) -> tuple[int, TokenInfo]:
        info = TokenInfo()
        return self.call("C_GetTokenInfo", UL(self.slot), ctypes.byref(info)), info

    def token(self) -> list[Any]:
        rv, info = self._info()
        texts = (info.label, info.manufacturer, info.model, info.serial)
        return [rv, *(bytes(text).decode("latin-1").rstrip() for text in texts)]

    def flags(self) -> list[Any]:
        rv, info = self._info()
        return [rv, *(name for name, bit in FLAGS.items() if info.flags & bit)]

    def all_flags(self) -> int:
        return int(self._info()[1].flags)

    def token_present(self) -> bool:
        info = (ctypes.c_ubyte * 112)()
        self.call("C_GetSlotInfo", UL(self.slot), info)
        return bool(UL.from_buffer(info, 96).value & 1)

    def init_token(self, pin: str, label: str) -> int:
        text = label.encode().ljust(32)
        return self.call("C_InitToken", UL(self.slot), pin.encode(), UL(len(pin)), text)

    def open(self, flags: int = RW_SERIAL) -> int:
        return self.call("C_OpenSession", UL(self.slot), UL(flags), None, None, ctypes.byref(self.session))

    def close(self) -> int:
        return self.call("C_CloseSession", self.session)

    def state(self) -> list[int]:
        info = SessionInfo()
        rv = self.call("C_GetSessionInfo", self.session, ctypes.byref(info))
        return [rv, info.state, info.slot]

    def login(self, user: str, pin: str | None) -> int:
        given = None if pin is None else pin.encode()
        return self.call("C_Login", self.session, UL(USERS[user]), given, UL(len(given or b"")))

    def logout(self) -> int:
        return self.call("C_Logout", self.session)

    def set_pin(self, old: str | None, new: str | None) -> int:
        before, after = (old or "").encode(), (new or "").encode()
        return self.call("C_SetPIN", self.session, before or None, UL(len(before)), after or None, UL(len(after)))

    def init_pin(self, pin: str | None) -> int:
        return self.call("C_InitPIN", self.session, pin and pin.encode(), UL(len(pin or "")))

    def find(self, pairs: list[list[Any]], room: int = 16) -> list[Any]:
        wanted, _kept = template(pairs)
        found, count = (UL * room)(), UL(0)
        rv = self.call("C_FindObjectsInit", self.session, wanted, UL(len(pairs)))
        rv = rv or self.call("C_FindObjects", self.session, found, UL(room), ctypes.byref(count))
        self.call("C_FindObjectsFinal", self.session)
        return [rv, count.value, list(found[: min(count.value, room)])]

    def lengths(self, handle: int, types: list[int]) -> list[Any]:
        wanted = (Attribute * len(types))(*(Attribute(kind, None, 0) for kind in types))
        rv = self.call("C_GetAttributeValue", self.session, UL(handle), wanted, UL(len(types)))
        return [rv, [one.length for one in wanted]]

    def attributes(self, handle: int, types: list[int], room: int = 64) -> list[Any]:
        buffers = [ctypes.create_string_buffer(room) for _ in types]
        pairs = zip(types, buffers, strict=True)
        pointers = ((kind, ctypes.cast(at, ctypes.c_void_p)) for kind, at in pairs)
        wanted = (Attribute * len(types))(*(Attribute(kind, at, room) for kind, at in pointers))
        rv = self.call("C_GetAttributeValue", self.session, UL(handle), wanted, UL(len(types)))
        values = zip(buffers, wanted, strict=True)
        return [rv, [at.raw[: one.length].hex() if one.length <= room else one.length for at, one in values]]

    def sign(self, data: str, mechanism: int = RSA_PKCS) -> list[Any]:
        _, _, keys = self.find([[0, 3]], 1)
        how, out, length = Mechanism(mechanism, None, 0), ctypes.create_string_buffer(512), UL(512)
        rv = self.call("C_SignInit", self.session, ctypes.byref(how), UL(keys[0]))
        rv = rv or self.call("C_Sign", self.session, data.encode(), UL(len(data)), out, ctypes.byref(length))
        return [rv, length.value]

    def get_challenge(self, room: int = 8) -> list[Any]:
        buffer, length = ctypes.create_string_buffer(8), UL(room)
        rv = self.call("ETC_UnlockGetChallenge", self.session, buffer if room else None, ctypes.byref(length))
        self.challenge = buffer.raw
        return [rv, length.value]

    def ask(self) -> int:
        """Hand the challenge to the other side of the pipes and read the response there."""
        say({"challenge": self.challenge.hex()})
        self.response = bytes.fromhex(sys.stdin.readline())
        return 0

    def unlock(self, pin: str, retries: int = 0, must_change: int = 0) -> int:
        answer = (self.response, UL(len(self.response)))
        setting = (pin.encode(), UL(len(pin)), UL(retries), ctypes.c_ubyte(must_change))
        return self.call("ETC_UnlockComplete", self.session, *answer, *setting)

    def etc_init_pin(self, pin: str, retries: int, must_change: int) -> int:
        setting = (pin.encode(), UL(len(pin)), UL(retries), ctypes.c_ubyte(must_change))
        return self.call("ETC_InitPIN", self.session, *setting)

    def etc_set_pin(self, old: str, new: str) -> int:
        pins = (old.encode(), UL(len(old)), new.encode(), UL(len(new)))
        return self.call("ETC_SetPIN", self.session, None, UL(0), *pins)

    def touch(self, path: str) -> int:
        Path(path).touch()
        return 0

    def rename(self, path: str, to: str) -> int:
        Path(path).rename(to)
        return 0


def say(answer: Any) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    client = Client(sys.argv[1])
    for name, *arguments in json.loads(sys.stdin.readline()):
        say(getattr(client, name)(*arguments))


if __name__ == "__main__":
    main()
