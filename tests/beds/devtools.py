"""A real Chromium on a desktop of the test's own, driven through its DevTools pipe: JSON, each message before a zero.

Its dialogs are windows, not pages: they are answered as a person does, by keys on the screen.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tests.beds.desktop import until

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.beds.desktop import Desktop

PROGRAM = "chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--password-store=basic",
    "--ignore-certificate-errors", "--test-type", "--remote-debugging-pipe", "about:blank",
)  # fmt: skip
#: DevTools' pipe has the numbers 3 and 4: a shell puts two named pipes there, the first of them for our words.
PLACED = 'exec 3<"$1" 4>"$2"; shift 2; exec "$@"'
UNLOCK = "Unlock Security Device"


def available() -> str:
    """Why this bed cannot run here, or nothing."""
    found = shutil.which(PROGRAM)
    if found is None or Path(found).resolve().name == "snap":  # it would not see a test's folders
        return f"not installed: {PROGRAM}, but not as a snap"
    return ""


class Chromium:
    """One run of it. A context; it is gone at the end."""

    def __init__(self, desktop: Desktop, home: Path, env: Mapping[str, str]) -> None:
        self._desktop = desktop
        self._settings = home / ".config/chromium"
        self._pipes = (home / "tell", home / "hear")
        self._env = {**env, "HOME": str(home), "XDG_CACHE_HOME": str(home / ".cache")}
        self._number = 0
        self._waiting = b""

    def choose_certificates_for(self, address: str) -> None:
        """The site is shown the first certificate that fits, without a question. Before it is started."""
        chosen: dict[str, Any] = {f"{address},*": {"setting": {"filters": [{}]}}}
        settings = {"profile": {"content_settings": {"exceptions": {"auto_select_certificate": chosen}}}}
        (self._settings / "Default").mkdir(parents=True)
        (self._settings / "Default/Preferences").write_text(json.dumps(settings))

    def __enter__(self) -> Self:
        for pipe in self._pipes:
            os.mkfifo(pipe)
        command = ["bash", "-c", PLACED, "bash", *map(str, self._pipes), PROGRAM, *FLAGS]
        self.process = self._desktop.start(command, **self._env)
        self._tell = os.open(self._pipes[0], os.O_WRONLY)
        self._hear = os.open(self._pipes[1], os.O_RDONLY)
        until(self._page, "a page in Chromium")
        return self

    def _page(self) -> bool:
        found = self("Target.getTargets")["targetInfos"]
        target = next((each["targetId"] for each in found if each["type"] == "page"), None)
        if target is None:
            return False
        self._session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return True

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self("Browser.close")
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        self._desktop.stop(self.process)
        for handle, pipe in zip((self._tell, self._hear), self._pipes, strict=True):
            os.close(handle)
            pipe.unlink()

    def __call__(self, method: str, *, page: bool = False, **details: Any) -> Any:
        """Ask, and wait for the answer; what it tells by itself in between is passed over."""
        number = self._say(method, page=page, **details)
        while (message := self._read()).get("id") != number:
            pass
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']}")
        return message["result"]

    def _say(self, method: str, *, page: bool, **details: Any) -> int:
        self._number += 1
        message = {"id": self._number, "method": method, "params": details}
        os.write(self._tell, json.dumps(message | ({"sessionId": self._session} if page else {})).encode() + b"\0")
        return self._number

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self._waiting:
            part = os.read(self._hear, 1 << 16)
            if not part:
                raise ConnectionError("Chromium hung up")
            self._waiting += part
        message, _, self._waiting = self._waiting.partition(b"\0")
        heard: dict[str, Any] = json.loads(message)
        return heard

    def visit(self, address: str, pin: str, title: str) -> str:
        """Go there, type the PIN into the window that asks for it, and wait for a page whose title begins so."""
        self._say("Page.navigate", page=True, url=address)  # it answers when the page is there, so after the PIN
        if pin:
            until(lambda: self._desktop.windows(UNLOCK), "the question for the PIN")
            self._desktop.tool("type", pin)
            self._desktop.tool("key", "Return")
        return str(until(lambda: self._titled(title), f"a page called {title}"))

    def _titled(self, title: str) -> str:
        found = self.title()
        return found if found.startswith(title) else ""

    def title(self) -> str:
        """Of the page that is shown."""
        with contextlib.suppress(RuntimeError):  # it is just being exchanged
            return str(self("Runtime.evaluate", page=True, expression="document.title")["result"]["value"])
        return ""
