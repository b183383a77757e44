"""The page: a summary, the findings as they come, and the modules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from tokenmgr.ui.change_list import ChangeList
from tokenmgr.ui.error_words import say_trouble
from tokenmgr.ui.frames import Spread, one_a_frame, pause
from tokenmgr.ui.module_list import ModuleList
from tokenmgr.ui.panels.doctor.findings import Findings
from tokenmgr.ui.panels.doctor.summary import Summary
from tokenmgr.ui.screen import Message
from tokenmgr.ui.widgets.buttons import button
from tokenmgr.ui.widgets.empty import Empty
from tokenmgr.ui.widgets.page import Page
from tokenmgr.ui.words import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from tokenmgr.actions.checks.finding import Finding
    from tokenmgr.actions.doctor import Examination, Surroundings
    from tokenmgr.actions.glance import Glance
    from tokenmgr.ca.profile import Profile
    from tokenmgr.model.errors import TokenError
    from tokenmgr.session.desk import Desk
    from tokenmgr.ui.screen import Screen


class DoctorPage(Page):
    """It looks when it is visited first, and again when asked."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(translate("Doctor", "Doctor"))
        self._screen = screen
        self._found: list[Finding] = []
        self._examination: Examination | None = None
        self._ready = False
        self._spread = Spread(self)
        self.heading.addStretch(1)
        self._again = button(translate("Doctor", "Check again"), self.check, icon="refresh")
        self.heading.addWidget(self._again)
        self._summary = Summary(self.stop, self._ask_where, self.copy_report, self._ask_hotline)
        self._findings = Findings(self._repair)
        self._changes = ChangeList(screen)
        self._modules = ModuleList(screen)
        self._empty: Empty | None = None
        for part in (self._summary, self._findings, self._changes, self._modules):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._show_parts()

    def _show_empty(self) -> None:
        if self._empty is None:
            self._empty = Empty(
                "empty-doctor",
                translate("Doctor", "Something does not work?"),
                translate(
                    "Doctor",
                    "Modules, readers, tokens and the clock are looked at one by one.\n"
                    "Nothing is changed, no PIN is sent, and nothing leaves this computer.",
                ),
                (("play", translate("Doctor", "Check now"), self.check),),
            )
            self.column.insertWidget(self.column.indexOf(self._summary), self._empty)
        self._empty.show()

    def show_glance(self, _glance: Glance) -> None:
        """The first look, as soon as everything has started."""
        if self._screen.desk is not None and not self._ready:
            self._ready = True
            one_a_frame(self, pause, pause, self._changes.reload, self._modules.reload, self.check)

    def show_about(self, about: object) -> None:
        """The modules, by that name: they have changed."""
        if about == "modules":
            self._modules.reload()
            self.ensureWidgetVisible(self._modules)
        elif about == "check":
            self.check()
        elif about == "repaired":
            self._changes.reload()
            self.check()

    def check(self) -> None:
        """Look at everything, in a thread of its own."""
        desk, home = self._screen.desk, self._screen.home
        if desk is None or home is None or self._examination is not None:
            return
        from tokenmgr.actions.doctor import examine  # the checks are 20 ms of code

        examination = examine(self._around(desk, home))
        self._examination, self._found = examination, []
        self._findings.forget()
        self._show_parts()
        self._summary.under_way(self._found)

        def look() -> None:
            for finding in examination.findings():
                self._tell_home(lambda finding=finding: self._add(examination, finding))  # type: ignore[misc]
            self._tell_home(lambda: self._over(examination, stopped=False))

        self._screen.bridge.run(look, owner=self)

    def _around(self, desk: Desk, home: Path) -> Surroundings:
        from tokenmgr.actions.doctor import around  # as above

        return around(desk, home, self._screen.resources, lambda: _begun(self._screen.glance))

    def _repair(self, finding: Finding) -> None:
        """Asks first."""
        desk, home = self._screen.desk, self._screen.home
        if desk is not None and home is not None:
            self._screen.errands.run("repair", about=(finding, self._around(desk, home)))

    def _tell_home(self, act: Callable[[], object]) -> None:
        """From the worker; many findings come at once."""
        self._screen.bridge.home(lambda: self._spread.add(act) if isValid(self) else None)

    def stop(self) -> None:
        """What was found so far stays."""
        if self._examination is not None:
            examination = self._examination
            examination.cancel()
            self._over(examination, stopped=True)

    def _add(self, examination: Examination, finding: Finding) -> None:
        if examination is self._examination:
            self._found.append(finding)
            self._findings.add(finding)
            self._summary.under_way(self._found)
            self._show_parts()

    def _over(self, examination: Examination, *, stopped: bool) -> None:
        if examination is self._examination:
            self._examination = None
            self._summary.over(self._found, stopped=stopped)
            self._show_parts()

    def _show_parts(self) -> None:
        shown = self._examination is not None or bool(self._found)
        if not shown:
            self._show_empty()
        elif self._empty is not None:
            self._empty.hide()
        self._summary.setVisible(shown)
        self._findings.setVisible(bool(self._found))
        self._again.setVisible(shown and self._examination is None)

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, translate("Doctor", "Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("tokenmgr-report.txt")
        dialog.fileSelected.connect(lambda path: self.save_report(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_hotline(self) -> None:
        """Of the token that is chosen; where none is, of every issuer."""
        desk, shown, glance = self._screen.desk, self._screen.token, self._screen.glance
        if desk is None:
            return
        found = tuple(self._found)

        def report() -> str:
            from tokenmgr.ui.panels.doctor.report_of import report_text

            return report_text(desk, glance, found)

        def issuers() -> Sequence[Profile]:
            meant = shown.issuer if shown is not None else None
            return [meant] if meant is not None else desk.profiles.profiles

        def lay(known: Sequence[Profile]) -> None:
            from tokenmgr.ui.dialogs.hotline import HotlineSheet  # hardly ever

            self._screen.lay(HotlineSheet(self._screen, known, report))

        self._screen.bridge.run(issuers, lay, self._failed, self)

    def save_report(self, path: Path) -> None:
        """Redacted, as text."""
        from tokenmgr.ui.panels.doctor.report_of import save

        fact = translate("Doctor", "Report saved")
        self._with_report(lambda text: save(text, path), lambda: self._tell(fact, path.name))

    def copy_report(self) -> None:
        """To the clipboard."""
        made: list[str] = []

        def done() -> None:
            QApplication.clipboard().setText(made[0])
            said = translate("Doctor", "Names, full serial numbers and folders of yours are not in it.")
            self._tell(translate("Doctor", "Report copied"), said)

        self._with_report(made.append, done)

    def _with_report(self, take: Callable[[str], object], done: Callable[[], object]) -> None:
        desk = self._screen.desk
        if desk is None:
            return
        glance, found = self._screen.glance, tuple(self._found)

        def make(desk: Desk = desk) -> None:
            from tokenmgr.ui.panels.doctor.report_of import report_text

            take(report_text(desk, glance, found))

        self._screen.bridge.run(make, lambda _nothing: done(), self._failed, self)

    def _tell(self, fact: str, text: str) -> None:
        self._screen.say(Message("ok", fact, text, seconds=8))

    def _failed(self, error: TokenError) -> None:
        say_trouble(self._screen, error)


def _begun(glance: Glance) -> list[datetime]:
    return [each.facts.not_before for each in glance.certificates if each.facts.not_before is not None]
