"""Reading a page as a reader's browser does: elements, their attributes, their words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import html

INLINE = {"abbr", "b", "bdi", "code", "mark", "span", "time"}


class Html:
    """A parsed response."""

    def __init__(self, response: Any) -> None:
        self.response = response
        self.text = response.content.decode()
        self.tree = html.fromstring(self.text)

    def words(self, xpath: str = "//main") -> str:
        """Return the text of the first element, white space folded."""
        return spoken(self.tree.xpath(xpath)[0])

    def all(self, xpath: str) -> list[Any]:
        """Return the elements, or the values of attributes."""
        return list(self.tree.xpath(xpath))

    def links(self, xpath: str = "//main") -> dict[str, str]:
        """Return the links inside an element: words → address."""
        return {spoken(a): a.get("href") for a in self.tree.xpath(f"{xpath}//a")}


def spoken(element: Any) -> str:
    """Return an element's text with a blank around everything that stands by itself."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Any) -> Iterator[str]:
    space = "" if element.tag in INLINE else " "
    yield space + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield space
