"""What is said about errors, in English."""

from tokenmgr.wording.en.browser_errors import WORDS as BROWSERS
from tokenmgr.wording.en.computer_errors import WORDS as COMPUTER
from tokenmgr.wording.en.module_errors import WORDS as MODULES
from tokenmgr.wording.en.update_errors import WORDS as UPDATES

WORDS = {
    **BROWSERS,
    **COMPUTER,
    **MODULES,
    **UPDATES,
    "token-error": (
        "The operation did not finish",
        "Something unforeseen happened, and the operation was stopped.",
        "Unplug the token, plug it in again and start once more; if it happens again, ask technical support.",
    ),
    # PINs
    "pin-error": (
        "There is a problem with the {kind}",
        "The token{token} did not finish an operation with the {kind}.",
        "Look at the PIN status first, then decide whether to try again.",
    ),
    "wrong-pin": (
        "Wrong {kind}",
        "The token{token} checked the {kind} and did not accept it; this counts as one miss. Now: {tries}.",
        "Check upper and lower case and the input method before typing it again; if you are not sure, wait.",
    ),
    "wrong-pin.last-exact": (
        "Wrong {kind}, one try left",
        "The token{token} checked the {kind} and did not accept it. Now: {tries}; another miss locks it.",
        "Stop here and make sure of the PIN before typing it again; if you are not sure, ask your issuer first.",
    ),
    "wrong-pin.last-at_most": (
        "Wrong {kind}, perhaps one try left",
        "The token{token} checked the {kind} and did not accept it. Now: {tries}; another miss will probably lock it.",
        "Stop here and make sure of the PIN before typing it again; if you are not sure, ask your issuer first.",
    ),
    "wrong-pin.none-exact": (
        "Wrong {kind}, now locked",
        "The token{token} checked the {kind} and did not accept it. Now: {tries}.",
        "Do not type it again; ask your issuer how to unlock it.",
    ),
    "wrong-pin.none-at_most": (
        "Wrong {kind}, perhaps no try left",
        "The token{token} checked the {kind} and did not accept it. Now: {tries}.",
        "Do not type it again; look at the PIN status first, and if it is locked, ask your issuer.",
    ),
    "pin-locked": (
        "The {kind} is locked",
        "No try is left: the token{token} no longer accepts the {kind}.",
        "Do not type it again; ask your issuer how to unlock it.",
    ),
    "pin-locked.so": (
        "The {kind} is locked",
        "No try is left: the token{token} no longer accepts the {kind}; the token password (PIN) is not affected.",
        "Do not type it again. A locked {kind} can rarely be restored; ask your issuer.",
    ),
    "pin-locked.puk": (
        "The {kind} is locked",
        (
            "No try is left: the token{token} no longer accepts the {kind}, so it can no longer unlock the token "
            "password (PIN)."
        ),
        "Do not type it again; ask your issuer whether there is another way to unlock the token.",
    ),
    "pin-refused": (
        "The {kind} was not sent to the token",
        "The {kind} as typed does not meet the demand: {rule}.",
        "Type it again as demanded.",
    ),
    "pin-refused.empty": (
        "The {kind} was not sent to the token",
        "No {kind} was typed.",
        "Type the {kind}, then confirm.",
    ),
    "pin-refused.full-width": (
        "The {kind} was not sent to the token",
        "The {kind} as typed holds full-width or Chinese characters, probably from an input method.",
        "Switch to English (half-width) input and type it again.",
    ),
    "pin-refused.blank-at-edge": (
        "The {kind} was not sent to the token",
        "The {kind} as typed begins or ends with a blank, perhaps from pasting.",
        "Type it again without the blank.",
    ),
    "pin-refused.control-character": (
        "The {kind} was not sent to the token",
        "The {kind} as typed holds a character that cannot be seen, perhaps from pasting.",
        "Do not paste it; type it again key by key.",
    ),
    "pin-refused.refused-before": (
        "The {kind} was not sent to the token",
        "The {kind} is the same that the token has just refused; sending it again would only waste a try.",
        "Check upper and lower case and the input method, or type another one; if you cannot remember it, wait.",
    ),
    "pin-refused.kept-no-more": (
        "The {kind} was not sent to the token",
        "Since the {kind} was typed here, another window or command has changed it, or a wrong one was typed there.",
        "Type the {kind} again.",
    ),
    "pin-refused.token-rules": (
        "The PIN does not follow the token's rules",
        (
            "The token{token} did not accept the PIN because its length or characters break the token's own rules. "
            "This is no miss; no try was used."
        ),
        "Choose a PIN whose length and characters follow the rules; the token information lists them.",
    ),
    "pin-refused.new-differs": (
        "The {kind} was not sent to the token",
        "The {kind} was typed twice, and the two differ.",
        "Type it again, twice the same.",
    ),
    "pin-refused.same-as-old": (
        "The {kind} was not sent to the token",
        "The {kind} is the same as the present one.",
        "Choose one that differs from the present one.",
    ),
    "pin-must-change": (
        "The {kind} has to be changed first",
        "The token{token} does nothing else until the {kind} is changed.",
        "Change the {kind}, then start the operation again.",
    ),
    "pin-not-set": (
        "The {kind} is not set yet",
        "The token{token} has no {kind} yet.",
        "Have it set by your issuer or by whoever looks after tokens where you work.",
    ),
    "last-try": (
        "Only the last try is left",
        (
            "On the token{token} the {kind} has {tries}, and a miss locks it; nobody clearly agreed, so the operation "
            "was stopped."
        ),
        (
            "Make sure of the PIN, then start again and agree clearly to use this try; if you are not sure, ask your "
            "issuer first."
        ),
    ),
    "last-try.last-at_most": (
        "Perhaps only the last try is left",
        (
            "On the token{token} the {kind} has {tries}, and a miss will probably lock it; nobody clearly agreed, so "
            "the operation was stopped."
        ),
        (
            "Make sure of the PIN, then start again and agree clearly to use this try; if you are not sure, ask your "
            "issuer first."
        ),
    ),
    "last-try.none-at_most": (
        "Perhaps no try is left",
        (
            "On the token{token} the {kind} has {tries}, but the token does not report a lock; nobody clearly agreed, "
            "so the operation was stopped."
        ),
        "Look at the PIN status first; if you are not sure, ask your issuer.",
    ),
    # The token is not there
    "unreachable": (
        "The token cannot be used now",
        "The program could not reach the token.",
        "Plug the token in again, wait a few seconds and try once more.",
    ),
    "token-not-found": (
        "No token found",
        "No token was seen on this computer.",
        (
            "Plug the token in, wait a few seconds and try again; if it is still not found, check whether the vendor's "
            "driver is installed."
        ),
    ),
    "token-not-found.named": (
        "This token was not found",
        "No token that is plugged in answers to “{wanted}”.",
        "Check the name or serial number, or list all tokens and choose from them.",
    ),
    "token-ambiguous": (
        "There is more than one token",
        "More than one token is plugged in; their serial numbers: {serials}.",
        "Say which one by its whole serial number, or leave only one plugged in.",
    ),
    "token-ambiguous.named": (
        "More than one token fits",
        "More than one token answers to “{wanted}”; their serial numbers: {serials}.",
        "Say which one by its whole serial number, or leave only one plugged in.",
    ),
    "token-gone": (
        "The token was pulled out",
        "The token{token} was pulled out or lost its connection to the computer.",
        "Plug it in again, wait a few seconds and try once more.",
    ),
    "token-swapped": (
        "Another token is plugged in",
        "The token{token} is gone, and another one{found} is in its place.",
        "Plug the first token in again, or start anew with the one that is there now.",
    ),
    "token-twins": (
        "Two tokens call themselves the same",
        (
            "Two tokens with the same name and number{token} are plugged in. Which one is meant cannot be told, "
            "so neither was given anything."
        ),
        "Unplug one of them, then try again.",
    ),
    "service-down": (
        "A system service is not running",
        "Tokens need the system service {service}, which is not running.",
        "Restart the computer; if it happens again, ask the administrator to start the service.",
    ),
    "service-down.pcscd": (
        "The smart card service is not running",
        "Tokens need the smart card service {service}, which is not running.",
        "Restart the computer, or ask the administrator to install and start {service}.",
    ),
    # What cannot be granted
    "refused": (
        "This operation is not possible",
        "The operation was not done, and nothing on the token has changed.",
        "Look at the token information to see what the token can do.",
    ),
    "not-supported": (
        "This token cannot do that",
        "This token does not support: {what}.",
        "Look at what the token information lists as possible, or ask your issuer.",
    ),
    "not-supported.browser-policy": (
        "No Firefox for all users was found",
        "Firefox reads policies from beside its program, and is not installed for all users here. Nothing was changed.",
        "Install Firefox for all users and try again, or register the module for each user in Settings, Browsers.",
    ),
    "not-supported.no-challenge": (
        "No challenge is waiting",
        "The token is not waiting for a response; nothing was sent to it.",
        "Get a challenge first (pin challenge) and ask the administrator for the response to it.",
    ),
    "not-supported.response": (
        "The response was not accepted",
        "The token did not accept the administrator's response; the token password (PIN) is unchanged.",
        "Get a new challenge and ask the administrator for a new response; do nothing else with the token meanwhile.",
    ),
    "not-supported.label-too-long": (
        "The label is too long",
        "There is no room for such a long label on the token.",
        "Choose a shorter one: at most 32 English letters or 10 Chinese characters.",
    ),
    "not-supported.second-key-with-this-id": (
        "The id is taken",
        "There is a key with this id on the token already; nothing was written.",
        "Choose another id, or delete the old key first.",
    ),
    "login-needed": (
        "The token is closed",
        "The token{token} wants its token password (PIN) before it goes on; perhaps another program closed it.",
        "Open the token with its token password (PIN), then start the operation again.",
    ),
    "token-full": (
        "The token is full",
        "There is no room left on the token{token}; nothing new was written.",
        "Export and delete certificates you no longer need, then try again.",
    ),
    "token-busy": (
        "The token is waiting for a response",
        (
            "The token{token} is waiting for the administrator's response; anything else would make the challenge "
            "worthless, so it was not done."
        ),
        "Enter the response to finish unlocking, or give up unlocking first.",
    ),
    "key-missing": (
        "No private key found",
        "The private key that is needed is not on the token.",
        "Make sure that the right token is plugged in; if the certificate was imported, import its private key too.",
    ),
    "key-missing.named": (
        "No private key found",
        "There is no private key for “{wanted}” on the token.",
        "Make sure that the right token is plugged in, or choose a certificate that has a private key.",
    ),
    "object-missing": (
        "It is not clear which certificate",
        "No certificate or object on the token fits, or more than one does.",
        "List the certificates, then say which one by its id or fingerprint.",
    ),
    "object-missing.named": (
        "No such certificate or object",
        "Nothing on the token answers to “{wanted}”, or more than one does.",
        "List the certificates, then say which one by its id or fingerprint.",
    ),
    "mechanism-refused": (
        "The key does not work that way",
        "The token cannot do this with the key: {what}.",
        "Choose a certificate made for this use, or another way of signing.",
    ),
    "self-test-failed": (
        "The self-test did not pass",
        "The token answered, but the result is not right; step: {step}.",
        "Unplug the token, plug it in and test again; if it fails again, do not rely on it and ask your issuer.",
    ),
    "self-test-failed.other-key": (
        "The signature is not right",
        "The token signed, but not with the key of the certificate that was chosen. The signature was thrown away.",
        "Choose another certificate of the token; if none works, ask your issuer or the vendor of its driver.",
    ),
    "file-unreadable": (
        "The file cannot be used",
        "The file “{path}” cannot be used: {reason}.",
        "Check the path and the access rights, then try again.",
    ),
    "file-unreadable.choices": (
        "Your choices could not be saved",
        "What you chose holds until this program ends, but it could not be written to the disk.",
        "Check that the disk has room and may be written to, then choose once more.",
    ),
    "file-unreadable.damaged": (
        "The file is damaged",
        "The content of “{path}” is incomplete or was changed; it was not used.",
        "Restore the file from a backup, or delete it and start anew.",
    ),
    "file-unreadable.newer-version": (
        "The file comes from a newer version",
        "The file “{path}” was written by a newer version of this program.",
        "Update this program.",
    ),
    "file-unreadable.no-certificate": (
        "There is no usable certificate in the file",
        "No whole certificate could be read from “{path}”.",
        "Choose a certificate file (PEM, DER or PKCS#12), then try again.",
    ),
    "file-unreadable.kind-of-key": (
        "The key in the file is of an unknown kind",
        "“{path}” holds a key of a kind that this program cannot put on a token, such as SM2. Nothing was written.",
        "Put it on the token with the program of the issuer or of the token's vendor.",
    ),
    "file-unreadable.no-certificate-of-its-key": (
        "No certificate in the file belongs to its key",
        "“{path}” holds a private key, but only certificates of other keys. Nothing was written.",
        "Have the file made anew, with the key's own certificate in it, then try again.",
    ),
    "file-unreadable.password": (
        "The file could not be opened",
        (
            "The password of “{path}” is wrong, or it is no PKCS#12 file. This is the file's own password: no try of "
            "the token was used."
        ),
        "Check the password of the file and try again.",
    ),
    "file-unreadable.pem": (
        "The content of the file is wrong",
        "The file claims to hold a certificate, but its content is incomplete or was changed; it was not used.",
        "Ask whoever gave you the file for a new copy.",
    ),
    "file-unreadable.response": (
        "The response is not written right",
        (
            "A response holds only the digits 0 to 9 and the letters A to F; what was typed does not, and was not sent "
            "to the token."
        ),
        "Check the response with the administrator, then get a new challenge and try again.",
    ),
    "file-unreadable.same-file": (
        "The result would replace the file itself",
        "“{path}” is the very file that is to be signed. Nothing was signed, and the file is as it was.",
        "Give the signature another name, such as the file's own name with .sig after it.",
    ),
    "file-unreadable.subject": (
        "The subject name is not written right",
        "“{path}” cannot be the subject name of a certificate.",
        "Write it like this: CN=Name,O=Organisation,C=CN.",
    ),
    "ledger-unwritable": (
        "The try could not be recorded",
        (
            "Every try is recorded before it is made, but the record could not be written ({reason}), so the operation "
            "was stopped."
        ),
        "Check for free disk space and for write access to the data folder, then try again.",
    ),
    "profile-broken": (
        "A data file is wrong",
        "In the file “{path}” the entry {key} is wrong: {reason}.",
        "Correct this entry; if the file came with this program, reinstall the program.",
    ),
    "profile-broken.whole": (
        "A data file is wrong",
        "The file “{path}” is wrong: {reason}.",
        "Correct the file; if it came with this program, reinstall the program.",
    ),
    "cancelled": (
        "Cancelled",
        "The operation was cancelled as you wished.",
        "Start it again whenever you like.",
    ),
}
