"""Queries find the right service, nothing breaks them, and the browser ranks like Python."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from search import ranking
from search.analysis import Vocabulary
from search.desk import Desk
from search.documents import SearchDocument
from search.query import Clause, query_terms, query_words
from search.ranking import Searchable
from tests.search.node import ask, needs_node
from tests.search.queries import judged_and_generated

EXPECTED = {
    "personalausweis": "personalausweis-beantragen",
    "pass": "reisepass-beantragen",
    "führerschein": "fuehrerschein-beantragen|fuehrerschein-umtauschen|internationalen-fuehrerschein-beantragen",
    "perso": "personalausweis-beantragen",
    "perso verloren": "personalausweis-verlust-melden",
    "kneipe": "gaststaettenerlaubnis-beantragen",
    "hund": "hund-anmelden",
    "hunde": "hund-anmelden",
    "Wo kann ich meinen Hund anmelden?": "hund-anmelden",
    "Personalausweiß": "personalausweis-beantragen",
    "persnalausweis": "personalausweis-beantragen",
    "elterng": "elterngeld-beantragen",
    "sperrmuell": "sperrmuell-anmelden",
    "id card": "personalausweis-beantragen",
    "heiraten": "eheschliessung-anmelden",
    "34c": "maklererlaubnis-beantragen",
}

HOSTILE = [
    "",
    " ",
    "*",
    "+",
    "-",
    ":",
    "~",
    "^",
    "a:b",
    "titel:",
    "hund~99999",
    "hund^1e999",
    "+hund -hund",
    "__proto__",
    "constructor toString hasOwnProperty",
    "***hund***",
    "x" * 10_000,
    "hund " * 2_000,
    " ".join(f"wort{number}" for number in range(500)),
    "🐕" * 300,
    "\ud83d",
    "\x00\x01\x1b[31m\x7f\u202e\u2028",
    "e\u0301" * 200,
    "İ" * 200,
    "ﷺ𝐀𝐮𝐬𝐰𝐞𝐢𝐬",
]

ORDINARY = """
personalausweis; pass; führerschein; fuehrerschein; perso; kneipe; hund; auto; umzug; heiraten; kita; müll; bauen
gestorben; kind; elterngeld; wohngeld; gewerbe; rente; steuer; parken; ausweis; geburtsurkunde; schule; pflege
angeln; jagen; führungszeugnis; abmelden; anmelden; anmeldun; beantragen; wohnug; 20/40; köln; straße; strasse
auto anmelden; hund anmelden; kind geboren was tun; umzug melden; polizeiliches führungszeugnis; geld vom amt
register my dog; wo beantrage ich einen neuen pass; kfz zulassung online; ausweis für kinder; rente mit 63
fest im park anmelden; lärm baustelle; schwer behindert parken; internationaler führerschein; der die das
ausländischer führerschein umschreiben lassen nach einem umzug aus dem ausland mit kind und hund und katze
"""


def slugs(index: Searchable, services: list[SearchDocument], query: str, limit: int = 10) -> list[str]:
    return [services[hit.position].slug for hit in ranking.hits(index, query, limit)]


@pytest.mark.parametrize(("query", "expected"), EXPECTED.items())
def test_the_right_service_is_among_the_first_three(
    index: Searchable, services: list[SearchDocument], query: str, expected: str
) -> None:
    assert set(expected.split("|")) & set(slugs(index, services, query, 3))


@pytest.mark.parametrize(
    ("query", "first"),
    {
        "umzug": "wohnsitz-anmelden",
        "umziehen": "wohnsitz-anmelden",
        "personalausweis": "personalausweis-beantragen",
        "reisepass": "reisepass-beantragen",
    }.items(),
)
def test_who_types_a_name_of_a_service_finds_it_first(
    query: str, first: str, index: Searchable, services: list[SearchDocument]
) -> None:
    assert slugs(index, services, query, 1) == [first]


def test_both_spellings_find_the_same(index: Searchable) -> None:
    assert ranking.hits(index, "fuehrerschein") == ranking.hits(index, "Führerschein") != []


def test_a_term_is_looked_up_whole_as_a_beginning_and_with_an_error() -> None:
    assert list(ranking.clauses(query_words("Pass Hund-Steuer b", Vocabulary.of([])))) == [
        Clause("pass", 10),
        Clause("pass*", 8),
        Clause("hund", 10),
        Clause("hund*", 8),
        Clause("steu", 10),
        Clause("steu*", 8),
        Clause("b", 10),
    ]
    assert list(ranking.clauses(query_words("Ausweis", Vocabulary.of([]))))[2] == Clause("ausweis", 7, edits=1)


def test_a_long_query_is_cut_to_ten_terms_of_its_first_120_characters() -> None:
    assert len(query_terms(" ".join(f"w{number}" for number in range(50)))) == 10
    assert query_terms("x" * 10_000) == ["x" * 120]
    assert query_terms("hund hund hunde") == ["hund"]


def test_equally_good_hits_keep_the_order_of_the_index(index: Searchable) -> None:
    found = ranking.hits(index, "beantragen", 100)
    assert found == sorted(found, key=lambda hit: (-hit.score, hit.position))


def stuffed(words: str, model: SearchDocument) -> SearchDocument:
    """A service that says nothing but these words, as often as the limits of a file allow."""
    title, summary, body = (" ".join([words] * (most // len(words)))[:most] for most in (80, 200, 60_000))
    return replace(model, slug="spam", title=title, synonyms=(), summary=summary, body=body, other_titles=())


@pytest.mark.parametrize(
    "words", ["Personalausweis", "Hund anmelden", "Reisepass Personalausweis Führerschein Wohnsitz"]
)
def test_who_repeats_a_word_is_not_among_the_first_three_for_other_services(
    services: list[SearchDocument], words: str
) -> None:
    desk = Desk.of([*services, stuffed(words, services[0])])
    titles = [service.title for service in services if service.title != words]
    assert [title for title in titles[::4] if "spam" in desk.ranked(title)[:3]] == []


def test_stop_words_alone_find_nothing(index: Searchable) -> None:
    assert ranking.hits(index, "wie ist das") == []


@pytest.mark.parametrize("query", HOSTILE)
def test_no_text_breaks_the_search(index: Searchable, query: str) -> None:
    assert len(ranking.hits(index, query)) <= 10


@pytest.mark.corpus
def test_no_naughty_string_breaks_the_search(index: Searchable, corpora: Path) -> None:
    for text in json.loads((corpora / "adversarial/blns/blns.json").read_text(encoding="utf-8")):
        assert len(ranking.hits(index, text)) <= 10


def same_in_the_browser(index: Searchable, search_folder: Path, queries: list[str]) -> None:
    answers = ask("hits", folder=str(search_folder), queries=queries)
    mine = [[{"position": hit.position, "score": hit.score} for hit in ranking.hits(index, one)] for one in queries]
    assert list(zip(queries, answers, strict=True)) == list(zip(queries, mine, strict=True))


@needs_node
@pytest.mark.tools
def test_the_browser_gives_the_same_ten(index: Searchable, search_folder: Path) -> None:
    same_in_the_browser(index, search_folder, [*EXPECTED, *re.split(r"[;\n] *", ORDINARY), *HOSTILE])


@needs_node
@pytest.mark.tools
def test_the_browser_gives_the_same_ten_for_everything_one_types(index: Searchable, search_folder: Path) -> None:
    typed = "führerschein umtauschen und personalausweis"
    same_in_the_browser(index, search_folder, [typed[:end] for end in range(1, len(typed) + 1)])


@needs_node
@pytest.mark.tools
@pytest.mark.corpus
def test_the_browser_gives_the_same_ten_for_public_queries(
    index: Searchable, search_folder: Path, corpora: Path
) -> None:
    lines = (corpora / "corpora/queries_dev.tsv").read_text(encoding="utf-8").splitlines()[1:]
    naughty = json.loads((corpora / "adversarial/blns/blns.json").read_text(encoding="utf-8"))
    same_in_the_browser(index, search_folder, [line.split("\t")[0] for line in lines] + naughty)


@needs_node
@pytest.mark.tools
def test_the_browser_gives_the_same_ten_for_all_judged_and_a_thousand_generated_queries(
    index: Searchable, services: list[SearchDocument], search_folder: Path
) -> None:
    same_in_the_browser(index, search_folder, judged_and_generated(services))
