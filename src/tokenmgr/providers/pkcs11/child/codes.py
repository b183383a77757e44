"""Numbers of PKCS#11 and what they mean to us. The only file that knows a CKR_ code."""

from __future__ import annotations

OK = 0x0
GENERAL_ERROR = 0x5
ALREADY_INITIALIZED = 0x191
BUFFER_TOO_SMALL = 0x150
USER_ALREADY_LOGGED_IN = 0x100
USER_NOT_LOGGED_IN = 0x101
TOKEN_WRITE_PROTECTED = 0xE2

#: KEY_HANDLE_INVALID, OBJECT_HANDLE_INVALID
STALE = frozenset({0x60, 0x82})

#: Some attributes could not be read; the others were.
PARTLY = frozenset({0x11, 0x12, BUFFER_TOO_SMALL})

#: The token's answer to a PIN.
VERDICTS = {
    OK: "right",
    0xA0: "wrong",
    0xA1: "rules",
    0xA2: "rules",
    0xA3: "expired",
    0xA4: "locked",
    0x102: "not-set",
    0x1B8: "rules",
}

#: DATA_INVALID, DATA_LEN_RANGE: what some call a new PIN they do not take, where nothing else can be meant.
UNFIT_NEW_PIN = frozenset({0x20, 0x21})

#: What an error of a module means; everything else is "fault".
MEANING = {
    0x3: "gone",  # SLOT_ID_INVALID
    0x32: "gone",  # DEVICE_REMOVED
    0xB0: "gone",  # SESSION_CLOSED
    0xB3: "gone",  # SESSION_HANDLE_INVALID
    0xE0: "gone",  # TOKEN_NOT_PRESENT
    0xE1: "gone",  # TOKEN_NOT_RECOGNIZED
    0x50: "cancelled",  # FUNCTION_CANCELED, on the reader's keys
    0x1: "cancelled",  # CANCEL
    0x54: "unsupported",  # FUNCTION_NOT_SUPPORTED
    0x60: "key-missing",  # KEY_HANDLE_INVALID
    0x62: "mechanism",  # KEY_SIZE_RANGE
    0x63: "mechanism",  # KEY_TYPE_INCONSISTENT
    0x68: "mechanism",  # KEY_FUNCTION_NOT_PERMITTED
    0x70: "mechanism",  # MECHANISM_INVALID
    0x71: "mechanism",  # MECHANISM_PARAM_INVALID
    0x82: "object-missing",  # OBJECT_HANDLE_INVALID
    USER_NOT_LOGGED_IN: "login-needed",
    TOKEN_WRITE_PROTECTED: "write-protected",
    0xB5: "write-protected",  # SESSION_READ_ONLY: no other session is opened on such a token
    0x103: "unsupported",  # USER_TYPE_INVALID
    0xA0: "login-needed",  # a PIN code outside a PIN verb: somebody changed the state under us
    0x31: "full",  # DEVICE_MEMORY
}

NAMES = {
    0x1: "CANCEL",
    0x2: "HOST_MEMORY",
    0x3: "SLOT_ID_INVALID",
    0x5: "GENERAL_ERROR",
    0x6: "FUNCTION_FAILED",
    0x7: "ARGUMENTS_BAD",
    0x10: "ATTRIBUTE_READ_ONLY",
    0x11: "ATTRIBUTE_SENSITIVE",
    0x12: "ATTRIBUTE_TYPE_INVALID",
    0x13: "ATTRIBUTE_VALUE_INVALID",
    0x20: "DATA_INVALID",
    0x21: "DATA_LEN_RANGE",
    0x30: "DEVICE_ERROR",
    0x31: "DEVICE_MEMORY",
    0x32: "DEVICE_REMOVED",
    0x40: "ENCRYPTED_DATA_INVALID",
    0x50: "FUNCTION_CANCELED",
    0x54: "FUNCTION_NOT_SUPPORTED",
    0x60: "KEY_HANDLE_INVALID",
    0x62: "KEY_SIZE_RANGE",
    0x63: "KEY_TYPE_INCONSISTENT",
    0x68: "KEY_FUNCTION_NOT_PERMITTED",
    0x70: "MECHANISM_INVALID",
    0x71: "MECHANISM_PARAM_INVALID",
    0x82: "OBJECT_HANDLE_INVALID",
    0x90: "OPERATION_ACTIVE",
    0x91: "OPERATION_NOT_INITIALIZED",
    0xA0: "PIN_INCORRECT",
    0xA1: "PIN_INVALID",
    0xA2: "PIN_LEN_RANGE",
    0xA3: "PIN_EXPIRED",
    0xA4: "PIN_LOCKED",
    0xB0: "SESSION_CLOSED",
    0xB1: "SESSION_COUNT",
    0xB3: "SESSION_HANDLE_INVALID",
    0xB5: "SESSION_READ_ONLY",
    0xB6: "SESSION_EXISTS",
    0xB7: "SESSION_READ_ONLY_EXISTS",
    0xB8: "SESSION_READ_WRITE_SO_EXISTS",
    0xD0: "TEMPLATE_INCOMPLETE",
    0xD1: "TEMPLATE_INCONSISTENT",
    0xE0: "TOKEN_NOT_PRESENT",
    0xE1: "TOKEN_NOT_RECOGNIZED",
    0xE2: "TOKEN_WRITE_PROTECTED",
    0x100: "USER_ALREADY_LOGGED_IN",
    0x101: "USER_NOT_LOGGED_IN",
    0x102: "USER_PIN_NOT_INITIALIZED",
    0x103: "USER_TYPE_INVALID",
    0x104: "USER_ANOTHER_ALREADY_LOGGED_IN",
    0x150: "BUFFER_TOO_SMALL",
    0x190: "CRYPTOKI_NOT_INITIALIZED",
    0x191: "CRYPTOKI_ALREADY_INITIALIZED",
    0x1B8: "PIN_TOO_WEAK",
    0x200: "FUNCTION_REJECTED",
}

SO, USER, CONTEXT = 0, 1, 2

#: Token flags, as the names of model.token.TokenFlag.
TOKEN_FLAGS = {
    0x400: "initialised",
    0x4: "login-required",
    0x2: "write-protected",
    0x100: "pin-pad",
    0x8: "user-pin-set",
    0x10000: "user-pin-low",
    0x20000: "user-pin-final",
    0x40000: "user-pin-locked",
    0x80000: "user-pin-must-change",
    0x100000: "so-pin-low",
    0x200000: "so-pin-final",
    0x400000: "so-pin-locked",
    0x800000: "so-pin-must-change",
}

CLASS_DATA, CLASS_CERTIFICATE, CLASS_PUBLIC, CLASS_PRIVATE, CLASS_HARDWARE = 0, 1, 2, 3, 5

A_CLASS, A_TOKEN, A_PRIVATE, A_LABEL, A_APPLICATION, A_VALUE = 0x0, 0x1, 0x2, 0x3, 0x10, 0x11
A_CERTIFICATE_TYPE, A_ISSUER, A_SERIAL, A_SUBJECT = 0x80, 0x81, 0x82, 0x101
A_KEY_TYPE, A_ID, A_SENSITIVE, A_EXTRACTABLE = 0x100, 0x102, 0x103, 0x162
A_ENCRYPT, A_DECRYPT, A_SIGN, A_VERIFY = 0x104, 0x105, 0x108, 0x10A
A_MODULUS, A_MODULUS_BITS, A_EXPONENT, A_PRIVATE_EXPONENT = 0x120, 0x121, 0x122, 0x123
A_PRIME_1, A_PRIME_2, A_EXPONENT_1, A_EXPONENT_2, A_COEFFICIENT = 0x124, 0x125, 0x126, 0x127, 0x128
A_EC_PARAMS, A_EC_POINT = 0x180, 0x181
A_ALWAYS_AUTHENTICATE, A_HARDWARE_TYPE = 0x202, 0x300

CERTIFICATE_X509, KEY_RSA = 0, 0
KEY_KINDS = {0x0: "rsa", 0x3: "ec", 0x1: "dsa", 0x40: "ed25519"}

M_RSA_PKCS, M_RSA_PSS, M_ECDSA = 0x1, 0xD, 0x1041
M_RSA_KEY_PAIR, M_EC_KEY_PAIR = 0x0, 0x1040


class CkError(Exception):
    """A module answered a call with an error."""

    def __init__(self, call: str, rv: int) -> None:
        super().__init__(call, rv)
        self.call = call
        self.rv = rv

    @property
    def meaning(self) -> str:
        """One of our words for it."""
        return MEANING.get(self.rv, "fault")

    @property
    def name(self) -> str:
        """The standard's word for it."""
        return NAMES.get(self.rv, f"0x{self.rv:08x}")


class Failure(Exception):
    """A reason of our own not to go on, with facts."""

    def __init__(self, word: str, **facts: object) -> None:
        super().__init__(word)
        self.word = word
        self.facts = facts
