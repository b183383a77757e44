"""New keys and objects on a token, and their end."""

from __future__ import annotations

from ctypes import byref, c_ulong

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.cryptoki import Mechanism, number, template
from tokenmgr.providers.pkcs11.child.objects import CURVES, TRUE
from tokenmgr.providers.pkcs11.child.pins import wipe
from tokenmgr.providers.pkcs11.child.reading import AttributeReader

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki
    from tokenmgr.providers.pkcs11.child.objects import Objects
    from tokenmgr.providers.pkcs11.child.slots import Identity, Slots

    Attributes = dict[int, bytes]

FALSE = b"\x00"
RSA_BITS = range(1024, 8193)
EXPONENT = b"\x01\x00\x01"
#: The numbers of a private RSA key, in the order of PKCS#1.
RSA_NUMBERS = (
    codes.A_MODULUS,
    codes.A_EXPONENT,
    codes.A_PRIVATE_EXPONENT,
    codes.A_PRIME_1,
    codes.A_PRIME_2,
    codes.A_EXPONENT_1,
    codes.A_EXPONENT_2,
    codes.A_COEFFICIENT,
)
CLASSES = {"certificate": (codes.CLASS_CERTIFICATE,), "key": (codes.CLASS_PRIVATE, codes.CLASS_PUBLIC)}
SECRET = {codes.A_PRIVATE: TRUE, codes.A_SENSITIVE: TRUE, codes.A_EXTRACTABLE: FALSE}
OPEN = {codes.A_PRIVATE: FALSE}


class Making:
    """Writes to the tokens of one module."""

    def __init__(self, cryptoki: Cryptoki, slots: Slots, objects: Objects) -> None:
        self._cryptoki = cryptoki
        self._slots = slots
        self._objects = objects
        self._rsa = AttributeReader(cryptoki, (codes.A_MODULUS, codes.A_EXPONENT))
        self._ec = AttributeReader(cryptoki, (codes.A_EC_POINT,))

    def generate(self, token: Identity, kind: str, bits: int, key_id: bytes, label: str) -> dict[str, bytes]:
        """A new key pair; the numbers of its public key."""
        if kind == "rsa" and bits in RSA_BITS:
            return self._generate_rsa(self._for_new_key(token, key_id), bits, named(key_id, label))
        if kind == "ec" and bits in CURVES:
            return self._generate_ec(self._for_new_key(token, key_id), bits, named(key_id, label))
        raise Failure("mechanism", call=f"{kind} {bits}")

    def _for_new_key(self, token: Identity, key_id: bytes) -> int:
        """Two keys under one id could not be told apart when one of them is asked to sign."""
        session = self._writing(token)
        if self._objects.private_key(session, key_id) is not None:
            raise Failure("unsupported", call="second-key-with-this-id")
        return session

    def _generate_rsa(self, session: int, bits: int, name: Attributes) -> dict[str, bytes]:
        public = {codes.A_MODULUS_BITS: number(bits), codes.A_EXPONENT: EXPONENT}
        public |= {codes.A_ENCRYPT: TRUE, codes.A_VERIFY: TRUE}
        private = {codes.A_DECRYPT: TRUE, codes.A_SIGN: TRUE}
        handle = self._pair(session, codes.M_RSA_KEY_PAIR, public | name | OPEN, private | name | SECRET)
        modulus, exponent = self._rsa.read(session, handle)
        return {"modulus": modulus or b"", "exponent": exponent or b""}

    def _generate_ec(self, session: int, bits: int, name: Attributes) -> dict[str, bytes]:
        public = {codes.A_EC_PARAMS: CURVES[bits], codes.A_VERIFY: TRUE}
        private = {codes.A_SIGN: TRUE}
        handle = self._pair(session, codes.M_EC_KEY_PAIR, public | name | OPEN, private | name | SECRET)
        return {"point": self._ec.read(session, handle)[0] or b""}

    def _pair(self, session: int, mechanism: int, public: Attributes, private: Attributes) -> int:
        """C_GenerateKeyPair; the handle of the public key."""
        outside, _kept = template(public)
        inside, _kept_too = template(private)
        handle, other = c_ulong(), c_ulong()
        templates = (outside, c_ulong(len(public)), inside, c_ulong(len(private)))
        made = (byref(Mechanism(mechanism, None, 0)), *templates, byref(handle), byref(other))
        self._cryptoki.call("C_GenerateKeyPair", c_ulong(session), *made)
        self._slots.changed()
        return handle.value

    def import_certificate(self, token: Identity, row: dict[str, bytes], label: str) -> None:
        """Put a certificate on the token."""
        attributes = {
            codes.A_CLASS: number(codes.CLASS_CERTIFICATE),
            codes.A_CERTIFICATE_TYPE: number(codes.CERTIFICATE_X509),
            codes.A_SUBJECT: row["subject"],
            codes.A_ISSUER: row["issuer"],
            codes.A_SERIAL: row["serial_number"],
            codes.A_VALUE: row["der"],
        }
        self._create(self._writing(token), attributes | named(row["id"], label) | OPEN)

    def import_key(self, token: Identity, numbers: Sequence[bytes], key_id: bytes, label: str) -> None:
        """Put an RSA private key, and the public one beside it, on the token; both or none."""
        session = self._for_new_key(token, key_id)
        rsa = {codes.A_KEY_TYPE: number(codes.KEY_RSA)} | named(key_id, label)
        if len(numbers) != len(RSA_NUMBERS):
            raise Failure("mechanism", call="import-key")
        secret = dict(zip(RSA_NUMBERS, numbers, strict=True))
        uses = {codes.A_DECRYPT: TRUE, codes.A_SIGN: TRUE}
        private = self._create(session, {codes.A_CLASS: number(codes.CLASS_PRIVATE)} | secret | rsa | uses | SECRET)
        known = {name: secret[name] for name in (codes.A_MODULUS, codes.A_EXPONENT)}
        uses = {codes.A_ENCRYPT: TRUE, codes.A_VERIFY: TRUE}
        try:
            self._create(session, {codes.A_CLASS: number(codes.CLASS_PUBLIC)} | known | rsa | uses | OPEN)
        except CkError:
            self._cryptoki.result("C_DestroyObject", c_ulong(session), c_ulong(private))
            raise

    def _create(self, session: int, attributes: Attributes) -> int:
        rows, kept = template(attributes)
        handle = c_ulong()
        try:
            self._cryptoki.call("C_CreateObject", c_ulong(session), rows, c_ulong(len(attributes)), byref(handle))
        finally:
            wipe(*kept)  # it may have been a private key
        self._slots.changed()
        return handle.value

    def delete(self, token: Identity, kind: str, key_id: bytes, der: bytes) -> int:
        """Delete objects by id, or one certificate among several of the same id; how many went."""
        if kind not in {*CLASSES, "data"}:
            raise Failure("unsupported", call=f"delete {kind}")
        if not key_id and not der:
            raise Failure("object-missing")  # a search for an empty id finds everything on some tokens
        session = self._writing(token)
        handles = self._doomed(session, kind, key_id, der)
        for handle in handles:
            self._cryptoki.call("C_DestroyObject", c_ulong(session), c_ulong(handle))
        self._slots.changed()
        return len(handles)

    def _doomed(self, session: int, kind: str, key_id: bytes, der: bytes) -> list[int]:
        if kind == "data":
            return self._objects.data_handles(session, key_id)
        return [handle for each in CLASSES[kind] for handle in self._cryptoki.find(session, _wanted(each, key_id, der))]

    def _writing(self, token: Identity) -> int:
        """A session that may write; the login is the one there is, it belongs to the process."""
        return self._slots.session(self._slots.find(token), writing=True)


def named(key_id: bytes, label: str) -> Attributes:
    """An object that stays on the token, and its names."""
    return {codes.A_TOKEN: TRUE, codes.A_ID: key_id, codes.A_LABEL: label.encode()}


def _wanted(object_class: int, key_id: bytes, der: bytes) -> Attributes:
    wanted = {codes.A_CLASS: number(object_class), codes.A_ID: key_id}
    return wanted | {codes.A_VALUE: der} if der else wanted
