"""What comes in folders of deliveries and is no document, told in words; and every real file is read or told."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from ingest import beside
from ingest.archive import BadArchive, Member, members
from ingest.beside import Beside
from ingest.dialects import MAPPED, AuthorityDialect, Dialect, of
from ingest.safe_xml import first_tags
from tests.factories.deliveries import st36

FILES = [
    (b"II*\x00\x08", "an image"),
    (b"%PDF-1.4", "a PDF: its text is not read"),
    (b"\xef\xbb\xbf<!-- names --><!ENTITY a 'b'>", "a DTD: the names of elements or entities"),
    (b'{ "$schema": "x" }', "a JSON Schema"),
    (b"version https://git-lfs.github.com/spec/v1\noid sha256:1", "a pointer to a file kept elsewhere (Git LFS): deliver the file itself"),
    (b"## ODC Open Database License\n", "a licence"),
    (b"Method: GetAbstract\n", "a request to a web service, no answer"),
    (b"name_id,name_en\r\na,b", "a table of goods and services terms"),
    (b"  REIVINDICACOES\n1. Processo", "a text of claims that names no application"),
    ("REIVINDICAÇÕES\n1. Processo".encode(), "a text of claims that names no application"),
    (b'[\n{"tr_no":160100008}', "a list of codes or numbers"),
    (b"# Title\n", "a text in Markdown"),
    (b"<x:schema xmlns:x='x'/>", "an XML schema"),
    (b"<g:GIApplication xmlns:g='g'/>", "geographical indications, which are none of the rights kept here"),
    (b"<class-scheme/>", "a classification scheme"),
    (b"<revista numero='1' diretoria='Programa'/>", "a gazette of computer programs, which are none of the rights kept here"),
    (b"<revista diretoria='Contratos'/>", "a gazette of contracts on technology, which are none of the rights kept here"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "words"), FILES)
def test_a_file_is_told_by_its_beginning(head: bytes, words: str) -> None:
    assert beside.told(head, first_tags(head)) == Beside(words)


@pytest.mark.parametrize(
    "head", [b"", b"hello", b"<html/>", b"<a><schema/></a>", b"CC,1,A,20200101", b"a,b\n1,2", b'{"a": 1}']
)
def test_other_files_are_not(head: bytes) -> None:
    assert beside.told(head, first_tags(head)) is None


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("README", True),
        ("a/Read me.txt", True),
        ("LEIAME_pt.txt", True),
        ("LICENSE.txt", True),
        ("week.zip.sha256", True),
        ("SHA256SUMS", True),
        ("Thumbs.db", True),
        ("readme.csv", False),
        ("readme-list.txt", False),
        ("licences.csv", False),
        ("license.xml", False),
        ("notices.txt", False),
        ("md5.csv", False),
    ],
)
def test_a_name_tells_what_a_file_is_only_where_it_is_the_whole_of_it(file: str, *, told: bool) -> None:
    assert (beside.named(file) is not None) is told


def test_a_readme_that_holds_documents_is_read(tmp_path: Path) -> None:
    path = tmp_path / "readme.txt"
    path.write_text(st36("1000001"))
    (member,) = members(path)
    assert isinstance(of(member), Dialect)


RECORD = b'"obj_type_id": 1, "app_number": "m", "data": {"WordMarkSpecification": {}}}'


@pytest.mark.parametrize(
    ("head", "read"),
    [
        (b'{ "$schema": "http://json-schema.org/draft-07/schema#", ', False),
        (b'{"$id": "x", "title": "a \\" b", "$schema": "https://json-schema.org/draft/2020-12/schema", ', False),
        (b'{"$schema": "https://office.example/mark.json", ', True),
    ],
)
def test_a_schema_of_records_is_none_and_a_record_may_name_its_own(head: bytes, *, read: bool) -> None:
    found = of(Member("m.json", lambda: io.BytesIO(head + RECORD)))
    assert found == (MAPPED["ua-trademarks"] if read else Beside("a JSON Schema"))


def test_each_is_said_once_and_as_a_thing() -> None:
    words = [said for _, said in (*beside.ROOTS, *beside.STARTS, *beside.NAMES)]
    assert len(set(words)) == len(words)
    assert all(re.match(r"(an?|the|geographical|what) ", said) and not said.endswith(".") for said in words)


@given(st.binary(max_size=300))
def test_any_bytes_are_told_or_not(head: bytes) -> None:
    found = beside.told(head, first_tags(head))
    assert found is None or found.words


# Of the real folders: the one workbook that stands there twice is a list of codes, and no mapping describes a list of codes.
UNKNOWN = {"legal_code_descriptions_202417.xlsx"}


def test_every_real_file_is_read_or_told_in_words() -> None:
    if not settings.OFFICE_DATA_DIR.is_dir():
        pytest.skip("The folder of real office data is not on this machine.")
    files = [
        path
        for path in settings.OFFICE_DATA_DIR.rglob("*")
        if path.is_file() and path.parent != settings.OFFICE_DATA_DIR
    ]
    unknown = {path.name for path in files if "in-journal" not in path.parts and not _known(path)}
    assert unknown == UNKNOWN


def _known(path) -> bool:  # type: ignore[no-untyped-def]
    try:
        return all(isinstance(of(member), Dialect | AuthorityDialect | Beside) for member in members(path, path.name))
    except BadArchive:
        return False
