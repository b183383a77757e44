"""One window a user: a second start says what it was asked for to the first, and ends.

Who holds the lock is the first, however its forerunner ended: the system takes the lock from the dead. What a second
start may ask for only ever opens something; nothing it says can do anything to a token.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from PySide6.QtCore import QObject, Signal

from tokenmgr.system import locks
from tokenmgr.ui.agreed_texts import VERSION
from tokenmgr.ui.errands import ERRANDS
from tokenmgr.ui.screen import Message
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from tokenmgr.ui.screen import Screen

LONGEST = 8192
LONGEST_NAME = 80
#: The first may still be loading when the second comes.
PATIENCE_SECONDS = 8.0
STEP_SECONDS = 0.05
ANSWER_MS = 2000
TAKEN = b"taken\n"
#: What a system's socket address has room for.
LONGEST_ADDRESS = 100
#: What a web page or another program may say to open a page here; it can do no more than that.
LINK = "tokenmgr:"
CERTIFICATE_FILES = (".cer", ".crt", ".der", ".pem", ".p12", ".pfx")
#: How the desktop tells a starting program that the person is waiting for it.
PERMITS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


class Wish(NamedTuple):
    """What a start was asked for: a page's name, or a file to look at."""

    page: str = ""
    file: str = ""


def wish_of(words: Sequence[str], folder: str) -> Wish:
    """Pages, links to pages and certificate files; anything else only shows the window.

    Relative files are in the caller's folder.
    """
    for word in words:
        page = word[len(LINK) :].strip("/").lower() if word[: len(LINK)].lower() == LINK else word
        if page in ERRANDS and ERRANDS[page].where.startswith(">"):
            return Wish(page=page)
        if word.lower().endswith(CERTIFICATE_FILES) and not word.startswith("-"):
            return Wish(file=str(Path(folder, _path(word))))
    return Wish()


def _path(word: str) -> str:
    """Desktops and browsers may say a file as a link."""
    if not word.lower().startswith("file:"):
        return word
    from PySide6.QtCore import QUrl  # hardly ever

    return QUrl(word).toLocalFile()


def fulfil(screen: Screen, wish: Wish) -> None:
    """The window comes to the front in any case; a sheet that lies open is not disturbed."""
    screen.window_wanted.emit()
    if wish == Wish():
        return
    if _too_early(screen, wish):
        EarlyWish(screen, wish)
    else:
        _carry_out(screen, wish)


def _too_early(screen: Screen, wish: Wish) -> bool:
    """Before the person has agreed to anything, or while nobody knows which tokens are here."""
    return screen.choices.now.welcomed != VERSION or (bool(wish.file) and screen.glance.loading)


def _carry_out(screen: Screen, wish: Wish) -> None:
    if screen.busy:
        return
    if wish.page:
        screen.errands.run(wish.page)
    elif screen.token is not None:
        screen.errands.run("import", None, Path(wish.file))
    else:
        fact = translate("CertificateDialogs", "Plug in the token that the file should go onto")
        again = translate("CertificateDialogs", "Then open it once more: {file}")
        screen.say(Message("warn", fact, again.format(file=visible(Path(wish.file).name, LONGEST_NAME))))


class EarlyWish(QObject):
    """Fulfilled as soon as it can be."""

    def __init__(self, screen: Screen, wish: Wish) -> None:
        super().__init__(screen)
        self._screen, self._wish = screen, wish
        screen.choices.changed.connect(self._look)
        screen.glanced.connect(self._look)

    def _look(self, _what: object) -> None:
        if not _too_early(self._screen, self._wish):
            self._screen.choices.changed.disconnect(self._look)
            self._screen.glanced.disconnect(self._look)
            self.deleteLater()
            _carry_out(self._screen, self._wish)


class OneInstance(QObject):
    """`first` decides; then either `listen` or `hand_over`."""

    #: A Wish that another start has brought.
    asked = Signal(object)

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        mark = f"{crc32(os.fsencode(home)):08x}"  # only to tell a user's few homes apart; hashlib takes 4 ms to load
        self._folder = meeting_place(home)
        self._lock = self._folder / f"window-{mark}.lock"
        self._address = f"tokenmgr-{mark}" if sys.platform == "win32" else str(self._folder / f"window-{mark}")
        self._held = ExitStack()
        self._server: QLocalServer | None = None

    def first(self) -> bool:
        """Whether no other window is open; from now on this one is. No waiting, and nothing of Qt's network yet."""
        try:
            return self._held.enter_context(locks.tried(self._lock))
        except OSError:
            return True  # a window too many is better than none

    def listen(self) -> None:
        """For those who come later; when the window is painted is early enough."""
        from PySide6.QtNetwork import QLocalServer  # 10 ms that the first paint need not wait for

        QLocalServer.removeServer(self._address)  # left by one that was killed: the lock says that it is gone
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._met)
        self._server.listen(self._address)

    def hand_over(self, words: Sequence[str], seconds: float = PATIENCE_SECONDS) -> bool:
        """Tell the first; whether it has taken it."""
        import json  # the first need not wait for it

        permit = next((os.environ[name] for name in PERMITS if os.environ.get(name)), "")
        wish = wish_of(words, str(Path.cwd()))
        message = json.dumps({**wish._asdict(), "permit": permit}).encode() + b"\n"
        late = time.monotonic() + seconds
        while not self._said(message):
            if time.monotonic() > late:
                return False
            time.sleep(STEP_SECONDS)
        return True

    def close(self) -> None:
        """The next start is the first."""
        if self._server is not None:
            self._server.close()
        self._held.close()

    def _said(self, message: bytes) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._address)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(message)
        socket.flush()
        taken = socket.waitForReadyRead(ANSWER_MS) and bytes(socket.readAll().data()) == TAKEN
        socket.close()
        return taken

    def _met(self) -> None:
        while self._server is not None and self._server.hasPendingConnections():
            caller = Caller(self._server.nextPendingConnection(), self)
            caller.asked.connect(self.asked)
            caller.hear()


class Caller(QObject):
    """Another start, for as long as it takes to listen to it."""

    asked = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.readyRead.connect(self.hear)
        socket.disconnected.connect(self.deleteLater)

    def hear(self) -> None:
        """One line, and not a long one."""
        socket = self._socket
        if socket.canReadLine():
            wish = understood(bytes(socket.readLine(LONGEST).data()))
            socket.write(TAKEN)
            socket.flush()
            socket.disconnectFromServer()
            self.asked.emit(wish)
        elif socket.bytesAvailable() > LONGEST:
            socket.disconnectFromServer()


def understood(line: bytes) -> Wish:
    """Whatever it says, the window comes; what it may say besides is looked at once more here."""
    import json  # not for the first paint

    try:
        said = json.loads(line)
        page, file, permit = (str(said[name]) for name in ("page", "file", "permit"))
    except (ValueError, KeyError, TypeError, RecursionError):
        return Wish()
    if permit:
        os.environ["XDG_ACTIVATION_TOKEN"] = permit.replace("\0", "")
    return wish_of([word for word in (page, file) if word], "/")


def meeting_place(home: Path) -> Path:
    """A folder of the user's alone: the session's, else beside everything else that is kept, else a private one."""
    session = os.environ.get("XDG_RUNTIME_DIR", "")
    for folder in (Path(session, "tokenmgr"), home) if session.startswith("/") else (home,):
        if len(os.fsencode(folder)) <= LONGEST_ADDRESS - 24 and _private(folder):
            return folder
    import tempfile  # 3 ms for hardly anybody

    shared = Path(tempfile.gettempdir(), f"tokenmgr-{os.getuid() if hasattr(os, 'getuid') else 'window'}")
    return shared if _private(shared) else Path(tempfile.mkdtemp(prefix="tokenmgr-"))


def _private(folder: Path) -> bool:
    """Made for the user alone; one that somebody else has put there is not trusted."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    if not hasattr(os, "getuid"):
        return True
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077
