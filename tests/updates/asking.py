"""A computer that asks a publisher, again and again, and remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tokenmgr.model.update_errors import UpdateUnreachable, UpdateUntrusted
from tokenmgr.updates.line import Pace
from tokenmgr.updates.news import read_news
from tokenmgr.updates.place import Place
from tokenmgr.updates.source import Source

if TYPE_CHECKING:
    from pathlib import Path

    from tests.beds.publisher import House, Server

DEB = "tokenmgr_0.2.0_amd64.deb"


class Asker:
    """A computer that asks again and again, and remembers."""

    def __init__(self, house: House, server: Server, home: Path) -> None:
        self.place = Place(f"{server.url}/metadata/", f"{server.url}/targets/", "stable", (), house.root())
        self.home = home

    def look(self, pace: Pace | None = None) -> list[str]:
        """The versions it is told of."""
        data = Source(self.place, self.home, pace or Pace()).news()
        return [each.version for each in read_news(data, "stable")]

    def refused(self, pace: Pace | None = None) -> tuple[str, str]:
        """Why, and about which file; and what was believed before still is."""
        with pytest.raises(UpdateUntrusted) as caught:
            self.look(pace)
        return caught.value.reason, caught.value.what

    def unreachable(self, pace: Pace | None = None) -> str:
        with pytest.raises(UpdateUnreachable) as caught:
            self.look(pace)
        assert caught.value.host == "127.0.0.1"
        return caught.value.reason
