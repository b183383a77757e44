"""What the lock of this very project says."""

from __future__ import annotations

from installers.locked import locked
from installers.product import ROOT


def test_every_package_has_its_version_and_digests() -> None:
    text = (ROOT / "requirements" / "runtime.txt").read_text("utf-8")
    found = locked(text)
    assert len(found) == sum(1 for line in text.splitlines() if line[:1].isalnum())
    assert sum(len(digests) for _, digests in found.values()) == text.count("sha256:")
    assert found["pyside6-essentials"][0] == "6.11.3"
