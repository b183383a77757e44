"""Processes that stand where a module's would, and do on the wire what a test wants to see."""

from __future__ import annotations

import os
import sys

from tokenmgr.providers.pkcs11.host import Host
from tokenmgr.providers.pkcs11.launch import import_folders

#: Answers "load" as a sound process does. `say(kind, body)` answers the request at hand, `raw` writes anything.
PUPPET = """
import os, sys, time
sys.path[1:1] = sys.argv[1:]
from tokenmgr.providers.pkcs11 import wire
frames, number = wire.Frames(), 0
def raw(data):
    wire.write_all(1, data)
def say(kind, body, other=None):
    raw(wire.pack([number if other is None else other, kind, body]))
def next_request():
    global number
    number, verb, fields = wire.unpack_request(wire.read_frame(lambda: os.read(0, 65536), frames))
    return verb
def serve(act):
    try:
        while True:
            verb = next_request()
            if verb == "load":
                say("done", {"description": "puppet", "version": "1.0", "microseconds": 1})
            else:
                act(verb)
    except wire.WireClosed:
        pass
"""


def puppet(act: str, patience: float = 0.02) -> Host:
    """A host over a process that serves requests with these lines of code: `verb` is what is asked."""
    lines = "\n".join(f"    {line}" for line in act.splitlines())
    return bare(f"{PUPPET}\ndef act(verb):\n{lines}\nserve(act)\n", patience)


def bare(code: str, patience: float = 0.02) -> Host:
    """A host over any program."""
    command = [sys.executable, "-I", "-S", "-c", code, *import_folders()]
    return Host("/modules/puppet.so", command, env=os.environ, patience=patience)
