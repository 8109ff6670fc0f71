"""Each hit says which of its words stands for which word of the query."""

from dataclasses import replace

import pytest

from search.desk import Desk
from search.documents import SearchDocument
from search.reasons import Explained, Reason, explain

DOG = SearchDocument(
    slug="hund",
    url="/leistungen/hund/",
    title="Hund anmelden",
    official_name="Hundesteuer Anmeldung",
    other_titles=("Register a dog",),
    synonyms=("welpe gekauft",),
    summary="Melden Sie Ihren Hund zur Steuer an.",
    body="Das Elterngeld ist etwas anderes.",
    provider="Stadt",
    ways=(),
    audience=(),
    topics=(),
    leika=(),
)
CAT = replace(
    DOG, slug="katze", title="Katze suchen", official_name="", other_titles=(), synonyms=(), summary="Geld?", body=""
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.of([DOG, CAT])


def first(desk: Desk, query: str) -> Explained:
    return explain(desk, query).hits[0]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("welpe", Reason("welpe", "synonyms", "welpe", "gleich")),
        ("hunde", Reason("hunde", "title", "Hund", "gleich")),
        ("anmeldu", Reason("anmeldu", "title", "anmelden", "andere Form")),
        ("steuerhund", Reason("steuerhund", "official_name", "Hundesteuer", "Wortteil")),
        ("gekau", Reason("gekau", "synonyms", "gekauft", "Wortanfang")),
        ("gekuaft", Reason("gekuaft", "synonyms", "gekauft", "Tippfehler")),
        ("hunde steuer", Reason("hunde", "official_name", "Hundesteuer", "zusammengeschrieben")),
        ("dog", Reason("dog", "synonyms", "dog", "gleich")),
        ("eltern", Reason("eltern", "body", "Elterngeld", "Wortanfang")),
    ],
)
def test_a_word_is_found_in_its_manner(desk: Desk, query: str, reason: Reason) -> None:
    assert reason in first(desk, query).reasons


def test_the_name_that_is_most_like_the_query_is_said(desk: Desk) -> None:
    hit = first(desk, "gekauft welpe")
    assert (hit.name, hit.likeness) == ("welpe gekauft", 1.0)


def test_a_title_in_another_language_is_a_name_too(desk: Desk) -> None:
    assert first(desk, "register dog").name == "Register a dog"


def test_the_scores_are_those_of_the_ranking(desk: Desk) -> None:
    explained = [(hit.document, hit.score) for hit in explain(desk, "hund anmelden").hits]
    assert explained == desk.best("hund anmelden") != []


def test_a_word_that_the_content_does_not_have_is_unknown(desk: Desk) -> None:
    assert explain(desk, "gekuaft anmelden").unknown == ("gekuaft",)


def test_every_hit_of_the_demo_has_a_reason(services: list[SearchDocument]) -> None:
    desk = Desk.of(services)
    for query in ("perso verloren", "dackelsteuer", "eltern geld", "fuhrershein", "was tun bei umzug", "34c"):
        assert all(hit.reasons for hit in explain(desk, query).hits)
