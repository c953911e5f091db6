"""Numbers that contradict dates, offices or each other, and near-misses that do not."""

from __future__ import annotations

from tests.ingest.quality.rows import (
    Table,
    document,
    publication,
    related,
)

TABLE: Table = {
    "NUM-YEAR": (
        [(document(filed="2021-01-01"), "was given in 2020, the filing date is of 2021")],
        [document(filed="2018-01-01"), document(filed=""), document(filed="2021-01-01", number="123"),
         document(filed="2009-05-05", number="MU 8900076-5"), document(filed="2011-05-05", number="DI 7102982-6")],
    ),
    "NUM-AHEAD": (
        [(document(number="BR 10 2022 000001-5"), "is of 2022, but was published in 2021")],
        [document(number="BR 10 2021 000001-5"), document(number="123"),
         document(number="BR 10 2022 000001-5", texts=[], publications=[], parties=[], classifications=[])],
    ),
    "NUM-OFFICE": (
        [(document(number="US20190012345", office="TH"), "begins with the code of United States")],
        [document(number="TH20190012345", office="TH"), document(number="PI 0412345-0"), document(number="MU 8800840-1"),
         document(number="ZQ 123456789", office="TH"), document(number="MX/a/2015/012345", office="MX")],
    ),
    "PRIORITY-YEAR": (
        [(document(related=[related("2019-02-01", number="2016-123456", office="JP")]), "is of 2016 by its number, of 2019-02-01 by its date")],
        [document(related=[related("2019-02-01", number="2019-123456", office="JP")]), document(related=[related("2019-01-02", number="2018-123456", office="JP")]),
         document(related=[related("2019-02-01", number="61/123456")]), document(related=[related("", number="2016-123456", office="JP")]),
         document(related=[related("2019-02-01", "pct_application", "2016-123456", "JP")])],
    ),
    "RELATED-SELF": (
        [(document(related=[related("2019-02-01", "divided_from", "102020000001", "BR")]), "names itself as its divided from")],
        [document(related=[related("2020-01-02", "priority", "102020000001", "BR")]),
         document(related=[related("2019-02-01", "divided_from", "102020000001", "US")])],
    ),
    "RELATED-TWICE": (
        [(document(related=[related("2019-02-01", number="1234567"), related("2019-02-01", number="1234567")]), "priority 1234567 is named twice")],
        [document(related=[related("2019-02-01", number="1234567"), related("2019-02-01", "divided_from", "1234567")])],
    ),
    "KIND-NONE": ([(document(publications=[publication(kind="")]), "no kind code")],
                  [document(), document(publications=[]), document(publications=[publication(kind="")], right="trademark")]),
    "KIND-UNKNOWN": (
        [(document(publications=[publication("Q7"), publication("Q7", "2022-01-01")]), "Q7 is not among the known kind codes")],
        [document(publications=[publication("B8")]), document(publications=[publication("")]),
         document(publications=[publication("Q7")], right="trademark")],
    ),
    "KIND-RIGHT": (
        [(document(publications=[publication("U2")]), "does not fit a patent"),
         (document(right="design"), "does not fit a design")],
        [document(publications=[publication("F1")]), document(publications=[publication("Y1")], right="utility_model")],
    ),
}  # fmt: skip
