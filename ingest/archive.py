"""The files of a delivery: one file, a gzip, a tar, or a zip with zips in it, under limits that hold before reading.

What a file is says its first bytes, never its name. Nothing is unpacked to disk under a delivered name.
"""

from __future__ import annotations

import gzip
import io
import lzma
import re
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import IO, BinaryIO, cast

from ingest import faults
from ingest.shown import shown

MIB = 1 << 20
GZIP, ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")
HEAD = 512  # bytes: a tar is told by its first block
# What is packed in a way that is not opened; the words say what to do.
OTHER_PACKINGS = {
    b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz", b"7z\xbc\xaf\x27\x1c": "7-Zip", b"Rar!\x1a\x07": "RAR", b"\x28\xb5\x2f\xfd": "Zstandard",
}  # fmt: skip
OFFICE_DOCUMENT = "[Content_Types].xml"  # a zip that holds this is one spreadsheet or text document, not an archive
HEADERS = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)
# Files that archiving programs add by themselves; they hold nothing of the office's.
JUNK = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    tarfile.TarError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class BadArchive(ValueError):  # noqa: N818 - named for what it is
    """A delivery that cannot be opened safely; the sentence names the file and the limit."""


class TooMuch(BadArchive):
    """A delivery that is too large as a whole: not only one of its files is refused."""


class Cut(BadArchive):
    """A file whose bytes are damaged or end early."""


@dataclass(frozen=True)
class Limits:
    """How much a delivery may unpack to. Sizes in bytes; `ratio` counts only beyond `ratio_from` expanded bytes."""

    members: int = 200_000
    member_bytes: int = 4096 * MIB
    total_bytes: int = 65_536 * MIB
    ratio: int = 200
    ratio_from: int = 64 * MIB
    depth: int = 3
    name_length: int = 255


@dataclass(frozen=True)
class Member:
    """A file of a delivery. Open it before asking for the next one: an archive is closed once it has been gone through.

    `open` gives a binary stream from the start, which raises BadArchive when the bytes are damaged or too many.
    """

    name: str
    open: Callable[[], BinaryIO]


def members(path: Path, name: str = "", limits: Limits | None = None) -> Iterator[Member]:
    """Yield the files of the delivery at `path` in the order of the archive, those of inner archives in their place.

    `name` is what the delivery is called where its file is not (deliveries are kept under their SHA-256). Raises
    BadArchive where a limit is passed, a name leads out of the archive, or the archive is damaged or encrypted. So does
    opening a member that is such an archive itself: the others are read.
    """
    top = Member(name or path.name, lambda: path.open("rb"))
    yield from _Walk(limits or Limits()).enter(top, path.stat().st_size, depth=0)


class _Walk:
    """One pass through a delivery; counts across all its archives."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.members = 0
        self.total = 0

    def enter(self, member: Member, size: int, depth: int) -> Iterator[Member]:
        """Yield the member itself or, where it is an archive, what is in it; `size` is that of its own bytes."""
        head = _head(member)
        for magic, packing in OTHER_PACKINGS.items():
            if head.startswith(magic) and len(head) > len(magic):
                raise BadArchive(f"{member.name}: packed with {packing}; deliver it as a zip, a tar or a gzip.")
        unpack = self.gzip if head.startswith(GZIP) else self.zip if head.startswith(ZIP) else self.tar
        if unpack == self.tar and not _is_tar(head):
            yield member
            return
        if depth >= self.limits.depth:
            raise BadArchive(
                f"{member.name}: archives lie more than {self.limits.depth} deep; unpack it before delivering."
            )
        yield from unpack(member, size, depth)

    def gzip(self, member: Member, size: int, depth: int) -> Iterator[Member]:
        # The trailer's length is not to be trusted: bytes are counted as they come.
        cap = min(self.limits.member_bytes, max(self.limits.ratio_from, size * self.limits.ratio))

        def open_inner() -> BinaryIO:
            packed = member.open()
            return _capped(cast(BinaryIO, gzip.GzipFile(fileobj=packed)), member.name, cap, packed)

        inner = Member(member.name.removesuffix(".gz"), open_inner)
        yield from self.enter(inner, cap, depth + 1)

    def zip(self, member: Member, size: int, depth: int) -> Iterator[Member]:
        with ExitStack() as stack:
            try:
                archive = stack.enter_context(zipfile.ZipFile(stack.enter_context(seekable(member))))
                infos = [info for info in archive.infolist() if not info.is_dir() and not JUNK.search(info.filename)]
            except BadArchive:
                raise
            except BROKEN as error:
                raise Cut(
                    f"{member.name}: the zip is damaged: {faults.of_archive(error)}; ask the office to send it again."
                ) from error
            self.check(member.name, infos, size)
            if any(info.filename == OFFICE_DOCUMENT for info in infos):
                yield member
                return
            for info in infos:
                inner = self.opener(partial(archive.open, info), f"{member.name}/{info.filename}", info.file_size)
                yield from self.inner(inner, info.file_size, depth + 1)

    def tar(self, member: Member, size: int, depth: int) -> Iterator[Member]:
        with ExitStack() as stack:
            try:
                stream = stack.enter_context(seekable(member))
                archive = stack.enter_context(tarfile.open(fileobj=stream, mode="r:", tarinfo=_TarEntry))
                entries = [*islice(cast("Iterator[_TarEntry]", iter(archive)), self.limits.members + 1)]
                stream.seek(archive.offset)
                if len(entries) <= self.limits.members and stream.read(HEAD).strip(b"\x00"):
                    raise faults.Said("a block between the files is none")
            except BadArchive:
                raise
            except BROKEN as error:
                raise Cut(
                    f"{member.name}: the tar is damaged: {faults.of_archive(error)}; ask the office to send it again."
                ) from error
            entries = [one for one in entries if not one.isdir() and not JUNK.search(one.filename)]
            self.check(member.name, entries, size)
            for entry in entries:
                name = f"{member.name}/{entry.filename}"
                inner = self.opener(partial(archive.extractfile, entry), name, entry.file_size)
                if not entry.isreg():
                    inner = _refused(name, BadArchive(f"{name}: a link and no file; deliver the file itself."))
                yield from self.inner(inner, entry.file_size, depth + 1)

    def inner(self, member: Member, size: int, depth: int) -> Iterator[Member]:
        """Yield what is in a file of an archive; an archive that is refused is yielded as a file that cannot be opened."""
        try:
            yield from self.enter(member, size, depth)
        except TooMuch:
            raise
        except BadArchive as error:
            yield _refused(member.name, error)

    def check(self, name: str, infos: Sequence[zipfile.ZipInfo | _TarEntry], size: int) -> None:
        """Refuse the archive by its directory, before any of it is expanded."""
        limits = self.limits
        self.members += len(infos)
        expanded = sum(info.file_size for info in infos)
        self.total += expanded
        if self.members > limits.members:
            raise TooMuch(f"{name}: more than {limits.members:,} files; deliver it in parts.")
        if self.total > limits.total_bytes:
            raise TooMuch(f"{name}: expands to more than {limits.total_bytes // MIB:,} MiB; deliver it in parts.")
        if expanded > max(limits.ratio_from, limits.ratio * size):
            raise BadArchive(
                f"{name}: expands more than {limits.ratio}-fold, as no office's data does; it was not opened."
            )
        for info in infos:
            self.check_member(name, info)

    def check_member(self, name: str, info: zipfile.ZipInfo | _TarEntry) -> None:
        parts = re.split(r"[/\\]", info.filename)
        if ".." in parts or not parts[0] or re.search(r"^[A-Za-z]:|[\x00-\x1f\x7f]", info.filename):
            raise BadArchive(f"{name}: the name {shown(info.filename)} leads out of the archive or is not a name.")
        if len(info.filename) > self.limits.name_length:
            raise BadArchive(
                f"{name}: a name is longer than {self.limits.name_length} letters ({info.filename[:40]}…)."
            )
        if info.file_size > self.limits.member_bytes:
            raise BadArchive(f"{name}/{info.filename}: larger than {self.limits.member_bytes // MIB:,} MiB.")
        if info.flag_bits & 1:
            raise BadArchive(f"{name}/{info.filename} is encrypted; deliver it without a password.")

    def opener(self, opened: Callable[[], IO[bytes] | None], name: str, size: int) -> Member:
        """Return the file of an archive that `opened` opens, of `size` bytes at most."""

        def open_member() -> BinaryIO:
            try:
                return _capped(cast(BinaryIO, opened()), name, size)
            except BadArchive:
                raise
            except BROKEN as error:
                raise BadArchive(
                    f"{name}: cannot be opened: {faults.of_archive(error)}; ask the office to send it again."
                ) from error

        return Member(name, open_member)


class _TarEntry(tarfile.TarInfo):
    """A file of a tar, with what is asked of a zip's. A header may hold a name or remark, but nothing large."""

    flag_bits = 0  # never encrypted

    @property
    def filename(self) -> str:
        return self.name

    @property
    def file_size(self) -> int:
        return self.size

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _TarEntry:
        made = super().frombuf(buf, encoding, errors)
        if made.type in HEADERS and made.size > MIB:
            raise faults.Said("a name or remark in it is larger than 1 MiB")
        return made


def _is_tar(head: bytes) -> bool:
    """Tell whether a file begins with the header of a tar, whose checksum is right."""
    try:
        return bool(head.strip(b"\x00")) and bool(tarfile.TarInfo.frombuf(head, "utf-8", "surrogateescape"))
    except tarfile.TarError:
        return False


def _refused(name: str, error: BadArchive) -> Member:
    def open_nothing() -> BinaryIO:
        raise error

    return Member(name, open_nothing)


def _head(member: Member) -> bytes:
    """Return the first bytes of a file, none where it is damaged: whoever reads it will be told."""
    try:
        with member.open() as stream:
            return stream.read(HEAD)
    except BadArchive:
        return b""


def seekable(member: Member) -> IO[bytes]:
    """Return the member as a file a zip can be read from: a plain file as it is, an inner one set down for a while."""
    stream = member.open()
    if isinstance(stream, io.BufferedReader) and not isinstance(stream.raw, _Capped):
        return stream
    with ExitStack() as stack, stream:
        aside: IO[bytes] = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=16 * MIB))
        while block := stream.read(MIB):
            aside.write(block)
        aside.seek(0)
        stack.pop_all()  # closed by the caller
    return aside


class _Capped(io.RawIOBase):
    """A stream that ends in BadArchive when there is more than `cap` bytes in it, or when it is damaged."""

    def __init__(self, name: str, cap: int, *streams: BinaryIO) -> None:
        super().__init__()
        self.name, self.cap, self.left, self.streams = name, cap, cap, streams

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            block = self.streams[0].read(min(len(buffer), self.left) or 1)
        except BadArchive:
            raise
        except BROKEN as error:
            where = f"{self.name}: the bytes are damaged or end early"
            what = f"after the first {self.cap - self.left:,}: {faults.of_archive(error)}"
            raise Cut(f"{where} {what}; ask the office to send it again.") from error
        self.left -= len(block)
        if self.left < 0:
            raise BadArchive(
                f"{self.name}: expands to more than the {self.cap:,} bytes allowed; it was not read further."
            )
        buffer[: len(block)] = block
        return len(block)

    def close(self) -> None:
        for stream in self.streams:
            stream.close()
        super().close()


def _capped(stream: BinaryIO, name: str, cap: int, *beneath: BinaryIO) -> BinaryIO:
    return io.BufferedReader(_Capped(name, cap, stream, *beneath), MIB // 4)
