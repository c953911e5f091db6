"""Numbers that contradict dates, offices or each other, and near-misses that do not."""

from __future__ import annotations

from portal.records.models import RelatedNumber
from tests.ingest.quality.rows import (
    Table,
    day,
    document,
    publication,
    related,
    title,
)

TABLE: Table = {
    "NUM-YEAR": (
        [(document(filed="2021-01-01"), "was given in 2020, the filing date is of 2021")],
        [document(filed="2018-01-01"), document(filed=""), document(filed="2021-01-01", number="123"),
         document(filed="2009-05-05", number="MU 8900076-5"), document(filed="2011-05-05", number="DI 7102982-6")],
    ),
    "NUM-LATE": (
        [(document(filed="2015-01-01", texts=[title("Forno")]), "is of 2020, the filing of 2015, and no parent"),
         (document(filed="2010-01-01", number="PI 2018000144", office="MY"), "is of 2018, the filing of 2010")],
        [document(filed="2017-01-01"), document(filed="2015-01-01", related=[related("", "divided_from", "102015000001", "BR")]), document(filed="")],
    ),
    "NUM-AHEAD": (
        [(document(number="BR 10 2022 000001-5"), "is of 2022, but was published in 2021")],
        [document(number="BR 10 2021 000001-5"), document(number="123"),
         document(number="BR 10 2022 000001-5", texts=[], publications=[], parties=[], classifications=[])],
    ),
    "NUM-OFFICE": (
        [(document(number="US20190012345", office="TH"), "begins with the code of United States"), (document(number="KR 10-2015-0123456", office="VN"), "code of South Korea"),
         (document(number="PCT/IB2020/050001", office="TH"), "begins with the code of WIPO"),
         (document(number="KH/67/M", office="TH"), "code of Cambodia"), (document(number="KH 67", office="TH"), "code of Cambodia")],
        [document(number="TH20190012345", office="TH"), document(number="PI 0412345-0"), document(number="MU 8800840-1"),
         document(number="ZQ 123456789", office="TH"), document(number="MX/a/2015/012345", office="MX"), document(number="IL2022/050854", office="WO")],
    ),
    "NUM-FORM": (
        [(document(number="see file", office="VN"), "see file is in no known form of Viet Nam"), (document(number="201697040360", office="IN"), "no known form of India"),
         (document(number="BR 10 2020 0000012-5"), "no known form of Brazil"), (document(number="2020", office="VN"), "no known form"),
         (document(number="BR 30 2020 12", right="design"), "fewer digits than those of Brazil, as BR 30 2020 000012"),
         (document(number="102020000004567", office="ZW"), "the one Zimbabwe itself gives"), (document(number="102020123404567", office="VN"), "may stand here under that as well")],
        [document(number="B77613", office="DE"), document(number="D208452", office="SG", right="design"), document(number="2006/1856", office="TO", right="trademark"),
         document(number="9204934", right="trademark"), document(number="1-2020-4567", office="VN"),
         document(number="123", office="MN"), document(number="VN102020000004567", office="VN"), document(number="102020000000001", office="BR")],
    ),
    "NUM-RIGHT": (
        [(document(number="S00202001234", office="ID"), "series of a utility model, the record is of a patent"),
         (document(number="40202012345X", office="SG", right="design"), "series of a trade mark"), (document(right="design"), "of a patent"),
         (document(number="P00202001234", office="ID", publications=[publication(number="IDS000001234", number_original="IDS000001234")]), "IDS000001234 is in the series of a utility model"),
         (document(number="MU 8800840-1"), "series of a utility model"), (document(number="1-2020-04567", office="VN", right="trademark"), "of a patent")],
        [document(number="S00202001234", office="ID", right="utility_model"), document(number="P00202001234", office="ID"),
         document(number="30202012345P", office="SG", right="design"), document(number="123456", office="EP"), document(number="see file", office="VN"),
         document(number="1600123", right="trademark")],
    ),
    "PRIORITY-YEAR": (
        [(document(related=[related("2019-02-01", number="2016-123456", office="JP")]), "is of 2016 by its number, of 2019-02-01 by its date"),
         (document(related=[related("2020-01-02", "pct_application", "PCT/VN2018/000001", "WO")]), "The PCT application PCT/VN2018/000001 is of 2018")],
        [document(related=[related("2019-02-01", number="2019-123456", office="JP")]), document(related=[related("2019-01-02", number="2018-123456", office="JP")]),
         document(related=[related("2019-02-01", number="61/123456")]), document(related=[related("", number="2016-123456", office="JP")]),
         document(related=[RelatedNumber(relation="pct_application", date=day("2015-02-23"), office_code="WO")]),
         document(related=[related("2019-02-01", "divided_from", "2016-123456", "JP")]),
         document(related=[related("2019-01-02", "pct_application", "PCT/VN2018/000001", "WO"), related("2018-07-05", "pct_publication", "WO2018/123456", "WO")])],
    ),
    "RELATED-OFFICE": (
        [(document(related=[related("2019-06-01", office="QQ")]), "QQ of the priority 1 is not an office")],
        [document(related=[related("2019-06-01"), related("2019-06-01", office=""), related("2019-06-01", office="SU")])],
    ),
    "RELATED-NUMBER": (
        [(document(related=[related("2019-06-01", number="US62/123456", office="JP")]), "begins with the code of United States of America, its office is Japan"),
         (document(related=[related("2019-06-01", number="NL2023865", office="DE")]), "begins with the code of Netherlands, its office is Germany")],
        [document(related=[related("2019-06-01", number="US62/123456")]), document(related=[related("2019-06-01", number="TO2012A000123", office="IT")]),
         document(related=[related("2019-06-01", number="LT2023865", office="DE")]), document(related=[related("2019-06-01", number="2019-123456", office="JP")])],
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
        [document(publications=[publication("F1")]), document(publications=[publication("Y1")], right="utility_model"),
         document(number="UI 2019001234", office="MY", publications=[publication("A")], right="utility_model")],
    ),
}  # fmt: skip
