"""A program that watches readers and prints a line for each change, with the time it was noticed.

The system's PC/SC library takes its service's address from the environment once in a process, so a watch on a reader
service of a test's own needs a process of its own: `python -m tests.system.watching readers|watch|stops`.
"""

from __future__ import annotations

import json
import sys
import threading
import time

from tokenmgr.session.watch import Watch
from tokenmgr.system import pcsc, readers
from tokenmgr.system.pcsc import PcscError
from tokenmgr.system.readers import ReaderWatch

PATIENCE = 10.0


def say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def watch_readers() -> None:
    """Until a line is read, then stop the wait from the main thread and say what it answered."""
    watch = ReaderWatch()
    ended = threading.Event()

    def wait() -> None:
        try:
            while watch.wait():
                say(changed=time.monotonic())
            say(ended=False)
        except PcscError as error:
            say(failed=error.call)
        ended.set()

    thread = threading.Thread(target=wait)
    thread.start()
    say(thread=thread.native_id)
    sys.stdin.readline()
    watch.stop()
    say(stopped=ended.wait(PATIENCE))
    watch.close()


def watch_all() -> None:
    """The whole watch over readers, until a line is read."""
    watch = Watch((ReaderWatch,))

    def stop() -> None:
        sys.stdin.readline()
        watch.stop()

    threading.Thread(target=stop, daemon=True).start()
    while watch.wait():
        say(changed=time.monotonic(), threads=threading.active_count())
    say(ended=True)


def stop_at(pause: float) -> bool:
    """Stop a wait so long after it was begun; whether it ended."""
    watch = ReaderWatch()
    thread = threading.Thread(target=watch.wait, daemon=True)
    thread.start()
    time.sleep(pause)
    watch.stop()
    thread.join(PATIENCE)
    return not thread.is_alive()


def stop_just_before() -> bool:
    """The flag was looked at, the wait has not begun: there is nothing to cancel yet."""
    watch = ReaderWatch()
    reached, go_on = threading.Event(), threading.Event()

    def held_up(library: object, name: str, *arguments: object) -> None:
        if name == "SCardGetStatusChange":
            reached.set()
            go_on.wait(PATIENCE)
        pcsc.call(library, name, *arguments)  # type: ignore[arg-type]

    vars(readers)["call"] = held_up
    thread = threading.Thread(target=watch.wait, daemon=True)
    thread.start()
    reached.wait(PATIENCE)
    stopping = threading.Thread(target=watch.stop)
    stopping.start()
    stopping.join(0.1)
    go_on.set()
    thread.join(PATIENCE)
    return not thread.is_alive()


def stops() -> None:
    for pause in (0.0, 0.0002, 0.001, 0.005, 0.02) * 4:
        say(stopped=stop_at(pause))
    say(stopped=stop_just_before())


if __name__ == "__main__":
    {"readers": watch_readers, "watch": watch_all, "stops": stops}[sys.argv[1]]()
