"""Log records of WARNING or above that a test did not announce make it fail."""

from __future__ import annotations

import logging
import re


class LogWatch(logging.Handler):
    """Collects what was logged; `expects` announces what a test provokes on purpose."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self._seen: list[str] = []
        self._announced: list[re.Pattern[str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def expects(self, pattern: str) -> None:
        """A record that this regular expression is found in has to come; it may come more than once."""
        self._announced.append(re.compile(pattern))

    def complaints(self) -> list[str]:
        unannounced = [f"not announced: {line}" for line in self._seen if not self._is_announced(line)]
        absent = [
            f"announced, but never logged: {wanted.pattern}"
            for wanted in self._announced
            if not any(wanted.search(line) for line in self._seen)
        ]
        return unannounced + absent

    def _is_announced(self, line: str) -> bool:
        return any(wanted.search(line) for wanted in self._announced)
