"""Claims, descriptions and abstracts: no letter lost, lines kept, claims numbered and their references found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.formats import prose
from ingest.safe_xml import parse, raw


def claims(inner: str, language: str = "en"):
    found, problems = prose.claims(language, parse(f"<claims>{inner}</claims>".encode()), "d.xml:1")
    return found.paragraphs if found else None, [problem.code for problem in problems]


def passage(inner: str):
    found = prose.passage("description", "en", parse(f"<description>{inner}</description>".encode()))
    return found and [(paragraph["n"], paragraph["t"]) for paragraph in found.paragraphs]


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ('<claim num="1"><claim-text>A kiln.</claim-text></claim>', ["A kiln."]),
        ('<claim num="0001"><claim-text>1. A kiln.</claim-text></claim>', ["A kiln."]),
        ('<claim num="1"><claim-text><b>1</b>. A kiln.</claim-text></claim>', ["A kiln."]),
        ('<claim num="1"><claim-text>1) A kiln.</claim-text></claim>', ["A kiln."]),
        ('<claim num="1"><claim-text>2. A kiln.</claim-text></claim>', ["2. A kiln."]),
        ('<claim num="1"><claim-text>1.5 kg of rice.</claim-text></claim>', ["1.5 kg of rice."]),
        (
            """<claim num="1"><claim-text>A kiln having:<claim-text>a door; and</claim-text>
               <claim-text>a flue <claim-text>of clay</claim-text></claim-text>and a roof.</claim-text></claim>""",
            ["A kiln having:\na door; and\na flue\nof clay\nand a roof."],
        ),
        ('<claim num="1"><claim-text>H<sub>2</sub>O and<br/>CO<sub>2</sub></claim-text></claim>', ["H2O and\nCO2"]),
        ('<claim num="1"><claim-text>a<!-- no --><?no no?>b</claim-text></claim>', ["ab"]),
        ('<claim num="1"><claim-text>one</claim-text><claim-text>two</claim-text></claim>', ["one\ntwo"]),
        ("<claim>a</claim>", ["a"]),
        ('<claim num="1"><claim-text>1.- Un horno.</claim-text></claim>', ["Un horno."]),
        ('<claim num="1"><claim-text>1.-2 hornos.</claim-text></claim>', ["2 hornos."]),
        ('<claim num="1"><claim-text>1. -5 degrees.</claim-text></claim>', ["-5 degrees."]),
        ('<claim num="1"><claim-text>1 - Four.</claim-text></claim>', ["Four."]),
        ('<claim num="1"><claim-text>١- فرن</claim-text></claim>', ["فرن"]),
        ('<claim num="1"><claim-text>1-butene.</claim-text></claim>', ["1-butene."]),
        ('<claim num="1"><claim-text>1 - 5 kg of rice.</claim-text></claim>', ["1 - 5 kg of rice."]),
        ('<claim num="2-4"><claim-text>2 - 4. (cancelled)</claim-text></claim>', ["(cancelled)"]),
        (
            "<Claim><ClaimNumber>1</ClaimNumber><ClaimStatusCategory>Cancelled by applicant</ClaimStatusCategory><ClaimText>A kiln.</ClaimText></Claim>",
            ["(Cancelled by applicant) A kiln."],
        ),
        (
            "<Claim><ClaimStatusCategory>Cancelled</ClaimStatusCategory><ClaimText>(canceled)</ClaimText></Claim>",
            ["(canceled)"],
        ),
        (
            "<Claim><ClaimStatusCategory>Original</ClaimStatusCategory><ClaimText>A kiln.</ClaimText></Claim>",
            ["A kiln."],
        ),
    ],
)
def test_the_text_of_a_claim_is_one_line_for_each_nested_part(inner, found):
    paragraphs, _ = claims(inner)
    assert [paragraph["t"] for paragraph in paragraphs] == found


@pytest.mark.parametrize(
    ("numbers", "labels", "problems"),
    [
        (["1", "2", "3"], ["1", "2", "3"], []),
        (["0001", "0002"], ["1", "2"], []),
        (["5", "7"], ["5", "7"], []),
        (["๑", "๒"], ["1", "2"], []),
        (["1a", "1b"], ["1a", "1b"], []),
        (["1", "02 – 04", "5"], ["1", "2-4", "5"], []),
        (["1", "", "3"], ["1", "2", "3"], ["READ-CLAIM-NUMBER"]),
        (["1", "1", "2"], ["1", "2", "3"], ["READ-CLAIM-NUMBER"]),
        (["", ""], ["1", "2"], ["READ-CLAIM-NUMBER"]),
        ([""], ["1"], ["READ-CLAIM-NUMBER"]),
    ],
)
def test_claims_are_numbered_by_position_where_a_number_is_missing_or_repeated(numbers, labels, problems):
    inner = "".join(
        f'<claim num="{n}"><claim-text>x</claim-text></claim>' if n else "<claim>x</claim>" for n in numbers
    )
    paragraphs, said = claims(inner)
    assert ([paragraph["n"] for paragraph in paragraphs], said) == (labels, problems)


@pytest.mark.parametrize(
    ("number", "said"), [(1, "the one claim was numbered 1."), (2, "the 2 claims were numbered by their position.")]
)
def test_what_became_of_claims_without_numbers_is_said_in_their_number(number, said):
    assert prose.by_position(number) == said


def test_references_are_those_the_office_marked():
    inner = """<claim id="c1" num="1"><claim-text>A kiln.</claim-text></claim>
        <claim id="c2" num="2"><claim-text>The kiln of <claim-ref idref="c1">claim 1</claim-ref>.</claim-text></claim>
        <claim id="c3" num="3"><claim-text>The kiln of <claim-ref idref="c1 c2">claims 1 and 2</claim-ref>.</claim-text></claim>
        <claim id="c4" num="4"><claim-text>As <claim-ref idref="gone">claim 9</claim-ref> and claim 2.</claim-text></claim>"""
    paragraphs, _ = claims(inner)
    assert [paragraph["refs"] for paragraph in paragraphs] == [[], ["1"], ["1", "2"], ["gone"]]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [(["1", "2", "2"], "Claim number 2 is repeated; the 3 "), (["1", "", "1"], "Claim number 1 is repeated and a claim number is missing;"),
     (["", "2"], "A claim number is missing;")],
)  # fmt: skip
def test_what_is_wrong_with_the_numbers_of_claims_is_said(numbers, said):
    inner = "".join(f'<claim num="{n}"><claim-text>x</claim-text></claim>' for n in numbers)
    _, (problem,) = prose.claims("en", parse(f"<claims>{inner}</claims>".encode()), "")
    assert problem.sentence.startswith(said)


def test_references_nobody_marked_are_read_from_the_words_wherever_they_point():
    inner = "".join(
        f'<claim num="{n}"><claim-text>{said}</claim-text></claim>'
        for n, said in enumerate(
            ["A kiln of claim 1.", "Kiln of claim 1.", "Kiln of claims 1 to 5, at 200 degrees."], 1
        )
    )
    paragraphs, _ = claims(inner)
    assert [paragraph["refs"] for paragraph in paragraphs] == [["1"], ["1"], ["1", "2", "3", "4", "5"]]


@pytest.mark.parametrize(
    "given", ["2-4", "<BeginRangeNumber>2</BeginRangeNumber><!-- to --><EndRangeNumber>4</EndRangeNumber>"]
)
def test_a_reference_to_a_claim_within_a_range_is_to_the_range(given):
    paragraphs, problems = claims(
        f"""<Claim id="a"><ClaimNumber>1</ClaimNumber><ClaimText>A kiln.</ClaimText></Claim>
           <Claim id="b"><ClaimNumberRange>{given}</ClaimNumberRange><ClaimText>(Cancelled)</ClaimText></Claim>
           <Claim><ClaimNumber>5</ClaimNumber><ClaimText>The kiln of claim 1 or 3.</ClaimText></Claim>
           <Claim><ClaimNumber>6</ClaimNumber><ClaimText>As <ClaimReference idrefs="b">claim 2</ClaimReference>.</ClaimText></Claim>"""
    )
    assert [(p["n"], p["refs"]) for p in paragraphs] == [("1", []), ("2-4", []), ("5", ["1", "2-4"]), ("6", ["2-4"])]
    assert problems == []


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        (
            "<p>1. A kiln.</p><p>2. The kiln of claim 1.</p>",
            [("1", "A kiln.", []), ("2", "The kiln of claim 1.", ["1"])],
        ),
        ('<P pNumber="1">1. A kiln.</P><P pNumber="2">2. B.</P>', [("1", "A kiln.", []), ("2", "B.", [])]),
        ("<p>We claim</p><p>1- A kiln of</p><p>clay</p>", [("", "We claim", []), ("1", "A kiln of\nclay", [])]),
        ('<p num="7">1. A kiln.</p>', [("7", "1. A kiln.", [])]),
        ("<p>A kiln.</p><p>2. x</p>", [("", "A kiln.", []), ("", "2. x", [])]),
    ],
)
def test_claims_that_are_plain_paragraphs_have_the_numbers_they_begin_with(inner, found):
    paragraphs, _ = claims(inner)
    assert [(p["n"], p["t"], p["refs"]) for p in paragraphs] == found


def test_text_beside_the_claims_is_kept_without_a_number():
    paragraphs, _ = claims(
        '<heading>Claims</heading>loose<claim num="1">a</claim><div><claim num="2">b</claim>tail</div>'
    )
    assert [(p["n"], p["t"]) for p in paragraphs] == [
        ("", "Claims"),
        ("", "loose"),
        ("1", "a"),
        ("2", "b"),
        ("", "tail"),
    ]


@pytest.mark.parametrize(
    ("inner", "image_only"),
    [
        ('<doc-page file="1.tif"/>', True),
        ('<p num="1"><img file="1.tif"/></p>', True),
        ('<claim num="1"><claim-text><img/></claim-text></claim>', True),
        ('<p num="1">x<img/></p>', False),
        ('<p num="1">x</p><doc-page/>', False),
        ("<p>x</p>", False),
    ],
)
def test_pages_without_text_are_image_only(inner, image_only):
    for part in (
        prose.claims("en", parse(f"<claims>{inner}</claims>".encode()), "")[0],
        prose.passage("abstract", "en", parse(f"<abstract>{inner}</abstract>".encode())),
    ):
        assert part.image_only is image_only
        assert bool(part.paragraphs) is not image_only


@pytest.mark.parametrize(
    ("inner", "pictures"),
    [
        ("<p>x</p>", 0),
        ("<p>x <img/> y <maths><img/></maths></p><p num='2'><img/></p>", 3),
        ("<p>x <maths><img/><math>a</math></maths></p>", 0),
        ("<P>x<Image><FileName>f.tif</FileName></Image></P><PageImage><Image/></PageImage>", 1),
    ],
)
def test_pictures_among_the_words_are_counted(inner, pictures):
    assert prose.passage("abstract", "en", parse(f"<abstract>{inner}</abstract>".encode())).pictures == pictures


def test_a_picture_in_a_claim_is_counted():
    claim = '<claims><claim num="1"><claim-text>A ratio <img file="c.tif"/></claim-text></claim></claims>'
    assert prose.claims("en", parse(claim.encode()), "")[0].pictures == 1


def test_names_and_sizes_of_image_files_are_no_text():
    image = "<Image><FileName>f.tif</FileName><HeightMeasure>3</HeightMeasure></Image>"
    assert passage(f"<P>a{image}b</P><P>c</P>") == [("", "a b"), ("", "c")]
    assert passage(f"<PageImage>{image}</PageImage>") == []
    captioned = image.replace("<HeightMeasure>3</HeightMeasure>", "<Caption>The kiln</Caption>")
    assert passage(f"<P>x{captioned}</P>") == [("", "x The kiln")]


@pytest.mark.parametrize("inner", ["", " \n ", "<p/>", "<!-- x -->"])
def test_a_part_without_text_is_none(inner):
    assert passage(inner) is None
    assert claims(inner) == (None, [])


@pytest.mark.parametrize(
    ("inner", "found"),
    [
        ('<heading>Field</heading><p num="0001">One.</p>', [("", "Field"), ("0001", "One.")]),
        ('<p id="x" num="1">One <b>bold</b>.</p>', [("1", "One bold.")]),
        ("<technical-field><p num='1'>One.</p></technical-field>tail", [("1", "One."), ("", "tail")]),
        ("no paragraph <i>at</i> all", [("", "no paragraph at all")]),
        ("<p num='1'>a<ul><li>x</li><li>y</li></ul>z</p>", [("1", "a\nx\ny\nz")]),
        ("<p num='1'><table><row><entry>a</entry><entry>b</entry></row><row><entry>c</entry></row></table></p>", [("1", "a b\nc")]),
        ("<p num='1'>x</p><p num='2'><img/></p>", [("1", "x"), ("2", "")]),
        ("<p num='1'>a<p>b</p></p>", [("1", "a\nb")]),
        ("<tables><row><entry>a</entry></row></tables><p num='1'>x</p>", [("", "a"), ("1", "x")]),
        ("<P xmlns='urn:c' pNumber='7'>x</P>", [("7", "x")]),
        ("<p num='1'>ก ข\u200bค</p>", [("1", "ก ข\u200bค")]),
    ],
)  # fmt: skip
def test_paragraphs_in_order_with_their_labels(inner, found):
    assert passage(inner) == found


NAMES = st.sampled_from(
    ["p", "heading", "b", "claim", "claim-text", "li", "row", "entry", "br", "technical-field", "sub"]
)
WORDS = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Zs"]), max_size=8)
TREES = st.recursive(
    WORDS,
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>", NAMES, st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


@given(TREES)
def test_no_letter_of_a_description_or_abstract_is_lost(inner):
    whole = re.sub(r"\s", "", raw(parse(f"<description>{inner}</description>".encode())))
    found = passage(inner)
    assert re.sub(r"\s", "", "".join(said for _, said in found or [])) == whole


@given(TREES)
def test_no_letter_of_the_claims_is_lost_but_their_numbers(inner):
    whole = re.sub(r"\s", "", raw(parse(f"<claims>{inner}</claims>".encode())))
    paragraphs, _ = claims(inner)
    found = re.sub(r"\s", "", "".join(paragraph["t"] for paragraph in paragraphs or []))
    nested = re.search(r"<claim>(?:(?!</claim>).)*<claim>", inner)
    assert nested or found == whole
