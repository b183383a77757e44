"""Nobody is waited for longer than is reasonable, and nobody is asked twice at once."""

from __future__ import annotations

import threading
import time

from tokenmgr.session.patience import Patience


def test_answers_come_back_by_key() -> None:
    patience = Patience(lambda: None)
    assert patience.gather({"a": lambda: 1, "b": lambda: 2}, None) == {"a": 1, "b": 2}
    assert patience.gather({"a": lambda: 3}, 5.0) == {"a": 3}
    assert patience.gather({}, 5.0) == {}


def test_who_is_late_is_left_out_and_told_when_it_comes() -> None:
    came, go, calls = threading.Event(), threading.Event(), []
    patience = Patience(came.set)

    def slow() -> str:
        calls.append("asked")
        go.wait(10)
        return "slow"

    begun = time.monotonic()
    assert patience.gather({"quick": lambda: "quick", "slow": slow}, 0.05) == {"quick": "quick"}
    assert patience.gather({"quick": lambda: "again", "slow": slow}, 0.05) == {"quick": "again"}
    assert time.monotonic() - begun < 5
    assert calls == ["asked"]
    assert not came.is_set()
    go.set()
    assert came.wait(10)
    assert patience.gather({"slow": slow}, 5.0) == {"slow": "slow"}
    assert calls == ["asked"]
    assert patience.gather({"slow": slow}, 5.0) == {"slow": "slow"}
    assert calls == ["asked", "asked"]


def test_who_is_in_time_is_not_told_of() -> None:
    told: list[bool] = []
    patience = Patience(lambda: told.append(True))
    patience.gather({"a": lambda: 1, "b": lambda: 2}, 5.0)
    assert told == []
