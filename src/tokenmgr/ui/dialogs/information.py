"""Everything a token says of itself, to copy and to save for a hotline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from tokenmgr.ui.save_text import save_text
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.token_facts import Section, pin_sections, sections_as_text, summary_facts, token_sections
from tokenmgr.ui.token_reading import TokenReading, read_token
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.facts import Facts, copy
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.errors import TokenError
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

NAME_WIDTH = 152


def open_information(screen: Screen, token: TokenId, _about: object) -> None:
    """What is known at once; the rest when the token has answered."""
    shown = screen.glance.token(token)
    if shown is not None:
        screen.lay(InformationSheet(screen, shown))


class InformationSheet(Sheet):
    """Names in one column, what they are in the other."""

    def __init__(self, screen: Screen, shown: TokenGlance) -> None:
        super().__init__(screen, translate("TokenDialogs", "Token information"), shown.id)
        self._owner, self._shown = screen, shown
        self._place = QVBoxLayout()
        self._place.setSpacing(8)
        self.body.addLayout(self._place)
        self._sections: tuple[Section, ...] = ()
        self._fill(None)
        self.foot_close()
        self.foot_extra(button(translate("TokenDialogs", "Save..."), self._save, icon="upload"))
        self.foot_extra(button(translate("TokenDialogs", "Copy"), self._copy, icon="copy"))
        self.work(self._read, self._fill, self._unread)

    def _read(self) -> TokenReading:
        return read_token(self._owner.session(self._shown.id))

    def _unread(self, _error: TokenError) -> None:
        """What is known at a glance stays; the rest says that it is not reported."""

    def _fill(self, reading: object) -> None:
        known = reading if isinstance(reading, TokenReading) else None
        more = Section(translate("TokenDialogs", "Content and module"), summary_facts(self._shown))
        self._sections = (*token_sections(self._shown, known), more, *pin_sections(self._shown, known))
        clear(self._place)
        for number, section in enumerate(self._sections):
            if number:
                self._place.addSpacing(12)
            self._place.addWidget(Text(section.title, "section"))
            self._place.addWidget(Facts(section.facts, NAME_WIDTH))
            for note in section.notes:
                self._place.addWidget(Text(note, "second", "text2", wrap=True))
        self.settle()

    def _text(self) -> str:
        name = f"{visible(self._shown.name)} {visible(self._shown.id.tail)}"
        return sections_as_text(name, self._sections)

    def _copy(self) -> None:
        copy(self._text())

    def _save(self) -> None:
        save_text(self._owner, self, "token.txt", self._text())
