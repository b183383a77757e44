"""From a request to the verb that serves it, and from whatever happens to an answer."""

from __future__ import annotations

import os
import time
from contextlib import suppress

from tokenmgr.providers.pkcs11 import wire
from tokenmgr.providers.pkcs11.child.codes import CkError, Failure
from tokenmgr.providers.pkcs11.child.cryptoki import Cryptoki, text
from tokenmgr.providers.pkcs11.child.making import RSA_NUMBERS, Making
from tokenmgr.providers.pkcs11.child.objects import Objects
from tokenmgr.providers.pkcs11.child.pins import Pins, forgotten
from tokenmgr.providers.pkcs11.child.safenet import SafeNet
from tokenmgr.providers.pkcs11.child.signing import Signing
from tokenmgr.providers.pkcs11.child.slots import Slots
from tokenmgr.providers.pkcs11.child.tokens import listing

TYPE_CHECKING = False  # typing costs 6 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from tokenmgr.providers.pkcs11.child.slots import Identity
    from tokenmgr.providers.pkcs11.wire import Fields

PIN_LIMIT = 256
PATH_LIMIT = 32 * 1024
WHILE_WAITING = frozenset({"respond", "challenge", "logout", "tokens"})


def serve(read: Callable[[], bytes], answers: int) -> int:
    """Answer requests until there is no one left to ask."""
    frames = wire.Frames()
    service = Service(answers)
    while True:
        try:
            body = wire.read_frame(read, frames)
            service.answer(body)
            wire.forget(body)
            service.look_ahead()
        except wire.WireClosed:
            with suppress(Exception):  # nobody is left to be told
                service.close()
            return 0
        except wire.WireBroken:
            return 2


def who(arguments: Fields) -> Identity:
    """The token a request is about."""
    return arguments.text("manufacturer", 256), arguments.text("model", 256), arguments.text("serial", 256)


class Service:
    """The verbs of one module. It is loaded by the first request, so that loading has a deadline too."""

    def __init__(self, answers: int) -> None:
        self._answers = answers
        self._number = 0
        self._cryptoki: Cryptoki | None = None
        self._just_loaded = False
        #: The tokens as they were when a challenge was made; listing them afresh would break it.
        self._listed: list[dict[str, Any]] = []

    def answer(self, body: bytes) -> None:
        """Serve one request."""
        self._number, verb, arguments = wire.unpack_request(body)
        try:
            self._say("done", self._serve(verb, arguments))
        except CkError as error:
            word = "gone" if self._is_gone_at(error, arguments) else error.meaning
            self._say("fail", {"word": word, "call": error.call, "reason": error.name})
        except Failure as failure:
            known = {"word": failure.word, "call": "", "reason": ""}
            self._say("fail", known | {name: value for name, value in failure.facts.items() if value is not None})
        except (wire.WireBroken, wire.WireClosed):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the token's login must not die of it
            self._say("fail", {"word": "fault", "call": verb, "reason": type(error).__name__})

    def look_ahead(self) -> None:
        """The first question is who is here, and OpenSC takes 6 ms to say: asked while the other side gets ready."""
        if self._just_loaded:
            self._just_loaded = False
            self._slots.look_ahead()

    def _is_gone_at(self, error: CkError, arguments: Fields) -> bool:
        """Whether the token was pulled under a call that failed for no reason: modules often do not say so."""
        if error.meaning != "fault" or not arguments.has("serial"):
            return False
        try:
            self._slots.find(who(arguments))
        except Failure as failure:
            if failure.word == "gone":
                self._slots.forget(who(arguments))
            return failure.word == "gone"
        except CkError:
            pass
        return False

    def close(self) -> None:
        """Close the tokens, and let the module let go of them."""
        if self._cryptoki is not None:
            self._pins.close()
            self._cryptoki.result("C_Finalize", None)

    def _say(self, kind: str, body: dict[str, Any]) -> None:
        wire.write_all(self._answers, wire.pack([self._number, kind, body]))

    def _reached(self) -> None:
        self._say("reached", {})

    def _serve(self, verb: str, arguments: Fields) -> dict[str, Any]:
        serving = getattr(self, f"serve_{verb}", None)
        if serving is None or (self._cryptoki is None) != (verb == "load"):
            raise wire.WireBroken(verb)
        # Between challenge and response nothing else may touch the token.
        if self._cryptoki is not None and self._pins.waiting and verb not in WHILE_WAITING:
            raise Failure("waiting")
        answer: dict[str, Any] = serving(arguments) or {}
        return answer

    def serve_load(self, arguments: Fields) -> dict[str, Any]:
        """Load the module, if it is still the file that was found fit."""
        began = time.monotonic()
        path = os.fsdecode(arguments.data("module", PATH_LIMIT))
        seen = os.stat(path)  # noqa: PTH116 - pathlib costs 4 ms at every start
        if arguments.numbers("fingerprint", 4) not in ([], [seen.st_dev, seen.st_ino, seen.st_mtime_ns, seen.st_size]):
            raise Failure("changed")
        try:
            cryptoki = Cryptoki(path)
        except (OSError, AttributeError) as error:
            raise Failure("unloadable", reason=str(error)[:200]) from None
        info = cryptoki.initialise()
        self._cryptoki = cryptoki
        self._just_loaded = True
        manufacturer = text(info.manufacturer)
        self._slots = Slots(cryptoki)
        self._safenet = SafeNet(cryptoki, manufacturer)
        self._objects = Objects(cryptoki)
        self._pins = Pins(cryptoki, self._slots, self._safenet, self._reached)
        self._pins.login_before_change = manufacturer.startswith("OpenSC")
        self._signing = Signing(cryptoki, self._slots, self._objects, self._pins)
        self._making = Making(cryptoki, self._slots, self._objects)
        return {
            "manufacturer": manufacturer,
            "description": text(info.description),
            "version": info.library.text(),
            "cryptoki": info.cryptoki.text(),
            "microseconds": int((time.monotonic() - began) * 1e6),
        }

    def serve_tokens(self, _arguments: Fields) -> dict[str, Any]:
        """Who is here."""
        if not self._pins.waiting:
            self._listed = listing(self._slots, self._safenet)
        return {"tokens": self._listed}

    def serve_certificates(self, arguments: Fields) -> dict[str, Any]:
        """Certificates in pages, then the ids that have a key."""
        session = self._session(arguments)
        for page in self._objects.certificate_pages(session):
            self._say("part", {"certificates": page})
        return {"key_ids": self._objects.key_ids(session)}

    def serve_keys(self, arguments: Fields) -> dict[str, Any]:
        """Private keys."""
        return {"keys": self._objects.keys(self._session(arguments))}

    def serve_data(self, arguments: Fields) -> dict[str, Any]:
        """Data objects."""
        return {"data": self._objects.data(self._session(arguments))}

    def _session(self, arguments: Fields) -> int:
        return self._slots.session(self._slots.seen(who(arguments)))

    def serve_reading(self, arguments: Fields) -> dict[str, Any]:
        """What the token says of a PIN."""
        return self._pins.reading(who(arguments), arguments.text("kind", 8))

    def serve_policy(self, arguments: Fields) -> dict[str, Any]:
        """The PIN policy."""
        return self._pins.policy(who(arguments))

    def serve_login(self, arguments: Fields) -> dict[str, Any]:
        """Open the token."""
        pin = arguments.data_or_none("pin", PIN_LIMIT)
        try:
            return self._pins.login(who(arguments), arguments.text("kind", 8), pin)
        finally:
            forgotten(pin)

    def serve_logout(self, arguments: Fields) -> None:
        """Close the token, also to whoever still waits for a response."""
        self._pins.stop_waiting()
        self._pins.logout(who(arguments))

    def serve_change(self, arguments: Fields) -> dict[str, Any]:
        """Change a PIN."""
        old, new = arguments.data_or_none("old", PIN_LIMIT), arguments.data_or_none("new", PIN_LIMIT)
        try:
            return self._pins.change(who(arguments), arguments.text("kind", 8), old, new)
        finally:
            forgotten(old, new)

    def serve_set_by_officer(self, arguments: Fields) -> dict[str, Any]:
        """A new user PIN by the administrator's."""
        officer, new = arguments.data_or_none("officer", PIN_LIMIT), arguments.data_or_none("new", PIN_LIMIT)
        try:
            return self._pins.set_by_officer(who(arguments), officer, new)
        finally:
            forgotten(officer, new)

    def serve_unlock_by_puk(self, arguments: Fields) -> dict[str, Any]:
        """A new user PIN by the PUK."""
        puk, new = arguments.data("puk", PIN_LIMIT), arguments.data("new", PIN_LIMIT)
        try:
            return self._pins.unlock_by_puk(who(arguments), puk, new)
        finally:
            forgotten(puk, new)

    def serve_challenge(self, arguments: Fields) -> dict[str, Any]:
        """A challenge; from here on only the response is served, or another challenge, or giving up."""
        return {"challenge": self._pins.challenge(who(arguments))}

    def serve_respond(self, arguments: Fields) -> dict[str, Any]:
        """The response."""
        response, new = arguments.data("response", PIN_LIMIT), arguments.data("new", PIN_LIMIT)
        try:
            return self._pins.respond(who(arguments), response, new)
        finally:
            forgotten(new)

    def serve_initialise(self, arguments: Fields) -> dict[str, Any]:
        """Empty the token."""
        officer = arguments.data_or_none("officer", PIN_LIMIT)
        try:
            return self._pins.initialise(who(arguments), officer, arguments.text("label", 128))
        finally:
            forgotten(officer)

    def serve_sign(self, arguments: Fields) -> dict[str, Any]:
        """A signature."""
        return {"signature": self._signing.sign(who(arguments), *_signed(arguments))}

    def serve_sign_with_pin(self, arguments: Fields) -> dict[str, Any]:
        """A signature with a key that asks each time."""
        pin = arguments.data("pin", PIN_LIMIT)
        token = who(arguments)
        try:
            answer, signature = self._signing.sign_with_pin(token, *_signed(arguments), pin)
            return answer | {"signature": signature}
        finally:
            forgotten(pin)

    def serve_decrypt(self, arguments: Fields) -> dict[str, Any]:
        """A plain text."""
        return {"plain": self._signing.decrypt(who(arguments), arguments.data("id", 256), arguments.data("data", 2048))}

    def serve_generate(self, arguments: Fields) -> dict[str, Any]:
        """A new key pair."""
        wish = arguments.text("kind", 8), arguments.number("bits"), arguments.data("id", 256), arguments.text("label")
        return dict(self._making.generate(who(arguments), *wish))

    def serve_import_certificate(self, arguments: Fields) -> None:
        """A certificate."""
        row = {name: arguments.data(name) for name in ("id", "subject", "issuer", "serial_number", "der")}
        self._making.import_certificate(who(arguments), row, arguments.text("label"))

    def serve_import_key(self, arguments: Fields) -> None:
        """A private key."""
        numbers = arguments.blobs("numbers", 2048, len(RSA_NUMBERS))
        try:
            self._making.import_key(who(arguments), numbers, arguments.data("id", 256), arguments.text("label"))
        finally:
            forgotten(*numbers)

    def serve_delete(self, arguments: Fields) -> dict[str, Any]:
        """Objects gone."""
        wish = arguments.text("kind", 16), arguments.data("id", 256), arguments.data("der")
        return {"count": self._making.delete(who(arguments), *wish)}


def _signed(arguments: Fields) -> tuple[bytes, bytes, str, str]:
    return (
        arguments.data("id", 256),
        arguments.data("digest", 64),
        arguments.text("scheme", 16),
        arguments.text("hash", 16),
    )
