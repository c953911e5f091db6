"""Class symbols in every form they are delivered in."""

import pytest

from ingest.document import Symbol
from ingest.formats.symbols import symbol
from ingest.safe_xml import parse

FIFTY = "A61K  31/5383      20060101ALI20090818BHEP        "


@pytest.mark.parametrize(
    ("scheme", "inner", "value", "version"),
    [
        ("ipc", f"<text>{FIFTY}</text>", FIFTY.rstrip(), "20060101"),
        ("ipc", f"\n{FIFTY}\n", FIFTY.rstrip(), "20060101"),
        ("ipc", f"<text>\n    {FIFTY}\n  </text>", FIFTY.rstrip(), "20060101"),
        ("ipc", "<text>A61K 31/00</text>", "A61K 31/00", ""),
        ("ipc", " 7B 60L   7/26   A", "7B 60L   7/26   A", ""),
        (
            "ipc",
            (
                "<ipc-version-indicator><date>20060101</date></ipc-version-indicator><section>B</section><class>62</class>"
                "<subclass>K</subclass><main-group>27</main-group><subgroup>12</subgroup>"
            ),
            "B62K 27/12",
            "20060101",
        ),
        ("ipc", "<section>B</section><class>62</class><subclass>K</subclass>", "B62K", ""),
        (
            "cpc",
            (
                "<cpc-version-indicator><date>20130101</date></cpc-version-indicator><section>A</section><class>23</class>"
                "<subclass>V</subclass><main-group>2002</main-group><subgroup>00</subgroup>"
            ),
            "A23V 2002/00",
            "20130101",
        ),
        (
            "cpc",
            (
                "<ClassificationVersionDate>2013-01-01</ClassificationVersionDate><CPCSection>H</CPCSection><Class>01</Class>"
                "<Subclass>L</Subclass><MainGroup>21</MainGroup><Subgroup>2007</Subgroup>"
            ),
            "H01L 21/2007",
            "2013-01-01",
        ),
        ("ipc", "<PatentClassificationText>B27M 3/00</PatentClassificationText>", "B27M 3/00", ""),
    ],
)
def test_a_symbol_is_handed_on_as_delivered(scheme, inner, value, version):
    assert symbol(scheme, parse(f"<c>{inner}</c>".encode())) == Symbol(scheme, value, version)


def test_an_edition_beside_the_symbol_is_its_version():
    assert symbol("ipc", parse(b"<c>A61K 31/00</c>"), "7") == Symbol("ipc", "A61K 31/00", "7")
