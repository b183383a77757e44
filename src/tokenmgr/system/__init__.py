"""Thin faces of the operating system: PC/SC, locks, plugging. Imports nothing of ours."""
