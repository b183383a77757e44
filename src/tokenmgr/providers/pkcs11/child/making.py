"""New keys and objects on a token, through the PKCS#11 binding.

The binding is loaded at the first use: 80 ms that no other command has to wait for. It attaches to the library that is
initialised already (`lib.__new__` loads without C_Initialize), opens sessions of its own, and shares the login, which
belongs to the process and not to a session.
"""

from __future__ import annotations

from contextlib import contextmanager
from ctypes import c_ulong
from typing import TYPE_CHECKING, Any

from tokenmgr.providers.pkcs11.child import codes
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.cryptoki import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki
    from tokenmgr.providers.pkcs11.child.slots import Identity, Slots

CURVES = {256: "secp256r1", 384: "secp384r1"}
CLASSES = {"certificate": (codes.CLASS_CERTIFICATE,), "key": (codes.CLASS_PRIVATE, codes.CLASS_PUBLIC)}


class Making:
    """Writes to the tokens of one module."""

    def __init__(self, cryptoki: Cryptoki, slots: Slots) -> None:
        self._cryptoki = cryptoki
        self._slots = slots
        self._library: Any = None

    def generate(self, token: Identity, kind: str, bits: int, key_id: bytes, label: str) -> bytes:
        """A new key pair; its public key as SubjectPublicKeyInfo."""
        from pkcs11 import Attribute, KeyType  # noqa: PLC0415 - 80 ms, see above
        from pkcs11.util.ec import encode_ec_public_key, encode_named_curve_parameters  # noqa: PLC0415
        from pkcs11.util.rsa import encode_rsa_public_key  # noqa: PLC0415

        private = {Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False, Attribute.PRIVATE: True}
        with self._session(token) as session:
            if kind == "rsa":
                public, _ = session.generate_keypair(
                    KeyType.RSA, bits, id=key_id, label=label, store=True, private_template=private
                )
                return spki_rsa(encode_rsa_public_key(public))
            if bits not in CURVES:
                raise Failure("mechanism", call=f"{kind} {bits}")
            domain = session.create_domain_parameters(
                KeyType.EC, {Attribute.EC_PARAMS: encode_named_curve_parameters(CURVES[bits])}, local=True
            )
            public, _ = domain.generate_keypair(id=key_id, label=label, store=True, private_template=private)
            return bytes(encode_ec_public_key(public))

    def import_certificate(self, token: Identity, row: dict[str, bytes], label: str) -> None:
        """Put a certificate on the token."""
        from pkcs11 import Attribute, CertificateType, ObjectClass  # noqa: PLC0415 - 80 ms, see above

        with self._session(token) as session:
            session.create_object(
                {
                    Attribute.CLASS: ObjectClass.CERTIFICATE,
                    Attribute.CERTIFICATE_TYPE: CertificateType.X_509,
                    Attribute.TOKEN: True,
                    Attribute.PRIVATE: False,
                    Attribute.ID: row["id"],
                    Attribute.LABEL: label,
                    Attribute.SUBJECT: row["subject"],
                    Attribute.ISSUER: row["issuer"],
                    Attribute.SERIAL_NUMBER: row["serial"],
                    Attribute.VALUE: row["der"],
                }
            )

    def import_key(self, token: Identity, pkcs1: bytes, key_id: bytes, label: str) -> None:
        """Put an RSA private key, and the public one beside it, on the token."""
        from pkcs11 import Attribute  # noqa: PLC0415 - 80 ms, see above
        from pkcs11.util.rsa import decode_rsa_private_key, decode_rsa_public_key  # noqa: PLC0415

        both = {Attribute.TOKEN: True, Attribute.ID: key_id, Attribute.LABEL: label}
        secret = {Attribute.PRIVATE: True, Attribute.SENSITIVE: True, Attribute.EXTRACTABLE: False}
        template = decode_rsa_private_key(pkcs1)
        with self._session(token) as session:
            session.create_object({**template, **both, **secret})
            session.create_object({**decode_rsa_public_key(public_part(template)), **both, Attribute.PRIVATE: False})

    def delete(self, token: Identity, kind: str, key_id: bytes, der: bytes) -> int:
        """Delete objects by id, or one certificate among several of the same id; how many went."""
        if kind not in CLASSES:
            raise Failure("unsupported", call=f"delete {kind}")
        session = self._slots.session(self._slots.find(token), writing=True)
        gone = 0
        for object_class in CLASSES[kind]:
            wanted = {codes.A_CLASS: number(object_class), codes.A_ID: key_id}
            if der:
                wanted[codes.A_VALUE] = der
            for handle in self._cryptoki.find(session, wanted):
                self._cryptoki.call("C_DestroyObject", c_ulong(session), c_ulong(handle))
                gone += 1
        return gone

    @contextmanager
    def _session(self, token: Identity) -> Iterator[Any]:
        """A session of the binding on the token; the login is the one there is."""
        from pkcs11.exceptions import PKCS11Error  # noqa: PLC0415 - 80 ms, see above

        seat = self._slots.find(token)
        self._slots.session(seat, writing=True)
        try:
            slot = next(slot for slot in self._attached().get_slots() if slot.slot_id == seat.slot)
            session = slot.get_token().open(rw=True)
        except PKCS11Error as error:
            raise translated(error) from None
        try:
            yield session
        except PKCS11Error as error:
            raise translated(error) from None
        finally:
            # Its own close() would log out, and skip closing where that fails: close it ourselves.
            handle = session._identity()[2]  # noqa: SLF001 - the binding has no other way to its handle
            self._cryptoki.result("C_CloseSession", c_ulong(handle))

    def _attached(self) -> Any:
        if self._library is None:
            from pkcs11 import _pkcs11  # noqa: PLC0415 - 80 ms, see above

            self._library = _pkcs11.lib.__new__(_pkcs11.lib, self._cryptoki.path)
        return self._library


def translated(error: Exception) -> CkError:
    """The binding names its exceptions after the codes they were made from."""
    name = type(error).__name__
    return CkError(name, codes.BY_CAMEL_NAME.get(name, codes.GENERAL_ERROR))


def spki_rsa(pkcs1: bytes) -> bytes:
    """An RSA public key as SubjectPublicKeyInfo."""
    from asn1crypto.keys import PublicKeyInfo, RSAPublicKey  # noqa: PLC0415 - comes with the binding

    return bytes(PublicKeyInfo.wrap(RSAPublicKey.load(pkcs1), "rsa").dump())


def public_part(template: dict[Any, Any]) -> bytes:
    """The public half of a private key's template, as PKCS#1."""
    from asn1crypto.keys import RSAPublicKey  # noqa: PLC0415 - comes with the binding
    from pkcs11 import Attribute  # noqa: PLC0415

    numbers = [int.from_bytes(template[name], "big") for name in (Attribute.MODULUS, Attribute.PUBLIC_EXPONENT)]
    return bytes(RSAPublicKey({"modulus": numbers[0], "public_exponent": numbers[1]}).dump())
