"""Choices, modules, the log, and what this program keeps and may do."""

from tokenmgr.ui.panels.settings.page import SettingsPage

__all__ = ["SettingsPage"]
