import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from portal.api.tables import table

cell = st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cs",)), max_size=12)


def test_a_table_has_a_header_the_columns_asked_and_empty_fields_for_what_is_unknown():
    rows = [{"a": 1, "b": None, "c": "left out"}, {"a": "x,y", "b": 'say "no"'}]
    assert list(table(["a", "b"], rows)) == ["a,b\r\n", "1,\r\n", '"x,y","say ""no"""\r\n']


def test_a_table_is_written_while_its_rows_are_read():
    read = []

    def rows():
        for number in range(3):
            read.append(number)
            yield {"n": number}

    lines = table(["n"], rows())
    assert [next(lines), next(lines)] == ["n\r\n", "0\r\n"]
    assert read == [0]


@given(st.lists(st.tuples(cell, cell), max_size=5))
def test_whatever_stands_in_a_cell_is_read_back(pairs):
    text = "".join(table(["a", "b"], [{"a": a, "b": b} for a, b in pairs]))
    back = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(row["a"], row["b"]) for row in back] == pairs
