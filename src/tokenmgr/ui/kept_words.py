"""What each kind of kept data is called, what it is for, and what follows when it is deleted."""

from __future__ import annotations

from typing import NamedTuple

from tokenmgr.ui.words import translate


class KeptWords(NamedTuple):
    """`then`: empty where it cannot be deleted by hand."""

    title: str
    what: str
    then: str


def kept_words(key: str) -> KeptWords:
    """The words for one kind."""
    return (_of_tokens() | _of_the_program())[key]


def _of_tokens() -> dict[str, KeptWords]:
    return {
        "aliases": KeptWords(
            translate("Privacy", "Your names for tokens"),
            translate("Privacy", "What you call them, by serial number"),
            translate("Privacy", "Tokens are called again as they call themselves."),
        ),
        "known": KeptWords(
            translate("Privacy", "Tokens seen before"),
            translate("Privacy", "Serial numbers, labels and certificates, shown at once at the next start"),
            translate("Privacy", "Tokens that are not plugged in are not shown any more."),
        ),
        "history": KeptWords(
            translate("Privacy", "History"),
            translate("Privacy", "What was done to which token, and when; never a PIN"),
            translate("Privacy", "One line stays: that the history was cleared."),
        ),
        "ledger": KeptWords(
            translate("Privacy", "Count of tries"),
            translate("Privacy", "Right and wrong PINs by token, as a protection against locking"),
            translate(
                "Privacy",
                "Misses so far are forgotten. Tokens that report no count may then show more tries than they have.",
            ),
        ),
        "practice": KeptWords(
            translate("Privacy", "Practice tokens"),
            translate("Privacy", "Their invented keys, certificates and PINs"),
            translate("Privacy", "They are made anew when you practise again."),
        ),
        "waiting": KeptWords(
            translate("Privacy", "Unlocking under way"),
            translate("Privacy", "Which token waits for an administrator's response; it goes by itself"),
            "",
        ),
    }


def _of_the_program() -> dict[str, KeptWords]:
    return {
        "settings": KeptWords(
            translate("Privacy", "Settings"),
            translate("Privacy", "Your choices on these pages, and where the window was"),
            translate("Privacy", "Every choice is as it was at first."),
        ),
        "modules": KeptWords(
            translate("Privacy", "Modules you agreed to"),
            translate("Privacy", "Paths and checksums of vendors' files"),
            translate("Privacy", "From the next start on you are asked again before they are loaded."),
        ),
        "notices": KeptWords(
            translate("Privacy", "Notifications given"),
            translate("Privacy", "So that none comes twice"),
            translate("Privacy", "Some may come once more."),
        ),
        "log": KeptWords(
            translate("Privacy", "Log"),
            translate("Privacy", "Codes of what this program did, where you turned it on"),
            translate("Privacy", "Nothing else changes."),
        ),
        "updates": KeptWords(
            translate("Privacy", "News of newer versions"),
            translate("Privacy", "What was heard last, and the publisher's signatures"),
            translate("Privacy", "Older signatures of the publisher are believed again until the next look."),
        ),
        "changes": KeptWords(
            translate("Privacy", "Changes on this computer"),
            translate("Privacy", "Files as they were before, so that each change can be taken back"),
            "",
        ),
        "issuers": KeptWords(
            translate("Privacy", "Issuers you added"),
            translate("Privacy", "Files of yours with the rules of other issuers"),
            translate("Privacy", "Their tokens are no longer recognised as theirs."),
        ),
    }
