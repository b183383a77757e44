"""What is said about looking for newer versions, in English."""

LATER = "Check the network and try again later; this version goes on working."
ELSEWHERE = (
    "Try again later; if it stays so, get the newest version from where you got this one, and tell the publisher."
)

WORDS = {
    "update-unreachable": ("The update server does not answer", "There was no answer from {host}.", LATER),
    "update-unreachable.proxy": (
        "The proxy setting cannot be used",
        "The proxy that this computer is set to use is not written as an address, so {host} was not asked.",
        "Write it like http://proxy:8080, in the system's settings or in https_proxy, then try again.",
    ),
    "update-unreachable.tls": (
        "The update server could not be recognised",
        "{host} could not prove who it is, so it was asked for nothing.",
        "Check the date and time of this computer and the network, then try again.",
    ),
    "update-unreachable.status": (
        "The update server has no news",
        "{host} answered, but not with what it was asked for.",
        LATER,
    ),
    "update-unreachable.slow": (
        "The update server is too slow",
        "{host} answered so slowly that the attempt was ended.",
        LATER,
    ),
    "update-unreachable.cut": ("The connection broke off", "{host} ended its answer in the middle.", LATER),
    "update-untrusted": (
        "The update server cannot be trusted now",
        "What it sent ({what}) is not what the publisher signed; nothing of it was used.",
        ELSEWHERE,
    ),
    "update-untrusted.rollback": (
        "The update server sent something old",
        "What it sent ({what}) is older than what this computer has seen before; nothing of it was used.",
        ELSEWHERE,
    ),
    "update-untrusted.expired": (
        "The news is too old",
        "What the update server sent ({what}) was good until {since} and has not been renewed; nothing of it was used.",
        "Check the date and time of this computer; if they are right, try again later.",
    ),
    "update-untrusted.mixed": (
        "The parts of the news do not fit together",
        "What the update server sent ({what}) belongs to another release than the rest; nothing of it was used.",
        ELSEWHERE,
    ),
    "update-untrusted.signature": (
        "The signature of the news is not right",
        "What the update server sent ({what}) is not signed by enough of the publisher's keys; nothing of it was used.",
        ELSEWHERE,
    ),
    "update-untrusted.length": (
        "The update server sent too much or too little",
        "What it sent ({what}) is not as long as the publisher signed; nothing of it was used.",
        ELSEWHERE,
    ),
    "update-untrusted.changed": (
        "The file is not the one that was signed",
        "What the update server sent ({what}) has another content than the publisher signed; it was thrown away.",
        ELSEWHERE,
    ),
    "update-untrusted.garbled": (
        "The news makes no sense",
        "What the update server sent ({what}) cannot be read; nothing of it was used.",
        ELSEWHERE,
    ),
    "update-address-missing": (
        "This build has no update address",
        "This build was made without an update address, so it cannot look for a newer version.",
        "A newer version comes from where you got this one.",
    ),
}
