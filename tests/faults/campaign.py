"""Every fault, in every function a story calls, at every one of its calls: `python -m tests.faults.campaign`.

Takes a quarter of an hour or more; prints what it tried, and every promise that was broken.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tests.beds import shim as shim_bed
from tests.faults.runs import ACTIONS, FUNCTIONS, LIES, Ground
from tests.faults.scenarios import STORIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.faults.runs import Outcome


def outcomes(ground: Ground, stories: list[str]) -> Iterator[Outcome]:
    """The whole matrix of these stories."""
    for story in stories:
        called = ground.calls(story)
        for function in FUNCTIONS:
            for action in ACTIONS if called[function] else ():
                yield from at_every_call(ground, story, function, action)
        for action in ("segv", "abort", "exit", "hang"):
            yield ground.fault(story, "load", action, 1)
        for lie in LIES:
            yield ground.run(story, lie, lie=lie)


def at_every_call(ground: Ground, story: str, function: str, action: str) -> Iterator[Outcome]:
    """The first call, the second, until the story is over before the fault is met."""
    nth = 0
    while True:
        nth += 1
        outcome = ground.fault(story, function, action, nth)
        if not outcome.met:
            return
        yield outcome


def told(*lines: str) -> None:
    """To whoever waits for it."""
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def main() -> int:
    """Run, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", nargs="*", default=list(STORIES), help=f"some of: {' '.join(STORIES)}")
    stories = parser.parse_args().stories
    began = time.monotonic()
    tried = requests = lost = typed = 0
    errors: Counter[str] = Counter()
    broken: list[str] = []
    with tempfile.TemporaryDirectory(prefix="fault-campaign-") as folder:
        shim_bed.build(Path(folder))
        for outcome in outcomes(Ground(Path(folder)), stories):
            tried += 1
            requests += outcome.requests
            lost += outcome.lost
            typed += outcome.typed_wrong
            errors += outcome.errors
            broken += outcome.broken
            told(*outcome.broken)
    late, lost_more = (sum(how in line for line in broken) for how in (" late", " tries lost"))
    told(
        f"faults tried             {tried} in {time.monotonic() - began:.0f} s ({', '.join(stories)})",
        f"requests                 {requests}, answered in time: {requests - late}",
        f"tries lost               {lost}, wrong PINs typed: {typed}",
        f"lost beyond those typed  {lost_more}",
        f"errors                   {dict(errors.most_common())}",
        f"promises broken          {len(broken)}",
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
