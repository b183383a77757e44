"""Before something is repaired: what is done, to which file or with which command, and that it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tokenmgr.ui import type as typography
from tokenmgr.ui.error_words import say_trouble
from tokenmgr.ui.screen import Message
from tokenmgr.ui.sheet import Sheet
from tokenmgr.ui.widgets.text import Text
from tokenmgr.ui.words import language, translate
from tokenmgr.wording.findings import repair_words
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from tokenmgr.actions.checks.finding import Finding
    from tokenmgr.actions.doctor import Surroundings
    from tokenmgr.actions.repairing import Fixed
    from tokenmgr.actions.repairs.repair import Repair
    from tokenmgr.model.token import TokenId
    from tokenmgr.ui.screen import Screen

LONGEST = 400


def begin_repair(screen: Screen, _token: TokenId | None, about: object) -> None:
    """`about`: the finding, and what the doctor looks at. It is planned elsewhere, for that may wait for the system."""
    found: tuple[Finding, Surroundings] = about  # type: ignore[assignment]
    finding, around = found

    def planned() -> Repair:
        from tokenmgr.actions.repairing import plan  # only in the worker

        return plan(finding, around)

    def show(repair: Repair) -> None:
        screen.lay(RepairSheet(screen, finding, repair, around))

    screen.bridge.run(planned, show, lambda error: say_trouble(screen, error))


class RepairSheet(Sheet):
    """Nothing is done before the button is pressed."""

    def __init__(self, screen: Screen, finding: Finding, repair: Repair, around: Surroundings) -> None:
        super().__init__(screen, translate("Repair", "Repair"))
        self._owner, self._finding, self._repair, self._around = screen, finding, repair, around
        title, text = repair_words(repair.name, repair.about, language())
        self.body.addWidget(Text(title, "card", wrap=True))
        self.body.addWidget(Text(text, wrap=True))
        self._add_shown()
        if repair.privileged:
            asked = translate("Repair", "The system will ask for the administrator's password.")
            self.body.addWidget(Text(asked, "second", "text2", wrap=True))
        back = translate("Repair", "It is written down, and can be taken back at any time on the page behind this.")
        self.body.addWidget(Text(back, "second", "text2", wrap=True))
        self.foot(translate("Repair", "Repair"), self._go)

    def _add_shown(self) -> None:
        for line in self._repair.shown:
            proof = Text(visible(line, LONGEST), "second", "text2", wrap=True)
            proof.setFont(typography.monospace())
            proof.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.body.addWidget(proof)

    def _go(self) -> None:
        if self.working:
            return
        self.clear_trouble()
        repair, finding, around, changes = self._repair, self._finding, self._around, self._owner.changes

        def mend() -> Fixed:
            from tokenmgr.actions.repairing import carry_out  # only in the worker

            return carry_out(repair, finding, around, changes())

        self.carry_out(mend, self._done)

    def _done(self, result: object) -> None:
        fixed: Fixed = result  # type: ignore[assignment]
        self.accept()
        if fixed.mended:
            said = Message("ok", translate("Repair", "Repaired"), seconds=8)
        else:
            why = translate("Repair", "The check still complains. The change can be taken back below.")
            said = Message("warn", translate("Repair", "Done, but the trouble is still there"), why)
        self._owner.say(said)
        self._owner.go("doctor", "repaired")
