"""The tokens as the other side gets to see them."""

from __future__ import annotations

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.slots import known

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from typing import Any

    from tokenmgr.providers.pkcs11.child.safenet import SafeNet
    from tokenmgr.providers.pkcs11.child.slots import Seat, Slots

#: OpenSC and Yubico name PIV cards like this; only these are spoken to past their module (piv.py).
PIV_MODELS = ("PIV", "YubiKey")
#: The other side takes no more.
MOST = 256


def is_piv(manufacturer: str, model: str) -> bool:
    """Whether the card is a PIV card, by what its module calls it."""
    return manufacturer.startswith("piv_II") or model.startswith(PIV_MODELS)


def listing(slots: Slots, safenet: SafeNet) -> list[dict[str, Any]]:
    """Every token once: a card that shows one slot per PIN is still one token."""
    rows: dict[tuple[str, str, str], dict[str, Any]] = {}
    for seat in slots.seats_at_first():
        rows.setdefault(seat.identity, row(seat, safenet, slots.insertions.get(seat.identity, 0)))
    return list(rows.values())[:MOST]


def row(seat: Seat, safenet: SafeNet, insertion: int) -> dict[str, Any]:
    """One token; another insertion of it has another number."""
    info = seat.info
    manufacturer, model, serial = seat.identity
    return {
        "manufacturer": manufacturer,
        "model": model,
        "serial": serial,
        "label": bytes(info.label).rstrip(b"\0 ").decode("utf-8", errors="backslashreplace"),
        "reader": seat.reader,
        "generation": insertion,
        "flags": [word for bit, word in codes.TOKEN_FLAGS.items() if info.flags & bit],
        "abilities": abilities(seat, safenet),
        "pin_min": known(info.pin_min),
        "pin_max": known(info.pin_max),
        "hardware": info.hardware.text(),
        "firmware": info.firmware.text(),
        "total_public": known(info.total_public),
        "free_public": known(info.free_public),
        "total_private": known(info.total_private),
        "free_private": known(info.free_private),
    }


def abilities(seat: Seat, safenet: SafeNet) -> list[str]:
    """What the token can do, as the names of model.token.Ability."""
    every = ["sign", "change-pin"]
    if is_piv(*seat.identity[:2]):
        return [*every, "unlock-by-puk"]
    every += ["change-so-pin", "unlock-by-so", "initialise", "store", "make-keys"]
    if safenet.can_unlock:
        every.append("unlock-by-challenge")
    return every
