"""Superscripts and fractions keep their meaning when the markup goes."""

from __future__ import annotations

import io

import pytest

from ingest import raised
from ingest.safe_xml import parse, records, text

MATH = "http://www.w3.org/1998/Math/MathML"
CASES = [
    ("10<sup>6</sup> m<sup>3</sup>", "10⁶ m³"),
    ("10<Sup>-3</Sup> s<sup> \u22121 </sup>", "10⁻³ s⁻¹"),
    ("10<sup><b>6</b></sup>", "10⁶"),
    ("x<sup>n</sup> y<sup>k</sup> z<sup>n/2</sup>", "xⁿ y^k z^(n/2)"),
    ("x<sup>a<sub>1</sub> + b</sup>", "x^(a1 + b)"),
    ("1<sup>st</sup> Kiln<sup>TM</sup> Ovo<sup>®</sup> a<sup>'</sup>", "1st KilnTM Ovo® a'"),
    ("H<sub>2</sub>O and Na<sup>+</sup>", "H2O and Na⁺"),
    ("a<sup/>b<sup> </sup>c", "abc"),
    (f"<math xmlns='{MATH}'><mi>x</mi><mo>=</mo><mfrac><mn>1</mn> <mn>2</mn></mfrac></math> end", "x=1/2 end"),
    ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>c</mi></mfrac>", "(a+b)/c"),
    ("<mfrac><mfrac><mn>1</mn><mn>2</mn></mfrac><mn>3</mn></mfrac>", "(1/2)/3"),
    ("<mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "3 1/2"),
    ("<msup><mi>x</mi><mn>2</mn></msup>", "x²"),
    ("<msubsup><mi>x</mi><mn>1</mn><mrow><mi>k</mi><mo>+</mo><mn>1</mn></mrow></msubsup>", "x1^(k+1)"),
    ("<mfrac><mn>1</mn></mfrac><msup/>", "1"),
]


@pytest.mark.parametrize(("markup", "said"), CASES)
def test_superscripts_and_fractions_are_written_out(markup: str, said: str) -> None:
    root = parse(f"<a>{markup}</a>".encode())
    assert text(root) == said
    raised.write(root)
    assert text(root) == said


def test_in_a_long_file_as_well() -> None:
    found = records(io.BytesIO(b"<r>" + b"<a>10<sup>6</sup></a>" * 3 + b"</r>"), frozenset("a"))
    assert [text(one) for one in found] == ["10⁶"] * 3
