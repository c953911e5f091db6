"""What a delivery brings, counted before anything of it is stored, and held against what its office is expected to send.

Pure functions: `count` adds documents to the tallies kept in `Run.seen`, `judge` says why a delivery should be held back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import comb
from statistics import median
from typing import Any

from ingest import numbering
from ingest.document import Delivered, Problem, Unreadable
from ingest.offices.expectation import Expectation
from ingest.offices.profiles import ELEMENTS
from ingest.shown import short
from portal.standards import offices
from portal.standards.sentences import counted

# Of fewer documents than ENOUGH a share says little by itself: what falls short of it counts where chance alone would bring so few
# in less than one delivery of a thousand.
ENOUGH, RARE = 100, 0.001
NOTHING = 1e-9  # by which shares differ in being computed
OTHER = ("READ-OTHER", "READ-UNKNOWN")  # what no reader knows
OFFICE = "OFFICE-OTHER"  # the finding that a delivery is listed under an office of which it holds nothing
BESIDE = "READ-BESIDE"  # of a file that holds no documents
EMPTY = "READ-EMPTY"  # of a table or file that could hold some and has none
PLACES = 3  # files that are named: those cut off, those passed over
SAID = 400  # letters on what is wrong with files
REFUSED = 5  # files refused as a whole that are named


def count(seen: dict[str, Any], documents: Iterable[Delivered | Unreadable], sender: str) -> None:
    """Add documents to `seen`: how many, of which offices, how many have each element, how many cannot become a record.

    `sender` is the office of documents that name none. What only normalising can tell is not counted here.
    """
    counts, filled = seen.setdefault("offices", {}), seen.setdefault("filled", dict.fromkeys(ELEMENTS, 0))
    for name in ("documents", "quarantined"):
        seen.setdefault(name, 0)
    for document in documents:
        if isinstance(document, Unreadable):
            seen["documents"] += document.waits
            seen["quarantined"] += document.waits
            seen["other"] = seen.get("other", 0) + (document.problem.code in OTHER)
            if document.problem.code == BESIDE:
                _pass_over(seen, document)
            if document.problem.code == EMPTY:
                seen["empty"] = seen.get("empty") or document.problem.sentence
            seen["deleted"] = seen.get("deleted", 0) + (document.deletes is not None)
            if document.cut:
                seen["cut"] = [*seen.get("cut", []), [document.place, document.problem.sentence]][:PLACES]
            if document.problem.severity == "critical" and len(seen.setdefault("refused", [])) < REFUSED:
                seen["refused"].append(document.problem.sentence)
            continue
        office = document.office or sender
        seen["documents"] += 1
        seen["quarantined"] += nameless(document, office)
        counts[office] = counts.get(office, 0) + 1
        for element in set(elements(document)):
            filled[element] += 1


def _pass_over(seen: dict[str, Any], file: Unreadable) -> None:
    over = seen.setdefault("beside", {"files": 0, "first": []})
    over["files"] += 1
    over["first"] = [*over["first"], f"{file.place[-80:]} ({file.problem.sentence})"][:PLACES]


def beside(seen: Mapping[str, Any]) -> list[Problem]:
    """Return one note on the files counted in `seen` that hold no documents, with the first of them; empty without any."""
    if not (over := seen.get("beside")):
        return []
    files = (
        f"{over['files']:,} files hold no documents and were"
        if over["files"] > 1
        else "A file holds no document and was"
    )
    more = "; …" if over["files"] > len(over["first"]) else ""
    return [Problem(BESIDE, "info", f"{files} passed over: {'; '.join(over['first'])}{more}.")]


def elements(document: Delivered) -> Iterator[str]:
    """Yield the elements a document has, one several times if it comes so."""
    yield from (passage.part for passage in document.texts if passage.paragraphs)
    if any(symbol.scheme == "ipc" for symbol in document.symbols):
        yield "ipc"
    if any(name.role in ("applicant", "owner") for name in document.names):
        yield "applicant"


def nameless(document: Delivered, office: str) -> bool:
    """Tell whether a document names neither a file that can be read nor a publication by which it may be found."""
    given = document.application
    if not given.value.strip():
        return not document.publications
    return not numbering.readable(office, given.value, given.kind)


def shares(seen: Mapping[str, Any]) -> dict[str, float]:
    """Return for each element the share of readable documents that have it, 0 to 1; empty where none was read."""
    readable = seen.get("documents", 0) - seen.get("quarantined", 0)
    return {name: seen["filled"].get(name, 0) / readable for name in ELEMENTS} if readable > 0 else {}


def usual(former: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Return the median over former deliveries of each element's share; empty without any."""
    rates = [rate for rate in map(shares, former) if rate]
    return {name: median(rate[name] for rate in rates) for name in ELEMENTS} if rates else {}


def refused(seen: Mapping[str, Any]) -> list[Problem]:
    """Return why the delivery counted in `seen` should be held back whatever is expected: files of it were refused."""
    return [Problem("HELD-COLUMN", "critical", sentence) for sentence in seen.get("refused", ())]


def judge(seen: Mapping[str, Any], expected: Expectation, former: Sequence[Mapping[str, Any]]) -> list[Problem]:
    """Return why the delivery counted in `seen` should be held back, given what former ones brought; empty: it should not."""
    said = [*_too_few_or_many(seen["documents"], expected, [one["documents"] for one in former])]
    said += _too_empty(seen, expected, usual(former))
    said += _too_damaged(seen, expected)
    return [Problem(code, "critical", sentence) for code, sentence in said]


def cut(seen: Mapping[str, Any]) -> list[Problem]:
    """Return what stopped the reading of files of the delivery counted in `seen`, whatever its office is expected to send."""
    if not (faults := seen.get("cut")):
        return []
    told = " ".join(f"{place[-120:]}: {short(sentence, SAID // len(faults))}" for place, sentence in faults)
    return [Problem("HELD-CUT", "critical", f"The delivery could not be read to its end. {told}", faults[0][0])]


def strange(seen: Mapping[str, Any], office: str) -> list[Problem]:
    """Return a note where the delivery counted in `seen` was said to be of an `office`, and all it holds is of one other."""
    others = [code for code in seen["offices"] if code]
    if not office or len(others) != 1 or office in others:
        return []
    said = f"The delivery was given as that of {offices.name(office)}; every document in it is of {offices.name(others[0])}."
    return [Problem(OFFICE, "warning", said)]


def empty(seen: Mapping[str, Any]) -> list[Problem]:
    """Return why the delivery counted in `seen` should be held back where it neither brings a document nor takes one back."""
    if seen["documents"] or seen.get("deleted") or not seen.get("empty"):
        return []
    return [Problem("HELD-COUNT", "critical", f"The delivery brings nothing. {seen['empty']}")]


def _short(came: int, of: float, share: float) -> bool:
    """Tell whether `came` is less than the share of `of`; of few, whether so much less that it is not chance (binomial)."""
    under = came < of * share - NOTHING
    if not under or of >= ENOUGH:
        return under
    n = int(of)
    return sum(comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(came + 1)) < RARE


def _too_few_or_many(came: int, expected: Expectation, former: list[int]) -> Iterator[tuple[str, str]]:
    least, most = expected.documents
    if not least <= came <= most:
        bound = f"at least {least:,}" if came < least else f"at most {most:,}"
        yield (
            "HELD-COUNT",
            f"{counted(came, 'document')} came; {bound} {'is' if bound.endswith(' 1') else 'are'} expected.",
        )
    middle = median(former) if former else 0
    if _short(came, middle, expected.of_median):
        before = f"last {len(former)} of this kind brought (median)" if len(former) > 1 else "last of this kind brought"
        words = f"{counted(came, 'document')} came, {came / middle:.0%} of the {middle:,.0f} that the {before}"
        yield "HELD-COUNT", f"{words}; at least {expected.of_median:.0%} is expected."


def _too_empty(
    seen: Mapping[str, Any], expected: Expectation, before: Mapping[str, float]
) -> Iterator[tuple[str, str]]:
    came, readable = shares(seen), seen["documents"] - seen["quarantined"] or seen["documents"]
    for name, least in expected.fill.items():
        floor = max(least, expected.of_median * before.get(name, 0))
        if _short(seen["filled"].get(name, 0), readable, floor):
            words = (
                f"{came.get(name, 0):.1%} of the documents have the element {name}; at least {floor:.1%} is expected"
            )
            yield "HELD-FILL", words + (f", former ones had {before[name]:.1%}." if floor > least else ".")


def _too_damaged(seen: Mapping[str, Any], expected: Expectation) -> Iterator[tuple[str, str]]:
    documents, damaged = seen["documents"], seen["quarantined"]
    if _short(documents - damaged, documents, 1 - expected.quarantined):
        words = f"{damaged:,} of {counted(documents, 'document')} ({damaged / documents:.1%}) cannot become a record; "
        yield "HELD-QUARANTINE", f"{words}at most {expected.quarantined:.1%} is expected."
