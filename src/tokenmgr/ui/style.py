"""The look of Qt's own widgets: a palette, and a style sheet made of the theme's roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from tokenmgr.ui import theme, type as typography

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tokenmgr.ui.theme import Theme

SHEET = """
QMainWindow, QWidget#page, QScrollArea, QWidget#scrolled {{ background: {window}; }}
QScrollArea {{ border: none; }}
QPushButton {{ background: {button}; border: 1px solid {button_border}; border-radius: 6px; padding: 0 14px;
    min-height: 30px; color: {text}; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {border}; }}
QPushButton:disabled {{ color: {disabled}; background: {sunken}; border-color: {border}; }}
QPushButton[small="true"] {{ min-height: 26px; padding: 0 10px; }}
QPushButton[kind="primary"] {{ background: {accent}; border-color: {accent}; color: {on_accent}; font-weight: 700; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {accent_pressed}; border-color: {accent_pressed}; }}
QPushButton[kind="primary"]:disabled {{ background: {sunken}; border-color: {border}; color: {disabled}; }}
QPushButton[kind="danger"] {{ color: {bad}; }}
QPushButton[kind="danger"]:disabled {{ color: {disabled}; }}
QPushButton[kind="link"] {{ background: transparent; border: none; color: {accent_text}; padding: 0 2px;
    min-height: 22px; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:disabled {{ color: {disabled}; }}
QPushButton[kind="icon"] {{ background: transparent; border: none; padding: 0; min-height: 28px; min-width: 28px; }}
QPushButton[kind="icon"]:hover {{ background: {hover}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox, QDateEdit {{ background: {surface};
    border: 1px solid {field_border};
    border-radius: 6px; padding: 0 10px; min-height: 30px; color: {text}; placeholder-text-color: {text2};
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QPlainTextEdit, QTextEdit {{ padding: 6px 8px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {disabled}; background: {sunken}; border-color: {border}; }}
QLineEdit[wrong="true"] {{ border-color: {bad}; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {border}; border-radius: 8px; padding: 4px;
    selection-background-color: {accent_soft}; selection-color: {accent_text}; outline: none; }}
QCheckBox, QRadioButton {{ spacing: 8px; color: {text}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {disabled}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 16px; height: 16px; border: 1px solid {field_border};
    background: {surface}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{check}"); }}
QRadioButton::indicator:checked {{ border: 5px solid {accent}; width: 8px; height: 8px; background: {on_accent}; }}
QMenu {{ background: {raised}; border: 1px solid {border}; border-radius: 8px; padding: 6px; }}
QMenu::item {{ height: 30px; padding: 0 28px 0 12px; border-radius: 4px; color: {text}; }}
QMenu::item:selected {{ background: {accent_soft}; }}
QMenu::item:disabled {{ color: {text2}; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 5px 8px; }}
QMenu::icon {{ padding-left: 10px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {border}; padding: 5px 8px; }}
QTreeView, QListView, QTableView {{ background: {sunken}; border: none; outline: none; color: {text};
    selection-background-color: {accent_soft}; selection-color: {accent_text}; }}
QTreeView::item {{ height: 28px; border: none; }}
QTreeView::item:hover, QListView::item:hover {{ background: {hover}; }}
QTreeView::item:selected, QListView::item:selected {{ background: {accent_soft}; color: {accent_text}; }}
QListView[kind="rows"], QListView[kind="rows"]::item:hover {{ background: transparent; }}
QTreeView::branch {{ background: transparent; }}
QHeaderView::section {{ background: {sunken}; border: none; border-bottom: 1px solid {border}; padding: 6px 10px;
    color: {text2}; }}
QProgressBar {{ background: {border}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {button_border}; border-radius: 3px; min-height: 32px; margin: 3px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {button_border}; border-radius: 3px; min-width: 32px; margin: 3px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""

ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text2",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent_text",
    QPalette.ColorRole.Mid: "border",
}


def palette(wanted: Theme) -> QPalette:
    """The roles Qt knows of."""
    made = QPalette()
    for role, name in ROLES.items():
        made.setColor(role, QColor(getattr(wanted, name)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(wanted.disabled))
    return made


def sheet(wanted: Theme, drawings: str) -> str:
    """The style sheet; small pictures that only a style sheet can place lie in `drawings`."""
    shade = "dark" if wanted.dark else "light"
    return SHEET.format(
        **wanted._asdict(), chevron=f"{drawings}/style/chevron-{shade}.svg", check=f"{drawings}/style/check.svg"
    )


def dress(application: QApplication, wanted: Theme, drawings: str) -> None:
    """Paint everything in this theme from now on."""
    theme.use(wanted)
    application.setPalette(palette(wanted))
    application.setFont(typography.font())
    application.setStyleSheet(sheet(wanted, drawings))
