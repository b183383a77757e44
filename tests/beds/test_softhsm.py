"""The SoftHSM bed writes what the binding can use, and nonsense too."""

import json
import subprocess
import sys

from tests.beds.shim import Shim
from tests.beds.shim_steps import PIN, session
from tests.beds.softhsm import KeyPair

CLIENT = """
import json, sys, pkcs11
from pkcs11 import Attribute, ObjectClass
token = pkcs11.lib(sys.argv[1]).get_token(token_label="card")
with token.open(user_pin=sys.argv[2]) as session:
    certificates = list(session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}))
    key = next(session.get_objects({Attribute.CLASS: ObjectClass.PRIVATE_KEY}))
    signature = key.sign(b"data", mechanism=pkcs11.Mechanism.SHA256_RSA_PKCS)
    print(json.dumps([[c[Attribute.VALUE].hex() for c in certificates], signature.hex()]))
"""


def test_the_binding_signs_through_the_shim(keyed: Shim, pair: KeyPair) -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding, rsa

    command = [sys.executable, "-c", CLIENT, str(keyed.module), PIN]
    done = subprocess.run(command, env=keyed.env, capture_output=True, text=True, check=True)
    certificates, signature = json.loads(done.stdout)
    assert certificates == [pair.certificate.hex()]
    public = x509.load_der_x509_certificate(pair.certificate).public_key()
    assert isinstance(public, rsa.RSAPublicKey)
    public.verify(bytes.fromhex(signature), b"data", padding.PKCS1v15(), hashes.SHA256())


def test_any_bytes_can_be_a_certificate(shim: Shim, pair: KeyPair) -> None:
    shim.hsm.add_certificates("card", PIN, [(b"\x01", pair.certificate), (b"\x02", b"nonsense")])
    got = session(shim, ["find", [[0, 1], [0x102, "02"]]], ["find", [[0, 1]]])
    assert [got[0][1], got[1][1]] == [1, 2]
