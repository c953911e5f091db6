"""Which claims a claim refers to, by its words: for deliveries that mark no references.

One row a language: what claims are called when another claim cites them. The number follows the word within a few letters
that are neither digits nor the end of a sentence ("claim 1", "einem der Ansprüche 1 bis 3", "ข้อถือสิทธิข้อที่ 1"). Where a row
of BEFORE has the word, the number may come first ("제1항", "1-ლი პუნქტის", "1-тармақ бойынша").
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from portal.standards import languages

WORDS = {
    "ar": r"(?:عنصر|عناصر|عنصري|بند|بنود)\s+(?:ال)?حماية|مطلب|مطالب",
    "az": r"b[əe]nd\w*",
    "bg": r"претенци\w+",
    "bn": r"দাব[িী]",
    "cs": r"nárok\w*",
    "de": r"(?:patent)?anspr[uü]ch\w*",
    "el": r"αξίωση\w*|αξιώσε\w+",
    "en": r"claims?|claimed\s+in(?=\s+\d)",
    "es": r"reivindica(?!d[oa])\w{1,6}|reivindicad[oa]s?\s+en(?=\s+\d)|cl[aá]usulas?",
    "fa": r"ادعا",
    "fr": r"revendications?",
    "he": r"תביע(?:ה|ות|ת)",
    "hi": r"दाव(?:ा|े|ों)",
    "hr": r"zahtjev\w*",
    "hu": r"igénypont\w*",
    "hy": r"կետ\w*|պ\.",
    "id": r"klaim|diklaim\s+dalam(?=\s+\d)",
    "it": r"rivendicazion[ei]",
    "ja": r"請求項",
    "ka": r"პუნქტ\w*|პპ?\.",
    "kk": r"п{1,2}(?=\.)\.?|тармақ\w*|пункт\w*",
    "km": r"(?:ចំណុច|ការ|សិទ្ធិ)ទាមទារ(?:សិទ្ធិ)?",
    "ko": r"청구항",
    "ky": r"п{1,2}(?=\.)\.?|пункт\w*",
    "lo": r"ຂໍ້ຖືສິດ|ຂໍ້ຮຽກຮ້ອງ|ຂໍ້ອ້າງ|ການຮຽກຮ້ອງ|ຕາມຂໍ້",
    "mn": r"зүйл\w*|нэхэмжлэл\w*",
    "ms": r"tuntutan|dituntut\s+dalam(?=\s+\d)",
    "my": r"တောင်းဆိုချက်|တောင်းဆိုမှု",
    "nl": r"conclusies?",
    "pl": r"zastrz(?:e[zż]e\w+|\.)",
    "pt": r"reivindica(?!d[oa])\w{1,6}|reivindicad[oa]s?\s+em(?=\s+\d)",
    "ro": r"revendic[aă]\w*",
    "ru": r"п{1,2}(?=\.)\.?|п(?=\s\d)|пункт\w*",
    "sr": r"zahtev\w*|захтев\w*",
    "sw": r"(?:ma)?dai",
    "tg": r"банд\w*",
    "th": r"ข้อถือสิทธิ(?:์)?|ตามข้อ",
    "tl": r"(?:pag-)?angkin",
    "tr": r"istem\w*",
    "uk": r"п{1,2}(?=\.)\.?|пункт\w*",
    "ur": r"دعو(?:ی|ے|وں)",
    "uz": r"band\w*|банд\w*",
    "vi": r"(?:theo|trong|các|ở|tại)\s+(?:[^\d.;:,]{0,30}?\s)?điểm|yêu cầu bảo hộ",
    "zh": r"权利要求|權利要求|請求項|请求项",
}
# Written without blanks between words, or with particles grown on to them: the word may stand inside a run of letters.
GROWN = frozenset({"ar", "fa", "he", "ja", "km", "ko", "lo", "my", "th", "ur", "zh"})
BEFORE = {code: WORDS[code] for code in ("az", "hu", "hy", "ka", "ky", "mn", "tr", "uz")}
BEFORE |= {"kk": r"тармақ\w*|пункт\w*|т\.", "ko": r"항"}
# What stands before the second number of a list in the place of the whole word ("điểm 1 hoặc điểm 2", "제1항 내지 제3항").
AGAIN = {"ko": "항|제", "lo": "ຂໍ້(?:ທີ)?", "ru": r"п\.", "th": "ข้อ(?:ที่)?", "uk": r"п\.", "vi": "điểm"}
RANGE = "-|–|—|~|～|to|through|bis|à|a la|al|a|hasta|até|ate|hingga|sampai dengan|sampai|s/d|s\\.d\\.?|sehingga|đến|tới|ถึง|ຫາ|إلى|الى|تا|עד|до|по|至|乃至|から|내지|ដល់|မှ|ila|ile|din|do|till|hadi|hanggang|से|থেকে|tot"
LIST = ",|;|and|or|und|oder|et|ou|y|o|ó|e|u|dan|atau|và|hoặc|หรือ|และ|ຫຼື|ແລະ|و|أو|او|یا|או|ו|или|и|або|чи|та|немесе|және|же|жана|або|又は|または|及び|或|和|또는|및|និង|ឬ|နှင့်|သို့မဟုတ်|ve|veya|və|ან|და|կամ|և|sau|și|şi|lub|i|ili|au|या|और|বা|এবং|en|of|nebo|alebo|ba|ба|эсвэл"
MOST, LONGEST = 200, 40  # references of one claim; numbers in one list
NUMBER = r"\d{1,3}(?![\d.,]?\d)"
SIGN = r"(?:\bN(?:os?|[rº°]|ro|um)?\.\s*[º°]?\s*)?"  # “claim No. 1”
SPAN = re.compile(rf"(\d{{1,3}})\s*(?:{RANGE})\s*(\d{{1,3}})|(\d{{1,3}})", re.IGNORECASE)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds the numbers of a language's references, each in group 1."""
    word, again = WORDS[language], AGAIN.get(language)
    start, end = ("", "") if language in GROWN else (r"(?<!\w)", r"(?![^\W\d])")
    other, blank = (rf"(?:{again})?+" if again else ""), r"\s*+"
    linked = rf"(?:(?:{LIST}){blank}(?:{LIST})?|{RANGE})"
    joined = rf"{blank}{other}{blank}{linked}{blank}(?:{word})?+{other}{blank}"
    numbers = rf"({NUMBER}(?:{joined}{NUMBER}){{0,{LONGEST}}}+)"
    found = [rf"{start}(?:{word}){end}[^\d.;:]{{0,24}}?{SIGN}{numbers}"]
    if language in BEFORE:
        found.append(rf"{numbers}\s?(?:[-–’'.]?[^\W\d]{{1,9}}\s)?[-–’'.]?\s?(?:{BEFORE[language]})")
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in found)


@cache
def _between(language: str) -> re.Pattern[str]:
    """Return the words for claims, which between the numbers of a list say nothing of their own."""
    words = filter(None, (WORDS[language], BEFORE.get(language), AGAIN.get(language)))
    return re.compile("|".join(words), re.IGNORECASE)


def cited(claim: str, language: str, label: str = "") -> list[str]:
    """Return the numbers of the claims that the text of a claim refers to, in the order named; none in other languages.

    Where the text begins with the claim's own number (`label`: “Claim 2. …”), that is no reference.
    """
    code, claim = languages.repair(language, ""), unicodedata.normalize("NFC", claim)
    if code not in WORDS or not _between(code).search(claim):
        return []
    matches = sorted(
        (match for pattern in _patterns(code) for match in pattern.finditer(claim)), key=lambda match: match.start(1)
    )
    groups = [match[1] for match in matches if match.start() or match[1] != label]
    found: dict[str, None] = {}
    for low, high, single in (span for group in groups for span in SPAN.findall(_between(code).sub(" ", group))):
        first, last = int(single or low), int(single or high)
        found |= dict.fromkeys(str(n) for n in range(first, min(last, first + MOST) + 1) if n)
    return list(found)[:MOST]
