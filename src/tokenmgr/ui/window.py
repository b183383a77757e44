"""The window: sidebar, top bar, one page at a time, and whatever lies over it."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from tokenmgr.ui.errands import text_of
from tokenmgr.ui.frames import next_frame
from tokenmgr.ui.scrim import Scrim
from tokenmgr.ui.top_bar import TopBar
from tokenmgr.ui.widgets.focus_ring import FocusRing
from tokenmgr.ui.widgets.nav import Place, Sidebar
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent

    from tokenmgr.actions.glance import Glance
    from tokenmgr.ui.screen import Message, Screen
    from tokenmgr.ui.widgets.banner import Banner
    from tokenmgr.ui.widgets.page import Page

SMALLEST = (900, 600)
USUAL = (1200, 748)
#: Page -> its class, in a module of its own that is loaded at the first visit.
PAGES = {
    "home": "home.page:HomePage",
    "tokens": "tokens.page:TokensPage",
    "certificates": "certificates.page:CertificatesPage",
    "pin": "pin.page:PinPage",
    "doctor": "doctor.page:DoctorPage",
    "history": "history.page:HistoryPage",
    "settings": "settings.page:SettingsPage",
}
#: Key -> errand. Ctrl+1 to Ctrl+7 are the pages in order.
KEYS = {
    "Ctrl+Alt+L": "lock-all",
    "F2": "rename",
    "F1": "keys",
    "Ctrl+/": "keys",
    "Ctrl+P": "change-pin",
    "Ctrl+,": "settings",
    "Ctrl+Q": "quit",
}

#: Also while a sheet lies open: whoever leaves in a hurry closes nothing first.
ALWAYS = {"lock-all", "quit"}


def places() -> list[Place]:
    """The sidebar's pages."""
    groups = (("home", "tokens", "certificates", "pin"), ("doctor", "history"), ("settings",))
    icons = {"home": "home", "tokens": "token", "certificates": "certificate", "pin": "pin"}
    made: list[Place] = []
    for number, group in enumerate(groups):
        if number:
            made.append(Place(">" if group == ("settings",) else ""))
        made += [Place(key, icons.get(key, key), text_of(key)) for key in group]
    return made


class Window(QMainWindow):
    """Built anew when language or theme change: everything in it is made for one of each."""

    #: The person wants the window away.
    closing = Signal()
    #: Ours; Qt's own method of this name is never asked.
    screen: Screen  # type: ignore[assignment]
    #: For the first time.
    painted = Signal()

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen
        self._pages: dict[str, Page] = {}
        self._page = ""
        self._banner: Banner | None = None
        self._seen = False
        self.setWindowTitle("tokenmgr")
        self.setMinimumSize(*SMALLEST)
        self._furnish()
        self.restore(screen.choices.now.window)
        self._hear()
        self._keys()

    def _furnish(self) -> None:
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._sidebar = Sidebar(places(), translate("Window", "Pages"))
        self._sidebar.chosen.connect(self.open_page)
        line.addWidget(self._sidebar)
        right = QWidget()
        right.setObjectName("page")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = TopBar(self.screen)
        self._top.search.clicked.connect(self.search)
        column.addWidget(self._top)
        self._banner_place = QVBoxLayout()
        self._banner_place.setContentsMargins(24, 0, 24, 0)
        column.addLayout(self._banner_place)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        line.addWidget(right, 1)
        self.setCentralWidget(whole)
        self._scrim = Scrim(self, self.screen)
        self._ring = FocusRing(self)

    def _hear(self) -> None:
        for signal, slot in self._heard():
            signal.connect(slot)

    def let_go(self) -> None:
        """Another window is there now: what is wanted from here on is its business, a sheet above all."""
        for signal, slot in self._heard():
            signal.disconnect(slot)

    def _heard(self) -> tuple[tuple[SignalInstance, Callable[..., object]], ...]:
        screen = self.screen
        return (
            (screen.glanced, self._glanced),
            (screen.page_wanted, self.open_page),
            (screen.said, self.say),
            (screen.sheet_wanted, self._scrim.lay),
            (screen.window_wanted, self.come),
            (screen.bridge.stumbled, self._stumbled),
        )

    def _keys(self) -> None:
        for key, errand in KEYS.items():
            always = errand in ALWAYS
            self._on_key(key, partial(self.screen.errands.run, errand), always=always)
        for number, page in enumerate(PAGES, 1):
            self._on_key(f"Ctrl+{number}", partial(self.open_page, page))
        self._on_key("Ctrl+K", self.search)
        self._on_key("F5", self.screen.look_again)
        self._on_key("Ctrl+Shift+A", self._other_view)
        self._on_key("Ctrl+W", self.close)

    def _on_key(self, key: str, act: Callable[[], object], *, always: bool = False) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(lambda: act() if always or not self.screen.busy else None)

    def _other_view(self) -> None:
        choices = self.screen.choices
        choices.choose(view="simple" if choices.now.view == "advanced" else "advanced")
        self.open_page("tokens")

    def open_page(self, key: str = "", about: object = None) -> None:
        """Show a page, built at its first visit; the one that showed last where none is named."""
        key = key or self.screen.choices.now.page
        if key not in PAGES:
            key = "home"
        new, before = key not in self._pages, self._page
        page = self._built(key)
        if key != before and before:
            self.screen.choices.choose(page=key)
        page.show_glance(self.screen.glance)
        self._page = key
        self._sidebar.choose(key)
        if about is not None:
            page.show_about(about)
        if new and before:
            next_frame(self, self._turn)  # to build it took this picture's time
        else:
            self._turn()

    def _built(self, key: str) -> Page:
        if key not in self._pages:
            module, _, name = PAGES[key].partition(":")
            self._pages[key] = getattr(import_module(f"tokenmgr.ui.panels.{module}"), name)(self.screen)
            self._stack.addWidget(self._pages[key])
        return self._pages[key]

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self.page)

    @property
    def page(self) -> Page:
        """The one that shows."""
        return self._pages[self._page]

    def _glanced(self, glance: Glance) -> None:
        self._sidebar.wait("home", len(glance.attention))
        if self._page:
            self.page.show_glance(glance)  # the others when they are visited

    def say(self, message: Message | None) -> None:
        """One message at a time."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        self._banner_place.setContentsMargins(24, 0 if message is None else 16, 24, 0)
        if message is None:
            return
        from tokenmgr.ui.widgets.banner import Banner  # not for the first paint

        banner = Banner(message.tone, message.fact, message.consequence, message.act, lambda: self.say(None))
        self._banner = banner
        self._banner_place.addWidget(banner)
        banner.show()
        if message.seconds:
            QTimer.singleShot(
                message.seconds * 1000, banner, lambda: self.say(None) if self._banner is banner else None
            )

    def _stumbled(self, error: BaseException) -> None:
        from tokenmgr.ui.screen import Message

        fact = translate("Window", "Something went wrong in this program")
        kind = type(error).__name__
        text = translate(
            "Window", "If you were typing a PIN, look at the tries left before you type it again. ({kind})"
        )
        self.say(Message("bad", fact, text.format(kind=kind)))

    def search(self) -> None:
        """Open the search."""
        if not self.screen.busy:
            from tokenmgr.ui.search import SearchSheet

            self.screen.lay(SearchSheet(self.screen))

    def come(self) -> None:
        """To the front, from wherever it is."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def restore(self, kept: str) -> None:
        """Where it was, or its usual size."""
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            self.resize(*USUAL)

    def place(self) -> str:
        """Where it is, to be restored."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def paint_now(self) -> None:
        """Lay out and paint at once, where Qt would wait 5 ms for more to paint."""
        if self.isVisible():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells of the first time."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            self.painted.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """As the eye reads. While a sheet lies open there is nothing else, even where the focus was lost."""
        if self._scrim.sheet is not None:
            return self._scrim.sheet.focusNextPrevChild(forward)
        from tokenmgr.ui.widgets.eye_order import keep_eye_order  # at the first Tab, not for the first paint

        keep_eye_order(self.centralWidget())
        return super().focusNextPrevChild(forward)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on there are keys and clicks."""
        super().showEvent(event)
        self._ring.listen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What closing means is decided by whoever runs the program: there may be a tray, or not."""
        event.ignore()
        self.closing.emit()
