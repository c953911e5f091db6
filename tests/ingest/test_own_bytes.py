"""What waits in quarantine waits with its own bytes, whatever it failed at and in whatever dialect it came."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from ingest.archive import Member
from ingest.dialects import Dialect, of
from ingest.document import Delivered
from ingest.models import Quarantine
from tests.ingest.test_pipeline import carry, own_folder

pytestmark = pytest.mark.django_db
__all__ = ("own_folder",)  # a fixture of every test here

LONG = "9" * 70  # no office has a number so long
DISPATCH = f"<despacho><codigo>1.1</codigo><processo-patente><numero>{LONG}</numero></processo-patente></despacho>"
EXCHANGE = '<exchange-document country="XA" doc-number="1" kind="A"><bibliographic-data/></exchange-document>'
MARK = f"<TransactionContentDetails><TransactionData><TradeMarkApplication><TradeMarkDetails><TradeMark><RegistrationOfficeCode>KH</RegistrationOfficeCode><ApplicationNumber>{LONG}</ApplicationNumber></TradeMark></TradeMarkDetails></TradeMarkApplication></TransactionData></TransactionContentDetails>"
TRADEMARK = "<Trademark><RegistrationOfficeCode>KH</RegistrationOfficeCode></Trademark>"
ST36 = '<?xml version="1.0" encoding="ISO-8859-1"?><xx-patent-document country="EP" doc-number="1" kind="A1"><!-- Müller --></xx-patent-document>'
OPS = f'<o:world-patent-data xmlns:o="o">{EXCHANGE}</o:world-patent-data>'
JOURNAL = f"The Patent Office Journal 31/12/2010\n(12) PATENT APPLICATION PUBLICATION (21) Application No.{LONG} A\n(54) Title : Kiln\n"
SHELL = {"rpi": '<revista numero="2661" dataPublicacao="04/01/2022" diretoria="Patente">%s</revista>',
         "st66": "<Transaction><TradeMarkTransactionBody>%s</TradeMarkTransactionBody></Transaction>",
         "docdb": "<exchange-documents>%s</exchange-documents>", "marks": "<TrademarkTransaction>%s</TrademarkTransaction>"}  # fmt: skip
GRANTS = "Patent Number;Application Number;Title of Invention;Patentee Name\r\n"
ROW = f'123456;{LONG};"Kiln, \ncrème";Ana\r\n'
# The file, and what of it the document is.
FILES = [
    (SHELL["rpi"] % DISPATCH, DISPATCH),
    (SHELL["docdb"] % EXCHANGE, EXCHANGE),
    (SHELL["st66"] % MARK, MARK),
    (SHELL["marks"] % TRADEMARK, TRADEMARK),
    (ST36, ST36),
    (OPS, EXCHANGE.replace("<exchange-document ", '<exchange-document xmlns:o="o" ')),
    (JOURNAL, JOURNAL.partition("\n")[2]),
    ('{"patentPublication": {"bibliographicData": {"a": 1.0}}}', '{"patentPublication": {"bibliographicData": {"a": 1.0}}}'),
    (json.dumps({"ops:world-patent-data": {"exchange-document": {"@country": "XA", "bibliographic-data": {}}}}), '{"ops:world-patent-data'),
    ("<PatentLegalStatusData><PatentLegalStatus/></PatentLegalStatusData>", "<PatentLegalStatus/>"),
    (f"{GRANTS}{ROW}", ROW),
    (json.dumps({"trNo": LONG, "filDate": "", "viennaCode": [], "goodsAndService": [], "wordIndex": [], "owner": {}, "n": 1.50}), '{"trNo"'),
    ("<ClaimsDocument/>", "<ClaimsDocument/>"),
]  # fmt: skip


def told(content: bytes) -> Any:
    member = Member("f", lambda: io.BytesIO(content))
    dialect = of(member)
    assert isinstance(dialect, Dialect), dialect
    return list(dialect.read(member, None))


@pytest.mark.parametrize(("file", "own"), FILES)
def test_a_document_no_record_can_be_named_by_keeps_its_bytes(tmp_path: Path, file: str, own: str) -> None:
    path = tmp_path / "f"
    path.write_bytes(file.encode("latin-1"))
    assert Delivered in map(type, told(path.read_bytes()))
    carry(path)
    content = bytes(Quarantine.objects.get().content)
    assert content.decode("latin-1").startswith(own)
