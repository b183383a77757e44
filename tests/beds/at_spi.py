"""Drives windows from outside, as a screen reader does: through the accessibility tree.

Run by the system's Python, which has pyatspi: each line on standard input is a request in JSON, each answer one line.
A control is told by its role and its name; `within` narrows the search to what lies under a control of that name.
"""

from __future__ import annotations

import json
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pyatspi

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROGRAM = "tokenmgr"
PATIENCE = 10.0
STEP = 0.1
FORGET_SECONDS = 4.0
#: Roles that a person does something with; each of these has to have a name.
CONTROLS = {
    "push button", "check box", "radio button", "text", "password text", "combo box", "list", "list item", "tree",
    "tree item", "tree table", "table", "page tab", "page tab list", "menu item", "check menu item", "toggle button",
    "link", "spin button", "slider", "button", "switch", "entry",
}  # fmt: skip
PRESSES = ("press", "click", "toggle", "activate", "jump")


class Memory:
    """What this process remembers of windows is put right by signals only, and one may be missed."""

    forgotten = time.monotonic()

    @classmethod
    def refresh(cls) -> None:
        """Forget everything now and then; always would be too slow."""
        if time.monotonic() > cls.forgotten + FORGET_SECONDS:
            cls.forgotten = time.monotonic()
            pyatspi.Registry.getDesktop(0).clear_cache()


def program() -> Any:
    """The one that is looked at; None where it has no window yet."""
    Memory.refresh()
    found = []
    for each in pyatspi.Registry.getDesktop(0):
        with suppress(Exception):  # ended just now
            found += [each] if each.name == PROGRAM else []
    return found[-1] if found else None


def below(node: Any) -> Iterator[Any]:
    """Everything that shows, in the order of the tree. What vanishes meanwhile is left out."""
    try:
        children = [node.getChildAtIndex(number) for number in range(node.childCount)]
    except Exception:  # noqa: BLE001 - gone in the middle of being asked
        return
    for child in children:
        if child is not None and shows(child):
            yield child
            yield from below(child)


def shows(node: Any) -> bool:
    try:
        states = node.getState()
    except Exception:  # noqa: BLE001 - gone in the middle of being asked
        return False
    return bool(states.contains(pyatspi.STATE_SHOWING) or node.getRole() == pyatspi.ROLE_APPLICATION)


def told(node: Any) -> dict[str, Any]:
    """One control in plain values."""
    states = node.getState()
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "enabled": bool(states.contains(pyatspi.STATE_ENABLED)),
        "checked": bool(states.contains(pyatspi.STATE_CHECKED)),
        "active": bool(states.contains(pyatspi.STATE_ACTIVE)),
        "focused": bool(states.contains(pyatspi.STATE_FOCUSED)),
    }


def matches(role: str, name: str, within: str) -> list[Any]:
    start = program()
    if start is None:
        return []
    if within:
        holders = [node for node in below(start) if within in node.name and node.childCount]
        start = max(holders, key=lambda node: node.getRoleName() == "dialog", default=None)
    nodes = below(start) if start is not None else iter(())
    return [node for node in nodes if fits(node, role, name)]


def fits(node: Any, role: str, name: str) -> bool:
    try:
        return (not role or node.getRoleName() == role) and name in node.name
    except Exception:  # noqa: BLE001 - gone in the middle of being asked
        return False


def one(role: str, name: str, within: str = "", seconds: float = PATIENCE) -> Any:
    """The first that is called so; the exact name comes before one that only holds it."""
    late = time.monotonic() + seconds
    while True:
        with suppress(Exception):  # gone in the middle of being asked: look again
            found = matches(role, name, within)
            exact = [node for node in found if node.name == name]
            if found:
                return (exact or found)[0]
        if time.monotonic() > late:
            raise LookupError(f"no {role or 'control'} {name!r} among {told_by_all()}")
        time.sleep(STEP)


def press(role: str, name: str, within: str = "") -> None:
    """Whatever its main action is called, as soon as it can be pressed."""
    node = one(role, name, within)
    late = time.monotonic() + PATIENCE
    while not told(node)["enabled"]:
        if time.monotonic() > late:
            raise LookupError(f"{name!r} cannot be pressed")
        time.sleep(STEP)
    actions = node.queryAction()
    names = [actions.getName(number).lower() for number in range(actions.nActions)]
    chosen = next((number for number, each in enumerate(names) if each in PRESSES), None)
    if chosen is None:
        raise LookupError(f"{name!r} can only {names}")
    with suppress(Exception):  # what it does may be its own end; it is never pressed twice
        actions.doAction(chosen)


def write(role: str, name: str, text: str, within: str = "") -> None:
    node = one(role, name, within)
    node.queryComponent().grabFocus()
    node.queryEditableText().setTextContents(text)


def focus(role: str, name: str, within: str = "") -> None:
    one(role, name, within).queryComponent().grabFocus()


def place(role: str, name: str, within: str = "") -> list[int]:
    """Where it is on the screen: its corner and its size."""
    box = one(role, name, within).queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    return [box.x, box.y, box.width, box.height]


def find(role: str = "", name: str = "", within: str = "") -> list[dict[str, Any]]:
    return all_told(matches(role, name, within))


def all_told(nodes: Iterable[Any]) -> list[dict[str, Any]]:
    """Without those that vanish in the middle of being asked."""
    found = []
    for node in nodes:
        with suppress(Exception):
            found.append(told(node))
    return found


def wait(role: str = "", name: str = "", within: str = "", seconds: float = PATIENCE) -> dict[str, Any]:
    late = time.monotonic() + seconds
    while True:
        with suppress(Exception):  # gone in the middle of being asked: look again
            return find(role, name, within)[0]
        if time.monotonic() > late:
            raise LookupError(f"no {role or 'control'} {name!r} among {told_by_all()}")
        time.sleep(STEP)


def wait_gone(role: str = "", name: str = "", seconds: float = PATIENCE) -> None:
    late = time.monotonic() + seconds
    while find(role, name):
        if time.monotonic() > late:
            raise LookupError(f"{name!r} is still there")
        time.sleep(STEP)


def controls() -> list[dict[str, Any]]:
    """Everything that a person does something with."""
    start = program()
    nodes = below(start) if start is not None else iter(())
    return [each for each in all_told(nodes) if each["role"] in CONTROLS]


def words() -> list[str]:
    """Everything that can be read."""
    start = program()
    return [each["name"] for each in all_told(below(start)) if each["name"]] if start is not None else []


def told_by_all() -> str:
    """For whoever finds nothing: which programs there are, and what ours says."""
    there = []
    desktop = pyatspi.Registry.getDesktop(0)
    for each in desktop:
        try:
            there.append(f"{each.name}:{each.get_process_id()}:{each.childCount}")
        except Exception as error:  # noqa: BLE001 - that is what is told
            there.append(f"{type(error).__name__} {error}")
    return f"{words()} of {desktop.childCount} {there}"


def answer(wish: dict[str, Any]) -> Any:
    verbs: dict[str, Any] = {
        "press": press, "write": write, "focus": focus, "place": place, "find": find, "wait": wait,
        "wait_gone": wait_gone, "controls": controls, "words": words,
    }  # fmt: skip
    verb = verbs[wish.pop("do")]
    late = time.monotonic() + PATIENCE
    while True:
        try:
            return verb(**wish)
        except LookupError:
            raise
        except Exception:  # gone in the middle of being asked: ask again
            if time.monotonic() > late:
                raise
        time.sleep(STEP)


def say(words_said: dict[str, Any]) -> None:
    sys.stdout.write(f"{json.dumps(words_said)}\n")
    sys.stdout.flush()


def main() -> None:
    say({"ready": True})
    for line in sys.stdin:
        try:
            said = {"is": answer(json.loads(line))}
        except Exception as error:  # noqa: BLE001 - told to the test, whatever it is
            said = {"failed": f"{type(error).__name__}: {error}"}
        say(said)


main()
