"""How alike two words are, held against the plainest way of counting."""

from hypothesis import given
from hypothesis import strategies as st

from search.edits import alike
from tests.contract.evaluator import distance

words = st.text("abcกа𐐷", max_size=7)


@given(words, words, st.sampled_from((1, 2)))
def test_two_words_are_alike_where_the_count_of_edits_says_so(one, other, edits):
    assert alike(one, other, edits) == (distance(one, other) <= edits)
    assert alike(one, other, edits) == alike(other, one, edits)


@given(words, st.data())
def test_one_letter_changed_added_left_out_or_swapped_is_one_edit(word, data):
    place = data.draw(st.integers(0, len(word)))
    before, after = word[:place], word[place:]
    for changed in (
        f"{before}x{after}",
        before + after[1:],
        f"{before}x{after[1:]}",
        before + after[1::-1] + after[2:],
    ):
        assert alike(word, changed, 1)


def test_no_letter_is_edited_twice():
    assert not alike("ca", "abc", 2)
    assert alike("ca", "ac", 1)
