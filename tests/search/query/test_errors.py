"""What cannot be read: the sentence, the place and the way out."""

import pytest

from search.answer import QueryError
from search.query.limits import MAX_CLAUSES, MAX_DEPTH, MAX_LENGTH
from search.query.parser import parse

# query → (a piece of the message, the text at the place, the proposal)
MISTAKES = {
    "ti=": ("Title needs a value", "", ""),
    "ti= cc=VN": ("Title needs a value", "", ""),
    "ti= AND a": ("“AND” needs something before it", "AND", ""),
    "ti=and": ("quote it", "and", 'ti="and"'),
    "a AND": ("“AND” needs something after it", "AND", "a"),
    "a OR )": ("“OR” needs something after it", "OR", "a"),
    "AND a": ("“AND” needs something before it", "AND", "a"),
    "a OR OR b": ("“OR” needs something before it", "OR", "a OR  b"),
    "NOT": ("“NOT” needs something after it", "NOT", ""),
    "a XOR b": ("write (a NOT b) OR (b NOT a)", "XOR", ""),
    "NEAR2 a": ("“NEAR2” needs something before it", "NEAR2", "a"),
    "a NEAR2": ("NEAR needs something after it", " NEAR2", "a"),
    "a NEAR0 b": ("from 1 to 50", "NEAR0", "a NEAR1 b"),
    "a NEAR999 b": ("from 1 to 50", "NEAR999", "a NEAR50 b"),
    "a ADJ51 b": ("from 1 to 50", "ADJ51", "a ADJ50 b"),
    "(rice husk) NEAR3 silica": ("NEAR stands between", "(rice husk)", '"rice husk" NEAR3 silica'),
    "silica NEAR3 ti=(rice husk)": ("NEAR stands between", "ti=(rice husk)", 'silica NEAR3 ti="rice husk"'),
    "(a OR (b AND c)) NEAR3 d": (
        "NEAR stands between",
        "(a OR (b AND c))",
        "((a NEAR3 d) OR ((b NEAR3 d) AND (c NEAR3 d)))",
    ),
    "a NEAR5 (b AND c)": ("NEAR stands between", "(b AND c)", "((a NEAR5 b) AND (a NEAR5 c))"),
    "a NEAR5 (b NEAR2 c)": ("NEAR stands between", "(b NEAR2 c)", "((a NEAR5 (b OR c)) AND (b NEAR2 c))"),
    "(a ADJ2 b) ADJ5 c": ("NEAR stands between", "(a ADJ2 b)", "(((a OR b) ADJ5 c) AND (a ADJ2 b))"),
    "ti=(a ADJ5 (b AND 2015))": ("NEAR stands between", "(b AND 2015)", "ti=(((a ADJ5 b) AND (a ADJ5 2015)))"),
    "ti=a NEAR3 (b AND ab=c)": ("NEAR stands between", "(b AND ab=c)", ""),
    "a NEAR5 (b NOT c)": ("NEAR stands between", "(b NOT c)", ""),
    "a NEAR3 pd=2015": ("NEAR stands between", "pd=2015", ""),
    "a NEAR3 pn=BR10*": ("NEAR stands between", "pn=BR10*", ""),
    "ti=a NEAR3 ab=b": ("abstract and title", "ti=a NEAR3 ab=b", ""),
    '"a b c"~3': ("two words in quotes", '"a b c"~3', "(a NEAR3 b NEAR3 c)"),
    "(a OR b": ("never closed", "(", "(a OR b)"),
    "ti=(a OR (b": ("never closed", "(", "ti=(a OR (b))"),
    "a OR b)": ("closes nothing", ")", "a OR b"),
    "()": ("nothing between these brackets", "()", ""),
    "a AND ()": ("nothing between these brackets", "()", "a"),
    "“rice husk": ("never closed", "“rice husk", '"rice husk"'),
    'ti="rice" AND ab="husk': ("never closed", '"husk', 'ti="rice" AND ab="husk"'),
    '""': ("nothing to search for", '""', ""),
    '"..." a': ("nothing to search for", '"..."', "a"),
    "!!!": ("no word, number or value", "!!!", ""),
    "***": ("needs a letter", "***", ""),
    '"rice * ash"': ("a ADJ2 b", '"rice * ash"', ""),
    "silica~3": ("silica~2 for two", "silica~3", "silica~2"),
    '"silica~ gel"': ("a word of its own", '"silica~ gel"', ""),
    '"silica"~1': ("two words in quotes", '"silica"~1', "silica"),
    "sil*~": ("a whole word of at least 4 letters", "sil*~", "sil*"),
    "abc~": ("a whole word of at least 4 letters", "abc~", "abc"),
    "silica~ NEAR3 gel": ("cannot stand beside NEAR", "silica~", ""),
    '"silica gel~1"~5': ("cannot stand beside NEAR", '"silica gel~1"~5', ""),
    "gel NEAR3 (silica~ OR husk)": ("NEAR stands between", "(silica~ OR husk)", ""),
    "ti,pn=rice": ("do not take the same values", "ti,pn=", ""),
    "ti,cl=rice": ("“cl” cannot stand in a list", "cl", ""),
    "ti,ab=(pa=x y)": ("No field can be named within", "pa=", ""),
    "ti,ab=*": ("one field at a time", "*", ""),
    "ti=/low rice": ("title has none", "ti=/low", "ti= rice"),
    "ipc=A61K31..A61K35": ("Classes have no ranges", "A61K31..", ""),
    "pn=EP1000000..EP1000009": ("Numbers have no ranges", "EP1000000..", ""),
    "ti=[a TO b]": ("a range of dates", "[", ""),
    "silica.ti. AND a": ("before its words", "silica.ti.", "ti=silica AND a"),
    '"rice husk"/TI': ("before its words", '"rice husk"/TI', 'ti="rice husk"'),
    "(rice husk)/TI": ("before its bracket", "(rice husk)/TI", "ti=(rice husk)"),
    "(a OR b).clm.": ("before its bracket", "(a OR b).clm.", "clm=(a OR b)"),
    "applicant.nam:(Siemens)": ("nearest is pa=", "applicant.nam", "pa:(Siemens)"),
    "tl=silica": ("nearest is ti=", "tl", "ti=silica"),
    "clams:silica": ("nearest is claims=", "clams", "claims:silica"),
    "titel:(a b)": ("nearest is ti=", "titel", "ti:(a b)"),
    "qqqq=5": ("“qqqq” is not a field", "qqqq=", "qqqq 5"),
    "foo:bar": ("“foo” is not a field", "foo:", "foo bar"),
    "p<0.05": ("“p” is not a field", "p<", "p 0.05"),
    "= 5": ("needs a field before it", "=", "5"),
    "a > b": ("“a” is not a field", "a >", "a  b"),
    "CT:EP1234567": ("Citations are not searchable", "CT", ""),
    "ti>=rice": ("“>=” compares dates", "rice", ""),
    "pn>1": ("“>” compares dates", "1", ""),
    "pd=soon": ("“soon” is not a date", "soon", ""),
    "pd=2015-13": ("is not a date", "2015-13", ""),
    "kd=*": ("“*” alone cannot be searched", "*", ""),
    "ipc=silica": ("is not a class symbol", "silica", ""),
    "ipc=Z99": ("is not a class symbol", "Z99", ""),
    "pn=silica": ("is not a number", "silica", ""),
    "cc=Vietnm": ("not a value of office", "Vietnm", "cc=VN"),
    "lang=thia": ("not a value of language", "thia", "lang=th"),
    "rt=patnet": ("not a value of right", "patnet", "rt=patent"),
    "ls=in forse": ("not a value of legal status", "in", ""),
    "has=claim": ("not a value of has", "claim", "has=claims"),
    "has=claims.zz": ("not a value of has", "claims.zz", "has=claims"),
    "ls=granted": ("it shows in the kind code", "ls=granted", "kd=(B OR C OR Y)"),
    "year=99": ("not a value of publication year", "99", ""),
    "kd=granted": ("it shows in the kind code", "kd=granted", "kd=(B OR C OR Y)"),
    'ti any ""': ("Title needs a value", "", ""),
    "ti=ข้าว AND (ab=ซิลิกา": ("never closed", "(", "ti=ข้าว AND (ab=ซิลิกา)"),
    'ab="قشر الأرز': ("never closed", '"قشر الأرز', 'ab="قشر الأرز"'),
    "tl=စပါးခွံ": ("nearest is ti=", "tl", "ti=စပါးခွံ"),
}


def mistake(query):
    with pytest.raises(QueryError) as caught:
        parse(query)
    return caught.value


@pytest.mark.parametrize(("query", "expected"), MISTAKES.items())
def test_a_mistake_is_named_placed_and_mended(query, expected):
    error = mistake(query)
    assert expected[0] in error.message
    assert (query[slice(*error.position)], error.proposal) == expected[1:]


@pytest.mark.parametrize("proposal", [proposal for _, _, proposal in MISTAKES.values() if proposal])
def test_every_proposal_can_be_read(proposal):
    assert parse(proposal).node


def test_several_mistakes_are_mended_in_one_proposal():
    assert mistake('tl=(silica AND AND "rice husk').proposal == 'ti=(silica AND  "rice husk")'


LIMITS = {
    "a" * (MAX_LENGTH + 1): "at most 3,000 characters; this has 3,001",
    "(" * (MAX_DEPTH + 1) + "a" + ")" * (MAX_DEPTH + 1): "at most 20 deep",
    "NOT " * (MAX_DEPTH + 1) + "a": "Brackets and NOT go at most 20 deep",
    "a " * (MAX_CLAUSES + 1): "at most 200 words",
    'ti any "' + "a " * (MAX_CLAUSES + 1) + '"': "at most 200 words",
    "ti,ab=(" + "a OR " * 120 + "b)": "this has 242",
    "1" * MAX_LENGTH: "written out, this has 3,004",
    "ti=(" + "a OR " * MAX_CLAUSES + "b)": "at most 200 words",
}


@pytest.mark.parametrize(("query", "said"), LIMITS.items(), ids=range(len(LIMITS)))
def test_limits_are_said_in_words(query, said):
    assert said in mistake(query).message


def test_what_is_just_within_the_limits_is_read():
    assert parse("a" * MAX_LENGTH)
    assert parse("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH)
    assert len(parse("a " * MAX_CLAUSES).node.nodes) == MAX_CLAUSES
