"""Messages there and back, and everything that is none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tracemalloc
from typing import Any

import msgpack
import pytest
from hypothesis import given, settings, strategies as st

from tokenmgr.providers.pkcs11 import wire
from tokenmgr.providers.pkcs11.wire import FRAME_LIMIT, PREFIX, Fields, Frames, WireBroken, WireClosed

MB = 1024 * 1024

plain = st.none() | st.booleans() | st.integers(0, 2**61) | st.text(max_size=20) | st.binary(max_size=40)
bodies = st.dictionaries(st.text(min_size=1, max_size=8), plain | st.lists(plain, max_size=4), max_size=6)


def body_of(frame: bytes | bytearray) -> bytes:
    return bytes(frame[PREFIX:])


@given(number=st.integers(0, 2**40), verb=st.text(max_size=64), arguments=bodies)
def test_a_request_comes_back_as_it_was(number: int, verb: str, arguments: dict[str, Any]) -> None:
    read_number, read_verb, fields = wire.unpack_request(body_of(wire.pack([number, verb, arguments])))
    assert (read_number, read_verb) == (number, verb)
    assert fields._map == arguments


@given(messages=st.lists(bodies, min_size=1, max_size=4), cuts=st.lists(st.integers(1, 9), min_size=1, max_size=50))
def test_frames_come_whole_whatever_pieces_they_came_in(messages: list[dict[str, Any]], cuts: list[int]) -> None:
    stream = b"".join(wire.pack([n, "done", body]) for n, body in enumerate(messages))
    frames, seen = Frames(), []
    for place in range(len(stream)):
        size = cuts[place % len(cuts)]
        frames.feed(stream[:size])
        stream = stream[size:]
        while (body := frames.next()) is not None:
            seen.append(wire.unpack_answer(body)[2]._map)
        if not stream:
            break
    assert seen == messages


@settings(max_examples=300)
@given(st.binary(max_size=200))
def test_noise_is_no_message(noise: bytes) -> None:
    for unpack in (wire.unpack_request, wire.unpack_answer):
        with pytest.raises(WireBroken):
            unpack(noise)


@pytest.mark.parametrize(
    "message",
    [[1, "done"], [1, "done", {}, 4], {"a": 1}, "done", None, [1, "done", []], [True, "done", {}], [-1, "done", {}],
     [2**62, "done", {}], [1.0, "done", {}], [1, "gone", {}], [1, ["done"], {}], [1, "done", {1: 2}],
     [1, "done", {"x": "y" * 70_000}], [1, "done", {"x": [0] * 20_001}], [1, "done", {"x": msgpack.ExtType(1, b"")}]],
)  # fmt: skip
def test_what_is_no_answer(message: object) -> None:
    with pytest.raises(WireBroken):
        wire.unpack_answer(msgpack.packb(message))


def test_too_much_is_not_sent() -> None:
    with pytest.raises(WireBroken):
        wire.pack([1, "done", {"x": b"x" * FRAME_LIMIT}])


def test_too_much_is_not_waited_for() -> None:
    frames = Frames()
    frames.feed((FRAME_LIMIT + 1).to_bytes(PREFIX, "big"))
    with pytest.raises(WireBroken):
        frames.next()


FIELDS = Fields({
    "text": "ab", "data": b"ab", "number": 5, "yes": True, "none": None, "words": ["a", "b"], "numbers": [1, 2],
    "blobs": [b"a", b"bc"], "map": {"a": 1}, "rows": [{"a": 1}],
})  # fmt: skip


def test_fields_are_what_they_are_called() -> None:
    assert (FIELDS.text("text"), FIELDS.data("data"), FIELDS.number("number"), FIELDS.yes("yes")) == (
        "ab",
        b"ab",
        5,
        True,
    )
    assert FIELDS.words("words") == ("a", "b")
    assert FIELDS.numbers("numbers", 2) == [1, 2]
    assert FIELDS.blobs("blobs", 2) == [b"a", b"bc"]
    assert FIELDS.fields("map").number("a") == FIELDS.rows("rows")[0].number("a") == 1
    assert (FIELDS.has("none"), FIELDS.has("absent"), FIELDS.yes("absent")) == (False, False, False)
    assert FIELDS.number_or_none("none") is None
    assert FIELDS.data_or_none("absent") is None


@pytest.mark.parametrize(
    ("read", "arguments"),
    [("text", ("data",)), ("text", ("text", 1)), ("text", ("absent",)), ("data", ("text",)), ("data", ("data", 1)),
     ("number", ("text",)), ("number", ("yes",)), ("yes", ("number",)), ("words", ("numbers",)),
     ("words", ("words", 1)),
     ("numbers", ("words", 9)), ("numbers", ("numbers", 1)), ("blobs", ("words", 9)), ("blobs", ("blobs", 1)),
     ("blobs", ("blobs", 9, 1)), ("fields", ("rows",)), ("rows", ("words",)), ("rows", ("rows", 0)), ("rows", ("map",)),
     ("number_or_none", ("text",)), ("data_or_none", ("text",))],
)  # fmt: skip
def test_fields_are_nothing_else(read: str, arguments: tuple[Any, ...]) -> None:
    with pytest.raises(WireBroken):
        getattr(FIELDS, read)(*arguments)


@pytest.mark.parametrize(
    "filling", [b"\x90", b"\x80", b"\xdc\x00\x00", b"\xa0", b"\xc0", b"\xc4\x00", b"\xcb" + b"\1" * 8]
)
def test_the_worst_that_a_frame_can_become_is_bounded(filling: bytes) -> None:
    """Many small things take the most room; a list of lists gets past the limit of one list."""
    inner = 19_000
    count = (FRAME_LIMIT - 200) // len(filling) // inner
    rest = b"".join(b"\xdc" + inner.to_bytes(2, "big") + filling * inner for _ in range(count))
    body = b"\x93\x01\xa4done\x81\xa1x\xdc" + count.to_bytes(2, "big") + rest
    assert len(body) <= FRAME_LIMIT
    tracemalloc.start()
    wire.unpack_answer(body)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 56 * MB


def test_lists_within_lists_without_end() -> None:
    with pytest.raises(WireBroken):
        wire.unpack_answer(b"\x93\x01\xa4done\x81\xa1x" + b"\x91" * 100_000 + b"\xc0")


def test_nothing_of_a_pin_stays_in_what_carried_it() -> None:
    secret = bytes(range(33, 49))
    frame = wire.pack([1, "login", {"pin": secret}])
    assert secret in frame
    piece = bytes(frame)
    wire.forget(frame)
    assert frame == bytes(len(frame))
    pieces = [piece]
    frames = Frames()
    assert secret in wire.read_frame(pieces.pop, frames)
    assert piece == bytes(len(piece))
    wire.forget(b"")
    wire.forget(b"x")  # shared by everybody, so left alone
    assert bytes((120,)) == b"x"


def test_the_end_of_a_pipe() -> None:
    with pytest.raises(WireClosed):
        wire.read_frame(lambda: b"", Frames())
    reading, writing = os.pipe()
    os.close(reading)
    with pytest.raises(WireClosed):
        wire.write_all(writing, b"xxxx")
    os.close(writing)


def test_a_sample_of_wrong_messages_on_both_sides() -> None:
    """The whole of it: python -m tests.faults.wire_fuzz."""
    command = [sys.executable, "-m", "tests.faults.wire_fuzz", "--count", "20000", "--seed", "3"]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    sides = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, env=env, timeout=60).stdout)
    for side in sides.values():
        assert side["count"] == sum(side["came"].values()) or "WireClosed" in side["came"]
        assert side["peak_mb"] < 64
    assert sides["parent"]["came"]["understood"] > 500
    assert sides["child"]["came"]["done"] > 500
