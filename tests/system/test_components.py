"""The parts of this program as their packages tell of them."""

from __future__ import annotations

from tokenmgr.system.components import components


def test_every_part_has_a_version_and_a_licence() -> None:
    found = components()
    assert found[0].name == "Python"
    assert not [part for part in found if not part.version or not part.licence]


def test_parts_of_parts_are_there_and_each_once() -> None:
    names = [part.name.lower() for part in components()]
    assert {"pyside6_essentials", "cryptography", "cffi", "shiboken6", "msgpack"} <= set(names)
    assert len(names) == len(set(names))


def test_none_is_under_the_gpl() -> None:
    strict = [part for part in components() if "GPL" in part.licence and "LGPL" not in part.licence]
    assert not strict
