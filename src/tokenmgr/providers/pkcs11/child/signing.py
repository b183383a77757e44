"""Using a private key: one mechanism, one call to begin, one to finish."""

from __future__ import annotations

import ctypes
from contextlib import suppress
from ctypes import byref, c_ubyte, c_ulong

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.cryptoki import Mechanism, PssParameters

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from typing import Any

    from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki
    from tokenmgr.providers.pkcs11.child.objects import Objects
    from tokenmgr.providers.pkcs11.child.pins import Pins
    from tokenmgr.providers.pkcs11.child.slots import Identity, Slots

#: Hash -> (mechanism, mask generation, size)
HASHES = {
    "sha1": (0x220, 0x1, 20),
    "sha256": (0x250, 0x2, 32),
    "sha384": (0x260, 0x3, 48),
    "sha512": (0x270, 0x4, 64),
}

#: What PKCS#1 v1.5 puts before the digest (RFC 8017, section 9.2, note 1).
DIGEST_INFO = {
    "sha1": bytes.fromhex("3021300906052b0e03021a05000414"),
    "sha256": bytes.fromhex("3031300d060960864801650304020105000420"),
    "sha384": bytes.fromhex("3041300d060960864801650304020205000430"),
    "sha512": bytes.fromhex("3051300d060960864801650304020305000440"),
}
#: What a key is wanted for, and the call that begins it.
BEGIN = {codes.A_SIGN: "C_SignInit", codes.A_DECRYPT: "C_DecryptInit"}
OUTPUT = 1024


def mechanism(scheme: str, hash_name: str) -> tuple[Mechanism, object]:
    """The mechanism, and its parameter, which must stay alive."""
    if scheme == "rsa-pkcs1":
        return Mechanism(codes.M_RSA_PKCS, None, 0), None
    if scheme == "ecdsa":
        return Mechanism(codes.M_ECDSA, None, 0), None
    if scheme == "rsa-pss" and hash_name in HASHES:
        parameters = PssParameters(*HASHES[hash_name])
        return Mechanism(codes.M_RSA_PSS, ctypes.addressof(parameters), ctypes.sizeof(parameters)), parameters
    raise Failure("mechanism", call=scheme)


def prepared(scheme: str, hash_name: str, digest: bytes) -> bytes:
    """What the token signs."""
    if hash_name not in HASHES or len(digest) != HASHES[hash_name][2]:
        raise Failure("mechanism", call=hash_name)
    return DIGEST_INFO[hash_name] + digest if scheme == "rsa-pkcs1" else digest


class Signing:
    """Signs and decrypts with the keys of one module."""

    def __init__(self, cryptoki: Cryptoki, slots: Slots, objects: Objects, pins: Pins) -> None:
        self._cryptoki = cryptoki
        self._slots = slots
        self._objects = objects
        self._pins = pins
        #: (session, use, key id) -> handle: finding a key takes as long as a small signature.
        self._handles: dict[tuple[int, int, bytes], int] = {}
        slots.on_change.append(self._handles.clear)

    def sign(self, token: Identity, key_id: bytes, digest: bytes, scheme: str, hash_name: str) -> bytes:
        """A signature with a key that is open."""
        data = prepared(scheme, hash_name, digest)
        chosen, _parameter = mechanism(scheme, hash_name)
        with self._slots.kept(token) as session:
            self._begin(codes.A_SIGN, session, key_id, chosen)
            return self._finish("C_Sign", session, data)

    def sign_with_pin(
        self, token: Identity, key_id: bytes, digest: bytes, scheme: str, hash_name: str, pin: bytes
    ) -> tuple[dict[str, Any], bytes]:
        """A signature with a key that wants the PIN between beginning and finishing."""
        data = prepared(scheme, hash_name, digest)
        chosen, _parameter = mechanism(scheme, hash_name)
        seat = self._slots.find(token)  # a PIN goes to nobody who has not just been asked for his name
        session = self._slots.session(seat)
        self._begin(codes.A_SIGN, session, key_id, chosen)
        signature = b""
        try:
            verdict = self._pins.login_for_key(session, pin)
            if verdict == "right":
                with suppress(CkError):  # the PIN was right, whatever became of the signature: that is told first
                    signature = self._finish("C_Sign", session, data)
            return self._pins.told(seat, "user", verdict), signature
        finally:
            if not signature:
                self._slots.drop(seat.slot)  # the signature that was begun would stand in the way of the next one

    def decrypt(self, token: Identity, key_id: bytes, ciphertext: bytes) -> bytes:
        """What was encrypted to the key with PKCS#1 v1.5 padding."""
        with self._slots.kept(token) as session:
            self._begin(codes.A_DECRYPT, session, key_id, Mechanism(codes.M_RSA_PKCS, None, 0))
            return self._finish("C_Decrypt", session, ciphertext)

    def _begin(self, use: int, session: int, key_id: bytes, chosen: Mechanism) -> None:
        remembered = self._handles.get((session, use, key_id))
        rv = self._try(use, session, remembered or self._find(session, use, key_id), chosen)
        if rv in codes.STALE and remembered is not None:  # another program may have written the key anew
            rv = self._try(use, session, self._find(session, use, key_id), chosen)
        if rv != codes.OK:
            self._handles.pop((session, use, key_id), None)
            raise CkError(BEGIN[use], rv)

    def _try(self, use: int, session: int, handle: int, chosen: Mechanism) -> int:
        return self._cryptoki.result(BEGIN[use], c_ulong(session), byref(chosen), c_ulong(handle))

    def _find(self, session: int, use: int, key_id: bytes) -> int:
        handle = self._objects.private_key(session, key_id, use)
        if handle is None:
            word = "key-missing" if self._slots.logged_in(session) else "login-needed"
            raise Failure(word)
        self._handles[session, use, key_id] = handle
        return handle

    def _finish(self, call: str, session: int, data: bytes) -> bytes:
        output, size = (c_ubyte * OUTPUT)(), c_ulong(OUTPUT)
        source: Any = (c_ubyte * len(data)).from_buffer_copy(data)
        self._cryptoki.call(call, c_ulong(session), source, c_ulong(len(data)), output, byref(size))
        if size.value > OUTPUT:
            raise Failure("garbled", call=call)
        return bytes(output[: size.value])
