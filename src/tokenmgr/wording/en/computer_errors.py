"""What is said about the computer around a token, in English."""

WORDS = {
    "computer-error": (
        "Something on this computer stands in the way",
        "The operation was not carried out.",
        "Check again with the doctor, then try once more.",
    ),
    "changed-since": (
        "It has been changed meanwhile",
        "Another program has changed “{path}” since; it was left as it is.",
        "Look at it, then check again; what is there now was not made by this program.",
    ),
    "change-unknown": (
        "No such change",
        "No change with the number {number} is recorded.",
        "List the changes, then say the number of one that is there.",
    ),
    "step-refused": (
        "The system did not allow it",
        "The step “{step}” could not be carried out: {reason}.",
        "Ask an administrator to do it, or do it by hand as the doctor says.",
    ),
    "repair-unknown": (
        "Nothing to repair there",
        "No repair called {repair} is offered now.",
        "Check again, then choose one of the repairs that are offered.",
    ),
}
