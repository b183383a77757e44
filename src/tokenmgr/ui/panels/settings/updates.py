"""Newer versions: what is known of them, a look by hand, what changed, and how the newest one comes here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tokenmgr import __version__
from tokenmgr.places import Places
from tokenmgr.ui.error_words import error_words, meaning
from tokenmgr.ui.panels.settings.pane import setting, switch
from tokenmgr.ui.widgets.buttons import button, icon_button
from tokenmgr.ui.widgets.facts import copy
from tokenmgr.ui.widgets.lines import Rule
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.reading import Reading
from tokenmgr.ui.widgets.switching import mark
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import language, translate, when

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCheckBox

    from tokenmgr.actions.updates import Standing
    from tokenmgr.model.errors import TokenError
    from tokenmgr.ui.bridge import Job
    from tokenmgr.ui.panels.settings.package_row import PackageRow
    from tokenmgr.ui.screen import Screen

NOTES_HEIGHT = 132


class Updates(QWidget):
    """Where this build has nobody to ask, it says so, and there is nothing to press."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._looking = False
        self._reading: Job | None = None
        screen.choices.changed.connect(self._chosen)

    def arrive(self) -> None:
        """What was heard last. Nobody is asked."""
        if not self._engaged:
            where = self._where()

            def known() -> Standing:
                from tokenmgr.actions.updates import standing

                return standing(where)

            self._reading = self._screen.bridge.run(known, self._show, self._fail, owner=self)

    def check(self) -> None:
        """Ask now, if there is anybody to ask."""
        if self._engaged:
            return
        if self._reading is not None:
            self._reading.stop()  # what was known before must not come later than what is heard now
        self._looking = True
        self._busy()
        where = self._where()

        def ask() -> Standing:
            from tokenmgr.actions.updates import look

            return look(where)

        self._screen.bridge.run(ask, self._answered, self._unanswered, owner=self, fallen=lambda _none: self._rest())

    @property
    def _engaged(self) -> bool:
        """What is under way is not cleared away."""
        return self._looking or (self._package is not None and self._package.busy)

    def _where(self) -> Places:
        screen = self._screen
        return Places(screen.home or screen.resources, screen.resources)

    def _rest(self) -> None:
        self._looking = False
        self.arrive()

    def _answered(self, standing: Standing) -> None:
        self._looking = False
        self._show(standing)

    def _unanswered(self, error: TokenError) -> None:
        self._looking = False
        self._fail(error)

    def _busy(self) -> None:
        self._empty()
        waiting = button(translate("Updates", "Check now"))
        waiting.setEnabled(False)
        self._row(translate("Updates", "Looking for a newer version..."), "", waiting)

    def _fail(self, error: TokenError) -> None:
        if error.code == "update-address-missing":
            self._nobody()
            return
        said = error_words(self._screen, error)
        self._empty()
        self._row(said.title, meaning(said), self._check_button()).paint_as("bad")
        self._daily()

    def _show(self, standing: Standing) -> None:
        if not standing.host:
            self._nobody()
            return
        self._empty()
        self._row(_title(standing), self._last(standing), self._check_button())
        self._daily(standing.host)
        if standing.newer:
            self._news(standing)
            self._way(standing)

    def _nobody(self) -> None:
        self._empty()
        text = translate(
            "Updates",
            "This build was made without an update address, so it cannot look for a newer version. "
            "A newer one comes from where you got this one.",
        )
        self._column.addWidget(_paragraph(text))

    def _last(self, standing: Standing) -> str:
        heard, now = standing.heard, self._screen.glance.taken
        if heard.failed is not None:
            return translate("Updates", "The last try, {when}, came to nothing").format(when=when(heard.failed, now))
        if heard.looked is not None:
            return translate("Updates", "Last look: {when}").format(when=when(heard.looked, now))
        return ""

    def _check_button(self) -> QWidget:
        return button(translate("Updates", "Check now"), self.check, icon="refresh")

    def _daily(self, host: str = "") -> None:
        choices = self._screen.choices
        title = daily_title()
        self._switch = switch(title, choices.now.updates, lambda on: choices.choose(updates=on))
        self._row(title, daily_text(host), self._switch)

    def _chosen(self, name: str) -> None:
        """The same choice is made elsewhere too."""
        if name == "updates" and self._switch is not None:
            mark(self._switch, self._screen.choices.now.updates)

    _switch: QCheckBox | None = None

    _package: PackageRow | None = None

    def _empty(self) -> None:
        self._switch = self._package = None
        clear(self._column)

    def _news(self, standing: Standing) -> None:
        texts = [f"{each.version}  {each.day}\n{each.note(language().value)}" for each in standing.newer]
        self._column.addWidget(Rule())
        self._column.addSpacing(12)
        self._column.addWidget(Text(translate("Updates", "What changed")))
        self._column.addSpacing(8)
        reading = Reading(translate("Updates", "What changed"), NOTES_HEIGHT)
        reading.setPlainText("\n\n".join(texts))
        self._column.addWidget(reading)
        self._column.addSpacing(12)

    def _way(self, standing: Standing) -> None:
        if standing.command:
            title = translate("Updates", "Your system's package manager brings it")
            self._row(title, standing.command, _copying(title, standing.command))
        elif standing.package:
            from tokenmgr.ui.panels.settings.package_row import PackageRow

            self._column.addWidget(Rule())
            self._package = PackageRow(self._screen, self._where(), standing)
            self._column.addWidget(self._package)
        else:
            self._column.addWidget(
                _paragraph(
                    translate("Updates", "This copy is no package: a newer one comes from where you got this one.")
                )
            )

    def _row(self, title: str, text: str, *controls: QWidget) -> Text:
        if self._column.count():
            self._column.addWidget(Rule())
        row, meant = setting(title, text, *controls)
        self._column.addWidget(row)
        return meant


def daily_title() -> str:
    """Of the switch, wherever it stands."""
    return translate("Updates", "Look for a newer version once a day")


def daily_text(host: str = "") -> str:
    """What the switch means."""
    if not host:
        return translate("Updates", "Nothing is ever installed by itself")
    return translate("Updates", "Asks {host} for the list of versions; nothing is ever installed by itself").format(
        host=host
    )


def _title(standing: Standing) -> str:
    if standing.newer:
        text = translate("Updates", "Version {version} is there; this is {present}")
        return text.format(version=standing.newer[0].version, present=__version__)
    if standing.heard.looked is None:
        return translate("Updates", "Not looked yet")
    return translate("Updates", "This is the newest version that is known")


def _copying(title: str, text: str) -> QWidget:
    return icon_button("copy", translate("Facts", "Copy {what}").format(what=title), lambda: copy(text))


def _paragraph(text: str) -> Text:
    made = Text(text, role="text2", wrap=True)
    made.setContentsMargins(0, 4, 0, 8)
    made.setMinimumWidth(1)
    return made
