from __future__ import annotations

import pytest

from tokenmgr.ca.text import Text, script_of


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("zh-Hans", "zh-Hans"),
        ("zh-Hant", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("zh_CN.UTF-8", "zh-Hans"),
        ("zh_SG", "zh-Hans"),
        ("zh_HK.UTF-8", "zh-Hant"),
        ("zh_MO", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("en_GB.UTF-8", "en"),
        ("pt_MO", "en"),
        ("C", "en"),
        ("", "en"),
    ],
)
def test_the_nearest_language(tag: str, script: str) -> None:
    assert script_of(tag) == script
    assert Text(zh_hans="zh-Hans", zh_hant="zh-Hant", en="en").in_language(tag) == script
