"""The program `tokenmgr-module`: the process that a PKCS#11 module lives in."""

from tokenmgr.providers.pkcs11.child.__main__ import main

main()
