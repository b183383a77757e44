"""A real Firefox without a screen, driven through Marionette: JSON over TCP, each message behind its length."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: Not a snap: it would not see a test's folders.
PROGRAMS = ("/usr/bin/firefox-esr", "/usr/lib/firefox/firefox", "/usr/lib64/firefox/firefox", "/opt/firefox/firefox")
PATIENCE = 30.0
#: Nothing is fetched, reported or asked; a port of the system's choice.
PREFERENCES: dict[str, bool | int | str] = {
    "marionette.port": 0,
    "security.default_personal_cert": "Select Automatically",
    "security.dialog_enable_delay": 0,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.newtabpage.enabled": False,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.prefetch-next": False,
    "services.settings.server": "data:,#",
    "toolkit.telemetry.enabled": False,
}
MODULES = """
const list = Cc["@mozilla.org/security/pkcs11moduledb;1"].getService(Ci.nsIPKCS11ModuleDB).listModules();
return [...list].map(module => [module.name, module.libName, [...module.listSlots()].map(slot => slot.tokenName)]);
"""
#: The first dialog with a password field gets the PIN; what it asked is kept.
TYPE_PIN = """
const pin = arguments[0];
Services.obs.addObserver(function typed(dialog) {
  Services.obs.removeObserver(typed, "common-dialog-loaded");
  globalThis.tokenmgrAsked = dialog.Dialog.args.text;
  dialog.Dialog.ui.password1Textbox.value = pin;
  dialog.setTimeout(() => dialog.Dialog.ui.button0.click(), 0);
}, "common-dialog-loaded");
"""
ASKED = "return globalThis.tokenmgrAsked || '';"


def program() -> str | None:
    """Firefox where Debian, Fedora or its maker puts it."""
    return next((found for path in PROGRAMS if (found := shutil.which(path))), None)


def available() -> str:
    """Why this bed cannot run here, or nothing."""
    return "" if program() else "not installed: firefox-esr"


class Firefox:
    """One run of it with one profile. A context; it is gone at the end."""

    def __init__(self, profile: Path, home: Path, env: Mapping[str, str]) -> None:
        home.mkdir(parents=True, exist_ok=True)
        profile.mkdir(parents=True, exist_ok=True)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
        (profile / "user.js").write_text("\n".join(lines))
        self._command = [
            program() or "", "--headless", "--no-remote", "--profile", str(profile),
            "--marionette", "--remote-allow-system-access", "about:blank",
        ]  # fmt: skip
        own = {"HOME": str(home), "XDG_CACHE_HOME": str(home / "cache"), "MOZ_CRASHREPORTER_DISABLE": "1"}
        self._env = {**os.environ, **env, **own}

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            self._command, env=self._env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            self._talk = Marionette(self._announced())
            self._talk("WebDriver:NewSession", acceptInsecureCerts=True, pageLoadStrategy="none")
        except BaseException:
            self._kill()
            raise
        return self

    def _announced(self) -> int:
        """The port; whatever else it says is read away, so that it never waits for a reader."""
        assert self.process.stdout
        timer = threading.Timer(PATIENCE, self._kill)
        timer.start()
        said = b""
        for line in self.process.stdout:
            said += line
            if b"Listening on port" in line:
                timer.cancel()
                threading.Thread(target=self.process.stdout.read, daemon=True).start()
                return int(line.split()[-1])
        raise RuntimeError(f"Firefox did not start: {said.decode(errors='replace')}")

    def _kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError, RuntimeError):
            self._talk("Marionette:Quit", flags=["eForceQuit"])
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(PATIENCE)
        self._kill()
        self._talk.close()
        if self.process.stdout:
            self.process.stdout.close()

    def inside(self, script: str, *arguments: Any) -> Any:
        """Run in the browser itself, not in a page."""
        self._talk("Marionette:SetContext", value="chrome")
        try:
            return self._talk("WebDriver:ExecuteScript", script=script, args=arguments, sandbox="system")["value"]
        finally:
            self._talk("Marionette:SetContext", value="content")

    def modules(self) -> dict[str, tuple[str | None, list[str]]]:
        """Name -> file and tokens, as it has them loaded."""
        return {name: (library, [token for token in tokens if token]) for name, library, tokens in self.inside(MODULES)}

    def visit(self, address: str, pin: str, title: str) -> str:
        """Go there, type the PIN where one is asked for, and wait for a page whose title begins so."""
        self.inside(TYPE_PIN, pin)
        self._talk("WebDriver:Navigate", url=address)
        late = time.monotonic() + PATIENCE
        while not (found := self.title()).startswith(title) and time.monotonic() < late:
            time.sleep(0.05)
        return found

    def title(self) -> str:
        """Of the page that is shown."""
        with contextlib.suppress(RuntimeError):  # it is just being exchanged
            return str(self._talk("WebDriver:GetTitle")["value"])
        return ""

    def asked(self) -> str:
        """What the dialog said that got the PIN."""
        return str(self.inside(ASKED))


class Marionette:
    """One question, one answer."""

    def __init__(self, port: int) -> None:
        self._line = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._waiting = b""
        self._number = 0
        self._read()

    def __call__(self, command: str, **details: Any) -> Any:
        """RuntimeError with what Firefox says is wrong."""
        self._number += 1
        message = json.dumps([0, self._number, command, details]).encode()
        self._line.sendall(b"%d:%s" % (len(message), message))
        _, _, fault, answer = self._read()
        if fault:
            raise RuntimeError(f"{command}: {fault['error']}: {fault['message']}")
        return answer

    def _read(self) -> Any:
        while b":" not in self._waiting:
            self._more()
        size, _, self._waiting = self._waiting.partition(b":")
        while len(self._waiting) < int(size):
            self._more()
        message, self._waiting = self._waiting[: int(size)], self._waiting[int(size) :]
        return json.loads(message)

    def _more(self) -> None:
        part = self._line.recv(1 << 16)
        if not part:
            raise ConnectionError("Firefox hung up")
        self._waiting += part

    def close(self) -> None:
        self._line.close()
