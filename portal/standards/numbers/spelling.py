"""One spelling for comparison: whatever is pasted becomes letters A-Z, digits 0-9 and single hyphens for all that separates."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60
LONGEST_KEY = 40

# Words before a number that are no part of it, in the languages of the offices, and signs for “number”.
_WORDS = (
    r"patent[ea]?s?|paten|applications?|publications?|appl|pub|pat|serial|ser|international|provisional|pct(?=\W+(?:appl|pub|no))|pedidos?|processos?|"
    r"depósito|publicação|publicación|solicitud(?:es)?|solicitação|expedientes?|registro|registration|grant|permohonan|pendaftaran|"
    r"sáng chế|(?:số\s)?(?:đơn|công bố|văn bằng|bằng)(?:\sđộc quyền)?|giải pháp hữu ích|заявк[аи]|изобретени[ея]|полезн[уа][юя] модель|патент[ыа]?|свидетельство|публикаци[яи]|คำขอ|สิทธิบัตร|"
    r"demandes?|brevets?|anmeldung|patentschrift|aktenzeichen|(?-i:Az)(?=[.:])"
)
_OF = r"(?-i:d[eo]l?|of|на)\s+(?!\d)"
_SIGN = (
    rf"n\.?\s?[º°]\.?\s?(?:{_OF})?|(?:n|nos?|nr|nro|num|nomor|number|số)\s?[.:]\s?|№\s?|"
    rf"(?:numbers?|n[uú]mero|nombor|nomor|số|رقم|номер|เลขที่(?:คำขอ)?|ເລກທີ|លេខ|អမှတ်)\s?:?\s?(?:{_OF})?(?=\W*\w)"
)
_WORD = rf"(?:{_WORDS})(?:\.?:?\s+(?:{_OF})?|\.\s*(?=\W|no\b)|(?=เลขที่))"
LABEL = rf"(?:{_WORD}|{_SIGN}){{1,12}}+"
_LABEL = re.compile(rf"^\s*(?:{LABEL})?", re.IGNORECASE)
# Words that say whose the number is.
_OFFICES = {
    "US": r"u\.\s?s\.(?:\s?a\.)?|united states|u\.?s\.?s\.?n\.?(?=\W)|us(?=\s+(?:pat|appl|pub|ser|prov)\w*\b)",
    "EP": "european(?= (?:pat|appl))",
    "CN": "(?:中国)?(?:发明|实用新型)?(?:专利号?|申请号|公开号|公告号|申请公布号|授权公告号|專利號|申請號|公開號)|chinese(?= (?:pat|appl))",
    "JP": r"特許出願公開|特許公開|公開番号|出願番号|特許出願|特許|特開|特願|特公|特表|再表|再公表|実開|実願|実公|実用新案登録|意匠登録|意願|japanese(?= (?:pat|appl))|jp\W?[abuy][12]?(?=\W+(?:no\W+)?[hstmr]?\d)",
    "KR": "(?:대한민국\\s?)?(?:등록|공개)?(?:특허|실용신안|디자인)(?:출원|등록|공개)?(?:번호|공보)?|(?:출원|공개|등록)번호|제(?=\\s?[1-4]0-)|korean(?= (?:pat|appl))",
    "WO": r"国際公開(?:番号)?|国際出願(?:番号)?|国际公布号|国际公开号|国际申请号?|국제(?:공개|출원)(?:번호)?",
    "BR": "brazilian(?= (?:pat|appl))",
    "IN": "indian(?= (?:pat|appl))",
    "EA": r"eurasian(?= (?:pat|appl))|eapo(?=\W)|евразийск\w+(?=\s)|ЕАПВ(?=\s)",
    "AP": r"aripo(?=\W)",
    "OA": r"oapi(?=\W)",
}
# Such words in the letters of East Asia, right before a number and with what else belongs to it there.
EASTERN = (
    rf"(?![\x00-\x7f])(?:{_OFFICES['WO']}|{_OFFICES['CN']}|{_OFFICES['JP']}|{_OFFICES['KR']})\s?[:：]?\s?[第제]?\s?"
)
_OFFICE = re.compile("|".join(f"(?P<{code}>{words})" for code, words in _OFFICES.items()), re.IGNORECASE)
# Years of the Japanese emperors as DOCDB writes them, and what stands around a number in East Asia.
_ERAS = {"明治": "M", "大正": "T", "昭和": "S", "平成": "H", "令和": "R", "昭": "S", "平": "H", "令": "R"}
_ERA = re.compile(rf"({'|'.join(_ERAS)})\s?(?=[0-9])")
# The same in Latin letters, behind the office: JP Hei 10-123456, JP Showa 55-12345.
_ERA_IN_LATIN = re.compile(r"\A(JP-?)(?:(M)EI(?:JI)?|(T)AI(?:SHO)?|(S)HO(?:WA)?|(H)EI(?:SEI)?|(R)EI(?:WA)?)-?(?=\d)")
_AROUND = re.compile(r"第|제(?=\s?\d)|(?:号|號|호).*$")
# Cyrillic capitals that look like Latin ones: the office's own letter and the searcher's must meet.
_LOOKALIKES = str.maketrans("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTYXISJ")
_THOUSANDS = re.compile(r"(?<=[0-9])-(?=[0-9]{3}(?:-|$))")
_SEPARATORS = re.compile(r"[^A-Z0-9]+")
# An office before a number that has it already, or before a number under the PCT: BR BR 10 2018 010127-7, JP PCT/JP2018/017020.
_TWICE = re.compile(r"\A(?:([A-Z]{2})-(?=\1|PCT-?[A-Z]{2}-?\d)|PCT-(?=WO-?\d{4}))")
# What a document is called where a kind code stands now: DE-OS 1258193, US-PS 3456789.
_CALLED = re.compile(r"\A(AT|CH|DD|DE|FR|GB|US)-?(?:OS|AS|PS|GM|GBM)-?(?=\d)")
# The country in which a European patent has effect, before, within or behind its number: EP(GB) 2533477, EP2533477 (GB).
_STATES = "(?:AL|AT|BE|BG|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GR|HR|HU|IE|IS|IT|LI|LT|LU|LV|MC|ME|MK|MT|NL|NO|PL|PT|RO|RS|SE|SI|SK|SM|TR|UK)"
_EFFECT = re.compile(
    rf"\A(?:{_STATES}-(?=EP-?\d{{7}}(?!\d))|EP-{_STATES}-(?=\d{{6,7}}(?!\d)))|(?<=\AEP\d{{7}})-{_STATES}\Z|(?<=\AEP-\d{{7}})-{_STATES}\Z"
)


def tidy(text: str) -> str:
    """Return the text in capitals and digits with one `-` for each run of anything else, none at the ends.

    Full-width and national digits become 0-9; soft hyphens and other invisible characters vanish; accents are dropped;
    letters that are neither Latin nor look Latin become their code point in hexadecimal, so that they still tell numbers apart.
    """
    text = unicodedata.normalize("NFKC", _labelled(_LABEL.sub("", text))).upper().translate(_LOOKALIKES)
    text = unicodedata.normalize("NFKD", text)
    tidied = _TWICE.sub("", _SEPARATORS.sub("-", "".join(map(_letter, text))).strip("-"))
    tidied = _ERA_IN_LATIN.sub(lambda era: "".join(filter(None, era.groups())), _CALLED.sub(r"\1-", tidied))
    return _EFFECT.sub(lambda state: "EP-" if state[0].startswith("EP") else "", tidied)


def _labelled(text: str) -> str:
    """Return the text with the code of its office in the place of words that say whose it is."""
    label = _OFFICE.match(text.strip(' “"[('))
    if label is None and text.isascii():
        return text
    code, rest = (label.lastgroup or "", label.string[label.end() :]) if label else ("", text)
    rest = _ERA.sub(lambda era: _ERAS[era[1]], _AROUND.sub("", unicodedata.normalize("NFKC", rest))).replace("年", "-")
    rest = _LABEL.sub("", rest) if label else rest
    return rest if not code or rest.strip(" :,.")[:2].upper() == code else f"{code} {rest}"


def _letter(char: str) -> str:
    if char.isascii():
        return char
    if char.isdecimal():
        return str(unicodedata.digit(char))
    category = unicodedata.category(char)
    if category in {"Cf", "Mn"}:
        return ""
    return f"{ord(char):X}" if category[0] in "LN" else "-"


def joined(tidied: str) -> str:
    """Return a tidied text without the hyphens before groups of three digits: `13-123-456-7` is `13123456-7`."""
    return _THOUSANDS.sub("", tidied)


def compact(tidied: str) -> str:
    """Return a tidied text without its hyphens: the generic key."""
    return tidied.replace("-", "")
