"""A small shelf of invented records in eight languages, with gaps to show: what the tests of the pages read."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

from ingest.models import Finding, Run
from portal.coverage.counting import recount
from portal.records import models as m

THAI_CLAIM = (
    "กรรมวิธีการผลิตซิลิกาอสัณฐานจากแกลบ ซึ่งประกอบด้วยขั้นตอน\n(ก) ล้างแกลบด้วยน้ำเพื่อกำจัดดิน\n(ข) เผาแกลบที่อุณหภูมิ 600 องศาเซลเซียส"
)
ENGLISH_CLAIM = (
    "A process for producing amorphous silica from rice husk, comprising the steps of\n"
    "(a) washing the husk with water to remove soil\n(b) burning the husk at 600 degrees Celsius"
)
OFFICES: dict[str, dict[str, Any]] = {
    "TH": {"name": "Department of Intellectual Property", "country": "Thailand", "languages": ["th"]},
    "EG": {"name": "Egyptian Patent Office", "country": "Egypt", "languages": ["ar"]},
    "MM": {"name": "Intellectual Property Department", "country": "Myanmar", "languages": ["my"]},
    "VN": {"name": "Intellectual Property Office of Viet Nam", "country": "Viet Nam", "languages": ["vi"]},
    "BR": {"name": "National Institute of Industrial Property", "country": "Brazil", "languages": ["pt"]},
    "KH": {"name": "Department of Industrial Property", "country": "Cambodia", "languages": ["km"]},
    "ID": {
        "name": "Directorate General of Intellectual Property",
        "country": "Indonesia",
        "languages": ["id"],
        "unpublished": {"utility_model": ["claims", "description"]},
    },
    "PH": {"name": "Intellectual Property Office of the Philippines", "country": "Philippines", "languages": ["en"]},
}
TERMS = {"terms": "Free re-use with the source named.", "register": "https://register.example/"}

# id: (kind, filed, published, granted, status, applicant, ipc, texts by (part, language, origin))
RECORDS: dict[str, tuple[Any, ...]] = {
    "TH-P-1901003456": (
        "B",
        "2019-03-11",
        "2020-10-16",
        "2024-07-05",
        "in_force",
        "บริษัท ข้าวทองวัสดุ จำกัด",
        "C01B 33/12",
        {
            ("title", "th", "office"): ["กรรมวิธีการผลิตซิลิกาอสัณฐานจากแกลบ"],
            ("title", "en", "office"): ["Process for producing amorphous silica from rice husk"],
            ("abstract", "th", "office"): ["การประดิษฐ์นี้เกี่ยวข้องกับกรรมวิธีการผลิตซิลิกาอสัณฐานจากแกลบ"],
            ("claims", "th", "office"): [THAI_CLAIM, "กรรมวิธีตามข้อถือสิทธิ 1 ที่ซึ่งอุณหภูมิคือ 650 องศา", "ซิลิกาที่ได้จากกรรมวิธี"],
            ("claims", "en", "machine"): [ENGLISH_CLAIM, "The process of claim 1 at 650 degrees", "Silica so obtained"],
        },
    ),
    "EG-P-20171283": (
        "A",
        "2017-07-27",
        "2019-08-14",
        None,
        "unknown",
        "شركة دلتا للمواد المتقدمة",
        "C02F 1/28",
        {
            ("title", "ar", "office"): ["تحضير النانو سيليكا من قشر الأرز لإزالة المعادن الثقيلة من مياه الصرف"],
            ("title", "en", "office"): ["Preparation of nano-silica from rice husk for removing heavy metals"],
            ("claims", "ar", "office"): [
                "طريقة تحضير السيليكا تتميز بأن قشر الأرز يحرق عند 650 درجة مئوية",
                "طريقة وفقا لعنصر الحماية 1",
            ],
        },
    ),
    "MM-P-202400113": (
        "A",
        "2024-08-12",
        "2025-04-04",
        None,
        "pending",
        "ဧရာဝတီ ပစ္စည်းသစ် ကုမ္ပဏီ",
        "C01B 33/18",
        {
            ("title", "my", "office"): ["စပါးခွံပြာမှ ဆီလီကာ ထုတ်လုပ်သည့် နည်းလမ်း"],
            ("claims", "my", "office"): ["စပါးခွံပြာကို အပူပေး၍ ဆီလီကာ ထုတ်ယူသည့် နည်းလမ်း"],
        },
    ),
    "VN-P-1201903412": (
        "B",
        "2019-06-25",
        "2019-09-25",
        "2022-04-25",
        "in_force",
        "Công ty cổ phần Vật liệu Xanh Cửu Long",
        "C01B 33/18",
        {
            ("title", "vi", "office"): ["Quy trình sản xuất silic oxit kết tủa từ tro vỏ trấu"],
            ("title", "en", "office"): ["Process for producing precipitated silica from rice husk ash"],
            ("claims", "vi", "office"): ["Quy trình sản xuất silic oxit, trong đó tro vỏ trấu được hoà tan"],
            ("description", "vi", "office"): [f"Đoạn mô tả thứ {n} về vỏ trấu." for n in range(1, 16)],
        },
    ),
    "BR-P-102016027418": (
        "B1",
        "2016-11-23",
        "2018-06-12",
        "2021-08-10",
        "ended",
        "Silarroz Tecnologia Ltda.",
        "C01B 33/12",
        {
            ("title", "pt", "office"): ["Processo de obtenção de sílica a partir da casca de arroz"],
            ("title", "en", "machine"): ["Process for obtaining silica from rice husk"],
        },
    ),
    "KH-U-202100047": (
        "U",
        "2021-09-03",
        "2022-04-29",
        None,
        "pending",
        "សហគ្រាស បៃតងមេគង្គ",
        "C02F 1/00",
        {("title", "km", "office"): ["វិធីសាស្ត្រផលិតស៊ីលីកាពីអង្កាម សម្រាប់ចម្រោះទឹក"]},
    ),
    "ID-U-S00201904126": (
        "S",
        "2019-05-30",
        "2019-11-08",
        "2021-02-26",
        "in_force",
        "PT Semesta Mineral Nusantara",
        "C04B 12/00",
        {("title", "id", "office"): ["Metode ekstraksi silika dari abu sekam padi"]},
    ),
    "PH-P-12020050123": (
        "A1",
        "2020-05-04",
        "2021-11-15",
        None,
        "pending",
        "Bukid Fabrication Inc.",
        "F26B 3/28",
        {
            ("title", "en", "office"): ["Solar dryer with a heat store of rice husk"],
            ("claims", "en", "office"): ["A solar dryer comprising a store of rice husk", "The dryer of claim 1"],
        },
    ),
}
LISTED = {"TH": 6, "EG": 4, "MM": 2, "VN": 3, "BR": 5, "ID": 3, "PH": 1}  # Cambodia gives no list
DAY = dt.date(2025, 5, 30)


def fill() -> None:
    """Put everything on the shelf and count it."""
    for code, fields in OFFICES.items():
        m.Office.objects.update_or_create(code=code, defaults={"profile": TERMS, **fields})
    for record_id, values in RECORDS.items():
        _record(record_id, *values)
    for code, count in LISTED.items():
        _authority(code, count)
    _thai_details()
    for code in OFFICES:
        recount(code)


def delivery(office: str, name: str, **fields: Any) -> m.Delivery:
    """Store a delivery with one finished run."""
    made = m.Delivery.objects.create(
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        office_id=office,
        name=name,
        size=2048,
        dialect="st36",
        **{"state": "stored", "published": DAY, "sample": True, **fields},
    )
    counts = {"records": {"new": 1, "changed": 0, "unchanged": 0, "quarantined": 0}, "publications": 2}
    Run.objects.create(delivery=made, stage="done", position=1, counts=counts, seconds={"read": 0.2})
    return made


def _record(
    record_id: str,
    kind: str,
    filed: str,
    published: str,
    granted: str | None,
    status: str,
    applicant: str,
    ipc: str,
    texts: dict[tuple[str, str, str], list[str]],
) -> None:
    code, letter, key = record_id.split("-")
    source = delivery(code, f"{code}-2025-01.xml")
    record = m.Record.objects.create(
        id=record_id,
        office_id=code,
        right={"P": "patent", "U": "utility_model"}[letter],
        number_original=key,
        number=key,
        number_key=key,
        kind=kind,
        kind_inferred=code == "ID",
        filing_date=filed,
        publication_date=published,
        grant_date=granted,
        status=status,
        status_reason="Last event held",
        status_as_of=DAY,
        sources={"filing_date": ["2025-05-30", source.pk]},
        sample=True,
        first_delivery=source,
        latest_delivery=source,
    )
    own: dict[str, Any] = {"record": record, "delivery": source, "as_of": DAY}
    m.Publication.objects.create(
        number=key, number_key=key, number_original=key, kind=kind, date=granted or published, **own
    )
    m.Party.objects.create(role="applicant", sequence=1, name=applicant, country=code, **own)
    m.Classification.objects.create(scheme="ipc", sequence=1, symbol=ipc, original=ipc, **own)
    for (part, language, origin), content in texts.items():
        machine = {"provider": "Bergamot", "model": "tiny", "source_language": "th", "translated_on": DAY}
        numbered = part in ("claims", "description")
        m.Text.objects.create(
            part=part,
            language=language,
            origin=origin,
            paragraphs=[
                {"n": str(n) if numbered else "", "t": text, "refs": ["1"] if part == "claims" and n == 2 else []}
                for n, text in enumerate(content, 1)
            ],
            **(machine if origin == "machine" else {}),
            **own,
        )


def _authority(code: str, count: int) -> None:
    """List what is held of an office and enough other numbers to make `count`, the last one never used."""
    file = m.AuthorityFile.objects.create(delivery=delivery(code, f"{code}_AF.csv"), office_id=code, produced=DAY)
    held = m.Publication.objects.filter(record__office=code).select_related("record")
    rows = [(one.record.right, one.number_key, one.kind, one.date, "") for one in held]
    right, _, kind, date, _ = rows[0]
    rows += [(right, f"99{n}", kind, date, "") for n in range(count - len(rows) - 1)] + [(right, "98", kind, date, "N")]
    m.AuthorityEntry.objects.bulk_create(
        m.AuthorityEntry(
            authority_file=file,
            office_id=code,
            right=right,
            number_original=f"{code} {key}",
            number_key=key,
            kind=kind,
            date=date,
            exception=exception,
        )
        for right, key, kind, date, exception in rows
    )


def _thai_details() -> None:
    """Give the Thai record events, a priority held as a record, and a finding."""
    record = m.Record.objects.get(pk="TH-P-1901003456")
    own: dict[str, Any] = {"record": record, "delivery": record.latest_delivery, "as_of": DAY}
    for date, name, english, category in (
        ("2019-03-11", "ยื่นคำขอ", "Application filed", "A"),
        ("2024-07-05", "ออกสิทธิบัตร", "Patent granted", "F"),
        ("2025-02-11", "ชำระค่าธรรมเนียมรายปี", "Annual fee paid", "U"),
    ):
        m.LegalEvent.objects.create(
            key=date,
            date=date,
            name=name,
            language="th",
            name_english=english,
            category=category,
            confidence=0.98,
            **own,
        )
    m.RelatedNumber.objects.create(
        relation="priority",
        sequence=1,
        office_code="VN",
        number_original="1-2019-03412",
        number_key="1201903412",
        date="2018-06-25",
        **own,
    )
    run = Run.objects.get(delivery=record.latest_delivery)
    Finding.objects.create(
        run=run,
        ordinal=0,
        code="KIND-02",
        severity="warning",
        sentence="The office gave no kind code; it was read from the number.",
        place="member 1",
        record_id=record.id,
    )
