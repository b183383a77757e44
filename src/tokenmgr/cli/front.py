"""The verbs there are, and the options that stand before or after each of them. Read at every start: keep it light."""

from __future__ import annotations

from tokenmgr.cli.grammar import Flag, Group, Option, Repeated, UsageError, said

TYPE_CHECKING = False  # typing costs 5 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tokenmgr.cli.grammar import Verb

#: wording/language.py has them too, but is not read at every start.
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
COMMON = (
    Flag("--json", help="JSON on standard output, errors as objects on standard error."),
    Repeated("--module", key="modules", metavar="PATH", help="Only this PKCS#11 module (repeatable)."),
    Flag("--practice", help="Practice tokens instead of real ones."),
    Option("--token", metavar="SERIAL-OR-LABEL", help="Which token, where several are in."),
    Option("--home", metavar="DIR", help="Keep everything under this folder."),
    Option("--language", choices=LANGUAGES, help="Else as chosen in the settings, else the system's."),
    Flag("--pin-stdin", help="Read PINs as lines from standard input."),
    Flag("--spend-last-try", help="Yes, the last try may be spent. A wrong PIN then locks."),
)
HELP = Flag("-h", "--help", key="help", help="Show this message and exit.")

#: Verb -> (module under tokenmgr.cli.verbs, its verb). Only the one that is wanted is loaded.
VERBS = {
    "overview": ("overview", "overview"),
    "tokens": ("tokens", "tokens"),
    "certs": ("certs", "certs"),
    "cert": ("cert", "cert"),
    "pin": ("pin", "pin"),
    "token": ("token", "token"),
    "key": ("key", "key"),
    "sign": ("sign", "sign"),
    "modules": ("modules", "modules"),
    "module": ("modules", "module"),
    "profiles": ("profiles", "profiles"),
    "profile": ("profiles", "profile"),
    "updates": ("updates", "updates"),
    "practice": ("practice", "practice"),
    "browsers": ("browsers", "browsers"),
    "doctor": ("doctor", "doctor"),
}
#: What is shown where nothing is said.
USUAL = "overview"
#: Verbs that ask no vendor's module, and words that keep the others from it.
WITHOUT_MODULES = frozenset({"module", "profiles", "profile", "updates", "practice"})
AVERTING = frozenset({"--practice", "--version", "-h", "--help"})


class Front(Group):
    """The group of all verbs."""

    def names(self) -> Iterable[str]:
        """All verbs, in the order they are written down."""
        return VERBS

    def find(self, name: str) -> Verb | Group | None:
        """Load one."""
        if name not in VERBS:
            return None
        from importlib import import_module

        module, attribute = VERBS[name]
        found: Verb | Group = getattr(import_module(f"tokenmgr.cli.verbs.{module}"), attribute)
        return found


FRONT = Front(
    "Certificate tokens, and how many PIN tries they have left.",
    Flag("--version", help="Show the version and exit."),
    usual=USUAL,
)


def asks_modules(words: Sequence[str]) -> bool:
    """Whether this command line will ask vendors' modules. A guess, for the verb's own options are not read yet:
    where it is wrong a process was started for nothing.
    """
    try:
        _said, others = said(words, [*FRONT.options, *COMMON, HELP], leading=True)
    except UsageError:
        return False
    verb = others[0] if others else USUAL
    return verb in VERBS and verb not in WITHOUT_MODULES and AVERTING.isdisjoint(words)
