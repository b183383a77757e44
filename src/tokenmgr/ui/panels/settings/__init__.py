"""Choices, modules, the log, and what this program keeps and may do."""
