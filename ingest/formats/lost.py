"""How much of a long file is lost behind a fault."""

from __future__ import annotations

import re
from collections.abc import Collection

from ingest.archive import BadArchive, Member
from ingest.safe_xml import CHUNK

TAG = 256  # bytes, more than the name of a start tag takes


def read_of(member: Member, names: Collection[str], read: int, what: str) -> str:
    """Return a sentence that says how many of the records called `names` (local names) in the file were read: `read`.

    `what` the records are called. In an encoding whose letters are not single bytes they cannot be counted.
    """
    if (begun := _begun(member, names)) < read:
        return f"The {what} before it were read, the rest was not."
    were = "was" if read == 1 else "were"
    return f"Of the {what} that begin in the file, {begun:,} in all, {read:,} before it {were} read, the rest was not."


def _begun(member: Member, names: Collection[str]) -> int:
    """Return how many elements called `names` begin in the file, as far as its bytes can be unpacked."""
    tag = re.compile(rb"<(?:[^\s<>/:]{1,64}:)?(?:%s)[\s/>]" % b"|".join(re.escape(one.encode()) for one in names))
    count, held = 0, b""
    try:
        with member.open() as stream:
            while block := stream.read(CHUNK):
                held += block
                last = 0
                for found in tag.finditer(held):
                    count, last = count + 1, found.end()
                held = held[max(last, len(held) - TAG) :]
    except BadArchive:
        pass  # the fault at hand is told
    return count
