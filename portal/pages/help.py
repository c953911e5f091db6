"""The help page, made from the table of searchable fields."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from portal.pages.frame import page
from portal.standards.authority import EXCEPTIONS
from portal.standards.events import CATEGORIES
from search.fields import FIELDS

# Operator, what it finds, example.
OPERATORS = (
    ("a b", "both words; nothing between words means AND", "rice husk"),
    ("a AND b, a OR b, a NOT b", "both; at least one; the first without the second", "silica AND (husk OR bran)"),
    ('"a b"', "the words next to each other, in this order", '"rice husk"'),
    ("a NEARn b", "both within n words of each other, in any order", '"rice husk" NEAR5 silica'),
    ("a*", "any letters after; ? stands for none or one letter, # for exactly one", "silic*"),
    ("field=word", "the word in one field; field:word means the same", "ti=silica"),
    ("field=(a AND b)", "everything in the bracket in one field", "claims=(husk AND silica)"),
    ("a..b, >=a", "dates from a to b, from a on; years, months or days", "pd=2015..2020"),
)


@require_safe
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
