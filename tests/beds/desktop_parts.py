"""The parts of a desktop that tests play: who shows tray icons, who shows notices, who says that the screen is locked.

Run by the system's Python, which has GLib's D-Bus: each line on standard input is a request in JSON, each answer one
line. What is asked of the program under test (its icon, its menu) is asked as a panel would ask it.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

from gi.repository import Gio, GLib

PATIENCE_MS = 5000
TRAY = "org.kde.StatusNotifierWatcher"
TRAY_PATH = "/StatusNotifierWatcher"
ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
NOTICES = "org.freedesktop.Notifications"
NOTICES_PATH = "/org/freedesktop/Notifications"
INTERFACES = """<node>
<interface name="org.kde.StatusNotifierWatcher">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
</interface>
<interface name="org.freedesktop.Notifications">
  <method name="GetCapabilities"><arg type="as" direction="out"/></method>
  <method name="Notify">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
  <method name="GetServerInformation">
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
    <arg type="s" direction="out"/><arg type="s" direction="out"/>
  </method>
  <signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
  <signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface>
</node>"""
KNOWN = Gio.DBusNodeInfo.new_for_xml(INTERFACES)


class Parts:
    """On one connection to the session's bus."""

    def __init__(self, connection: Gio.DBusConnection) -> None:
        self.connection = connection
        self.items: list[str] = []
        self.notices: list[dict[str, Any]] = []
        self.capabilities = ["actions", "body", "body-markup"]
        self._names: dict[str, int] = {}
        for name, path in ((TRAY, TRAY_PATH), (NOTICES, NOTICES_PATH)):
            interface = KNOWN.lookup_interface(name)
            connection.register_object(path, interface, self._called, self._read, None)

    def _called(self, *call: Any) -> None:
        _bus, sender, _path, _interface, method, given, answer = call
        words = given.unpack()
        if method == "RegisterStatusNotifierItem":
            self._register(sender, words[0])
        elif method == "GetCapabilities":
            answer.return_value(GLib.Variant("(as)", (self.capabilities,)))
            return
        elif method == "GetServerInformation":
            answer.return_value(GLib.Variant("(ssss)", ("stand-in", "tests", "1", "1.2")))
            return
        elif method == "Notify":
            answer.return_value(GLib.Variant("(u)", (self._noticed(words),)))
            return
        answer.return_value(None)

    def _register(self, sender: str, name: str) -> None:
        item = f"{name if not name.startswith('/') else sender}"
        self.items = [each for each in self.items if each != item] + [item]
        self._emit(TRAY_PATH, TRAY, "StatusNotifierItemRegistered", GLib.Variant("(s)", (item,)))

    def _noticed(self, words: tuple[Any, ...]) -> int:
        program, replaces, _icon, title, body, actions, hints, timeout = words
        number: int = replaces or len(self.notices) + 1
        said = {"id": number, "program": program, "replaces": replaces, "title": title, "body": body}
        self.notices.append({**said, "actions": actions, "hints": hints, "timeout": timeout})
        return number

    def _read(self, _bus: Any, _sender: str, _path: str, _interface: str, name: str) -> Any:
        return {
            "RegisteredStatusNotifierItems": GLib.Variant("as", self.items),
            "IsStatusNotifierHostRegistered": GLib.Variant("b", True),
            "ProtocolVersion": GLib.Variant("i", 0),
        }[name]

    def _emit(self, path: str, interface: str, name: str, given: Any) -> None:
        self.connection.emit_signal(None, path, interface, name, given)
        self.connection.flush_sync(None)

    def own(self, name: str) -> None:
        """Be there under this name, once the bus agrees."""
        given = GLib.Variant("(su)", (name, 4))
        self._ask_bus("RequestName", given)
        if name == TRAY:
            self._emit(TRAY_PATH, TRAY, "StatusNotifierHostRegistered", None)

    def disown(self, name: str) -> None:
        """Be gone."""
        self.items = [] if name == TRAY else self.items
        self._ask_bus("ReleaseName", GLib.Variant("(s)", (name,)))

    def _ask_bus(self, method: str, given: Any) -> None:
        self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method, given)

    def ask(self, service: str, path: str, interface: str, method: str, given: Any = None) -> Any:
        """A call, and its answer as plain values."""
        none = Gio.DBusCallFlags.NONE
        answer = self.connection.call_sync(service, path, interface, method, given, None, none, PATIENCE_MS, None)
        return answer.unpack() if answer is not None else ()

    def _lives(self, item: str) -> bool:
        bus, given = "org.freedesktop.DBus", GLib.Variant("(s)", (item,))
        return bool(self.ask(bus, "/org/freedesktop/DBus", bus, "NameHasOwner", given)[0])

    def item(self) -> dict[str, Any]:
        """What the newest icon says of itself; pictures only by their sizes."""
        given = GLib.Variant("(s)", (ITEM,))
        said = self.ask(self.items[-1], "/StatusNotifierItem", "org.freedesktop.DBus.Properties", "GetAll", given)[0]
        pictures = said.pop("IconPixmap", [])
        for name in ("AttentionIconPixmap", "OverlayIconPixmap"):
            said.pop(name, None)
        said["sizes"] = [width for width, _height, _bytes in pictures]
        said["icon"] = [list(data) for width, _height, data in pictures if width == 22][:1]
        return dict(said)

    def menu(self) -> list[dict[str, Any]]:
        """The menu with its submenus, as they are opened by a person."""
        self.ask(self.items[-1], "/MenuBar", MENU, "AboutToShow", GLib.Variant("(i)", (0,)))
        given = GLib.Variant("(iias)", (0, -1, []))
        _revision, root = self.ask(self.items[-1], "/MenuBar", MENU, "GetLayout", given)
        return [_entry(child) for child in root[2]]

    def press(self, number: int) -> None:
        """Choose an item of the menu."""
        given = GLib.Variant("(isvu)", (number, "clicked", GLib.Variant("i", 0), 0))
        self.ask(self.items[-1], "/MenuBar", MENU, "Event", given)

    def activate(self) -> None:
        """Click the icon."""
        self.ask(self.items[-1], "/StatusNotifierItem", ITEM, "Activate", GLib.Variant("(ii)", (0, 0)))

    def act(self, number: int, key: str) -> None:
        """Press a notice's button."""
        self._emit(NOTICES_PATH, NOTICES, "ActionInvoked", GLib.Variant("(us)", (number, key)))
        self._emit(NOTICES_PATH, NOTICES, "NotificationClosed", GLib.Variant("(uu)", (number, 2)))

    def signal(self, path: str, interface: str, name: str, signature: str, words: list[Any]) -> None:
        """Say what some other part of the desktop would say."""
        given = GLib.Variant(signature, tuple(words)) if signature else None
        self._emit(path, interface, name, given)

    def answer(self, wish: dict[str, Any]) -> Any:
        """One request."""
        name = wish.pop("do")
        if name == "notices":
            return self.notices
        if name == "items":
            self.items = [item for item in self.items if self._lives(item)]
            return self.items
        if name == "can":
            self.capabilities = wish["words"]
            return None
        return getattr(self, name)(**wish)


def _entry(node: Any) -> dict[str, Any]:
    """The label as a person reads it: the underline that marks a key is taken out."""
    number, said, children = node
    shown = {"id": number, "label": said.get("label", "").replace("_", "", 1), "kind": said.get("type", "standard")}
    shown["enabled"] = said.get("enabled", True)
    shown["checked"] = said.get("toggle-state", -1) if said.get("toggle-type") else None
    shown["icon"] = bool(said.get("icon-data"))
    shown["children"] = [_entry(child) for child in children]
    return shown


def say(answer: Any) -> None:
    sys.stdout.write(f"{json.dumps(answer)}\n")
    sys.stdout.flush()


def main() -> None:
    connection = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    parts = Parts(connection)
    loop = GLib.MainLoop()
    threading.Thread(target=loop.run, daemon=True).start()
    say({"ready": True})
    for line in sys.stdin:
        try:
            answer: Any = {"is": parts.answer(json.loads(line))}
        except Exception as error:  # noqa: BLE001 - told to the test, whatever it is
            answer = {"failed": f"{type(error).__name__}: {error}"}
        say(answer)


main()
