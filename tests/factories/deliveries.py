"""Small deliveries in true formats: RPI issues, ST.36 and exchange documents."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from portal.standards import dates
from portal.standards.numbers.check_digits import brazil

FIRST = dt.date(2020, 11, 3)  # the day of the issue 2600


def br_number(serial: int, year: int = 2020, series: int = 10) -> str:
    """`BR 10 2020 000001-5` with its true check digit."""
    digits = f"{series}{year}{serial:06d}"
    return f"BR {series} {year} {serial:06d}-{brazil(digits)}"


def dispatch(
    number: str,
    code: str = "3.1",
    kind: str = "A2",
    title: str = "",
    holder: str = "Ana Souza",
    filed: str = "02/01/2020",
    more: str = "",
    comment: str = "",
) -> str:
    """One `despacho` of the patent gazette; `more` are further elements of its file."""
    said = f'<comentario inid="co">{escape(comment)}</comentario>' if comment else ""
    named = f'<titulo inid="54">{escape(title)}</titulo>' if title else ""
    inid = 11 if kind[:1] in ("B", "Y") else 21  # the number of a title, or of an application
    return f"""  <despacho><codigo>{code}</codigo><titulo>Despacho {code}</titulo><processo-patente>
    <numero inid="{inid}" kindcode="{kind}">{number}</numero><data-deposito inid="22">{filed}</data-deposito>{more}{named}
    <titular-lista><titular inid="71" sequencia="1"><nome-completo>{escape(holder)}</nome-completo>
      <endereco><pais><sigla>BR</sigla></pais></endereco></titular></titular-lista>
  </processo-patente>{said}</despacho>
"""


def rpi(path: Path, dispatches: Iterable[str], issue: int = 0, date: str = "", end: str = "</revista>\n") -> Path:
    """A gazette issue, of 03/11/2020 unless its number or day says another; without `end` it is broken off."""
    day = dates.parse(date).iso or FIRST + dt.timedelta(weeks=issue and issue - 2600)
    issue, date = issue or 2600 + round((day - FIRST).days / 7), f"{day:%d/%m/%Y}"
    body = "".join(dispatches)
    path.write_text(
        f'<revista numero="{issue}" dataPublicacao="{date}" diretoria="Patente">\n{body}{end}', encoding="utf-8"
    )
    return path


def st36(
    number: str = "1234567", claims: dict[str, list[str]] | None = None, kind: str = "A1", title: str = "Kiln"
) -> str:
    """A European document in natural-language tags."""
    sets = "".join(
        f'<claims lang="{language}">'
        + "".join(
            f'<claim id="c-{language}-{n}" num="{n}"><claim-text>{escape(t)}</claim-text></claim>'
            for n, t in enumerate(texts, 1)
        )
        + "</claims>"
        for language, texts in (claims or {"en": ["A kiln."]}).items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<wo-patent-document lang="en" country="EP" doc-number="{number}" kind="{kind}" date-publ="20200610">
<bibliographic-data lang="en">
<publication-reference><document-id><country>EP</country><doc-number>{number}</doc-number><kind>{kind}</kind><date>20200610</date></document-id></publication-reference>
<application-reference><document-id><country>EP</country><doc-number>19{number[-6:]}</doc-number><date>20190102</date></document-id></application-reference>
<invention-title lang="en">{escape(title)}</invention-title>
</bibliographic-data>{sets}</wo-patent-document>
"""


def docdb(attributes: str = "", title: str = "Kiln") -> str:
    """An exchange document of the EPO's, a European patent."""
    number = "<document-id><country>EP</country><doc-number>{}</doc-number><kind>{}</kind><date>{}</date></document-id>"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<exch:exchange-documents xmlns:exch="http://www.epo.org/exchange">
<exch:exchange-document country="EP" doc-number="1206" kind="B1" date-publ="20030918" {attributes}><exch:bibliographic-data>
<exch:publication-reference data-format="docdb">{number.format(1206, "B1", 20030918)}</exch:publication-reference>
<exch:application-reference data-format="docdb">{number.format("00945678", "A", 19980804)}</exch:application-reference>
<exch:invention-title lang="en">{escape(title)}</exch:invention-title>
</exch:bibliographic-data></exch:exchange-document></exch:exchange-documents>
"""


def packed(path: Path, members: dict[str, str | bytes]) -> Path:
    """A zip of the members, the same bytes for the same members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return path
