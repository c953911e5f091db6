"""The help page, made from the table of searchable fields."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from portal.pages.frame import page
from portal.standards.authority import EXCEPTIONS
from portal.standards.events import CATEGORIES
from search.fields import FIELDS

# Operator, what it finds, example.
OPERATORS = (
    ("a b", "both words; nothing between words means AND", "rice husk"),
    ("a AND b, a OR b, a NOT b", "both; at least one; the first without the second", "silica AND (husk OR bran)"),
    ('"a b"', "the words next to each other, in this order", '"rice husk"'),
    ("a NEARn b", "both within n words of each other, in any order; n goes to 50", '"rice husk" NEAR5 silica'),
    ("a ADJn b", "b at most n words after a, in this order", "husk ADJ3 silica"),
    ("a*", "any letters after; ? stands for none or one letter, # for exactly one", "silic*"),
    ("a~, a~2", "a word of four letters or more, and words that differ from it in one letter, or in two", "sillica~"),
    ("field=word", "the word in one field; field:word means the same", "ti=silica"),
    ("field=(a AND b)", "everything in the bracket in one field", "claims=(husk AND silica)"),
    ("field,field=a", "in any of several fields", "ti,ab=silica"),
    ('field any "a b"', 'any of the words or values; field all "a b": all of them', 'ti any "husk bran"'),
    (
        "field=a,b",
        "one of several numbers, offices, kinds, dates or classes; numbers may also stand one a line",
        "cc=VN,TH",
    ),
    ("ipc=A61K31", "a class with everything below it; ipc==A61K31/00 is that group alone", "ipc==A61K31/00"),
    ("a..b, >=a", "dates from a to b, from a on; years, months or days", "pd=2015..2020"),
)


def help_page(request: HttpRequest) -> HttpResponse:
    """Explain how to ask, what the words on the pages mean, and how coverage is counted."""
    context = {
        "here": "help",
        "fields": FIELDS,
        "operators": OPERATORS,
        "exceptions": EXCEPTIONS.items(),
        "categories": CATEGORIES.items(),
    }
    return page(request, "pages/help.html", context)
