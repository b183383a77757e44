"""What can go wrong with a browser, as facts: a part of the tree in errors.py.

ComputerError
  BrowserError
    BrowserNotFound(wanted)  no browser's profile answers to that name
    BrowserRunning           it is open, and would not notice
    BrowserSandboxed(way)    it cannot load the computer's libraries; the way that works
    BrowserProfileBroken     its list of modules cannot be read
    BrowserHasModule         the name or the file is in its list already
    BrowserLacksModule       it is not in its list
    BrowserNameRefused(name) it would not be read back as it was meant
"""

from __future__ import annotations

from tokenmgr.model.computer_errors import ComputerError


class BrowserError(ComputerError):
    """About a browser of this computer."""

    code = "browser-error"


class BrowserNotFound(BrowserError):
    """No browser's profile answers to that name, or more than one does."""

    code = "browser-not-found"

    def __init__(self, wanted: str) -> None:
        super().__init__()
        self.wanted = wanted


class BrowserRunning(BrowserError):
    """It is open: it would not notice, and may write the list itself."""

    code = "browser-running"

    def __init__(self, browser: str, profile: str) -> None:
        super().__init__()
        self.browser = browser
        self.profile = profile


class BrowserSandboxed(BrowserError):
    """It cannot load the computer's libraries. `way` is the code of the one that works."""

    code = "browser-sandboxed"

    def __init__(self, browser: str, way: str) -> None:
        super().__init__()
        self.browser = browser
        self.way = way


class BrowserProfileBroken(BrowserError):
    """Its list of modules, or a policy for it, cannot be read."""

    code = "browser-profile-broken"

    def __init__(self, path: str, reason: str = "") -> None:
        super().__init__()
        self.path = path
        self.reason = reason


class BrowserHasModule(BrowserError):
    """The same file under this name, or another file of this name; `library` is empty where the name is NSS' own.

    `profile` is empty where a policy of the computer has it.
    """

    code = "browser-has-module"

    def __init__(self, browser: str, profile: str, name: str, library: str) -> None:
        super().__init__()
        self.browser = browser
        self.profile = profile
        self.name = name
        self.library = library


class BrowserLacksModule(BrowserError):
    """It is not in its list; `profile` is empty where no policy of the computer adds it."""

    code = "browser-lacks-module"

    def __init__(self, browser: str, profile: str, name: str) -> None:
        super().__init__()
        self.browser = browser
        self.profile = profile
        self.name = name


class BrowserNameRefused(BrowserError):
    """A name or a path that the browser would not read back as it was meant."""

    code = "browser-name-refused"

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
