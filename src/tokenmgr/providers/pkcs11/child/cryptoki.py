"""The module's own functions, called through ctypes on the loaded library.

python-pkcs11 has no separate login and logout, no C_InitToken, no C_CloseAllSessions, no session state, no PIN lengths;
it reads attributes one object and two calls at a time; one broken slot fails its whole listing, and without a listing
it opens nothing; loading it costs 80 ms and 5 MB. So the calls are made here, exactly one of the module for each of
ours.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from ctypes import POINTER, byref, c_ubyte, c_ulong, c_void_p

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure

#: Structures are packed to one byte on Windows, naturally aligned elsewhere.
PACK = 1 if sys.platform == "win32" else 8
UNAVAILABLE = c_ulong(-1).value
MANY_SLOTS = 4096
USUAL_SLOTS = 32
#: Seconds to wait before C_Initialize is tried again.
PAUSES = (0.02, 0.1)
MANY_OBJECTS = 20_000

IN_ORDER = (
    "C_Initialize C_Finalize C_GetInfo C_GetFunctionList C_GetSlotList C_GetSlotInfo C_GetTokenInfo "
    "C_GetMechanismList C_GetMechanismInfo C_InitToken C_InitPIN C_SetPIN C_OpenSession C_CloseSession "
    "C_CloseAllSessions C_GetSessionInfo C_GetOperationState C_SetOperationState C_Login C_Logout C_CreateObject "
    "C_CopyObject C_DestroyObject C_GetObjectSize C_GetAttributeValue C_SetAttributeValue C_FindObjectsInit "
    "C_FindObjects C_FindObjectsFinal C_EncryptInit C_Encrypt C_EncryptUpdate C_EncryptFinal C_DecryptInit C_Decrypt "
    "C_DecryptUpdate C_DecryptFinal C_DigestInit C_Digest C_DigestUpdate C_DigestKey C_DigestFinal C_SignInit C_Sign "
    "C_SignUpdate C_SignFinal C_SignRecoverInit C_SignRecover C_VerifyInit C_Verify C_VerifyUpdate C_VerifyFinal "
    "C_VerifyRecoverInit C_VerifyRecover C_DigestEncryptUpdate C_DecryptDigestUpdate C_SignEncryptUpdate "
    "C_DecryptVerifyUpdate C_GenerateKey C_GenerateKeyPair"
)
FUNCTIONS = IN_ORDER.split()


class Version(ctypes.Structure):
    """CK_VERSION."""

    _pack_ = PACK
    _fields_ = (("major", c_ubyte), ("minor", c_ubyte))

    def text(self) -> str:
        """As people write it."""
        return f"{self.major}.{self.minor}"


class FunctionList(ctypes.Structure):
    """CK_FUNCTION_LIST, as far as we call into it."""

    _pack_ = PACK
    _fields_ = (("version", Version), *((name, c_void_p) for name in FUNCTIONS))


class Info(ctypes.Structure):
    """CK_INFO."""

    _pack_ = PACK
    _fields_ = (
        ("cryptoki", Version),
        ("manufacturer", c_ubyte * 32),
        ("flags", c_ulong),
        ("description", c_ubyte * 32),
        ("library", Version),
    )


class SlotInfo(ctypes.Structure):
    """CK_SLOT_INFO."""

    _pack_ = PACK
    _fields_ = (
        ("description", c_ubyte * 64),
        ("manufacturer", c_ubyte * 32),
        ("flags", c_ulong),
        ("hardware", Version),
        ("firmware", Version),
    )


class TokenInfo(ctypes.Structure):
    """CK_TOKEN_INFO."""

    _pack_ = PACK
    _fields_ = (
        ("label", c_ubyte * 32),
        ("manufacturer", c_ubyte * 32),
        ("model", c_ubyte * 16),
        ("serial", c_ubyte * 16),
        ("flags", c_ulong),
        ("max_sessions", c_ulong),
        ("sessions", c_ulong),
        ("max_rw_sessions", c_ulong),
        ("rw_sessions", c_ulong),
        ("pin_max", c_ulong),
        ("pin_min", c_ulong),
        ("total_public", c_ulong),
        ("free_public", c_ulong),
        ("total_private", c_ulong),
        ("free_private", c_ulong),
        ("hardware", Version),
        ("firmware", Version),
        ("utc", c_ubyte * 16),
    )


class SessionInfo(ctypes.Structure):
    """CK_SESSION_INFO."""

    _pack_ = PACK
    _fields_ = (("slot", c_ulong), ("state", c_ulong), ("flags", c_ulong), ("device_error", c_ulong))


class Attribute(ctypes.Structure):
    """CK_ATTRIBUTE."""

    _pack_ = PACK
    _fields_ = (("type", c_ulong), ("value", c_void_p), ("size", c_ulong))


class Mechanism(ctypes.Structure):
    """CK_MECHANISM."""

    _pack_ = PACK
    _fields_ = (("type", c_ulong), ("parameter", c_void_p), ("size", c_ulong))


class PssParameters(ctypes.Structure):
    """CK_RSA_PKCS_PSS_PARAMS."""

    _pack_ = PACK
    _fields_ = (("hash", c_ulong), ("mgf", c_ulong), ("salt", c_ulong))


def text(raw: ctypes.Array[c_ubyte]) -> str:
    """A padded text field. What is not UTF-8 stays visible and distinct instead of becoming one replacement mark."""
    return bytes(raw).rstrip(b"\0 ").decode("utf-8", errors="backslashreplace")


def template(attributes: dict[int, bytes]) -> tuple[ctypes.Array[Attribute], list[ctypes.Array[c_ubyte]]]:
    """A template, and what must stay alive while it is used."""
    rows = (Attribute * len(attributes))()
    keep = []
    for row, (kind, value) in zip(rows, attributes.items(), strict=True):
        buffer = (c_ubyte * (len(value) or 1)).from_buffer_copy(value or b"\0")
        keep.append(buffer)
        row.type, row.value, row.size = kind, ctypes.addressof(buffer), len(value)
    return rows, keep


def number(value: int) -> bytes:
    """A CK_ULONG as the bytes of an attribute."""
    return value.to_bytes(ctypes.sizeof(c_ulong), sys.byteorder)


def load(path: str) -> ctypes.CDLL:
    """The library. What it does while it is loaded may hang: then the thread that watches the parent must go on, and
    only a call through ctypes, not ctypes' own loading, lets other threads run.
    """
    if sys.platform == "win32":
        return ctypes.CDLL(path)
    system = ctypes.CDLL(None)
    system.dlopen.restype = c_void_p
    handle = system.dlopen(os.fsencode(path), os.RTLD_NOW | os.RTLD_LOCAL)
    return ctypes.CDLL(path, handle=handle) if handle else ctypes.CDLL(path)  # the latter knows how to say why not


class Cryptoki:
    """A loaded module."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._present: list[int] = []
        self.library = load(path)
        functions = POINTER(FunctionList)()
        self.library.C_GetFunctionList.restype = c_ulong
        rv = self.library.C_GetFunctionList(byref(functions))
        if rv != codes.OK:
            raise CkError("C_GetFunctionList", rv)
        if not functions:
            raise Failure("garbled", call="C_GetFunctionList")
        self._list = functions.contents
        prototype = ctypes.CFUNCTYPE(c_ulong)
        for name in FUNCTIONS:
            address = getattr(self._list, name)
            if address:
                setattr(self, name, prototype(address))

    def call(self, name: str, *arguments: object) -> None:
        """Call a function of the module; anything but OK is a CkError."""
        rv = self.result(name, *arguments)
        if rv != codes.OK:
            raise CkError(name, rv)

    def result(self, name: str, *arguments: object) -> int:
        """Call a function of the module and give back its code."""
        function = getattr(self, name, None)
        if function is None:
            raise Failure("unsupported", call=name)
        rv: int = function(*arguments)
        return rv

    def initialise(self) -> Info:
        """C_Initialize without locking by the module: one call at a time is our side of the bargain."""
        rv = self._begin()
        if rv not in {codes.OK, codes.ALREADY_INITIALIZED}:
            raise CkError("C_Initialize", rv)
        info = Info()
        self.call("C_GetInfo", byref(info))
        return info

    def _begin(self) -> int:
        """SoftHSM fails where another process starts with the same token that very moment: then once more."""
        for pause in PAUSES:
            rv = self.result("C_Initialize", None)
            if rv != codes.GENERAL_ERROR:
                return rv
            time.sleep(pause)
        return self.result("C_Initialize", None)

    def slots(self) -> list[int]:
        """Slots with a token in them; a module that lies about how many is caught.

        Cards are noticed by every listing, new readers only by one that first asks for the number. OpenSC takes 2 ms
        for each, so what is new already is answered at once, and only where nothing is, new readers are looked for.
        """
        found = self._listed(USUAL_SLOTS)
        if found is None or found == self._present:
            found = self._listed(self._count() + USUAL_SLOTS)
        if found is None:
            raise Failure("garbled", call="C_GetSlotList")
        self._present = found
        return found

    def _count(self) -> int:
        count = c_ulong()
        self.call("C_GetSlotList", c_ubyte(True), None, byref(count))
        if count.value > MANY_SLOTS:
            raise Failure("garbled", call="C_GetSlotList")
        return count.value

    def _listed(self, room: int) -> list[int] | None:
        """What fits, or None where there is more."""
        ids, count = (c_ulong * room)(), c_ulong(room)
        rv = self.result("C_GetSlotList", c_ubyte(True), ids, byref(count))
        if rv == codes.BUFFER_TOO_SMALL:
            return None
        if rv != codes.OK:
            raise CkError("C_GetSlotList", rv)
        if count.value > room:
            raise Failure("garbled", call="C_GetSlotList")
        return list(ids[: count.value])

    def slot_info(self, slot: int) -> SlotInfo:
        """C_GetSlotInfo."""
        info = SlotInfo()
        self.call("C_GetSlotInfo", c_ulong(slot), byref(info))
        return info

    def token_info(self, slot: int) -> TokenInfo:
        """C_GetTokenInfo."""
        info = TokenInfo()
        self.call("C_GetTokenInfo", c_ulong(slot), byref(info))
        return info

    def open_session(self, slot: int, *, writing: bool) -> int:
        """A session on a slot."""
        handle = c_ulong()
        flags = 0x4 | (0x2 if writing else 0)
        self.call("C_OpenSession", c_ulong(slot), c_ulong(flags), None, None, byref(handle))
        return handle.value

    def session_state(self, session: int) -> int:
        """0 and 2: nobody is logged in; 1 and 3: the user; 4: the administrator."""
        state: int = self._session_info(session).state
        return state

    def session_slot(self, session: int) -> int:
        """Where it is open."""
        slot: int = self._session_info(session).slot
        return slot

    def _session_info(self, session: int) -> SessionInfo:
        info = SessionInfo()
        self.call("C_GetSessionInfo", c_ulong(session), byref(info))
        return info

    def find(self, session: int, attributes: dict[int, bytes], most: int = MANY_OBJECTS) -> list[int]:
        """Handles of the objects that match."""
        rows, _keep = template(attributes)
        self.call("C_FindObjectsInit", c_ulong(session), rows, c_ulong(len(attributes)))
        try:
            return self._found(session, most)
        finally:
            self.result("C_FindObjectsFinal", c_ulong(session))

    def _found(self, session: int, most: int) -> list[int]:
        room = min(most, 1024)
        handles, found = (c_ulong * room)(), c_ulong()
        every: list[int] = []
        while len(every) < most:
            self.call("C_FindObjects", c_ulong(session), handles, c_ulong(room), byref(found))
            if found.value > room:
                raise Failure("garbled", call="C_FindObjects")
            if not found.value:
                break
            every += handles[: found.value]
        return every[:most]
