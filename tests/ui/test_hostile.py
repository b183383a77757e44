"""Whoever fills in a certificate or a token chooses its text: it is no markup, opens nothing, stops nothing."""

from __future__ import annotations

import ast
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from tests.ui import sample, sample_sheets
from tests.ui.bait import Bait, heard
from tests.ui.panels.certificates import real
from tests.ui.parts import part
from tests.x509.corpus import vectors
from tokenmgr.actions.glance import Glance
from tokenmgr.model.last_fault import LastFault
from tokenmgr.model.token import TokenId
from tokenmgr.system import trust_store
from tokenmgr.ui.dialogs.bring_in import BringInSheet
from tokenmgr.ui.dialogs.compare import CompareSheet
from tokenmgr.ui.dialogs.export import ExportSheet, readable
from tokenmgr.ui.errands import ERRANDS
from tokenmgr.ui.panels.certificates.chain_view import ChainView
from tokenmgr.ui.panels.certificates.details import Details
from tokenmgr.ui.panels.certificates.fields import Fields
from tokenmgr.ui.panels.certificates.list_view import ListView
from tokenmgr.ui.panels.certificates.overview import Overview
from tokenmgr.ui.panels.certificates.raw import Raw
from tokenmgr.ui.panels.certificates.reading import Reader
from tokenmgr.ui.scrim import Scrim
from tokenmgr.ui.widgets.fields import SearchField
from tokenmgr.ui.window import PAGES, Window
from tokenmgr.x509.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import MakeWindow
    from tokenmgr.model.certificate import Certificate
    from tokenmgr.ui.screen import Screen
    from tokenmgr.ui.sheet import Sheet

UI = Path(__file__).resolve().parents[2] / "src" / "tokenmgr" / "ui"
#: The mark is in every one, so that what came from outside can be told from what is ours.
MARK = "Zq7"
TEXTS = {
    "markup": f"<b>{MARK}</b><h1>{MARK}</h1><a href='http://127.0.0.1:9/'>x</a>",
    "picture": f"{MARK}<img src='{{bait}}'><img src='file://{{bait}}' width=9999 height=9999>",
    "qt": f"<qt><table width=99999><tr><td>{MARK}</td></tr></table></qt>",
    "ampersand": f"&{MARK} &Delete & Co",
    "bidi": f"{MARK}\u202egnp.exe\u202c\u2066x\u2069\u200f",
    "control": f"{MARK}\r\n\tsecond\x1b[31m\x07\x7f\x00end",
    "blank": "\u3164\u2800\u200b",
    "marks": MARK + "a" + "\u0301" * 300,
    "format": f"{MARK} {{name}} {{0}} %n %1 %s",
    "far": f"{MARK}\U000e0041\U0001f600\ufffe\udcff".encode("utf-8", "ignore").decode(),
}
#: What the window's own thread may spend on one thing, in seconds of its own time.
STALL = 0.05
LONG = 200_000


@pytest.fixture
def bait(tmp_path: Path) -> Iterator[Bait]:
    made = Bait(tmp_path)
    yield made
    made.close()


def text_of(name: str, bait: Bait) -> str:
    return TEXTS[name].replace("{bait}", str(bait.path))


def hostile(text: str) -> Glance:
    """A token, one that is out, and their certificates, all called this."""
    token = TokenId(text, text, text)
    glance = real.full()
    made = (
        real.certificate(token, text, 30),
        real.certificate(token, text, 400, own="other"),
        real.certificate(token, text, -3, own="old"),
    )
    certificates = tuple(each._replace(label=text) for each in made)
    texts = dict.fromkeys(("label", "reader", "module", "hardware", "firmware"), text)
    plain = glance.tokens[0].token._replace(id=token, **texts)  # type: ignore[arg-type]
    overview = glance.tokens[0].overview._replace(token=plain)
    fault = LastFault("module-fault", text, reasoned=True)
    health = glance.tokens[0].health._replace(module=text, version=text, last_fault=fault)
    about = {"token": plain, "overview": overview, "alias": text, "certificates": certificates, "health": health}
    shown = glance.tokens[0]._replace(**about)  # type: ignore[arg-type]
    gone_id = TokenId(text, text, text + "gone")
    gone = glance.absent[0]._replace(id=gone_id, name=text, label=text, alias=text, certificates=certificates[:1])
    attention = tuple(each._replace(token=token, name=text) for each in glance.attention)
    events = tuple(each._replace(token=token, name=text) for each in glance.events)
    return Glance(glance.taken, (shown,), (gone,), (), attention, events)


def pages() -> list[str]:
    return [page for page, where in PAGES.items() if _is_there(where)]


def _is_there(where: str) -> bool:
    place = UI / "panels" / where.partition(":")[0]
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def check(window: QWidget, size: tuple[int, int] = (1200, 748)) -> None:
    """Nothing in it is markup, or wider than the window; the window is as large as it was."""
    for widget in [window, *window.findChildren(QWidget)]:
        told = f"{type(widget).__name__} {widget.accessibleName()!r}"
        if isinstance(widget, QLabel) and not widget.inherits("QTipLabel"):
            assert widget.textFormat() is Qt.TextFormat.PlainText, told
        if isinstance(widget, (QPushButton, QCheckBox, QRadioButton)) and MARK in widget.text():
            assert not re.search(r"(?<!&)(&&)*&(?!&)", widget.text()), told
        assert not isinstance(widget, QTextEdit), told
        assert re.fullmatch(r"(<span>[^<]*</span>)?", widget.toolTip()), f"{told}: {widget.toolTip()!r}"
        assert not re.search("[\\x00-\\x1f\u202a-\u202e\u2066-\u2069]", _line(widget)), f"{told}: {_line(widget)!r}"
        if widget.isVisible():
            assert widget.width() <= max(window.width(), size[0]), f"{told} is {widget.width()} wide"
        if isinstance(widget, QMenu):
            check_menu(widget)
        if isinstance(widget, (QAbstractItemView, QComboBox)):
            check_items(widget)
    assert (window.width(), window.height()) == size


def _line(widget: QWidget) -> str:
    """What a person reads in one line."""
    texts = [widget.accessibleName(), widget.windowTitle()]
    if isinstance(widget, (QLabel, QPushButton)):
        texts.append(widget.text())
    return " ".join(texts)


def check_menu(menu: QMenu) -> None:
    for action in menu.actions():
        if MARK in action.text():
            assert not re.search(r"(?<!&)(&&)*&(?!&)", action.text()), action.text()
        assert not menu.toolTipsVisible()


def check_items(view: QAbstractItemView | QComboBox) -> None:
    model = view.model()
    columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1
    for row in range(min(model.rowCount(), 40)):
        for column in range(columns):
            index = model.index(row, column)
            assert not index.data(Qt.ItemDataRole.ToolTipRole), "Qt would show this as markup"
            shown = index.data(Qt.ItemDataRole.DisplayRole)
            assert not isinstance(shown, str) or not re.search("[\\x00-\\x1f\u202a-\u202e]", shown), shown


def check_tips(window: QWidget) -> None:
    """Let the mouse rest on each: what comes up says the text as text."""
    at = QPoint(3, 3)
    tipped = [each for each in window.findChildren(QLabel) if each.toolTip() and each.isVisible()]
    for each in tipped:
        QApplication.sendEvent(each, QHelpEvent(QEvent.Type.ToolTip, at, each.mapToGlobal(at)))
    tips = [each for each in QApplication.allWidgets() if each.inherits("QTipLabel") and isinstance(each, QLabel)]
    assert bool(tips) >= bool(tipped)
    for each in tips:
        assert re.fullmatch("<span>[^<]*</span>", each.text()), each.text()
        each.grab()
        each.close()


def sheets(screen: Screen, about: Certificate) -> Iterator[Sheet]:
    yield ExportSheet(screen, about)
    yield CompareSheet(screen, about)
    yield BringInSheet(screen, about.token)


def settled(qtbot: QtBot, window: Window) -> None:
    """What workers read of the chosen certificate is there."""
    for details in window.findChildren(Details):
        if details.isVisible():
            qtbot.waitUntil(lambda details=details: details.reading is not None)  # type: ignore[misc]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", TEXTS)
def test_pages_dialogs_and_tips(name: str, window: MakeWindow, screen: Screen, qtbot: QtBot, bait: Bait) -> None:
    glance = hostile(text_of(name, bait))
    with heard() as events:
        shown = window("certificates", glance)
        for page in pages():
            shown.open_page(page)
            settled(qtbot, shown)
            check(shown)
            shown.grab()
        shown.open_page("certificates")
        for tab in range(4):
            part(shown, Details)._tabs.choose(tab)
            check(shown)
            shown.grab()
        check_tips(shown)
        for sheet in sheets(screen, glance.tokens[0].certificates[0]):
            screen.lay(sheet)
            qtbot.waitUntil(lambda sheet=sheet: not sheet.working)  # type: ignore[misc]
            check(shown)
            assert sheet.height() <= shown.height()
            sheet.grab()
            sheet.reject()
    assert events == []
    assert not bait.taken
    assert "PySide6.QtNetwork" not in sys.modules


def dialogs() -> list[str]:
    """Everything that opens over the window and is about a token; as far as it is there."""
    opening = {name: errand.where.partition(":") for name, errand in ERRANDS.items() if ":open_" in errand.where}
    return [
        name
        for name, (module, _, _) in opening.items()
        if (UI / f"{module.replace('.', '/')}.py").is_file() or (UI / module.replace(".", "/")).is_dir()
    ]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("errand", dialogs())
def test_every_dialog(errand: str, window: MakeWindow, screen: Screen, qtbot: QtBot, bait: Bait) -> None:
    glance = hostile(text_of("picture", bait) + TEXTS["control"] + TEXTS["bidi"])
    shown = window("home", glance)
    screen.errands.run(errand, glance.tokens[0].id, glance.tokens[0].certificates[0])
    sheet = part(shown, Scrim).sheet
    assert sheet is not None
    for _ in range(2):
        check(shown)
        shown.grab()
        qtbot.wait(20)
    assert sheet.height() <= shown.height()
    sheet.reject()
    assert not bait.taken


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_repair_of_what_calls_itself_so(window: MakeWindow, screen: Screen, qtbot: QtBot, bait: Bait) -> None:
    shown = window("home")
    sheet = sample_sheets.repair(screen, text_of("picture", bait) + TEXTS["control"] + TEXTS["bidi"])
    screen.lay(sheet)
    check(shown)
    sheet.reject()
    assert not bait.taken


def test_markup_would_take_the_bait(qtbot: QtBot, bait: Bait) -> None:
    """Or the tests above would prove nothing."""
    label = QLabel(f"<img src='{bait.path}'>")
    qtbot.addWidget(label)
    label.grab()
    assert bait.taken


def test_menus(window: MakeWindow, screen: Screen, bait: Bait) -> None:
    from tokenmgr.ui.panels.certificates.entries import entries
    from tokenmgr.ui.panels.certificates.menu import entry_menu

    shown = window("certificates", hostile(text_of("ampersand", bait)))
    entry = entries(screen.glance)[0]
    menu = entry_menu(screen, entry, shown)
    check_menu(menu)


@pytest.mark.parametrize("size", [(900, 600), (1200, 748)])
def test_a_subject_without_end(size: tuple[int, int], window: MakeWindow, screen: Screen, qtbot: QtBot) -> None:
    """Nothing that the window's own thread does for it takes longer than the eye forgives."""
    shown = window("certificates", real.full(), size=size)
    settled(qtbot, shown)
    endless = hostile(MARK + "W" * LONG)
    # As it would be read: what is remembered of a token is no shorter.
    steps: dict[str, float] = {}

    def timed(name: str, step: Callable[[], object]) -> None:
        began = time.thread_time()
        step()
        QApplication.sendPostedEvents()
        steps[name] = time.thread_time() - began

    page = shown.page
    details = part(shown, Details)
    timed("glance", lambda: page.show_glance(endless))
    timed("paint", shown.grab)
    qtbot.waitUntil(lambda: details.reading is not None)
    for tab in range(4):
        timed(f"tab {tab}", lambda tab=tab: details._tabs.choose(tab))  # type: ignore[misc]
        timed(f"paint tab {tab}", details.grab)
    timed("search", lambda: part(page, SearchField).setText("nobody"))
    check(shown, size)
    for other in pages():
        shown.open_page(other)  # built, with what is plain
    screen.show(real.full())
    for other in pages():
        shown.open_page(other)
        timed(f"glance of {other}", lambda: shown.page.show_glance(endless))
        timed(f"paint of {other}", shown.grab)
        shown.page.show_glance(real.full())
    assert {name: round(spent, 3) for name, spent in steps.items() if spent > STALL} == {}


def column(*parts: QWidget) -> QScrollArea:
    """As the tabs have them, one above the other."""
    inside, host = QWidget(), QScrollArea()
    layout = QVBoxLayout(inside)
    for each in parts:
        layout.addWidget(each)
    host.setWidgetResizable(True)
    host.setWidget(inside)
    host.resize(476, 1400)
    return host


@pytest.mark.parametrize("half", range(2))
def test_every_certificate_of_the_vectors(half: int, screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken, ancient, enormous, from the future: each is painted, in every tab."""
    every = [real.of(sample.HK, each.der) for each in vectors()]
    # Each chain would go through all of this computer's roots, which is tested elsewhere.
    monkeypatch.setattr(trust_store, "read_trust_store", trust_store.TrustStore)
    issuers, reader = {each.facts.subject: each.facts.der for each in every}, Reader()
    assert len(every) > 600
    with heard() as events:
        for number, each in enumerate(every[half::2]):
            reading = reader.read(each.facts.der, [issuers.get(each.facts.issuer, b"")])
            tabs: list[QWidget] = [Overview(each, reading), Fields(reading.details)]
            if number % 4 == 0:  # these two show nothing of which the others show less
                tabs += [ChainView(reading.chain, whole=True), Raw(each.facts)]
                assert "\x00" not in readable(each.facts.der)
            host = column(*tabs)
            host.grab()
            check(host, (476, 1400))
            delete(host)
    assert events == []


def test_the_list_of_the_vectors(window: MakeWindow, qtbot: QtBot) -> None:
    every = tuple(real.of(sample.HK, each.der) for each in vectors())
    shown = window("certificates", real.only(*every))
    view = part(shown, ListView)
    model = view.model()
    for row in range(0, model.rowCount(), 8):
        view.scrollTo(model.index(row, 0))
        view.grab()
    for row in range(model.rowCount()):
        spoken = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == visible(spoken, 2000)


# --- the source itself ---------------------------------------------------------------------------------------------

#: Whatever reads markup, or asks another program to open something that a certificate names.
MARKUP = {
    "QTextEdit", "QTextBrowser", "QTextDocument", "QMessageBox", "QToolTip", "QErrorMessage", "setHtml", "insertHtml",
    "appendHtml", "RichText", "AutoText", "MarkdownText", "setMarkdown", "setOpenExternalLinks", "linkActivated",
    "QStaticText", "QWhatsThis", "setWhatsThis", "setStatusTip", "ToolTipRole", "setToolTipsVisible", "QInputDialog",
    "QWizard", "QGroupBox", "QDockWidget", "QTabWidget", "QTabBar",
    "LinksAccessibleByMouse", "LinksAccessibleByKeyboard", "TextBrowserInteraction",
}  # fmt: skip


def names(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    plain = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}
    return attributes | plain | imported


def sources() -> list[Path]:
    return sorted(UI.rglob("*.py"))


def test_no_source_reads_markup() -> None:
    """Labels and tool tips are made in one place; the tray's tip is no widget's."""
    alone = {"QLabel", "setToolTip", "setTextFormat"}
    for path in sources():
        used = names(path)
        assert not used & MARKUP, path
        assert not used & alone or path in {UI / "widgets" / "text.py", UI / "tray.py"}, path
