"""The desktop's own notices, over D-Bus.

Not through Qt's D-Bus: from Python it cannot say which kind of number it sends, and whoever waits for an answer holds
up every other thread. This waits in threads of its own; they exist from the first notice on and sleep in the system.
"""

from __future__ import annotations

import os
import threading
from queue import Queue
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.ui.notice_words import NoticeWords

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ICON = "dialog-password"
#: What pressing the notice itself is called; and the button.
KEYS = ("default", "act")
LET_THE_DESKTOP_CHOOSE = -1
SIGNALS = ("ActionInvoked", "NotificationClosed", "ActivationToken")
#: A desktop that takes longer shows nothing.
PATIENCE_SECONDS = 3.0
WAITING = 32


class NoticeServer:
    """Whoever shows notices on this desktop. `pressed` and `closed` are called with a notice's number, in a thread."""

    def __init__(
        self, pressed: Callable[[int], object], closed: Callable[[int], object], address: str = "SESSION"
    ) -> None:
        self._pressed, self._closed = pressed, closed
        self._address = address
        self._lock = threading.Lock()
        self._router: Any = None

    def show(self, words: NoticeWords, replaces: int = 0) -> int:
        """Its number; 0 where nobody shows notices. For a working thread."""
        with self._lock:
            try:
                return self._show(words, replaces)
            except Exception:  # noqa: BLE001 - no bus, no server, one that hangs or talks nonsense: shown elsewhere then
                self._let_go()
                return 0

    def close(self) -> None:
        """Nothing is heard any more."""
        with self._lock:
            self._let_go()

    def _let_go(self) -> None:
        router, self._router = self._router, None
        if router is not None:
            router.close()
            router.conn.close()

    def _show(self, words: NoticeWords, replaces: int) -> int:
        if self._router is None:
            self._router = self._open()
        can = self._ask("GetCapabilities")[0]
        text = escape(words.text) if "body-markup" in can else words.text
        actions = [each for key in KEYS for each in (key, words.action)] if "actions" in can else []
        about = {"desktop-entry": ("s", "tokenmgr")}
        given = ("tokenmgr", replaces, ICON, words.title, text, actions, about, LET_THE_DESKTOP_CHOOSE)
        return int(self._ask("Notify", "susssasa{sv}i", given)[0])

    def _ask(self, method: str, signature: str | None = None, given: tuple[Any, ...] = ()) -> tuple[Any, ...]:
        from jeepney import DBusAddress, new_method_call
        from jeepney.wrappers import unwrap_msg

        call = new_method_call(DBusAddress(PATH, SERVICE, SERVICE), method, signature, given)
        answer: tuple[Any, ...] = unwrap_msg(self._router.send_and_get_reply(call, timeout=PATIENCE_SECONDS))
        return answer

    def _open(self) -> Any:
        """A connection, and a thread that hears what becomes of the notices."""
        from jeepney import MatchRule, message_bus
        from jeepney.io.threading import DBusRouter, open_dbus_connection

        router = DBusRouter(open_dbus_connection(self._address))
        heard: Queue[Any] = Queue(WAITING)
        for signal in SIGNALS:
            rule = MatchRule(type="signal", interface=SERVICE, member=signal, path=PATH)
            router.filter(rule, queue=heard)
            router.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE_SECONDS)
        threading.Thread(target=self._listen, args=(heard,), daemon=True, name="notices").start()
        return router

    def _listen(self, heard: Queue[Any]) -> None:
        from jeepney import HeaderFields

        while True:
            message = heard.get()
            name = message.header.fields.get(HeaderFields.member)
            number, *more = message.body
            if name == "ActivationToken":
                # Wayland lets a window come to the front only with this; Qt takes it from here.
                os.environ["XDG_ACTIVATION_TOKEN"] = str(more[0])
            else:
                (self._pressed if name == "ActionInvoked" else self._closed)(number)


def escape(text: str) -> str:
    """For servers that take a text for markup. `html` knows it too, and two thousand names of characters besides."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
