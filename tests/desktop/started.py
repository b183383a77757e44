"""The running program, as a person at the desktop meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.beds.desktop import Desktop, until

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "^tokenmgr$"


@dataclass
class Started:
    """Starts at once; `end` stops whatever still runs."""

    desk: Desktop
    command: tuple[str, ...]
    home: Path
    env: dict[str, str] = field(default_factory=dict)
    #: A row of the menu that is there when the program has settled in.
    first: str = "全部锁定"
    process: subprocess.Popen[bytes] = field(init=False)

    def __post_init__(self) -> None:
        before = list(self.desk.parts("items"))
        self.process = self.desk.start(self.command, **self.env)
        try:
            until(lambda: self.desk.parts("items") not in ([], before), "an icon")
            until(lambda: self.item(self.first), "the menu")
        except TimeoutError as error:
            error.add_note(f"ended with {self.process.poll()}\n{self.desk.said}")
            raise

    def end(self) -> None:
        self.desk.stop(self.process)

    @property
    def windows(self) -> list[str]:
        return self.desk.windows(TITLE)

    @property
    def in_front(self) -> bool:
        """Whether keys go to its window."""
        return self.desk.in_front() in self.windows

    def item(self, *path: str) -> dict[str, Any] | None:
        """A row of the tray's menu, by how it begins."""
        rows = self.desk.parts("menu")
        found: dict[str, Any] | None = None
        for text in path:
            found = next((each for each in rows if each["label"].startswith(text)), None)
            rows = found["children"] if found else []
        return found

    def choose(self, *path: str) -> None:
        found = until(lambda: self.item(*path), f"{path} in the menu")
        self.desk.parts("press", number=found["id"])

    def tool_tip(self) -> str:
        said: str = self.desk.parts("item")["ToolTip"][2]
        return said

    def again(self, *words: str) -> int:
        """A second start; what it ends with."""
        return self.desk.start((*self.command, *words)).wait(20)

    def plug(self, *words: str) -> None:
        """By the command line, on the same tokens: tokenmgr practice WORDS."""
        command = (sys.executable, "-c", "import sys; from tokenmgr.app import command_line; sys.exit(command_line())")
        subprocess.run((*command, "--home", str(self.home), "practice", *words), check=True, capture_output=True)

    def settings(self) -> dict[str, Any]:
        """What it has kept."""
        found: dict[str, Any] = json.loads((self.home / "settings.json").read_text(encoding="utf-8"))
        return found
