"""What macOS hands over opens a page or a file to look at, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent

from tokenmgr.ui.file_opens import FileOpens
from tokenmgr.ui.one_instance import Wish


@pytest.mark.parametrize(
    ("url", "wish"),
    [
        ("tokenmgr:doctor", Wish(page="doctor")),
        ("tokenmgr:quit", Wish()),
        ("file:///tmp/my%20card.cer", Wish(file="/tmp/my card.cer")),
        ("file:///tmp/other.exe", Wish()),
    ],
)
def test_what_is_handed_over(qapp: QCoreApplication, url: str, wish: Wish) -> None:
    target, opens = QObject(), FileOpens()
    target.installEventFilter(opens)
    asked: list[Wish] = []
    opens.asked.connect(asked.append)
    QCoreApplication.sendEvent(target, QFileOpenEvent(QUrl(url)))
    assert asked == [wish]
