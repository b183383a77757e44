"""Lists of modules as real programs wrote them."""

from __future__ import annotations

#: Firefox ESR 140 at the first start of a profile; FOLDER is the profile's.
FIREFOX_MADE = (
    b"library=\n"
    b"name=NSS Internal PKCS #11 Module\n"
    b"parameters=configdir='sql:FOLDER' certPrefix='' keyPrefix='' secmod='secmod.db' flags=optimizeSpace updatedir='' "
    b"updateCertPrefix='' updateKeyPrefix='' updateid='' updateTokenDescription='' \n"
    b"NSS=Flags=internal,critical trustOrder=75 cipherOrder=100 slotParams=(1={slotFlags=[ECC,RSA,DSA,DH,RC2,RC4,DES,"
    b"RANDOM,SHA1,MD5,MD2,SSL,TLS,AES,Camellia,SEED,SHA256,SHA512] askpw=any timeout=30})\n"
    b"\n"
)
