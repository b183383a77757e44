"""What may be said on the command line: options, arguments, verbs, groups of verbs; and how it is read.

Our own, because a library for it costs 10 to 24 ms at every start, as long as a whole card takes to list.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing costs 5 ms, and this starts with every command
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    Serve = Callable[..., int | None]


class UsageError(Exception):
    """What was said does not fit the grammar; the message is for a person."""

    exit_code = 2


class Option:
    """`--name VALUE`. What was said reaches the verb as `key`."""

    flag = False

    def __init__(
        self,
        *names: str,
        key: str = "",
        choices: Iterable[str] = (),
        required: bool = False,
        default: Any = None,
        read: Callable[[str], Any] = str,
        metavar: str = "TEXT",
        help: str = "",  # noqa: A002 - what everybody calls it
    ) -> None:
        self.names = names
        self.key = key or names[0].lstrip("-").replace("-", "_")
        self.choices = tuple(choices)
        self.required = required
        self.default = default
        self.read = read
        self.metavar = f"[{'|'.join(self.choices)}]" if self.choices else metavar
        self.help = help

    def noted(self, _before: Any, text: str) -> Any:
        """What was typed as what is meant; the last one counts."""
        if self.choices and text not in self.choices:
            every = ", ".join(map(repr, self.choices))
            raise UsageError(f"Invalid value for '{self.names[0]}': {text!r} is not one of {every}.")
        return self.read(text)


class Repeated(Option):
    """One that may be said again and again."""

    def noted(self, before: Any, text: str) -> Any:
        """Each one counts."""
        return (*(before or ()), text)


class Flag(Option):
    """One without a value."""

    flag = True

    def noted(self, _before: Any, _text: str) -> Any:
        """It was said."""
        return True


class Argument:
    """A word with its place."""

    def __init__(self, key: str, *, required: bool = True, read: Callable[[str], Any] = str) -> None:
        self.key = key
        self.required = required
        self.read = read
        self.metavar = key.upper() if required else f"[{key.upper()}]"


class Verb:
    """Something that can be done, and what it takes."""

    def __init__(
        self, function: Callable[..., int | None], taken: Sequence[Option | Argument], *, hidden: bool
    ) -> None:
        self.function = function
        self.name = function.__name__.rstrip("_")
        self.help = function.__doc__ or ""
        self.options = [each for each in taken if isinstance(each, Option)]
        self.arguments = [each for each in taken if isinstance(each, Argument)]
        self.hidden = hidden

    def placed(self, words: Sequence[str]) -> dict[str, Any]:
        """The words that are no options, by name."""
        if len(words) > len(self.arguments):
            extra = words[len(self.arguments) :]
            raise UsageError(f"Got unexpected extra argument{'s' * (len(extra) > 1)} ({' '.join(extra)})")
        found = {each.key: each.read(word) for each, word in zip(self.arguments, words, strict=False)}
        for each in self.arguments[len(words) :]:
            if each.required:
                raise UsageError(f"Missing argument '{each.metavar}'.")
            found[each.key] = ""
        return found


class Group:
    """Verbs with a word before them. `find` may load them only when they are wanted."""

    def __init__(self, help: str, *options: Option, usual: str = "") -> None:  # noqa: A002 - what everybody calls it
        self.help = help
        self.options = list(options)
        #: The verb that is meant where none is said; without one, help is shown.
        self.usual = usual
        self._verbs: dict[str, Verb] = {}

    def names(self) -> Iterable[str]:
        """Every verb's name, in the order in which help shows them."""
        return sorted(self._verbs)

    def find(self, name: str) -> Verb | Group | None:
        """A verb by its name."""
        return self._verbs.get(name)

    def verb(self, *taken: Option | Argument, hidden: bool = False) -> Callable[[Serve], Serve]:
        """Make a function a verb of this group."""

        def add(function: Serve) -> Serve:
            found = Verb(function, taken, hidden=hidden)
            self._verbs[found.name] = found
            return function

        return add


def verb(*taken: Option | Argument) -> Callable[[Serve], Verb]:
    """Make a function a verb of its own."""
    return lambda function: Verb(function, taken, hidden=False)


def said(words: Sequence[str], options: Iterable[Option], *, leading: bool) -> tuple[dict[str, Any], list[str]]:
    """What the options say, and the other words. With `leading` only what comes before the first other word."""
    known = {name: option for option in options for name in option.names}
    found: dict[str, Any] = {}
    others: list[str] = []
    ahead = iter(words)
    for word in ahead:
        if word == "--":
            break
        if word.startswith("-") and word != "-":
            option, text = _option(word, ahead, known)
            found[option.key] = option.noted(found.get(option.key), text)
        else:
            others.append(word)
            if leading:
                break
    return found, [*others, *ahead]


def _option(word: str, ahead: Iterator[str], known: Mapping[str, Option]) -> tuple[Option, str]:
    """An option and its value, in the same word (--out=FILE, -oFILE) or in the next."""
    long = word.startswith("--")
    name, joined, text = word.partition("=") if long else (word[:2], word[2:], word[2:])
    option = known.get(name)
    if option is None:
        raise UsageError(f"No such option: {name}{_suggested(name, known)}")
    if option.flag:
        if joined:
            raise UsageError(f"Option '{name}' does not take a value.")
        return option, ""
    if joined:
        return option, text
    try:
        return option, next(ahead)
    except StopIteration:
        raise UsageError(f"Option '{name}' requires an argument.") from None


def _suggested(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # only where somebody mistyped

    close = get_close_matches(name, known, 1)
    return f" Did you mean {close[0]}?" if close else ""


def completed(found: dict[str, Any], options: Iterable[Option]) -> dict[str, Any]:
    """With the defaults of what was not said."""
    for option in options:
        if option.required and option.key not in found:
            raise UsageError(f"Missing option '{option.names[0]}'.")
    return {option.key: found.get(option.key, option.default) for option in options}
