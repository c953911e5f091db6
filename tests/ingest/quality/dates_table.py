"""Dates that cannot follow each other, and those that only look so."""

from __future__ import annotations

from portal.records.models import LegalEvent
from tests.ingest.quality.rows import (
    Table,
    document,
    event,
    publication,
    related,
)

shown = event("2020-05-05")
shown.shows_status = True


def register(name: str, category: str, date: str = "2021-05-05") -> LegalEvent:
    row = event(date)
    row.name, row.category, row.shows_status = name, category, True
    return row


ended = event("2021-01-01")
ended.category = "B"
TABLE: Table = {
    "DATE-ORDER": (
        [(document(publications=[publication(date="2020-01-01")]), "Published on 2020-01-01, before it was filed on 2020-01-02")],
        [document(publications=[publication(date="2020-01-02")]), document(filed="", publications=[publication(date="1990-01-01")])],
    ),
    "GRANT-ORDER": ([(document(granted="2019-05-05"), "Granted on 2019-05-05, before")],
                    [document(granted="2020-01-02"), document(granted="2019-05-05", filed="")]),
    "EVENT-ORDER": (
        [(document(events=[event("2019-12-31")]), "“Pedido publicado” of 2019-12-31 is older than the filing")],
        [document(events=[event("2020-01-02")]), document(filed="", events=[event("1990-01-01")])],
    ),
    "PRIORITY-ORDER": (
        [(document(related=[related("2020-01-03")]), "priority of 2020-01-03 is younger")],
        [document(related=[related("2020-01-02")]), document(related=[related("2021-01-01", "divided_from")]), document(related=[related("")])],
    ),
    "PRIORITY-LATE": (
        [(document(related=[related("2016-11-01")]), "is 38 months older"),
         (document(related=[related("2019-01-02")], right="design"), "is 12 months older")],
        [document(related=[related("2019-01-02")]), document(related=[related("2017-06-01")]),
         document(related=[related("2019-06-02")], right="trademark"), document(related=[related("2010-01-01", office="BR")]),
         document(related=[related("2010-01-01"), related("2010-06-01", "divided_from")]), document(related=[related("2010-01-01")], filed="")],
    ),
    "DATE-FUTURE": (
        [(document(filed="2031-01-01", publications=[]), "The filing date 2031-01-01 lies after the delivery"),
         (document(granted="2024-05-01"), "The grant date 2024-05-01"),
         (document(related=[related("2032-06-11")]), "The priority date 2032-06-11"),
         (document(events=[event("2024-05-02")]), "“Pedido publicado” of 2024-05-02 lies after the delivery; it decides no status yet"),
         (document(events=[event("2040-01-02")]), "“Pedido publicado” of 2040-01-02 lies after the delivery; it decides no status."),
         (document(publications=[publication(date="2024-04-02")]), "The publication date 2024-04-02")],
        [document(publications=[publication(date="2024-03-31")]), document(events=[event("2024-03-31")])],
    ),
    "EXPIRY-ORDER": ([(document(expires="2019-01-05"), "expires on 2019-01-05, no later"), (document(expires="2020-01-02"), "no later")],
                     [document(expires="2020-01-03"), document(filed="", expires="2019-01-05")]),
    "EXPIRY-GRANT": ([(document(granted="2022-05-05", expires="2022-05-05"), "expires on 2022-05-05, no later than it was granted on 2022-05-05")],
                     [document(granted="2022-05-05", expires="2022-05-06"), document(expires="2022-05-05")]),
    "EXPIRY-LATE": ([(document(expires="2070-01-05"), "more than 40 years after the filing")],
                    [document(expires="2060-01-05"), document(expires="2070-01-05", right="trademark")]),
    "STATUS-GRANT": ([(document(granted="2021-02-02", events=[register("Refused", "B")]), "The register shows “Refused”")],
                     [document(events=[register("Refused", "B")]), document(granted="2021-02-02", events=[register("Lapsed", "H")])]),
    "STATUS-PENDING": ([(document(granted="2021-02-02", events=[register("Pending", "D")]), "shows “Pending”, which is of an application")],
                       [document(events=[register("Pending", "D")]), document(granted="2021-02-02", events=[register("In force", "M")])]),
    "STATUS-EVENTS": ([(document(events=[ended, register("In force", "M")]), "shows “In force”, and the last of its events ended")],
                      [document(events=[ended, register("Lapsed", "H")]), document(events=[event("2020-05-05"), register("In force", "M")]),
                       document(events=[ended, register("In force", "M", "2020-05-05")])]),
    "STATUS-EXPIRY": ([(document(expires="2040-01-02", events=[register("Expired", "H")]), "“Expired” is of 2021-05-05, before the day of expiry 2040-01-02")],
                      [document(expires="2021-05-05", events=[register("Expired", "H")]), document(expires="2040-01-02", events=[register("Lapsed", "H")]),
                       document(expires="2040-01-02", events=[register("Expired: fee not paid", "H")])]),
    "DATE-PROGRAM": ([(document(filed="1970-01-01"), "filing date 1970-01-01 is a day programs write"), (document(granted="2099-12-31"), "grant date 2099-12-31")],
                     [document(filed="1970-01-02"), document()]),
    "PUB-LATE": ([(document(filed="1985-01-01"), "more than 30 years after the filing on 1985-01-01")],
                 [document(filed="1991-01-01"), document(filed="")]),
    "PUB-UNDATED": ([(document(publications=[publication(date="")]), "has no date")], [document(publications=[])]),
    "FILING-NONE": ([(document(filed=""), "No filing date"), (document(filed="", publications=[], events=[shown]), "No filing date")],
                    [document(), document(filed="", publications=[])]),
}  # fmt: skip
