"""Classes that are missing, unknown, or of another right."""

from __future__ import annotations

from tests.ingest.quality.rows import (
    Table,
    classed,
    document,
    symbol,
)

TABLE: Table = {
    "CLASS-NONE": (
        [(classed(), "The patent has no class (cpc or ipc)"), (classed(right="design"), "The design has no class (locarno)"),
         (classed(symbol("5.7", "vienna"), right="trademark"), "has no class (nice)")],
        [classed(symbol("A61K", "cpc")), classed(symbol("X", "national")), document(classifications=[], publications=[]),
         document(classifications=[], texts=[]), classed(symbol("9", "nice"), right="trademark")],
    ),
    "CLASS-RIGHT": (
        [(classed(symbol("09-05", "locarno")), "A class of Locarno does not fit a patent"),
         (classed(symbol("A61K"), right="design"), "A class of IPC does not fit a design")],
        [classed(symbol("09-05", "locarno"), right="design"), classed(symbol("A61K 31/00", "cpc"), right="utility_model")],
    ),
    "CLASS-SECTION": (
        [(classed(symbol("Y02W 30/62")), "Y02W 30/62 is no symbol of the IPC"), (classed(symbol("x", original=" k01b 1/00")), "its sections are A to H")],
        [classed(symbol("Y02W 30/62", "cpc")), classed(symbol("H04L 1/00")), classed(symbol("?")), classed(symbol("CO7D209/00"))],
    ),
    "CLASS-UNKNOWN": (
        [(classed(symbol("A48B 1/00")), "the IPC has no class A48"), (classed(symbol("G15B")), "no class G15")],
        [classed(symbol(s)) for s in ("A99Z 1/00", "B33Y 10/00", "G16H 10/00", "H10K 1/00", "Y02W 1/00", "odd")],
    ),
    "CLASS-BROAD": ([(classed(symbol("A61C")), "A61C names a subclass and no group")],
                    [classed(symbol("A61C 1/00")), classed(symbol("A61C", "cpc"))]),
}  # fmt: skip
