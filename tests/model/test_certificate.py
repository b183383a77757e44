"""Days left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tokenmgr.model.certificate import Certificate, CertificateFacts
from tokenmgr.model.token import TokenId

NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("left", "days"),
    [
        (timedelta(days=30), 30),
        (timedelta(hours=23), 0),
        (timedelta(hours=-1), -1),
        (timedelta(days=-30), -30),
        (None, None),
    ],
)
def test_whole_days_to_the_end(left: timedelta | None, days: int | None) -> None:
    facts = CertificateFacts(b"", "", not_after=None if left is None else NOW + left)
    assert Certificate(TokenId("", "", ""), b"", "", facts).days_left(NOW) == days
