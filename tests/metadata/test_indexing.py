"""Which page search engines may list: the portal's own, and of what all portals show alike one portal's."""

from collections import defaultdict
from collections.abc import Mapping

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import Offer, directory
from plugins.catalog.records import Level
from plugins.metadata.indexing import LOCAL, PREVIEW, Indexing, Policy, of_build
from tests.catalog.listing import with_list
from tests.conftest import TODAY, Draft

Decision = tuple[str, Offer, Indexing]

SECOND_KREIS = """\
name: Kreis Anderswo
short_name: Anderswo
kind: district
ars: "059780000000"
portal_url: https://service.kreis-anderswo.example/
website: https://www.kreis-anderswo.example/
address:
  street: Platz 1
  postal_code: 52999
  city: Anderswo
phone: 02452 99-0
email: info@kreis-anderswo.example
represented_by: die Landrätin
"""


def decisions(catalog: Catalog) -> Mapping[str, list[Decision]]:
    """What every portal decides about each service, by its name."""
    found = defaultdict(list)
    for municipality in catalog.current.values():
        policy = Policy(catalog, municipality)
        for offer in directory(catalog, municipality).offers:
            found[offer.slug].append((municipality.slug, offer, policy.service(offer)))
    return found


def listing(catalog: Catalog, service: str) -> list[str]:
    """The portals that let a service be listed."""
    return [town for town, _, indexing in decisions(catalog)[service] if indexing.is_indexable]


def reason(catalog: Catalog, town: str, service: str) -> str:
    return next(indexing.reason for name, _, indexing in decisions(catalog)[service] if name == town)


@pytest.fixture(scope="module")
def everywhere(country: Catalog) -> Mapping[str, list[Decision]]:
    """The decisions of the eleven demo portals."""
    return decisions(country)


def test_each_service_of_a_foreign_level_is_listed_on_exactly_one_of_eleven_portals(
    country: Catalog, everywhere: Mapping[str, list[Decision]]
) -> None:
    assert len(country.current) == 11
    foreign = {slug: found for slug, found in everywhere.items() if is_foreign(found[0][1])}
    listed = {
        slug: [town for town, offer, one in found if one.is_indexable and not has_own_words(offer)]
        for slug, found in foreign.items()
    }
    assert len(listed) == 424
    assert {slug: towns for slug, towns in listed.items() if towns != ["kreis-rurland"]} == {}


def test_no_service_of_the_demo_is_hidden_everywhere(everywhere: Mapping[str, list[Decision]]) -> None:
    assert {slug for slug, found in everywhere.items() if not any(one.is_indexable for *_, one in found)} == set()


def is_foreign(offer: Offer) -> bool:
    """True for what towns do not provide, and for all that nobody wrote."""
    return offer.is_by_rule or offer.service.level is not Level.MUNICIPAL


def has_own_words(offer: Offer) -> bool:
    """True where the municipality of the portal says something of its own."""
    return offer.municipalities[0] in [own.municipality for own in offer.own_words]


def test_a_town_lists_what_it_provides_itself(world: Catalog) -> None:
    assert listing(world, "hund-anmelden") == ["grossstadt", "kleinstadt"]
    assert reason(world, "grossstadt", "hund-anmelden") == "Stadt Großstadt ist selbst zuständig."


def test_where_one_only_chooses_the_town_nothing_is_listed(world: Catalog) -> None:
    assert reason(world, "kreis-muster", "hund-anmelden") == (
        "Hier wählt man nur den Ort; gelistet wird die Seite in den Portalen der Orte."
    )


def test_what_a_kreis_provides_is_listed_in_its_portal_only(world: Catalog) -> None:
    assert listing(world, "fahrzeug-zulassen") == ["kreis-muster"]
    assert reason(world, "kleinstadt", "fahrzeug-zulassen") == (
        "Zuständig ist Kreis Muster, und die Seite ist überall gleich. Gelistet wird sie im Portal von Kreis Muster."
    )


@pytest.mark.parametrize(
    "service", ["fuehrungszeugnis-beantragen", "grundsteuer-erklaeren", "handwerksrolle-eintragung"]
)
def test_what_bund_land_or_a_chamber_provide_is_listed_in_the_portal_of_the_kreis(world: Catalog, service: str) -> None:
    assert listing(world, service) == ["kreis-muster"]
    assert reason(world, "kreis-muster", service).endswith("Nur ein Portal darf sie listen lassen: dieses.")


def test_own_words_of_a_town_are_a_reason_to_list_its_page_too(write: Draft) -> None:
    write(
        "municipalities/kleinstadt/services/grundsteuer-erklaeren.md", "---\n---\n\n## Hinweise\n\nBei uns im Keller.\n"
    )
    catalog, _ = load(write.folder, TODAY)
    assert listing(catalog, "grundsteuer-erklaeren") == ["kleinstadt", "kreis-muster"]
    assert reason(catalog, "kleinstadt", "grundsteuer-erklaeren") == "Stadt Kleinstadt hat eigene Angaben: Hinweise."


def test_own_words_of_the_kreis_are_none_of_the_town(write: Draft) -> None:
    write("municipalities/kreis-muster/services/grundsteuer-erklaeren.md", "---\n---\n\n## Hinweise\n\nIm Kreishaus.\n")
    assert listing(load(write.folder, TODAY)[0], "grundsteuer-erklaeren") == ["kreis-muster"]


def test_a_town_that_does_what_others_leave_to_the_kreis_is_listed_beside_it(write: Draft) -> None:
    write("municipalities/grossstadt/services/baugenehmigung-beantragen.md", "---\nlevel: municipal\n---\n")
    assert listing(load(write.folder, TODAY)[0], "baugenehmigung-beantragen") == ["grossstadt", "kreis-muster"]


def test_where_the_kreis_leaves_a_service_out_the_first_town_lists_it(write: Draft) -> None:
    write("municipalities/kreis-muster/services/grundsteuer-erklaeren.md", "---\noffered: false\n---\n")
    write("municipalities/grossstadt/services/grundsteuer-erklaeren.md", "---\noffered: true\n---\n")
    write("municipalities/kleinstadt/services/grundsteuer-erklaeren.md", "---\noffered: true\n---\n")
    assert len(listing(load(write.folder, TODAY)[0], "grundsteuer-erklaeren")) == 1


def test_of_several_kreise_the_one_with_the_lowest_key_lists_what_belongs_to_no_place(write: Draft) -> None:
    write("municipalities/kreis-anderswo/municipality.yaml", SECOND_KREIS)
    catalog, _ = load(write.folder, TODAY)
    assert listing(catalog, "grundsteuer-erklaeren") == ["kreis-anderswo"]
    assert listing(catalog, "fahrzeug-zulassen") == ["kreis-anderswo", "kreis-muster"]


def test_without_a_kreis_the_town_with_the_lowest_key_lists_it(write: Draft) -> None:
    for town in ("grossstadt", "kleinstadt"):
        file = write.folder / f"municipalities/{town}/municipality.yaml"
        file.write_text(file.read_text("utf-8").replace("part_of: kreis-muster\n", ""), "utf-8")
    for file in sorted((write.folder / "municipalities/kreis-muster").rglob("*.yaml")):
        file.unlink()
    catalog, _ = load(write.folder, TODAY)
    first = min(catalog.current.values(), key=lambda one: one.ars)
    assert listing(catalog, "grundsteuer-erklaeren") == [first.slug]


def test_a_page_by_rule_is_listed_once_whoever_is_competent(write: Draft) -> None:
    with_list(write)
    found = {slug: one for slug, one in decisions(load(write.folder, TODAY)[0]).items() if one[0][1].is_by_rule}
    assert found
    assert {slug: [town for town, _, one in all_of if one.is_indexable] for slug, all_of in found.items()} == {
        slug: ["kreis-muster"] for slug in found
    }


def test_an_office_is_listed_where_it_belongs(country: Catalog) -> None:
    listed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for municipality in country.current.values():
        policy = Policy(country, municipality)
        for office in directory(country, municipality).offices:
            towns = [municipality.slug] if policy.office(office).is_indexable else []
            listed[office.municipality, office.slug] += towns
    assert {towns[0] for (place, _), towns in listed.items() if not place} == {"kreis-rurland"}
    assert {name: towns for name, towns in listed.items() if towns != [name[0] or "kreis-rurland"]} == {}


def test_a_preview_and_a_portal_without_address_are_never_listed() -> None:
    assert of_build("https://service.rurheim.example", is_preview=True) == PREVIEW
    assert of_build("", is_preview=False) == LOCAL
    assert of_build("https://service.rurheim.example", is_preview=False) is None
    assert {PREVIEW.robots, LOCAL.robots} == {"noindex, nofollow"}
