"""German analysis: the shared cases, and the same terms in Python and in JavaScript."""

import re
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from search import analysis
from search.documents import SearchDocument
from tests.search.node import HERE, ask, needs_node

CASES = sorted((Path(__file__).parents[1] / "cases" / "analysis").glob("*.txt"))


def lines() -> list[str]:
    found = (line for path in CASES for line in path.read_text(encoding="utf-8").split("\n"))
    return [line for line in found if line and not line.startswith("#")]


def unescaped(text: str) -> str:
    """`\\u00ad` as the character; two halves of a surrogate pair become one, as in JavaScript."""
    decoded = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
    return decoded.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


@pytest.mark.parametrize("line", lines())
def test_the_terms_of_a_text(line: str) -> None:
    text, expected = line.split(" →")
    assert " ".join(analysis.terms(unescaped(text))) == expected.strip()


@given(
    st.text(
        st.sampled_from("aeuiAÄSsΣ ß*:/-(inen_3\n\t\xa0\x1c\u0308\u00ad\u200b\u2000 der") | st.characters(), max_size=40
    )
)
@example("Bürger *innen")
@example("ΟΔΟΣ Α ΣΑΣ")
def test_a_text_is_analysed_as_its_pieces_between_blanks_are(text: str) -> None:
    plain = [word for word in map(analysis.fold, analysis.split(text)) if word not in analysis.STOPWORDS]
    assert analysis.words(text) == plain


@given(st.text("abdefghiklnrstuyz", max_size=14))
def test_the_stemmer_only_takes_endings_off(word: str) -> None:
    assert word.startswith(analysis.stem(word))
    assert len(analysis.stem(word)) >= min(3, len(word))


def test_stop_words_are_single_folded_words() -> None:
    assert all(analysis.fold(word) == word and analysis.split(word) == [word] for word in analysis.STOPWORDS)


def test_no_stop_word_is_a_word_that_somebody_looks_for() -> None:
    assert not analysis.STOPWORDS & {"anmelden", "antrag", "amt", "stadt", "kind", "neu", "pass", "hund"}


@needs_node
@pytest.mark.tools
def test_the_shared_cases_hold_in_javascript() -> None:
    done = subprocess.run(["node", "--test", str(HERE / "analysis.test.mjs")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@needs_node
@pytest.mark.tools
def test_the_whole_vocabulary_has_the_same_terms_in_javascript(services: list[SearchDocument]) -> None:
    texts = [
        text
        for one in services
        for text in (one.title, *one.other_titles, *one.synonyms, one.official_name, one.summary, one.body)
    ]
    answer = ask("terms", texts=texts, stopwords=sorted(analysis.STOPWORDS))
    assert answer == [analysis.terms(text) for text in texts]
    words = sorted({word for text in texts for word in analysis.words(text)})
    assert len(words) > 2000
    assert ask("stems", words=words) == [analysis.stem(word) for word in words]
