"""The user's say in vendors' modules, with effect at once: their tokens come and leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenmgr.session.desk import Desk


def agree(desk: Desk, path: str) -> str:
    """Load this library from now on, as it is now; its real path."""
    real = desk.modules.add(path)
    _join(desk, real)
    return real


def take_back(desk: Desk, path: str) -> bool:
    """Take an agreement back; whether there was one."""
    _part(desk, path)
    return desk.modules.remove(path)


def switch_off(desk: Desk, path: str) -> None:
    """Leave a module alone, wherever it is listed."""
    _part(desk, path)
    desk.modules.disable(path)


def switch_on(desk: Desk, path: str) -> None:
    """Undo `switch_off`."""
    desk.modules.enable(path)
    _join(desk, path)


def _join(desk: Desk, path: str) -> None:
    provider = desk.modules.provider(path)
    if provider is not None and provider not in desk.inventory.providers:
        desk.inventory.join(provider)


def _part(desk: Desk, path: str) -> None:
    provider = desk.modules.provider(path)
    if provider is not None:
        desk.inventory.part(provider)
