"""JSON in UTF-16, as programs of Windows write it, handed on in UTF-8, which JSON is read in (RFC 8259, section 8.1)."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable
from typing import BinaryIO

from ingest.archive import Member

CHUNK = 1 << 16
# How it begins: with a mark of the byte order or without, blanks, and a bracket.
STARTS = {
    "utf-16-le": re.compile(rb"(?:\xff\xfe)?(?:[ \t\r\n]\x00)*[{\[]\x00"),
    "utf-16-be": re.compile(rb"(?:\xfe\xff)?(?:\x00[ \t\r\n])*\x00[{\[]"),
}
LOOKED_AT = 256  # bytes


def in_utf8(member: Member) -> Member:
    """Return a file of JSON in UTF-16 in UTF-8; every other file as it is."""
    with member.open() as stream:
        head = stream.read(LOOKED_AT)
    encoding = next((name for name, begins in STARTS.items() if begins.match(head)), "")
    return Member(member.name, _recoded(member.open, encoding)) if encoding else member


def _recoded(opened: Callable[[], BinaryIO], encoding: str) -> Callable[[], BinaryIO]:
    return lambda: io.BufferedReader(_Recoded(opened(), encoding), CHUNK)


class _Recoded(io.RawIOBase):
    """A stream in UTF-8 of one in another encoding; what is not of that becomes bytes that are not UTF-8, so that it is told."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        super().__init__()
        self.stream, self.held = stream, b""
        self.decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
        self.begun = self.ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self.held and not self.ended:
            self.held = self._next()
        block, self.held = self.held[: len(buffer)], self.held[len(buffer) :]
        buffer[: len(block)] = block
        return len(block)

    def _next(self) -> bytes:
        block = self.stream.read(CHUNK)
        self.ended = not block
        try:
            said = self.decoder.decode(block, final=self.ended)
        except UnicodeDecodeError:
            return b"\xff"
        if said and not self.begun:
            self.begun, said = True, said.removeprefix("\ufeff")
        return said.encode("utf-8", "surrogatepass")

    def close(self) -> None:
        self.stream.close()
        super().close()
