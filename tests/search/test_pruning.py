"""What a text can spare: all but the words that say most about it."""

from hypothesis import given
from hypothesis import strategies as st

from search import pruning

TEXT = st.dictionaries(st.sampled_from("abcdefghijkl"), st.sampled_from([0.5, 1.0, 1.5, 2.0]))


def test_nouns_say_more_than_other_words_and_what_begins_a_sentence_is_no_noun() -> None:
    said = pruning.told(
        "Melden Sie den Hund. Hunde bellen. Wer das Tor sieht: Klingeln", {"hund": 2, "meld": 1, "tor": 1}
    )
    assert said == {"hund": 2, "meld": 0.5, "tor": 1}
    assert pruning.told("Wer klingelt. Klingeln stören", {"klingel": 1}) == {"klingel": 0.5}


@given(TEXT, st.integers(1, 5), st.dictionaries(st.sampled_from("abcdefghijkl"), st.sampled_from([1.0, 2.0])))
def test_those_stay_that_say_most_and_of_equal_ones_the_first(
    text: dict[str, float], limit: int, rare: dict[str, float]
) -> None:
    worth = {term: rare.get(term, 0.5) for term in text}
    ranked = sorted(text, key=lambda term: (-text[term] * worth[term], term))
    assert sorted(pruning.kept(text, worth.__getitem__, limit)) == sorted(ranked[:limit])
