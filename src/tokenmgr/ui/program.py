"""The window's program from its first line to its last: dress, show, look, and let go of everything."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from tokenmgr.places import Places
from tokenmgr.ui import icons, style, theme, words
from tokenmgr.ui.agreed_texts import VERSION
from tokenmgr.ui.bridge import Bridge
from tokenmgr.ui.choices import Choices, Keeping
from tokenmgr.ui.errands import Errands
from tokenmgr.ui.one_instance import OneInstance
from tokenmgr.ui.screen import Message, Screen
from tokenmgr.ui.window import Window
from tokenmgr.wording.language import choose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from tokenmgr.actions.glance import Glance
    from tokenmgr.actions.notices import Told
    from tokenmgr.changes.record import Changes
    from tokenmgr.model.errors import TokenError
    from tokenmgr.session.desk import Desk
    from tokenmgr.ui.assistant import Assistant
    from tokenmgr.ui.choices import Values
    from tokenmgr.ui.log_keeper import LogKeeper
    from tokenmgr.ui.looking import Looker


#: How long a worker that computes keeps the window's thread from its turn: 5 ms is Python's own, a third of a frame,
#: and starting a worker costs that much each time.
TURN_SECONDS = 0.0005
#: Choices that are made without a thought: nothing for the history.
PLACES = {"window", "page", "mini_place", "view"}


class Parts(NamedTuple):
    """What the window needs of the rooms below; built in desktop.py."""

    values: Values
    keep: Callable[[Any], object]
    resources: Path
    #: What is remembered, for the first paint.
    before: Callable[[], Glance]
    #: Both run in the looker's thread.
    build: Callable[[], Desk]
    take: Callable[[Desk, Any, bool], Glance]
    #: What the user has been told of already.
    told: Callable[[], Told]
    #: Where everything of the user's lies.
    home: Path
    #: What this program changed on the computer.
    changes: Callable[[], Changes]
    practising: bool = False
    #: Said on the command line, before the user's choice.
    language: str = ""
    hidden: bool = False


class Program(QObject):
    """One a process. First the window's frame is painted; everything that takes time comes after."""

    #: What is remembered shows; from now on nobody waits for anything.
    opened = Signal()

    def __init__(
        self, application: QApplication, parts: Parts, instance: OneInstance, asked: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.application = application
        self.parts = parts
        self.instance = instance
        self.assistant: Assistant | None = None
        self.log: LogKeeper | None = None
        self._looking = False
        self._painted = self._remembered = False
        self._stale = self._leaving = False
        self._asked = asked
        self.bridge = Bridge(self)
        # Reading waits for a disk, so it is done elsewhere; it begins now, and comes back when the frame is painted.
        self.bridge.run(parts.before, self._remember, fallen=lambda _none: self._remember(self.screen.glance))
        self._keeping = Keeping(self.bridge.run, parts.keep, self._not_kept)
        choices = Choices(parts.values, self._keeping, self)
        icons.draw_from(parts.resources / "icons")
        self.screen = Screen(self.bridge, choices, None, parts.resources)
        self.screen.home = parts.home
        self.screen.changes = parts.changes
        Errands(self.screen)
        self.looker: Looker | None = None
        self._dress()
        self.window = self._window()
        choices.changed.connect(self._chosen)
        self.screen.quit_wanted.connect(self.quit)
        application.styleHints().colorSchemeChanged.connect(self._look_changed)
        application.screenAdded.connect(self._screen_added)
        application.aboutToQuit.connect(self._end)

    def start(self) -> None:
        """The frame now, the rest when it has been painted."""
        if self.parts.hidden:
            QTimer.singleShot(0, self, self._has_painted)
            return
        self.window.painted.connect(self._has_painted, Qt.ConnectionType.QueuedConnection)
        self.window.show()

    def _has_painted(self) -> None:
        self._painted = True
        self._go_on()

    def _remember(self, glance: Glance) -> None:
        self.screen.show(glance)
        self._remembered = True
        self._go_on()

    def _go_on(self) -> None:
        """What this computer has seen before, at once; who of it is here is looked for after it is painted."""
        if not (self._painted and self._remembered):
            return
        self.window.open_page()
        self.window.paint_now()
        from tokenmgr.ui.looking import Looker

        self.looker = Looker(self.screen, self.parts.build, self.parts.take, practising=self.parts.practising)
        self.application.setWindowIcon(QIcon(str(self.parts.resources / "icons" / "app.svg")))  # 4 ms
        gc.freeze()  # what is loaded stays: no collection walks through it again
        self.screen.glanced.connect(self._tidy)
        # In its own turn, behind what the page put off: what the looker loads keeps this thread from painting.
        QTimer.singleShot(0, self, self._look)
        QTimer.singleShot(0, self, self._settle_in)
        self.opened.emit()

    def _settle_in(self) -> None:
        """The tray and all that stays when the window is closed; then what this start was asked for."""
        from tokenmgr.ui.ahead import Ahead
        from tokenmgr.ui.assistant import Assistant
        from tokenmgr.ui.log_keeper import LogKeeper
        from tokenmgr.ui.one_instance import fulfil, wish_of
        from tokenmgr.ui.update_watch import UpdateWatch

        choices, told = self.screen.choices, self.parts.told()
        self.assistant = Assistant(
            self.screen,
            lambda: self.window,
            told,
            choices.now.mini_place,
            lambda place: choices.choose(mini_place=place),
        )
        where = Places(self.parts.home, self.parts.resources)
        UpdateWatch(self.screen, where, told, self.assistant.notices.show)
        self.instance.asked.connect(lambda wish: fulfil(self.screen, wish))
        if sys.platform == "darwin":
            from tokenmgr.ui.file_opens import FileOpens

            opens = FileOpens(self)
            opens.asked.connect(lambda wish: fulfil(self.screen, wish))
            self.application.installEventFilter(opens)
        self.instance.listen()
        self.log = LogKeeper(self.screen, where)
        Ahead(self.bridge, self)
        if not self._welcomed:
            self._welcome()
        if self._asked:
            fulfil(self.screen, wish_of(self._asked, os.getcwd()))  # noqa: PTH109 - 2 ms

    @property
    def _welcomed(self) -> bool:
        """Whether the person has agreed to the texts of now."""
        return self.screen.choices.now.welcomed == VERSION

    def _welcome(self) -> None:
        """Nothing is looked at before the person has agreed."""
        from tokenmgr.ui.dialogs.welcome import open_welcome

        self.window.come()
        open_welcome(self.screen)

    def _look(self) -> None:
        if self.looker is not None and self._welcomed and not self._looking:
            self._looking = True
            self.looker.start()

    def _dress(self) -> None:
        now = self.screen.choices.now
        language = choose(self.parts.language or now.language or None, os.environ)
        words.speak(language, self.parts.resources / "i18n")
        self._scales = icons.scales()
        style.dress(self.application, self._theme(now.theme), str(self.parts.resources / "icons"))

    def _theme(self, wanted: str) -> theme.Theme:
        if wanted in {"light", "dark"}:
            return theme.DARK if wanted == "dark" else theme.LIGHT
        dark = self.application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return theme.DARK if dark else theme.LIGHT

    def _window(self) -> Window:
        window = Window(self.screen)
        window.closing.connect(self._closed)
        return window

    def _closed(self) -> None:
        """Into the tray where there is one."""
        if self.assistant is not None:
            self.assistant.tray.window_closed()
        else:
            self.quit()

    def _chosen(self, name: str) -> None:
        if name in {"language", "theme"}:
            self._rebuild()
        if name == "welcomed":
            self._look()
        if name == "lead_days":
            self.screen.look_again()
        desk = self.screen.desk
        if name not in PLACES and desk is not None and self._welcomed:
            self.bridge.run(lambda: desk.history().add("setting-changed", None, "", "this-program", setting=name))

    def _not_kept(self, error: TokenError) -> None:
        """From the worker that writes."""
        from tokenmgr.ui.error_words import say_trouble  # hardly ever

        self.bridge.home(lambda: say_trouble(self.screen, error))

    def _rebuild(self) -> None:
        """In another language or theme nothing of the old window is left."""
        old, place, shown = self.window, self.window.place(), self.window.isVisible()
        old.let_go()
        self._dress()
        self.window = self._window()
        self.window.restore(place)
        self.window.open_page()
        if shown:
            self.window.show()
        self.screen.busy = False  # a sheet went with the old window
        if self.assistant is not None and not self._welcomed:
            self._welcome()
        old.blockSignals(True)
        old.hide()
        old.deleteLater()

    def _screen_added(self) -> None:
        if icons.scales() - self._scales:
            self._look_changed()

    def _look_changed(self) -> None:
        """Dark or light, or a screen of another scale. What somebody is typing is not thrown away for that."""
        if self.screen.busy:
            self._stale = True
            return
        self._rebuild()
        if self.assistant is not None:
            self.assistant.refresh()

    def _tidy(self) -> None:
        """Garbage is collected here and now only: a working thread that met a widget in it would end the program."""
        gc.collect()
        if self._stale and not self.screen.busy:
            self._stale = False
            self._look_changed()

    def heed_signals(self) -> None:
        """Only where this is the whole process."""
        from tokenmgr.ui.ending import Ending

        Ending(self).asked.connect(self.quit)

    def quit(self) -> None:
        """Remember where the window was, and go; never in the midst of a deed: nobody would know which PIN holds."""
        if self.screen.deeds.under_way:
            self._quit_later()
            return
        self.screen.choices.choose(window=self.window.place())
        self.application.quit()

    def _quit_later(self) -> None:
        self.window.come()
        self.screen.say(
            Message(
                "warn",
                words.translate("Program", "Not quite yet: something is still being changed"),
                words.translate("Program", "The program ends by itself as soon as that is done."),
            )
        )
        if not self._leaving:
            self._leaving = True
            self.screen.deeds.over.connect(self._may_leave, Qt.ConnectionType.SingleShotConnection)

    def _may_leave(self, well: bool) -> None:  # noqa: FBT001 - the signal's own word
        """What went wrong is to be read first."""
        self._leaving = False
        if well:
            self.quit()

    def _end(self) -> None:
        if self.assistant is not None:
            self.assistant.close()
        if self.log is not None:
            self.log.close()
        if self.looker is not None:
            self.looker.stop()
        self._keeping.finish()
        self.instance.close()


def run(arguments: list[str], parts: Callable[[], Parts]) -> int:  # noqa: RET503 - `leave` does not come back
    """Until the person leaves."""
    QCoreApplication.setApplicationName("tokenmgr")
    QCoreApplication.setOrganizationName("tokenmgr")
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # setStyle would say the same, and make Python's side of QStyle and all its enumerations: 8 ms.
    application = QApplication(["tokenmgr", "-style", "fusion", *arguments])
    application.setDesktopFileName("tokenmgr")
    application.setQuitOnLastWindowClosed(False)
    sys.setswitchinterval(TURN_SECONDS)
    made = parts()
    instance = OneInstance(made.home)
    if not instance.first():
        return 0 if instance.hand_over(arguments) else 1
    program = Program(application, made, instance, arguments)
    program.opened.connect(program.heed_signals)
    program.start()
    leave(application.exec())


def leave(code: int) -> NoReturn:
    """All is closed by now. The interpreter's own way out would take Qt's objects apart while threads still sleep in
    it, and now and then that ends in a crash.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a window's program on Windows has none
            stream.flush()
    os._exit(code)
