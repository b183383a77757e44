"""The page: filters, the list on the left, the chosen certificate on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tokenmgr.model.certificate import Certificate
from tokenmgr.model.token import Ability, TokenId
from tokenmgr.ui.frames import next_frame
from tokenmgr.ui.panels.certificates.entries import Entry, entries, key_of, shown
from tokenmgr.ui.panels.certificates.filters import Filters
from tokenmgr.ui.panels.certificates.list_view import ListView
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.card import Card
from tokenmgr.ui.widgets.instead import Instead
from tokenmgr.ui.widgets.page import GAP, Page
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from tokenmgr.actions.glance import Glance
    from tokenmgr.ui.panels.certificates.details import Details
    from tokenmgr.ui.screen import Screen

LIST_SHARE, DETAILS_SHARE = 440, 496


class _Steady(QWidget):
    """Its least height does not depend on its width: what is in it scrolls. Qt would ask for all it could use."""

    def hasHeightForWidth(self) -> bool:
        """Not asked for."""
        return False


class CertificatesPage(Page):
    """List and details scroll each for itself."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(translate("Certificates", "Certificates"))
        self._screen = screen
        self._glance: Glance | None = None
        self._every: list[Entry] = []
        self._count = Text("", role="text2")
        self.heading.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        self.heading.addStretch(1)
        self._why_not = Text("", "second", "text2")
        self.heading.addWidget(self._why_not)
        self._import = button(translate("Certificates", "Import..."), self._bring_in, icon="import")
        self.heading.addWidget(self._import)
        self._pages = Instead(self._some(), self._nothing)
        self.column.addWidget(self._pages, 1)

    def _some(self) -> QWidget:
        whole = _Steady()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._filters = Filters()
        self._filters.changed.connect(self._show)
        column.addWidget(self._filters)
        sides = QHBoxLayout()
        sides.setSpacing(GAP)
        sides.addWidget(self._list_card(), LIST_SHARE)
        self._details: Details | None = None
        empty = Card()
        sides.addWidget(empty, DETAILS_SHARE)
        next_frame(self, lambda: self._add_details(sides, empty))
        column.addLayout(sides, 1)
        return whole

    def _add_details(self, sides: QHBoxLayout, empty: QWidget) -> None:
        """Once the list is on the screen."""
        from tokenmgr.ui.panels.certificates.details import Details

        self._details = Details(self._screen)
        sides.replaceWidget(empty, self._details)
        empty.deleteLater()
        self._choose(self._list.now)

    def _list_card(self) -> QWidget:
        card = Card()
        self._list = ListView()
        self._list.chosen.connect(self._choose)
        self._list.menu_wanted.connect(self._open_menu)
        self._inside = inside = Instead(self._list, self._none_fits)
        frame = QVBoxLayout()
        frame.setContentsMargins(7, 7, 7, 7)
        frame.addWidget(inside)
        card.column.addLayout(frame)
        return card

    def _open_menu(self, entry: Entry, at: QPoint) -> None:
        from tokenmgr.ui.panels.certificates.menu import open_menu  # not for the first paint

        open_menu(self._screen, entry, self._list, at)

    def _none_fits(self) -> QWidget:
        """Nothing passes the filter: say so, and how to see all again."""
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(16, 0, 16, 0)
        column.addStretch(2)
        text = Text(translate("Certificates", "No certificate passes this filter"), role="text2", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(text)
        again = button(translate("Certificates", "Show all valid ones"), lambda: self._filters.want("valid"))
        column.addSpacing(12)
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return block

    def _nothing(self) -> QWidget:
        from tokenmgr.ui.widgets.empty import Empty  # not for the first paint

        block = _Steady()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        run = self._screen.errands.run
        column.addWidget(
            Empty(
                "empty-certificates",
                translate("Certificates", "No certificates yet"),
                translate(
                    "Certificates",
                    "Insert a token and its certificates appear here by themselves.\n"
                    "They stay listed when the token is pulled out.",
                ),
                (
                    ("flask", translate("Certificates", "Try it with a practice token"), lambda: run("practise")),
                    ("doctor", translate("Certificates", "Nothing appears after inserting it"), lambda: run("doctor")),
                ),
            )
        )
        column.addStretch(1)
        return block

    def show_glance(self, glance: Glance) -> None:
        """Counts, rows, and news of the chosen one."""
        if glance is self._glance:
            return
        self._glance = glance
        self._every = entries(glance)
        count = len(self._every)
        self._count.say(translate("Certificates", "%n in all", "", count) if count else "")
        self._show_import()
        self._pages.show_other(not count)
        if count:
            self._filters.show_counts(self._every)
            self._show()

    def show_about(self, about: object) -> None:
        """A certificate, or the first of a token."""
        wanted = [
            each
            for each in self._every
            if (isinstance(about, Certificate) and each.key == key_of(about))
            or (isinstance(about, TokenId) and each.place.token == about)
        ]
        if not wanted:
            return
        self._filters.want("valid")
        # The first that lasts; a token may have nothing but expired ones.
        first = min(wanted, key=lambda each: each.state == "expired")
        self._list.choose(first.key)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        if self._glance is None:
            return
        rows, folded = shown(self._every, self._filters.wanted)
        self._list.show_entries(rows, folded, self._glance.taken)
        self._inside.show_other(not rows and not folded)

    def _choose(self, entry: Entry | None) -> None:
        if self._details is None:
            return
        self._details.setVisible(entry is not None)
        if entry is not None and self._glance is not None:
            self._details.show_entry(entry, self._glance.taken)

    def _taker(self) -> TokenId | None:
        """The token a certificate would go to: the chosen one, else one that takes any."""
        chosen = self._screen.token
        tokens = [chosen, *self._screen.glance.tokens] if chosen else []
        return next((each.id for each in tokens if Ability.STORE in each.token.abilities), None)

    def _show_import(self) -> None:
        able = self._taker() is not None
        self._import.setEnabled(able)
        reason = translate("Certificates", "Insert a token that takes certificates first")
        self._why_not.say("" if able else reason)

    def _bring_in(self) -> None:
        self._screen.errands.run("import", self._taker())
