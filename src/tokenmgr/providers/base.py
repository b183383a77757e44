"""The one interface that every kind of token stands behind.

What not every provider can do is an optional object, not a flag: where it is None no button appears, and the type
checker makes every caller look. A PIN verb sends exactly one PIN once and answers with a verdict; an exception from it
means that there was no answer. `Reached` on such an exception tells whether the PIN may have been counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tokenmgr.model.scheme import Scheme as Scheme  # noqa: PLC0414, TC001 - providers take it from here

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tokenmgr.model.certificate import Certificate
    from tokenmgr.model.module import ModuleStatus
    from tokenmgr.model.pin import Pin, PinAnswer, PinKind, PinPolicy, PinReading
    from tokenmgr.model.token import DataObject, KeyRef, Token, TokenId


class PinControl(Protocol):
    """Everything that touches a PIN. Each verb spends at most one try of one PIN."""

    def reading(self, token: TokenId, kind: PinKind) -> PinReading:
        """What the token says of this PIN now; costs no try."""
        ...

    def policy(self, token: TokenId) -> PinPolicy:
        """The rules the token itself enforces."""
        ...

    def login(self, token: TokenId, kind: PinKind, pin: Pin | None) -> PinAnswer:
        """Open the token. None: the PIN is typed on the reader."""
        ...

    def logout(self, token: TokenId) -> None:
        """Close the token again; also the way to give up waiting for an administrator's response."""
        ...

    def change(self, token: TokenId, kind: PinKind, old: Pin | None, new: Pin | None) -> PinAnswer:
        """Exchange a PIN for a new one."""
        ...

    def set_by_officer(self, token: TokenId, officer: Pin | None, new: Pin | None) -> PinAnswer:
        """Give the user a new PIN with the administrator's; the verdict is on the administrator's."""
        ...

    def unlock_by_puk(self, token: TokenId, puk: Pin, new: Pin) -> PinAnswer:
        """Give the user a new PIN with the PUK; the verdict is on the PUK."""
        ...

    def challenge(self, token: TokenId) -> bytes:
        """The challenge an administrator answers; nothing else may touch the token until `respond` or `logout`."""
        ...

    def respond(self, token: TokenId, response: bytes, new: Pin) -> PinAnswer:
        """Unlock with the administrator's response."""
        ...


class KeyMaker(Protocol):
    """New keys."""

    def generate(self, token: TokenId, kind: str, bits: int, key_id: bytes, label: str) -> tuple[KeyRef, bytes]:
        """A new key pair on the token, "rsa" or "ec"; its name and its public key as SubjectPublicKeyInfo."""
        ...


class CertificateStore(Protocol):
    """Writing to the token. The token must be open."""

    def import_certificate(self, token: TokenId, der: bytes, key_id: bytes, label: str) -> None:
        """Put a certificate on the token."""
        ...

    def import_key(self, token: TokenId, pkcs8: bytes, key_id: bytes, label: str) -> None:
        """Put a private key on the token."""
        ...

    def delete(self, token: TokenId, kind: str, key_id: bytes, der: bytes = b"") -> int:
        """Delete "certificate", "key" or "data" objects with this id; only the one certificate where `der` is given.
        How many went.
        """
        ...

    def data_objects(self, token: TokenId) -> Sequence[DataObject]:
        """The data objects that can be seen now."""
        ...

    def initialise(self, token: TokenId, officer: Pin | None, label: str) -> PinAnswer:
        """Empty the token and give it a new label; the verdict is on the administrator's PIN."""
        ...

    def rename(self, token: TokenId, label: str) -> None:
        """A new label, written on the token."""
        ...


class KeyProvider(Protocol):
    """One source of tokens: a vendor's module, the practice tokens, later a cloud."""

    name: str

    @property
    def pin(self) -> PinControl | None:
        """Its PINs."""
        ...

    @property
    def keys(self) -> KeyMaker | None:
        """Its key making."""
        ...

    @property
    def store(self) -> CertificateStore | None:
        """Its room for certificates."""
        ...

    def tokens(self) -> Sequence[Token]:
        """Who is here now."""
        ...

    def certificates(self, token: TokenId) -> Iterable[Certificate]:
        """The certificates on a token, as they are read."""
        ...

    def private_keys(self, token: TokenId) -> Sequence[KeyRef]:
        """The private keys that can be seen now."""
        ...

    def sign(self, token: TokenId, key: KeyRef, digest: bytes, scheme: Scheme, hash_name: str) -> bytes:
        """Sign a digest. The token must be open."""
        ...

    def sign_with_pin(
        self, token: TokenId, key: KeyRef, digest: bytes, scheme: Scheme, hash_name: str, pin: Pin
    ) -> tuple[PinAnswer, bytes]:
        """Sign with a key that wants its PIN each time; one try."""
        ...

    def decrypt(self, token: TokenId, key: KeyRef, ciphertext: bytes) -> bytes:
        """Decrypt what was encrypted to the key with RSA PKCS#1 v1.5 padding. The token must be open."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class ModuleShelf(Protocol):
    """The vendor modules of this computer, and the user's say in them."""

    def status(self) -> Sequence[ModuleStatus]:
        """Every module, asked how it is."""
        ...

    def look_again(self) -> None:
        """What is known by heart of which module may be loaded is looked up anew."""

    def test(self, path: str) -> ModuleStatus:
        """Load a module and see whether it answers."""
        ...

    def add(self, path: str) -> str:
        """Agree to a module as it is now; its real path."""
        ...

    def remove(self, path: str) -> bool:
        """Take the agreement back; whether there was one."""
        ...

    def disable(self, path: str) -> None:
        """Leave a module alone."""
        ...

    def enable(self, path: str) -> None:
        """Undo `disable`."""
        ...

    def look(self, path: str) -> str:
        """The real path of a library that is safe and fits; nothing of it is loaded. Raises what is wrong with it."""
        ...

    def restart(self, path: str) -> None:
        """The user asks again: a module that was set aside is used again."""
        ...

    def provider(self, path: str) -> KeyProvider | None:
        """The tokens behind a module; None where it may not be loaded."""
        ...


class Rehearsal(Protocol):
    """Practice tokens, put in and taken out by hand."""

    def pull(self, serial: str) -> None:
        """Take a token out."""
        ...

    def plug(self, serial: str) -> None:
        """Put it back in."""
        ...

    def reset(self, serial: str) -> None:
        """Make it new."""
        ...
