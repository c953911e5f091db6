"""The character entities office files use: the ISO 8879 sets, and what the EPO's own list (docdb-entities.dtd) adds to them.

Python's table of HTML names holds most of the ISO sets. The EPO's list also has names in capitals, for the capital letter
(`SACUTE`) or the sign (`NDASH`); for a few of them (`EACUTE`) it gives the small letter, and so does this table.
"""

from __future__ import annotations

import html.entities
import unicodedata

# Greek letters as ISO 8879 (ISOgrk1) calls them; ISOgrk4 puts `b.` before its names for bold letters.
GREEK = "a α b β g γ d δ e ε z ζ ee η th θ i ι k κ l λ m μ n ν x ξ o ο p π r ρ s σ sf ς t τ u υ ph φ kh χ ps ψ oh ω"
ACCENTS = {"acgr": "\u0301", "digr": "\u0308", "diagr": "\u0308\u0301"}  # ISOgrk2
ACCENTED = ("a", "e", "ee", "i", "o", "u", "oh")
SMALL = "EACUTE OCIRC AUML AELIG UUML IACUTE EGRAVE AACUTE OUML ATILDE NTILDE AGRAVE EUML ICIRC ODBLAC ACIRC".split()  # noqa: SIM905
BOLD = "alpha beta gamma delta epsi epsiv zeta eta thetas thetav iota kappa kappav lambda mu nu xi pi piv rho rhov sigma sigmav tau upsi phi phiv chi psi omega".split()  # noqa: SIM905  # fmt: skip
OTHER = {
    "thetas": "θ",
    "phis": "φ",
    "degree": "°",
    "litre": "ℓ",
    "rlarr2": "⇄",
    "circlef": "●",
    "supl": "¹",
    "MLDR": "…",
}


def named() -> dict[str, str]:
    """Return every entity name with its characters."""
    found = {key[:-1]: value for key, value in html.entities.html5.items() if key.endswith(";")}
    found |= OTHER | _greek()
    found |= {f"b.{name}": found[name] for name in BOLD}
    found |= {f"b.{name.title()}": found[name.title()] for name in BOLD if name.title() in found}
    return {name: value for name, value in _capitals(found).items() if name not in found} | found


def _greek() -> dict[str, str]:
    """Return the Greek letters, small and capital, plain and accented."""
    letters = dict(zip(GREEK.split()[::2], GREEK.split()[1::2], strict=True))
    found = {f"{name}gr": letter for name, letter in letters.items()}
    for suffix, accent in ACCENTS.items():
        found |= {f"{name}{suffix}": unicodedata.normalize("NFC", letters[name] + accent) for name in ACCENTED}
    capitals = {f"{name.removesuffix(end).upper()}{end}": found[name].upper() for name, end in _ends(found)}
    return (
        found | capitals | {f"{name[0].upper()}{name[1:]}": found[name].upper() for name in found if name[0] in "aeiou"}
    )


def _ends(names: dict[str, str]) -> list[tuple[str, str]]:
    """Return each name with the part of it that stays small when the letter is a capital."""
    return [(name, next(end for end in ("diagr", "digr", "acgr", "gr") if name.endswith(end))) for name in names]


def _capitals(found: dict[str, str]) -> dict[str, str]:
    """Return the names in capitals: they stand for the capital letter, else for the sign."""
    titles = {name.upper(): value for name, value in found.items() if name[0].isupper() and value.isupper()}
    signs = {name.upper(): value for name, value in found.items() if name.isalnum() and name.islower()}
    return signs | titles | {name: found[name.lower()] for name in SMALL}
