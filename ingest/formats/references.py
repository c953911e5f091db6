"""Which claims a claim refers to, by its words: for deliveries that mark no references.

One row a language: what claims are called when another claim cites them. The number follows the word within a few letters
that are neither digits nor the end of a sentence ("claim 1", "einem der Ansprüche 1 bis 3", "ข้อถือสิทธิข้อที่ 1"), or, where
a row of BEFORE has it, comes first (Korean "제1항").
"""

from __future__ import annotations

import re

WORDS = {
    "ar": r"(?:عنصر|عناصر|عنصري)\s+(?:ال)?حماية|المطلب|المطالب|مطلب",
    "de": r"(?:patent)?anspr[uü]ch\w*",
    "en": r"claims?",
    "es": r"reivindicaci[oó]n(?:es)?",
    "fr": r"revendications?",
    "id": r"klaim",
    "it": r"rivendicazion[ei]",
    "ja": r"請求項",
    "km": r"ចំណុចទាមទារ|ការទាមទារ|ការទាមទារសិទ្ធិ",
    "ko": r"청구항",
    "lo": r"ຂໍ້ຖືສິດ|ຂໍ້ຮຽກຮ້ອງ|ຂໍ້ອ້າງສິດ",
    "ms": r"tuntutan",
    "my": r"တောင်းဆိုချက်|အခွင့်အရေးတောင်းဆိုချက်",
    "pt": r"reivindica[cç](?:[aã]o|[oõ]es)",
    "ru": r"п{1,2}(?=\.)\.?|пункт\w*",
    "th": r"ข้อถือสิทธิ(?:์)?",
    "tr": r"istem\w*",
    "uk": r"п{1,2}(?=\.)\.?|пункт\w*",
    "vi": r"(?:theo|trong|các)\s+(?:[^\d.;:,]{0,30}?\s)?điểm|yêu cầu bảo hộ",
    "zh": r"权利要求|權利要求|請求項|请求项",
}
# Written without blanks between words, or with particles grown on to them: the word may stand inside a run of letters.
GROWN = frozenset({"ar", "ja", "km", "ko", "lo", "my", "th", "zh"})
BEFORE = {"ko": r"제\s*(\d{1,3})\s*항"}
RANGE = "-|–|—|~|～|to|through|bis|à|a|al|hasta|até|ate|hingga|sampai|sehingga|đến|tới|ถึง|ຫາ|ถึงข้อ|إلى|до|по|至|乃至|から|내지|ដល់|မှ|din"
LIST = ",|;|and|or|und|oder|et|ou|y|o|e|u|dan|atau|và|hoặc|หรือ|และ|ຫຼື|ແລະ|و|أو|или|и|або|та|または|又は|及び|或|和|및|또는|និង|ឬ|နှင့်|ve|veya"
MOST = 200  # references of one claim


def _pattern(language: str, word: str) -> re.Pattern[str]:
    start, end = ("", "") if language in GROWN else (r"(?<!\w)", r"(?!\w)")
    number = r"\d{1,3}(?![\d.,]?\d)"
    joined = rf"\s*(?:(?:{LIST})\s*(?:{LIST})?|{RANGE})\s*(?:{word})?\s*"
    return re.compile(rf"{start}(?:{word}){end}[^\d.;:]{{0,24}}?({number}(?:{joined}{number})*)", re.IGNORECASE)


PATTERNS = {language: _pattern(language, word) for language, word in WORDS.items()}
SPAN = re.compile(rf"(\d{{1,3}})\s*(?:{RANGE})\s*(\d{{1,3}})|(\d{{1,3}})", re.IGNORECASE)


def cited(claim: str, language: str) -> list[str]:
    """Return the numbers of the claims that the text of a claim refers to, in the order named; none in other languages."""
    code = language[:2].lower()
    pattern = PATTERNS.get(code)
    groups = [match[1] for match in pattern.finditer(claim)] if pattern else []
    groups += re.findall(BEFORE[code], claim) if code in BEFORE else []
    found: dict[str, None] = {}
    for low, high, single in (span for group in groups for span in SPAN.findall(group)):
        first, last = int(single or low), int(single or high)
        found |= dict.fromkeys(str(n) for n in range(first, min(last, first + MOST) + 1) if n)
    return list(found)[:MOST]
