"""The head of a dialog: which token, who asks, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui import sample
from tokenmgr.model.pin import Certainty, PinKind, TriesLeft, Why
from tokenmgr.ui import theme
from tokenmgr.ui.widgets.chip import Chip
from tokenmgr.ui.widgets.meter import Meter
from tokenmgr.ui.widgets.token_line import Glyph, TokenLine, Tries, family_words
from tokenmgr.wording.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tokenmgr.actions.glance import TokenGlance

HK, CLII, NETCA, PRACTICE = sample.tokens_here()


def line(qtbot: QtBot, shown: TokenGlance) -> TokenLine:
    made = TokenLine(shown, "Started by you")
    qtbot.addWidget(made)
    made.resize(480, 60)
    made.show()
    return made


def read(widget: QWidget) -> list[str]:
    return [each.accessibleName() or each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def chips(widget: QWidget) -> list[str]:
    return [each.accessibleName() for each in widget.findChildren(Chip) if each.isVisible()]


def test_name_end_of_serial_who_asks_and_what_is_left(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = line(qtbot, HK)
    assert read(made) == ["我的电子证书", "·8F21", "Started by you  |  香港邮政  |  SafeNet", "剩余", "12", "/ 15 次"]
    assert chips(made) == ["精确"]


def test_a_practice_token_says_so(dressed: Callable[..., None], qtbot: QtBot) -> None:
    assert "练习" in chips(line(qtbot, PRACTICE))
    assert "练习" not in chips(line(qtbot, HK))
    dressed(Language.EN)
    assert family_words(PRACTICE) == ["Hongkong Post rules"]
    assert family_words(PRACTICE._replace(overview=PRACTICE.overview._replace(profile=None))) == []


def test_a_maker_named_as_its_issuer_is_named_once(dressed: Callable[..., None]) -> None:
    dressed(Language.EN)
    assert NETCA.issuer is not None
    assert family_words(NETCA) == [NETCA.issuer.called("en")]
    assert family_words(NETCA._replace(overview=NETCA.overview._replace(profile=None))) == ["NETCA"]


def test_only_the_users_pin_is_counted(dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = line(qtbot, HK)
    tries = made.findChildren(Tries)[0]
    made.count(PinKind.SO)
    assert not tries.isVisible()
    made.show_token(HK._replace(overview=HK.overview._replace(tries=sample.exact(3))))
    made.show_tries(sample.exact(5))
    assert tries.isVisible()
    assert "5" in read(tries)
    made.count(PinKind.USER)
    made.show_token(HK._replace(overview=HK.overview._replace(tries=sample.exact(4))))
    assert "4" in read(tries)


@pytest.mark.parametrize(
    ("tries", "words", "chip"),
    [
        (sample.exact(2), ["剩余", "2", "/ 15 次"], "精确"),
        (sample.at_most(8), ["剩余", "8", "/ 10 次"], "最多"),
        (TriesLeft(None, Certainty.UNKNOWN, Why.NOTHING), ["剩余", "?", ""], "未知"),
    ],
)
def test_a_number_and_how_surely(
    tries: TriesLeft, words: list[str], chip: str, dressed: Callable[..., None], qtbot: QtBot
) -> None:
    made = Tries(sample.exact(12))
    qtbot.addWidget(made)
    made.show()
    made.show_tries(tries)
    assert read(made) == words
    assert chips(made) == [chip]
    spoken = made.findChildren(Meter)[0].accessibleName()
    assert str(tries.at_most) in spoken or tries.at_most is None


def test_hidden_letters_of_a_name_are_seen(dressed: Callable[..., None], qtbot: QtBot) -> None:
    assert read(line(qtbot, HK._replace(alias="a\u202eb")))[0] == "a\\u202eb"


@pytest.mark.parametrize("tone", ["", "bad", "accent"])
def test_an_icon_in_a_square(tone: str, dressed: Callable[..., None], qtbot: QtBot) -> None:
    made = Glyph("token", 40, tone)
    qtbot.addWidget(made)
    picture = made.grab().toImage()
    ground = picture.pixelColor(20, 2).name().upper()
    assert ground == getattr(theme.LIGHT, f"{tone}_soft" if tone else "sunken")
    assert any(picture.pixelColor(x, 20).name().upper() != ground for x in range(8, 32))
