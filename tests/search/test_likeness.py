"""Related services and near-duplicates on a handful of services whose likeness can be seen."""

from dataclasses import replace

import pytest

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from search import likeness
from search.documents import SearchDocument, compared, documents


def service(slug: str, title: str, *synonyms: str, summary: str = "", topics: tuple[str, ...] = ()) -> SearchDocument:
    return SearchDocument(
        slug=slug,
        url=f"/leistungen/{slug}/",
        title=title,
        official_name="",
        other_titles=(),
        synonyms=synonyms,
        summary=summary,
        body="",
        provider="Stadt",
        ways=(),
        audience=("citizens",),
        topics=topics,
        leika=(),
    )


DOG = service("hund", "Hund anmelden", "welpe", summary="Melden Sie Ihren Hund zur Hundesteuer an.", topics=("tiere",))
DOG_GONE = service("hund-ab", "Hund abmelden", summary="Die Hundesteuer endet.", topics=("tiere",))
CAT = service("katze", "Katze kastrieren lassen", topics=("tiere",))
PASS = service("pass", "Reisepass beantragen", summary="Mit dem Reisepass reisen Sie.", topics=("ausweise",))
SHOP = service("laden", "Gewerbe anzeigen", summary="Wer einen Laden öffnet, zeigt ihn an.", topics=("gewerbe",))


def test_services_that_share_words_and_a_topic_fit_to_each_other() -> None:
    found = likeness.related([DOG, DOG_GONE, CAT, PASS, SHOP])
    assert found["hund"] == ("hund-ab",)
    assert found["hund-ab"] == ("hund",)


def test_a_topic_alone_makes_nothing_fit() -> None:
    assert likeness.related([DOG, DOG_GONE, CAT, PASS, SHOP])["katze"] == ()


def test_what_is_for_other_people_does_not_fit() -> None:
    trade = replace(DOG_GONE, audience=("businesses",))
    assert likeness.related([DOG, trade, CAT, PASS, SHOP])["hund"] == ()


def test_what_is_unlike_everything_stands_alone() -> None:
    assert likeness.related([DOG, DOG_GONE, CAT, PASS, SHOP])["pass"] == ()


def test_of_the_same_services_the_answer_is_found_once(world: Catalog) -> None:
    towns = (world.municipalities[town] for town in ("grossstadt", "kreis-muster"))
    here, there = (compared(directory(world, town).offers) for town in towns)
    assert likeness.related(here) is likeness.related(there)
    assert likeness.related(here[1:]).keys() == {document.slug for document in here[1:]}


def test_what_is_compared_gives_the_answer_of_whole_documents(world: Catalog) -> None:
    for town in world.municipalities.values():
        portal = directory(world, town)
        assert likeness.related(compared(portal.offers)) == likeness.related(documents(portal))


def test_at_most_four_fit_and_equally_good_ones_keep_their_order() -> None:
    alike = [service(f"parken-{number}", "Parkausweis für Anwohner") for number in range(9)]
    assert likeness.related([*alike, DOG, PASS])["parken-8"] == ("parken-0", "parken-1", "parken-2", "parken-3")


def test_no_service_and_one_service_have_nothing_beside_them() -> None:
    assert likeness.related([]) == {}
    assert likeness.related([DOG]) == {"hund": ()}


def test_a_text_written_twice_is_a_pair_with_the_words_it_shares() -> None:
    copy = replace(DOG, slug="hund-2", title="Hunde anmelden")
    (pair,) = likeness.near_duplicates([DOG, copy, CAT, PASS, SHOP])
    assert (pair.one.slug, pair.other.slug, pair.likeness) == ("hund", "hund-2", 1.0)
    assert {"Hund", "welpe", "Hundesteuer", "anmelden"} <= set(pair.shared)


def test_services_of_one_kind_are_no_near_duplicates() -> None:
    assert likeness.near_duplicates([DOG, DOG_GONE, CAT, PASS, SHOP]) == []


def test_nothing_depends_on_the_text_of_the_body(services: list[SearchDocument]) -> None:
    emptied = [replace(one, body="") for one in services]
    assert likeness.related(emptied) == likeness.related(services)


@pytest.mark.parametrize(("slug", "fitting"), [("fahrzeug-abmelden", "fahrzeug-umschreiben")])
def test_the_demo_has_services_that_fit(services: list[SearchDocument], slug: str, fitting: str) -> None:
    assert fitting in likeness.related(services)[slug]


def test_to_a_written_service_fit_only_written_ones(services: list[SearchDocument]) -> None:
    by_rule = {document.slug for document in services if document.is_by_rule}
    fitting = likeness.related(services)
    assert not by_rule.intersection(fitting["gewerbe-anmelden"])
    assert by_rule.intersection(fitting["versteigerergewerbe-erlaubnis"])
    assert not any(pair.one.is_by_rule or pair.other.is_by_rule for pair in likeness.near_duplicates(services))
