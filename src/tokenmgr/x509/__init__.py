"""Certificates and public keys: reading them whatever state they are in, and the little that is made from them."""
