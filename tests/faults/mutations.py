"""Messages gone wrong: in their bytes, or in what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgpack

if TYPE_CHECKING:
    from random import Random

PREFIX = 4
#: Bytes that mean something to MessagePack, or sit at the edge of a number.
TELLING = bytes((0, 1, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, *range(0xC0, 0xE1), 0xFF))
ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2**31, 2**62, 2**63, 2**64 - 1, 1.5, float("nan"), "", "x", "user", "\0", "\u202e",
    "x" * 300, "x" * 70_000, b"", b"\0", b"\xff" * 300, b"x" * 100_000, [], {}, [[]], [None] * 300, {"": ""},
    {"word": "garbled"}, msgpack.ExtType(1, b"x"), msgpack.Timestamp(1, 1),
)  # fmt: skip


def framed(message: object) -> bytes:
    body: bytes = msgpack.packb(message, use_bin_type=True)
    return len(body).to_bytes(PREFIX, "big") + body


def mutated(random: Random, messages: list[Any]) -> bytes:
    """A stream of frames, one of them not what it was."""
    place = random.randrange(len(messages))
    if random.random() < 0.7:
        number, word, body = messages[place]
        deep = random.random() < 0.85
        wrong = [number, word, twisted(random, body)] if deep else twisted(random, messages[place])
        return b"".join(map(framed, [*messages[:place], wrong, *messages[place + 1 :]]))
    frames = [framed(message) for message in messages]
    frames[place] = bitten(random, frames[place])
    return b"".join(frames)


def twisted(random: Random, value: Any) -> Any:
    """The same structure with one part replaced, left out or doubled."""
    if not isinstance(value, list | dict) or not value or random.random() < 0.08:
        return random.choice(ODD)
    if isinstance(value, list):
        return _twisted_list(random, list(value))
    changed = dict(value)
    key = random.choice(list(changed))
    if random.random() < 0.15:
        del changed[key]
    elif random.random() < 0.1:
        changed[random.choice(("", "x" * 80, b"k", 7))] = changed.pop(key)
    else:
        changed[key] = twisted(random, changed[key])
    return changed


def _twisted_list(random: Random, changed: list[Any]) -> list[Any]:
    place = random.randrange(len(changed))
    what = random.random()
    if what < 0.1:
        del changed[place]
    elif what < 0.2:
        changed += changed[place : place + 1] * random.choice((1, 3, 400))
    else:
        changed[place] = twisted(random, changed[place])
    return changed


def bitten(random: Random, frame: bytes) -> bytes:
    """Some bytes changed, lost, or more."""
    raw = bytearray(frame)
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        at = random.randrange(len(raw)) if raw else 0
        what = random.randrange(6)
        if what == 0 and raw:
            raw[at] ^= 1 << random.randrange(8)
        elif what == 1 and raw:
            raw[at] = random.choice(TELLING)
        elif what == 2:
            del raw[at : at + random.randrange(1, 9)]
        elif what == 3:
            raw[at:at] = random.randbytes(random.randrange(1, 9))
        elif what == 4:
            raw[at:at] = raw[at : at + random.randrange(1, 40)]
        else:
            del raw[at:]
    if random.random() < 0.6:  # most often the length fits again, so that what is inside is looked at
        raw[:PREFIX] = max(0, len(raw) - PREFIX).to_bytes(PREFIX, "big")
    return bytes(raw)
