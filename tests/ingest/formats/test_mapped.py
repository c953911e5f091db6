"""Records by mappings: every sort of rule, what is told, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Delivered, Event, Name, Number, Unreadable
from ingest.formats.mapped import MOST, STATUS, document, leaves, nodes
from ingest.formats.mapping import load_text

HEAD = """
name = "x"
words = "x"
office = "TH"
format = "json"
told_by = ["no"]
empty = ["nan"]
[application]
number = "no"
date = "filed"
"""


def read(rules: str, record: dict[str, object], head: str = HEAD) -> Delivered:
    found = document(load_text(head + rules, "x.toml"), {"no": "1"} | record, "m:1")
    assert isinstance(found, Delivered)
    return found


def refused(rules: str, record: dict[str, object]) -> tuple[str, str]:
    found = document(load_text(HEAD + rules, "x.toml"), {"no": "1"} | record, "m:1")
    assert isinstance(found, Unreadable)
    return found.problem.code, found.problem.sentence


def told(found: Delivered) -> list[tuple[str, str]]:
    return [(problem.code, problem.sentence) for problem in found.problems]


def test_paths_go_through_lists_and_records():
    record = {"a": [{"b": "1"}, {"b": ["2", [{"c": "3"}]]}, "x"], "d": None}
    assert nodes(record, "a > b") == ["1", "2", {"c": "3"}]
    assert nodes(record, "a > b > c") == ["3"]
    assert (nodes(record, "d"), nodes(record, "e > f"), nodes("text", "a")) == ([], [], [])
    assert nodes(record, "") == [record]
    assert list(leaves(record)) == [("a > b", "1"), ("a > b", "2"), ("a > b > c", "3"), ("a", "x")]


NAMES = '[[names]]\nrole = "applicant"\n'


@pytest.mark.parametrize(
    ("rules", "record", "names"),
    [
        (NAMES + 'name = "p"', {"p": " A "}, [("A", "", "")]),
        (NAMES + 'name = "p"', {"p": "nan"}, []),
        (NAMES + 'name = "p"', {"p": None}, []),
        (NAMES + "from = 'p'\nsplit = ';'", {"p": "A; B;;A"}, [("A", "", ""), ("B", "", "")]),
        (NAMES + "from = 'p'\nname = 'n'\ncountry = 'c > code'", {"p": [{"n": "A", "c": {"code": "vn"}}, {"c": {"code": "TH"}}]}, [("A", "VN", "")]),
        (NAMES + r"from = 'p'" + "\n" + r"pattern = '\((?P<country>..)\) (?P<name>\w+)(?: at (?P<address>.+))?'", {"p": ["(TH) A at B", "(99) C"]}, [("A", "TH", "B"), ("C", "", "")]),
        (NAMES + "name = 'p'\ncountry = 'c'", {"p": "A", "c": "Viet Nam"}, [("A", "VN", "")]),
        (NAMES + "name = 'p'\nname_latin = 'e'", {"e": "E", "p": "П"}, [("П", "", "")]),
        (NAMES + "from = 'p'\nname = 'n'\nwhere = { t = '[AO]' }", {"p": [{"n": "A", "t": "A"}, {"n": "B", "t": "AO"}, {"n": "C"}]}, [("A", "", "")]),
        (NAMES + "from = 'p'\nsplit = ';'\nwhere = { t = 'firms?' }", {"p": "A;B", "t": "firm"}, [("A", "", ""), ("B", "", "")]),
        (NAMES + "from = 'p'\nwhere = { t = 'firms?' }", {"p": "A", "t": "person"}, []),
        (NAMES + "name = 'p'\n" + NAMES + "name = 'q'\ninstead = true", {"p": "A", "q": "B"}, [("A", "", "")]),
        (NAMES + "name = 'p'\n" + NAMES + "name = 'q'\ninstead = true", {"q": "B"}, [("B", "", "")]),
    ],
)  # fmt: skip
def test_names_by_every_sort_of_rule(rules, record, names):
    assert [(n.name, n.country, n.address) for n in read(rules, record).names] == names


def test_a_name_in_latin_letters_alone_is_the_name():
    rules = NAMES + "from = 'p'\nname = 'n'\nname_latin = 'e'"
    assert read(rules, {"p": {"n": "", "e": "E"}}).names == [Name("applicant", "E")]
    assert read(rules, {"p": {"n": "", "e": ""}}).names == []
    assert read(rules, {"p": {"n": "П", "e": "E"}}).names == [Name("applicant", "П", name_latin="E")]


def test_an_application_number_that_stands_in_two_places_is_compared():
    rules = "[[publications]]\nnumber = 's > no'\ndate = 'd'\n"
    for inner, told in (("7", 0), ("8", 1)):
        found = read(rules, {"no": "7", "s": {"no": inner}, "d": "2020"})
        assert [p.sentence for p in found.problems if "under s > no" in p.sentence] == [
            "The number under s > no is “8”, not “7” as under no."
        ][:told]


def test_what_does_not_match_is_told_and_kept_or_left():
    event = (
        "[[events]]\nfrom = 'j'\npattern = '(?P<gazette>\\d+) (?P<date>.+)'\nalways = { code = 'G', name = 'Grant' }\n"
    )
    assert read(event, {"j": "5 01/02/2020"}).events == [Event("G", "Grant", "01/02/2020", "", "5")]
    kept = read(event, {"j": "soon"})
    assert [e.name for e in kept.events] == ["soon"]
    left = read(event + "only_matching = true", {"j": "soon"})
    assert left.events == []
    assert told(kept) == told(left) == [("READ-VALUE", "“soon” under j is not in the form the mapping expects.")]


TITLE = "[[texts]]\npart = 'title'\ntext = 't'\n"
STATUS_RULE = "[status]\nname = 's'\n"


@pytest.mark.parametrize(
    ("rules", "record", "said"),
    [
        (TITLE, {"t": ["a", "b", "a", "c"]}, ["Under t one value is wanted and “a” was taken, not “b”, “c”."]),
        (TITLE, {"t": ["a", "", "a"]}, []),
        (STATUS_RULE, {"s": ["Open", "Shut"]}, ["Under s one value is wanted and “Open” was taken, not “Shut”."]),
        ("", {"filed": ["2020", "2021"]}, ["Under filed one value is wanted and “2020” was taken, not “2021”."]),
        (NAMES + "from = 'p'\nname = 'n > x'", {"p": [{"n": {"x": ["A", "B"]}}, {"n": {"x": "C"}}]}, ["Under p > n > x one value is wanted and “A” was taken, not “B”."]),
        (NAMES + "from = 'p'", {"p": ["A", "B"]}, []),
    ],
)  # fmt: skip
def test_where_one_value_is_wanted_the_others_are_told(rules, record, said):
    assert told(read(rules, record)) == [("READ-VALUE", sentence) for sentence in said]


PARTY = NAMES + "from = 'p'\nname = 'n'\naddress = 'a'\ncountry = 'c'\n"
GRANT = "[[publications]]\nnumber = 'g'\ndate = 'd'\nneeds = ['date']\n"


@pytest.mark.parametrize(
    ("rules", "record", "said"),
    [
        (PARTY, {"p": [{"n": "A", "c": "US"}, {"n": "", "c": "US", "a": "X"}]}, ["Left, as there is no name with it: “US” under p > c, “X” under p > a."]),
        (PARTY + PARTY.replace("'n'", "'m'"), {"p": [{"n": "A", "c": "US"}, {"m": "B", "c": "VN"}]}, []),
        (PARTY, {"p": [{"n": "", "c": ""}]}, []),
        (GRANT, {"g": "7", "d": ""}, ["Left, as there is no date with it: “7” under g."]),
        (GRANT, {"g": "", "d": "2020"}, ["Left, as there is no number with it: “2020” under d."]),
        (GRANT + "[granted]\ndate = 'd'\n", {"g": "", "d": "2020"}, []),
        (GRANT, {"g": "1", "d": ""}, []),  # its own number stands already
    ],
)  # fmt: skip
def test_what_has_lost_the_value_it_belongs_to_is_told(rules, record, said):
    assert told(read(rules, record)) == [("READ-VALUE", sentence) for sentence in said]


PUBLICATION = (
    "[[publications]]\nnumber = 'no'\ndate = 'd'\nneeds = ['date']\nkinds = { patent = 'B', utility_model = 'U' }\n"
)
RIGHT = "[right]\nfrom = 'r'\nvalues = { P = 'patent', M = 'utility_model', D = 'design' }\n"


@pytest.mark.parametrize(
    ("right", "date", "found"),
    [("P", "2020", [("B", True)]), ("M", "2020", [("U", True)]), ("D", "2020", [("", False)]), ("P", "", [])],
)
def test_a_kind_the_office_does_not_print_follows_from_the_right(right, date, found):
    document = read(PUBLICATION + RIGHT, {"r": right, "d": date})
    assert [(p.kind, p.kind_inferred) for p in document.publications] == found


def test_without_a_right_the_number_says_which_kind():
    found = read(PUBLICATION, {"no": "2003000001", "d": "2020"})
    assert (found.right, found.publications[0].kind) == ("", "U")


def test_a_part_of_a_value_is_found_in_it():
    rules = "[as_of]\ndate = 'j'\nfind = { date = '(\\d{2}/\\d{2}/\\d{4})' }"
    assert read(rules, {"j": "No. 7 of 05/01/2018"}).as_of == "05/01/2018"
    assert read(rules, {"j": "No. 7"}).as_of == ""


def test_without_a_date_of_its_own_neither_a_record_nor_its_status_has_one():
    rules = "[[events]]\nfrom = 'e'\nname = 'n'\ndate = 'd'\n[status]\nname = 's'\ncomment = 'x > until'\n"
    record = {"filed": "01/02/2010", "e": [{"n": "a", "d": "03.04.2015"}, {"n": "b", "d": "2012-01-01"}], "s": "Open"}
    found = read(rules, record | {"x": {"until": "2030"}})
    assert found.as_of == ""
    assert found.events[-1] == Event("", "Open", "", f"{STATUS} until: 2030.", status=True)
    assert read(rules, {"s": "Open"}).events == [Event("", "Open", "", STATUS, status=True)]


def test_every_value_that_is_not_spoken_of_is_told_once_with_its_count():
    found = read(
        "[ignored]\nskip = 'on purpose'", {"skip": {"a": "1"}, "new": [{"a": "1"}, {"a": "2", "b": ""}], "none": None}
    )
    assert told(found) == [("READ-NEW", "The column or key new > a is new to this reader and was not used.")]
    assert found.problems[0].place == "m:1 (2×)"


def test_a_record_where_a_value_is_expected_is_told():
    assert [code for code, _ in told(read("", {"filed": {"day": "1"}}))] == ["READ-NEW"]


def test_html_is_read_as_text():
    head = HEAD.replace('empty = ["nan"]', "html = true")
    text = "<b>A</b>&amp;B<br/>C <br>"
    assert read(NAMES + 'name = "p"', {"p": text}, head).names[0].name == "A &B, C"
    assert read(NAMES + 'name = "p"', {"p": text}).names[0].name == text


WANTED = "[wanted]\nno = '\\d+'\n[[others]]\ncolumn = 'no'\npattern = 'SUM'\nreason = 'the line of totals'\n"


def test_rows_of_other_tables_are_refused_with_the_reason():
    other = WANTED.replace("[wanted]", "[wanted]")
    assert refused(other, {"no": "SUM"}) == ("READ-OTHER", "Not one of the records of x: the line of totals.")
    assert refused(other, {"no": "x"})[1].endswith("“x” under no is none of these records'.")
    assert refused(other, {"no": ""})[0] == "READ-OTHER"
    assert refused(RIGHT, {"r": "Z"}) == ("READ-RIGHT", "“Z” under r is no right that the mapping x knows.")


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b", "\udcff"])
def test_what_no_database_can_hold_is_refused(text):
    assert refused("", {"deep": [{"x": text}]})[0] == "READ-BYTES"


def test_one_rule_yields_no_more_than_its_limit():
    found = read(NAMES + "from = 'p'\nsplit = ';'", {"p": ";".join(map(str, range(MOST + 5)))})
    assert len(found.names) == MOST
    assert [code for code, _ in told(found)] == ["READ-MANY"]


def test_an_office_of_another_number_is_its_own():
    rules = "[[related]]\nrelation = 'priority'\nfrom = 'p'\nnumber = 'n'\noffice = 'c'\n"
    found = read(rules, {"p": [{"n": "5", "c": "JP"}, {"n": "6", "c": ""}]})
    assert [r.number for r in found.related] == [Number("JP", "5"), Number("", "6")]


def test_a_number_in_another_form_than_expected_is_of_no_office_known():
    rules = (
        "[[related]]\nrelation = 'priority'\nfrom = 'p'\npattern = '(?:(?P<office>[A-Z]{2}) )?(?P<number>[0-9/]+)'\n"
    )
    found = read(rules, {"p": ["JP 5", "62/2", "US 61/1 | bad"]})
    assert [r.number for r in found.related] == [Number("JP", "5"), Number("TH", "62/2"), Number("", "US 61/1 | bad")]


json_values = st.recursive(
    st.none() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["no", "filed", "p", "e", "r"]), inner, max_size=4),
    max_leaves=20,
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["no", "filed", "p", "e", "new"]), json_values, max_size=5))
def test_any_record_is_read_or_refused_and_no_value_is_lost_in_silence(record):
    mapping = load_text(
        HEAD + NAMES + "from = 'p'\nsplit = ';'\n[[events]]\nfrom = 'e'\nname = 'p'\ndate = 'r'", "x.toml"
    )
    found = document(mapping, record, "m")
    if isinstance(found, Delivered):
        unknown = {path for path, _ in leaves(record) if not mapping.knows(path)}
        assert {p.sentence.split(" is new")[0].removeprefix("The column or key ") for p in found.problems if p.code == "READ-NEW"} == unknown  # fmt: skip
