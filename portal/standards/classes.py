"""Class symbols in one normal form each: IPC and CPC (WIPO ST.8), Locarno, Nice and Vienna.

The IPC's fixed form of 50 characters (ST.8) holds the symbol in its first 15; the rest is version, level and source.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

from portal.standards.remembered import remembered

# B tags of old documents put the edition before the symbol and a letter for its use behind it: ` 7C 07C  29/44   A`.
_SYMBOL = re.compile(r"(?:\d ?)?([A-HY]) ?(\d{2}) ?([A-Z])(.*)", re.DOTALL)
_USE = r" +[A-Z-]"
# What may follow a subclass: `31/00`; an edition in brackets; or columns 16 to 50 of the fixed form, in CPC with A for additional.
_EDITION = r"\s*\((?:\d{4}\.\d{2}|\d{2}\.\d{4}|\d{4}|\d{1,2})\)"
_COLUMNS = r" {1,8}(?:\d{8}| {8})[ACS ][FL ][INA ].{0,21}"
_GROUP = re.compile(rf"[ 0]{{0,3}}([1-9]\d{{0,3}}) ?/ ?(\d{{2,6}})(?:{_EDITION}|{_COLUMNS}|{_USE})?")
# The packed form of databases: `0031` and `000000` after the subclass, without a slash.
_PACKED = re.compile(r"0{0,3}([1-9]\d{0,3})(?<=\d{4})(\d{2})(\d{4})")
_LEVELS = re.compile(r"([A-HY])(?:((?!00)\d{2})(?:([A-Z])(?:([1-9]\d{0,3})(/\d{2,6})?)?)?)?")
# Every class of the IPC and the CPC with the letters of its subclasses; of those no longer used, the ones old documents have most.
_SUBCLASSES = (
    "A01BCDFGHJKLMNP A21BCD A22BC A23ABCDFGJKLNPVY A24BCDF A41BCDFGH A42BC A43BCD A44BC A45BCDF A46BD A47BCDFGHJKL A61BCDFGHJKLMNPQ "
    "A62BCD A63BCDFGHJK A99Z B01BDFJL B02BC B03BCD B04BC B05BCD B06B B07BC B08B B09BC B21BCDFGHJKL B22CDF B23BCDFGHKPQ B24BCD "
    "B25BCDFGHJ B26BDF B27BCDFGHJKLMN B28BCD B29BCDFGHJKL B30B B31BCDF B32B B33Y B41BCDFGJKLMNP B42BCDF B43KLM B44BCDF "
    "B60BCDFGHJKLMNPQRSTVWY B61BCDFGHJKL B62BCDHJKLM B63BCGHJ B64BCDFGU B65BCDFGH B66BCDF B67BCD B68BCFG B81BC B82BY B99Z C01BCDFGP "
    "C02BCDF C03BC C04B C05BCDFG C06BCDF C07BCDFGHJKM C08BCDFGHJKL C09BCDFGHJK C10BCFGHJKLMN C11BCD C12BCDFGHJKLMNPQRSY C13BCDFGHJK "
    "C14BC C21BCD C22BCDF C23BCDFG C25BCDF C30B C40B C99Z D01BCDFGH D02GHJ D03CDJ D04BCDGH D05BC D06BCFGHJLMNPQ D07B D10B D21BCDFGHJ "
    "D99Z E01BCDFH E02BCDF E03BCDF E04BCDFGH E05BCDFGY E06BC E21BCDF E99Z F01BCDKLMNP F02BCDFGKMNP F03BCDGH F04BCDF F05BCD F15BCD "
    "F16BCDFGHJKLMNPST F17BCD F21HKLMPQSVWY F22BDG F23BCDGHJKLMNQR F24BCDFHJSTV F25BCDJ F26B F27BDM F28BCDFG F41ABCFGHJ F42BCD F99Z "
    "G01BCDFGHJKLMNPQRSTVW G02BCF G03BCDFGH G04BCDFGR G05BDFG G06CDEFGJKMNQTV G07BCDFG G08BCG G09BCDFG G10BCDFGHKL G11BC G12B G16BCHYZ "
    "G21BCDFGHJK G99Z H01BCFGHJKLMPQRST H02BGHJKMNPS H03BCDFGHJKLM H04BHJKLMNQRSW H05BCFGHK H10BDFHKNPW H99Z Y02ABCDEPTW Y04S Y10ST"
)
SUBCLASSES = frozenset(of[:3] + letter for of in _SUBCLASSES.split() for letter in of[3:])
GROWING = frozenset(
    of[:3] for of in _SUBCLASSES.split() if len(of) > len("A01B")
)  # that may get one more: classes with several
_LONGEST = 60
_LOCARNO = re.compile(
    rf"(?:LOC(?:ARNO)?)?(?: ?\(\d{{1,2}}\))? ?(?:CL(?:ASS)?\.?)? ?(\d{{1,2}}) ?[-./] ?(\d{{1,2}})(?:{_EDITION})?"
)
_LOCARNO_JOINED = re.compile(r"(\d\d)(\d\d)")
_NICE = re.compile(r"(?:CL(?:ASS|ASSE|ASE)?\.? ?)?0?(\d{1,2})")
_VIENNA = re.compile(r"(\d{1,2})(?:\.(\d{1,2})(?:\.(\d{1,2}))?)?")
LOCARNO_CLASSES, NICE_CLASSES, VIENNA_CATEGORIES = range(1, 33), range(1, 46), range(1, 30)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text[: _LONGEST * 2]).upper().strip()


@remembered
def _patent_class(text: str, sections: str) -> str | None:
    """Return `A61K` or `A61K 31/00` for any spelling of a symbol whose section letter is one of `sections`."""
    match = _SYMBOL.fullmatch(_plain(text))
    if match is None or match[1] not in sections or match[2] == "00":
        return None
    subclass, rest = match[1] + match[2] + match[3], match[4]
    if not rest:
        return subclass
    if group := _GROUP.fullmatch(rest):
        return f"{subclass} {group[1]}/{group[2]}"
    if packed := _PACKED.fullmatch(rest):
        return f"{subclass} {packed[1]}/{packed[2]}{packed[3].rstrip('0')}"
    return None


def ipc(text: str) -> str | None:
    """Return an IPC symbol as `A61K 31/00`, or a subclass as `A61K`; None where it is not one."""
    return _patent_class(text, "ABCDEFGH")


def cpc(text: str) -> str | None:
    """Return a CPC symbol as `Y02W 30/62`; None where it is not one. CPC has the sections of IPC and Y."""
    return _patent_class(text, "ABCDEFGHY")


def ipc_path(symbol: str) -> list[str]:
    """Return the index terms from section to symbol: `A`, `A61`, `A61K`, `A61K31`, `A61K31/00`.

    `symbol` is any spelling of an IPC or CPC symbol, or the beginning of one down to a main group (`A61K 31`); anything
    else gives an empty list.
    """
    plain = (cpc(symbol) or _plain(symbol)).replace(" ", "")
    match = _LEVELS.fullmatch(plain)
    return [*accumulate(level for level in match.groups() if level)] if match else []


def locarno(text: str) -> str | None:
    """Return a Locarno class and subclass as `09-05`; None where there is no such class. The United States write `0905`."""
    match = _LOCARNO.fullmatch(_plain(text)) or _LOCARNO_JOINED.fullmatch(_plain(text))
    if match is None or int(match[1]) not in LOCARNO_CLASSES:
        return None
    return f"{int(match[1]):02}-{int(match[2]):02}"


def nice(text: str) -> str | None:
    """Return a Nice class as `1` to `45`; None where there is no such class."""
    match = _NICE.fullmatch(_plain(text))
    return str(int(match[1])) if match and int(match[1]) in NICE_CLASSES else None


def vienna(text: str) -> str | None:
    """Return a Vienna category, division and section as `5.7.13`, or `5.7`, or `5`; None where there is no such category.

    Some offices fill the places they do not use with zeros: `18.01.00` is `18.1`.
    """
    match = _VIENNA.fullmatch(_plain(text).replace(" ", ""))
    if match is None or int(match[1]) not in VIENNA_CATEGORIES:
        return None
    return ".".join(str(int(part)) for part in match.groups("0") if int(part))
