"""What can go wrong while news of a newer version are looked for, as facts: a third part of the tree in errors.py.

TokenError
  Unreachable
    UpdateUnreachable(host)    the server of the news did not answer as it should
  Refused
    UpdateUntrusted(reason)    what came is not what the publisher signed, or not any more
    UpdateAddressMissing       this build was made without an address to ask
"""

from __future__ import annotations

from typing import Literal

from tokenmgr.model.errors import Refused, Unreachable

#: connect: nobody answers. proxy: the way there that was set cannot be read. tls: the line could not be secured.
#: status: it answered with something else. slow: too slowly to be worth waiting for. cut: it broke off.
NoWay = Literal["connect", "proxy", "tls", "status", "slow", "cut"]
#: rollback: older than what was seen before. expired: not renewed in time. mixed: parts of different releases.
#: signature: not by enough of the known keys. length: longer or shorter than signed. changed: other bytes than signed.
#: garbled: no sense in it.
NoTrust = Literal["rollback", "expired", "mixed", "signature", "length", "changed", "garbled"]


class UpdateUnreachable(Unreachable):
    """The server of the news did not answer as it should."""

    code = "update-unreachable"

    def __init__(self, host: str, reason: NoWay) -> None:
        super().__init__()
        self.host = host
        self.reason = reason


class UpdateUntrusted(Refused):
    """What came is not what the publisher signed, or not any more. `what`: the file; `since`: when it ended, if so."""

    code = "update-untrusted"

    def __init__(self, reason: NoTrust, what: str, since: str = "") -> None:
        super().__init__()
        self.reason = reason
        self.what = what
        self.since = since


class UpdateAddressMissing(Refused):
    """This build was made without an address to ask."""

    code = "update-address-missing"
