"""The messages between the program and a module's process, both directions, bounded.

A frame is a length of four bytes and a MessagePack array. A request is [number, verb, arguments]; an answer is
[number, kind, body], where kind is "part" (more follows), "reached" (a PIN is about to go to the token), "done" or
"fail". Neither side believes the other: a frame has a size limit, a body is read field by field with its type and
length, and whatever does not fit is WireBroken.

Both sides import this file, the child at every start: keep it light.
"""

from __future__ import annotations

import ctypes
import os

import msgpack

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

#: One frame. The worst that MessagePack can make of a frame is about 75 times its size in memory.
FRAME_LIMIT = 512 * 1024
#: What fits a frame with room for the rest of the message.
BYTES_LIMIT = 400 * 1024
TEXT_LIMIT = 64 * 1024
MANY = 20_000
PREFIX = 4
NUMBER_LIMIT = 1 << 62

KINDS = ("part", "reached", "done", "fail")


class WireBroken(Exception):
    """The other side said something that it cannot say."""


class WireClosed(Exception):
    """The other side is gone."""


def pack(message: list[object]) -> bytearray:
    """A message as a frame, the only copy of what is in it: the packer's own is overwritten, for it may hold a PIN."""
    packer = msgpack.Packer(use_bin_type=True, autoreset=False)
    packer.pack(message)
    with packer.getbuffer() as body:
        size = len(body)
        frame = bytearray(PREFIX + size) if size <= FRAME_LIMIT else bytearray()
        if frame:
            frame[:PREFIX] = size.to_bytes(PREFIX, "big")
            frame[PREFIX:] = body
    packer.reset()
    packer.pack(bytes(size))
    if not frame:
        raise WireBroken("frame too large to send")
    return frame


def unpack(body: bytes | bytearray | memoryview) -> list[Any]:
    """The array inside a frame; only its shape is checked here."""
    if len(body) > FRAME_LIMIT:
        raise WireBroken("frame too large")
    try:
        message = msgpack.unpackb(
            body,
            raw=False,
            strict_map_key=True,
            max_str_len=TEXT_LIMIT,
            max_bin_len=BYTES_LIMIT,
            max_array_len=MANY,
            max_map_len=256,
            max_ext_len=0,
            ext_hook=_no_extension,
        )
    except Exception as error:  # noqa: BLE001 - the parser's errors are of many kinds, all meaning the same
        raise WireBroken(type(error).__name__) from None
    if not isinstance(message, list) or len(message) != 3:  # noqa: PLR2004 - number, word, body
        raise WireBroken("not a message")
    return message


def _no_extension(_kind: int, _data: bytes) -> None:
    raise WireBroken("an extension")  # the limit above lets empty ones through


def unpack_request(body: bytes | bytearray | memoryview) -> tuple[int, str, Fields]:
    """A request as (number, verb, arguments)."""
    number, verb, arguments = unpack(body)
    return whole(number), word(verb), Fields(arguments)


def unpack_answer(body: bytes | bytearray | memoryview) -> tuple[int, str, Fields]:
    """An answer as (number, kind, body)."""
    number, kind, answer = unpack(body)
    if not isinstance(kind, str) or kind not in KINDS:
        raise WireBroken("unknown kind of answer")
    return whole(number), kind, Fields(answer)


def whole(value: object) -> int:
    """A number that is not negative and not absurd."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < NUMBER_LIMIT:
        raise WireBroken("not a number")
    return value


def word(value: object, limit: int = 64) -> str:
    """A short text."""
    if not isinstance(value, str) or len(value) > limit:
        raise WireBroken("not a word")
    return value


class Fields:
    """A map from the other side, read with types and limits."""

    __slots__ = ("_map",)

    def __init__(self, value: object) -> None:
        if not isinstance(value, dict):
            raise WireBroken("not a map")
        self._map = value

    def _get(self, name: str) -> object:
        try:
            return self._map[name]
        except KeyError:
            raise WireBroken(name) from None

    def text(self, name: str, limit: int = 1024) -> str:
        """A text of at most `limit` characters."""
        return word(self._get(name), limit)

    def data(self, name: str, limit: int = BYTES_LIMIT) -> bytes:
        """Bytes, at most `limit` of them."""
        value = self._get(name)
        if not isinstance(value, bytes) or len(value) > limit:
            raise WireBroken(name)
        return value

    def data_or_none(self, name: str, limit: int = BYTES_LIMIT) -> bytes | None:
        """Bytes, or nothing said."""
        return None if self._map.get(name) is None else self.data(name, limit)

    def number(self, name: str) -> int:
        """A number that is not negative."""
        return whole(self._get(name))

    def number_or_none(self, name: str) -> int | None:
        """A number, or nothing said."""
        return None if self._map.get(name) is None else self.number(name)

    def yes(self, name: str) -> bool:
        """A yes or no; no where nothing is said."""
        value = self._map.get(name, False)
        if not isinstance(value, bool):
            raise WireBroken(name)
        return value

    def numbers(self, name: str, many: int) -> list[int]:
        """Numbers, at most `many`."""
        value = self._get(name)
        if not isinstance(value, list) or len(value) > many:
            raise WireBroken(name)
        return [whole(item) for item in value]

    def words(self, name: str, many: int = 64) -> tuple[str, ...]:
        """Short texts, at most `many`."""
        value = self._get(name)
        if not isinstance(value, list) or len(value) > many:
            raise WireBroken(name)
        return tuple(word(item) for item in value)

    def blobs(self, name: str, limit: int, many: int = MANY) -> list[bytes]:
        """Byte strings, at most `many`."""
        value = self._get(name)
        if not isinstance(value, list) or len(value) > many:
            raise WireBroken(name)
        if not all(isinstance(item, bytes) and len(item) <= limit for item in value):
            raise WireBroken(name)
        return value

    def has(self, name: str) -> bool:
        """Whether anything is said under that name."""
        return self._map.get(name) is not None

    def fields(self, name: str) -> Fields:
        """A map inside this one."""
        return Fields(self._get(name))

    def rows(self, name: str, many: int = MANY) -> list[Fields]:
        """Maps inside this one."""
        value = self._get(name)
        if not isinstance(value, list) or len(value) > many:
            raise WireBroken(name)
        return [Fields(item) for item in value]


class Frames:
    """Cuts a stream of bytes into frames, whatever pieces it comes in."""

    __slots__ = ("_pending",)

    def __init__(self) -> None:
        self._pending = bytearray()

    def feed(self, piece: bytes) -> None:
        """Add what has arrived."""
        self._pending += piece

    def next(self) -> bytes | None:
        """The body of the next whole frame, or None until more arrives."""
        if len(self._pending) < PREFIX:
            return None
        size = int.from_bytes(self._pending[:PREFIX], "big")
        if size > FRAME_LIMIT:
            raise WireBroken("frame too large")
        end = PREFIX + size
        if len(self._pending) < end:
            return None
        body = bytes(self._pending[PREFIX:end])
        self._pending[:end] = bytes(end)  # it may have carried a PIN, and deleting does not overwrite
        del self._pending[:end]
        return body


def forget(secret: bytes | bytearray) -> None:
    """Overwrite bytes that held a PIN where they lie; nobody may use them afterwards.

    CPython keeps the characters at the end of the object. Single characters are shared objects and stay.
    """
    if isinstance(secret, bytearray):
        secret[:] = bytes(len(secret))
    elif len(secret) > 1:
        ctypes.memset(id(secret) + bytes.__basicsize__ - 1, 0, len(secret))


def write_all(fd: int, frame: bytes | bytearray) -> None:
    """Write a whole frame to a blocking pipe."""
    view = memoryview(frame)
    while view:
        try:
            view = view[os.write(fd, view) :]
        except (BrokenPipeError, ConnectionResetError):
            raise WireClosed from None


def read_frame(read: Callable[[], bytes], frames: Frames) -> bytes:
    """The next frame, waiting for as many pieces as it takes. The pieces are overwritten: they may hold a PIN."""
    while (body := frames.next()) is None:
        piece = read()
        if not piece:
            raise WireClosed
        frames.feed(piece)
        forget(piece)
    return body
