"""Does my token really work? It signs something of its own and the signature is checked; the result in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from tokenmgr.ui.ask import SheetAsk
from tokenmgr.ui.sheet import Sheet, Trouble
from tokenmgr.ui.widgets.page import clear
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import translate
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.actions.glance import TokenGlance
    from tokenmgr.actions.self_test import Tested
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

LONGEST = 80


def open_self_test(screen: Screen, token: TokenId, _about: object) -> None:
    """Nothing is done before the button is pressed."""
    shown = screen.glance.token(token)
    if shown is not None:
        screen.lay(SelfTestSheet(screen, shown))


class SelfTestSheet(Sheet):
    """One block a certificate."""

    def __init__(self, screen: Screen, shown: TokenGlance) -> None:
        super().__init__(screen, translate("TokenDialogs", "Does my token really work?"), shown.id)
        self._owner, self._shown = screen, shown
        text = translate(
            "TokenDialogs",
            "Each key of the token signs something that means nothing, and the signature is checked with its "
            "certificate. What can decrypt does that too. Nothing is changed, and nothing leaves this computer.",
        )
        self.body.addWidget(Text(text, role="text2", wrap=True))
        self._results = QVBoxLayout()
        self._results.setSpacing(8)
        self.body.addLayout(self._results)
        self.foot(translate("TokenDialogs", "Test"), self._go)

    def _go(self) -> None:
        if self.working:
            return
        self.clear_trouble()
        clear(self._results)
        screen, token = self._owner, self._shown.id
        ask = SheetAsk(screen, given_up=self.was_left)

        def test() -> list[Tested]:
            from tokenmgr.actions.self_test import self_test  # heavy, and only in the worker

            return self_test(screen.session(token), ask)

        self.work(test, self._show)

    def _show(self, results: object) -> None:
        tested: list[Tested] = results  # type: ignore[assignment]
        for each in tested:
            self._results.addWidget(_result(each))
        self.action.setText(translate("TokenDialogs", "Test again"))
        self.cancel.setText(translate("TokenDialogs", "Close"))
        self._owner.look_again()
        self.settle()


def _result(tested: Tested) -> Trouble:
    name = visible(tested.certificate.facts.name or tested.certificate.label, LONGEST)
    if tested.trouble:
        fact = translate("TokenDialogs", "{name}: does not work").format(name=name)
        return Trouble(fact, _why(tested.trouble))
    done = []
    if tested.signs:
        done.append(translate("TokenDialogs", "It signed, and the signature is right."))
    if tested.decrypts:
        done.append(translate("TokenDialogs", "It decrypted, and the result is right."))
    if not done:
        fact = translate("TokenDialogs", "{name}: not tested").format(name=name)
        why_not = translate(
            "TokenDialogs",
            "Its key asks for the PIN each time, is for neither signing nor decrypting, or is of a kind that this "
            "program cannot test, such as SM2. That says nothing against the token.",
        )
        return Trouble(fact, why_not, "text2")
    fact = translate("TokenDialogs", "{name}: works").format(name=name)
    return Trouble(fact, " ".join(done), "ok")


def _why(code: str) -> str:
    return {
        "self-test-failed": translate(
            "TokenDialogs", "What the key made does not fit the certificate: use another token, and ask the issuer."
        ),
        "key-missing": translate("TokenDialogs", "The key to this certificate is not on the token."),
    }.get(code, code)
