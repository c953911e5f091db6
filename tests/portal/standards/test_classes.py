"""Class symbols: every spelling one normal form, and index terms from the section down."""

import csv
import gzip
import re
from itertools import pairwise

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from portal.standards.classes import SUBCLASSES, cpc, ipc, ipc_path, locarno, nice, vienna

FIXED = "A61K  31/00        20060101AFI20051220RMJP        "
DATA = settings.OFFICE_DATA_DIR
needs_data = pytest.mark.skipif(
    not DATA.is_dir(), reason="The real office files are not on this machine (OFFICE_DATA_DIR)."
)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("A61K 31/00", "A61K 31/00"),
        ("A61K31/00", "A61K 31/00"),
        ("a61k 31/00", "A61K 31/00"),
        ("A61K  31/00", "A61K 31/00"),
        ("A61K 31 / 00", "A61K 31/00"),
        ("A61K 0031/00", "A61K 31/00"),
        ("A61K0031000000", "A61K 31/00"),
        ("A61K0031385000", "A61K 31/385"),
        ("A01B0001050000", "A01B 1/05"),
        (FIXED, "A61K 31/00"),
        (FIXED.strip(), "A61K 31/00"),
        ("A61K  31/4439                AFI                  ", "A61K 31/4439"),
        ("H01L  21/768      20060101A I20051008RMEP", "H01L 21/768"),
        ("A61K 31/00 (2006.01)", "A61K 31/00"),
        ("B65D 71/18  (2006.01)", "B65D 71/18"),
        ("A61K 31/00 (2006)", "A61K 31/00"),
        ("A61K 31/00 (8)", "A61K 31/00"),
        ("Ａ６１Ｋ ３１／００", "A61K 31/00"),
        ("A 61 K 31/00", "A61K 31/00"),
        ("A61K", "A61K"),
        ("a61k", "A61K"),
        ("C12Q 1/686829", "C12Q 1/686829"),
        ("G06F 2119/02", "G06F 2119/02"),
        ("A61", None),
        ("A", None),
        ("", None),
        ("Y02W 30/62", None),
        ("I01B 1/00", None),
        ("A00B 1/00", None),
        ("A61K 0/00", None),
        ("A61K 31", None),
        ("A61K 31/0", None),
        ("A61K 31/00 and more", None),
        ("A61K 31/00\nA61P 1/00", None),
        ("09-05", None),
        ("A61K 31/00" + "0" * 200, None),
    ],
)
def test_ipc(text, symbol):
    assert ipc(text) == symbol


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("Y02W 30/62", "Y02W 30/62"), ("y02w30/62", "Y02W 30/62"), ("A61K2039/505", "A61K 2039/505"), ("Z99Z 1/00", None)],
)
def test_cpc(text, symbol):
    assert cpc(text) == symbol


@pytest.mark.parametrize(
    ("symbol", "path"),
    [
        ("A61K 31/00", ["A", "A61", "A61K", "A61K31", "A61K31/00"]),
        ("a61k31/4439", ["A", "A61", "A61K", "A61K31", "A61K31/4439"]),
        ("A61K", ["A", "A61", "A61K"]),
        ("A61K 31", ["A", "A61", "A61K", "A61K31"]),
        ("a61k31", ["A", "A61", "A61K", "A61K31"]),
        ("A61K0031000000", ["A", "A61", "A61K", "A61K31", "A61K31/00"]),
        ("A61", ["A", "A61"]),
        ("A00", []),
        ("A61K 31/", []),
        ("A", ["A"]),
        ("Y02W 30/62", ["Y", "Y02", "Y02W", "Y02W30", "Y02W30/62"]),
        ("", []),
        ("silica", []),
    ],
)
def test_ipc_path(symbol, path):
    assert ipc_path(symbol) == path


@given(st.from_regex(r"[A-H](0[1-9]|[1-9][0-9])[A-Z] [1-9][0-9]{0,3}/[0-9]{2,6}", fullmatch=True))
def test_a_normal_symbol_stays_as_it_is(symbol):
    assert ipc(symbol) == symbol
    assert ipc(symbol.replace(" ", "").lower()) == symbol
    path = ipc_path(symbol)
    assert path[-1] == symbol.replace(" ", "")
    assert all(longer.startswith(shorter) for shorter, longer in pairwise(path))


@given(st.text(max_size=80))
def test_any_text_may_stand_where_a_symbol_belongs(text):
    for read in (ipc, cpc, locarno, nice, vienna):
        normal = read(text)
        assert normal is None or read(normal) == normal
    assert ipc_path(text) == [] or ipc_path(text)[0] in "ABCDEFGHY"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("09-05", "09-05"),
        ("9-5", "09-05"),
        ("09.05", "09-05"),
        ("9/5", "09-05"),
        ("Cl. 09-05", "09-05"),
        ("LOC (13) Cl. 09-05", "09-05"),
        ("14-02 (12.2020)", "14-02"),
        ("32-00", "32-00"),
        ("0901", "09-01"),
        ("901", None),
        ("33-01", None),
        ("00-01", None),
        ("09", None),
        ("", None),
    ],
)
def test_locarno(text, symbol):
    assert locarno(text) == symbol


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("5", "5"),
        ("05", "5"),
        ("45", "45"),
        ("Class 16", "16"),
        ("cl. 3", "3"),
        ("Clase 30", "30"),
        ("46", None),
        ("0", None),
        ("", None),
        ("5a", None),
    ],
)
def test_nice(text, symbol):
    assert nice(text) == symbol


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("27.05.08", "27.5.8"),
        ("5.7.13", "5.7.13"),
        ("18.01.00", "18.1"),
        ("14.11", "14.11"),
        ("15", "15"),
        ("30.1.1", None),
        ("0.1.1", None),
        ("", None),
        ("5.7.13.1", None),
    ],
)
def test_vienna(text, symbol):
    assert vienna(text) == symbol


@needs_data
def test_every_symbol_of_the_ipc_is_its_own_normal_form():
    with (DATA / "ipc" / "ipc_es_en.tsv").open(encoding="utf-8") as file:
        rows = [
            row
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["level"] in {"subclass", "group"}
        ]
    assert len(rows) > 70000
    odd = [row["symbol"] for row in rows if ipc(row["symbol"]) != row["symbol"]]
    assert odd == []
    assert {row["symbol"] for row in rows if row["level"] == "subclass"} <= SUBCLASSES


def test_subclasses_are_those_of_the_ipc_and_the_cpc():
    assert {"A61K", "H10F", "Y02W", "B60Y", "F24J"} < SUBCLASSES
    assert {
        "H10B",
        "H10P",
        "H10W",
        "B41P",
        "F27M",
        "A23Y",
        "C07M",
    } < SUBCLASSES  # new, of the CPC alone, no longer used
    assert not {"G12C", "G12V", "G13D", "A00B"} & SUBCLASSES


@needs_data
def test_every_class_of_the_brazilian_gazette_is_read():
    for folder in ("br-inpi-patents", "br-inpi-designs"):
        for path in sorted((DATA / folder).glob("*.gz")):
            with gzip.open(path, "rt", encoding="utf-8") as issue:
                symbols = set(re.findall(r"<classificacao-(?:inter)?nacional [^>]*>([^<]+)<", issue.read()))
            assert symbols
            assert [symbol for symbol in symbols if not (cpc(symbol) or locarno(symbol))] == []


@pytest.mark.parametrize(
    ("read", "text", "symbol"),
    [
        (cpc, "B60K  17/28        20130101 LA20210830BH", "B60K 17/28"),
        (cpc, "F16D2500/10437     20130101 LA20211026BH", "F16D 2500/10437"),
        (ipc, " 7C 07C  29/44   A", "C07C 29/44"),
        (ipc, "2A 01N 43/08 -", "A01N 43/08"),
        (ipc, "G06F 9/455 20060101AFI20051108BHEP", "G06F 9/455"),
        (ipc, "77C 07C 29/44", None),
    ],
)
def test_columns_of_cpc_and_editions_before_an_old_symbol_are_read(read, text, symbol):
    assert read(text) == symbol
