"""Delete one key, or one data object: what it is, and who will miss it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenmgr.model.token import KeyRef
from tokenmgr.ui.certificate_words import called
from tokenmgr.ui.content_words import key_name, object_name, size_words
from tokenmgr.ui.dialogs.deleting import DeletingSheet
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Trouble
from tokenmgr.ui.widgets.two_lines import TwoLines
from tokenmgr.ui.words import term, translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.model.token import DataObject
    from tokenmgr.session.session import TokenSession
    from tokenmgr.ui.screen import Screen


class DeleteOneSheet(DeletingSheet):
    """There is nothing to choose: it was chosen in the tree."""

    def __init__(self, screen: Screen, shown: TokenGlance, doomed: KeyRef | DataObject) -> None:
        is_key = isinstance(doomed, KeyRef)
        super().__init__(screen, shown, *(_key_words() if is_key else _data_words()))
        self._doomed = doomed
        self.fields.addWidget(_line(doomed))
        for each in _users(shown, doomed) if is_key else ():
            self.fields.addWidget(_missed_by(each))
        self.ask_for_leave(shown)

    def task(self, *, confirm_last: bool) -> Callable[[TokenSession], object]:
        """Once."""
        doomed, answers = self._doomed, self.answers(confirm_last=confirm_last)

        def delete(session: TokenSession) -> None:
            from tokenmgr.actions.take_out import take_out  # only in the worker

            take_out(session, doomed, answers(), kept_pin=False)

        return delete

    def succeeded(self) -> Message:
        """It is gone."""
        is_key = isinstance(self._doomed, KeyRef)
        key, data = translate("TokenDialogs", "The key was deleted"), translate("TokenDialogs", "The data was deleted")
        return Message("ok", key if is_key else data, seconds=8)


def _key_words() -> tuple[str, str]:
    return (
        translate("TokenDialogs", "Delete key"),
        translate("TokenDialogs", "Mail and files encrypted for a deleted key can never be opened again."),
    )


def _data_words() -> tuple[str, str]:
    return (
        translate("TokenDialogs", "Delete data"),
        translate("TokenDialogs", "The program that put it on the token may need it."),
    )


def _line(doomed: KeyRef | DataObject) -> TwoLines:
    if isinstance(doomed, KeyRef):
        named = (visible(doomed.label), f"{term('id')} {doomed.id.hex()}")
        return TwoLines("key", key_name(doomed), "  |  ".join(filter(None, named)))
    more = (visible(doomed.application), size_words(doomed))
    return TwoLines("file", object_name(doomed), "  |  ".join(filter(None, more)))


def _users(shown: TokenGlance, doomed: KeyRef | DataObject) -> list[str]:
    """Certificates that are worth nothing without it."""
    return [called(each) for each in shown.certificates if each.id == doomed.id and not each.facts.is_ca]


def _missed_by(name: str) -> Trouble:
    stays = translate("TokenDialogs", "{name} stays, but nothing can be signed or opened with it any more.")
    return Trouble(
        translate("TokenDialogs", "A certificate on the token needs this key"), stays.format(name=name), "warn"
    )
