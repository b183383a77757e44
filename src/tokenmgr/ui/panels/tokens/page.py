"""The page: a title, the choice of two depths, and the one that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tokenmgr.model.token import TokenId
from tokenmgr.ui.widgets.empty import Empty
from tokenmgr.ui.widgets.key_hint import KeyHint
from tokenmgr.ui.widgets.page import Page
from tokenmgr.ui.widgets.segmented import Segmented
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from tokenmgr.actions.glance import Glance, TokenGlance
    from tokenmgr.ui.screen import Screen

KEY = "Ctrl Shift A"


class View(Protocol):
    """One of the two depths."""

    def show_token(self, shown: TokenGlance, glance: Glance) -> None:
        """What is known of the token that was chosen."""


class TokensPage(Page):
    """Both depths are built when they are first wanted."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(translate("TokensPage", "Tokens"))
        self._screen = screen
        self._seen: tuple[Glance, TokenId | None, str] | None = None
        self._views: dict[str, QWidget] = {}
        self._empty: Empty | None = None
        self.heading.addStretch(1)
        self._key = KeyHint(KEY)
        ways = (
            ("simple", translate("TokensPage", "Simple")),
            ("advanced", translate("TokensPage", "Advanced")),
        )
        self._choice = Segmented(ways, screen.choices.now.view)
        self._choice.chosen.connect(self._choose)
        self.heading.addWidget(self._key)
        self.heading.addWidget(self._choice)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place, 1)
        screen.choices.changed.connect(self._changed)
        screen.chosen.connect(self._refresh)

    def _choose(self, view: str) -> None:
        self._screen.choices.choose(view=view)

    def _changed(self, name: str) -> None:
        if name == "view":
            self._choice.choose(self._screen.choices.now.view)
            self._refresh()

    def _refresh(self, _token: object = None) -> None:
        self.show_glance(self._screen.glance)

    def show_glance(self, glance: Glance) -> None:
        """The chosen token in the chosen depth."""
        shown = self._screen.token
        view = self._screen.choices.now.view
        now = (glance, shown.id if shown else None, view)
        if self._seen is not None and glance is self._seen[0] and now[1:] == self._seen[1:]:
            return
        self._seen = now
        for each in (self._key, self._choice):
            each.setVisible(shown is not None)
        if shown is None:
            self._show_none()
            return
        wanted = self._view(view)
        self._show_only(wanted)
        wanted.show_token(shown, glance)  # type: ignore[attr-defined]

    def _view(self, name: str) -> QWidget:
        if name not in self._views:
            self._views[name] = self._built(name)
            self._place.addWidget(self._views[name], 1)
        return self._views[name]

    def _built(self, name: str) -> QWidget:
        if name == "advanced":
            from tokenmgr.ui.panels.tokens.advanced import AdvancedView  # loaded by those who look that deep

            return AdvancedView(self._screen)
        from tokenmgr.ui.panels.tokens.simple import SimpleView  # likewise

        return SimpleView(self._screen)

    def _show_only(self, wanted: QWidget) -> None:
        for each in (*self._views.values(), self._empty):
            if each is not None:
                each.setVisible(each is wanted)

    def _show_none(self) -> None:
        if self._empty is None:
            run = self._screen.errands.run
            self._empty = Empty(
                "empty-insert",
                translate("TokensPage", "No token is inserted"),
                translate("TokensPage", "Insert one, and it appears here by itself."),
                (
                    ("flask", translate("TokensPage", "Try it with a practice token"), lambda: run("practise")),
                    ("doctor", translate("TokensPage", "Nothing happens after inserting it"), lambda: run("doctor")),
                ),
            )
            self._place.addWidget(self._empty, 1)
        self._show_only(self._empty)

    def show_about(self, about: object) -> None:
        """A token: actions are about it from now on."""
        if isinstance(about, TokenId):
            self._screen.choose(about)
