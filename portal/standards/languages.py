"""Languages by ISO 639-1 code: name, direction and script, and the repair of codes that are not ISO 639-1.

Known mistakes of real deliveries: a country code in place of a language (`la` for Lao, `vn` for Vietnamese, `ua` for
Ukrainian), upper case, three-letter codes of ISO 639-2.
"""

from __future__ import annotations

from typing import NamedTuple


class Language(NamedTuple):
    """A language: English name, ISO 15924 script, and the ISO 639-2 codes that stand for it."""

    name: str
    script: str = "Latn"
    three: tuple[str, ...] = ()


LANGUAGES: dict[str, Language] = {
    "am": Language("Amharic", "Ethi", ("amh",)),
    "ar": Language("Arabic", "Arab", ("ara",)),
    "az": Language("Azerbaijani", "Latn", ("aze",)),
    "be": Language("Belarusian", "Cyrl", ("bel",)),
    "bg": Language("Bulgarian", "Cyrl", ("bul",)),
    "bn": Language("Bengali", "Beng", ("ben",)),
    "cs": Language("Czech", "Latn", ("ces", "cze")),
    "da": Language("Danish", "Latn", ("dan",)),
    "de": Language("German", "Latn", ("deu", "ger")),
    "dz": Language("Dzongkha", "Tibt", ("dzo",)),
    "el": Language("Greek", "Grek", ("ell", "gre")),
    "en": Language("English", "Latn", ("eng",)),
    "es": Language("Spanish", "Latn", ("spa", "esl")),
    "et": Language("Estonian", "Latn", ("est",)),
    "fa": Language("Persian", "Arab", ("fas", "per")),
    "fi": Language("Finnish", "Latn", ("fin",)),
    "fr": Language("French", "Latn", ("fra", "fre")),
    "he": Language("Hebrew", "Hebr", ("heb",)),
    "hi": Language("Hindi", "Deva", ("hin",)),
    "hr": Language("Croatian", "Latn", ("hrv", "scr")),
    "hu": Language("Hungarian", "Latn", ("hun",)),
    "hy": Language("Armenian", "Armn", ("hye", "arm")),
    "id": Language("Indonesian", "Latn", ("ind",)),
    "is": Language("Icelandic", "Latn", ("isl", "ice")),
    "it": Language("Italian", "Latn", ("ita",)),
    "ja": Language("Japanese", "Jpan", ("jpn",)),
    "ka": Language("Georgian", "Geor", ("kat", "geo")),
    "kk": Language("Kazakh", "Cyrl", ("kaz",)),
    "km": Language("Khmer", "Khmr", ("khm",)),
    "ko": Language("Korean", "Kore", ("kor",)),
    "ky": Language("Kyrgyz", "Cyrl", ("kir",)),
    "lo": Language("Lao", "Laoo", ("lao",)),
    "lt": Language("Lithuanian", "Latn", ("lit",)),
    "lv": Language("Latvian", "Latn", ("lav",)),
    "mn": Language("Mongolian", "Cyrl", ("mon",)),
    "ms": Language("Malay", "Latn", ("msa", "may", "zsm")),
    "my": Language("Burmese", "Mymr", ("mya", "bur")),
    "ne": Language("Nepali", "Deva", ("nep",)),
    "nl": Language("Dutch", "Latn", ("nld", "dut")),
    "no": Language("Norwegian", "Latn", ("nor", "nob", "nno")),
    "pl": Language("Polish", "Latn", ("pol",)),
    "pt": Language("Portuguese", "Latn", ("por",)),
    "ro": Language("Romanian", "Latn", ("ron", "rum")),
    "ru": Language("Russian", "Cyrl", ("rus",)),
    "si": Language("Sinhala", "Sinh", ("sin",)),
    "sk": Language("Slovak", "Latn", ("slk", "slo")),
    "sl": Language("Slovenian", "Latn", ("slv",)),
    "sr": Language("Serbian", "Cyrl", ("srp", "scc")),
    "sv": Language("Swedish", "Latn", ("swe",)),
    "sw": Language("Swahili", "Latn", ("swa",)),
    "ta": Language("Tamil", "Taml", ("tam",)),
    "tg": Language("Tajik", "Cyrl", ("tgk",)),
    "th": Language("Thai", "Thai", ("tha",)),
    "tk": Language("Turkmen", "Latn", ("tuk",)),
    "tl": Language("Filipino", "Latn", ("tgl", "fil")),
    "tr": Language("Turkish", "Latn", ("tur",)),
    "uk": Language("Ukrainian", "Cyrl", ("ukr",)),
    "ur": Language("Urdu", "Arab", ("urd",)),
    "uz": Language("Uzbek", "Latn", ("uzb",)),
    "vi": Language("Vietnamese", "Latn", ("vie",)),
    "zh": Language("Chinese", "Hans", ("zho", "chi")),
}
_RIGHT_TO_LEFT = {"Arab", "Hebr"}
_THREE_LETTERS = {three: code for code, language in LANGUAGES.items() for three in language.three}

# ISO 639-1 as ST.96 lists it: what is here is a language, whatever else the letters may mean.
_ISO_639_1 = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa
ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr
ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi
pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk
ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_LANGUAGES_OF_ISO = frozenset(_ISO_639_1.split())

# The language meant by a country code that stands where a language belongs: `language: countries`.
_COUNTRIES = {
    country: language
    for language, countries in {
        "ar": "ae bh eg iq jo kw lb ly om qa sa sd sy ye",
        "cs": "cz",
        "da": "dk",
        "el": "gr",
        "en": "ap gh in ke mu mw ng ph sg tt ug us za zm zw",
        "es": "ar bo cl co cr cu do ec es gt hn mx ni pa pe py sv uy ve",
        "fa": "ir",
        "fr": "dz ma oa sn tn",
        "he": "il",
        "hy": "am",
        "ja": "jp",
        "ka": "ge",
        "kk": "kz",
        "km": "kh",
        "ko": "kr",
        "ky": "kg",
        "lo": "la",
        "ms": "bn my",
        "my": "mm",
        "pt": "ao br mz",
        "ru": "ea",
        "uk": "ua",
        "vi": "vn",
        "zh": "cn mo tw",
    }.items()
    for country in countries.split()
}
_WITHDRAWN = {"in": "id", "iw": "he", "ji": "yi", "jw": "jv", "sh": "sr"}  # codes ISO 639 gave up
_NO_LANGUAGE = {"und", "mis", "mul", "zxx", "xx", "ol", "n/a", "none"}


def name(code: str) -> str:
    """Return the English name of a language, or the code itself where the table lacks it."""
    return LANGUAGES[code].name if code in LANGUAGES else code


def script(code: str) -> str:
    """Return the ISO 15924 code of the script a language is written in, or an empty string."""
    return LANGUAGES[code].script if code in LANGUAGES else ""


def direction(code: str) -> str:
    """Return `rtl` or `ltr`, as HTML's dir attribute takes it."""
    return "rtl" if script(code) in _RIGHT_TO_LEFT else "ltr"


def repair(code: str, office: str) -> str:
    """Return the ISO 639-1 code meant by a delivered code: empty for none, in lower case where nothing better is known.

    `office` is the ST.3 code of the sender: its own country code in place of a language is read as its language; another
    country's only where the letters are no language of their own.
    """
    plain = code.replace("_", "-").split("-")[0].strip().lower()
    if plain in _NO_LANGUAGE:
        return ""
    if plain == office.strip().lower() and plain in _COUNTRIES:
        return _COUNTRIES[plain]
    if plain in _LANGUAGES_OF_ISO:
        return plain
    return _THREE_LETTERS.get(plain) or _WITHDRAWN.get(plain) or _COUNTRIES.get(plain, plain)
