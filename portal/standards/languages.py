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

# Country codes met where a language belongs. Those that are a language of their own (`br` Breton, `la` Latin, `my` Burmese)
# are repaired only when the office that sent them is that country.
_COUNTRIES = {
    "ae": "ar", "ar": "es", "br": "pt", "cl": "es", "cn": "zh", "co": "es", "cz": "cs", "dk": "da", "eg": "ar", "ge": "ka",
    "gr": "el", "ir": "fa", "jo": "ar", "jp": "ja", "ke": "en", "kg": "ky", "kh": "km", "kr": "ko", "kz": "kk", "la": "lo",
    "mm": "my", "mx": "es", "my": "ms", "pe": "es", "ph": "en", "sa": "ar", "sg": "en", "tn": "fr", "tw": "zh", "ua": "uk",
    "us": "en", "vn": "vi",
}  # fmt: skip
_NEVER_LANGUAGES = {"cn", "cz", "jp", "kh", "mm", "mx", "ph", "ua", "us", "vn"}


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
    """Return the ISO 639-1 code meant by a delivered code; what nobody can repair comes back in lower case.

    `office` is the ST.3 code of the sender: its own country code in place of a language is read as its language.
    """
    plain = code.strip().lower().replace("_", "-").split("-")[0]
    if plain in _THREE_LETTERS:
        return _THREE_LETTERS[plain]
    if plain == office.strip().lower() or plain in _NEVER_LANGUAGES:
        return _COUNTRIES.get(plain, plain)
    return plain
