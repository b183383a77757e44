"""Looks at the readers, once as they are and once with the first one's card kept by somebody; one line of JSON."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from ctypes import byref, c_char_p
from typing import TYPE_CHECKING

from tokenmgr.system.pcsc import SCOPE_SYSTEM, Handle, Word, call, load
from tokenmgr.system.reader_look import ReaderLook, look_at_readers

if TYPE_CHECKING:
    from collections.abc import Iterator

EXCLUSIVE, ANY_PROTOCOL = 1, 3


@contextmanager
def kept(reader: str) -> Iterator[None]:
    library, context, card, protocol = load(), Handle(), Handle(), Word()
    call(library, "SCardEstablishContext", Word(SCOPE_SYSTEM), None, None, byref(context))
    how = (Word(EXCLUSIVE), Word(ANY_PROTOCOL), byref(card), byref(protocol))
    call(library, "SCardConnect", context, c_char_p(reader.encode()), *how)
    try:
        yield
    finally:
        library.SCardReleaseContext(context)


def _plain(look: ReaderLook) -> dict[str, object]:
    return {**look._asdict(), "readers": [each._asdict() for each in look.readers]}


def main(*, keep: bool) -> None:
    looks = [look_at_readers()]
    if keep:
        with kept(looks[0].readers[0].name):
            looks.append(look_at_readers())
    sys.stdout.write(json.dumps([_plain(look) for look in looks]))


if __name__ == "__main__":
    main(keep=len(sys.argv) > 1)
