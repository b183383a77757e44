"""What a token says of itself, read and copied."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.ui.at_work import CLII, AtWork


def test_read_and_copied(work: AtWork) -> None:
    work.run("information", CLII)
    work.until(lambda: "Administrator tries: 10 / 10, Exact" in work.words())
    words = work.words()
    for expected in (
        "Serial number: P0CL3A57",
        "PIN tries left: 10 / 10, Exact",
        "Administrator tries: 10 / 10, Exact",
    ):
        assert expected in words
    assert "FIPS mode: Not reported" in words
    work.press("Copy")
    copied = QApplication.clipboard().text()
    assert "Administrator tries\t10 / 10, Exact" in copied
    assert "Tries until locked\t10" in copied
    work.press("Close")
    assert work.sheet is None


def test_a_token_that_does_not_answer_shows_what_is_known(work: AtWork) -> None:
    work.screen.desk = None
    work.run("information", CLII)
    work.until(lambda: "Serial number: P0CL3A57" in work.words())
    work.settled()
    assert "Administrator tries: Not reported" in work.words()
    work.screen.desk = work.desk
