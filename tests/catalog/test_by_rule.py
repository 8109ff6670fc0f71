"""A page for every service: what another portal lists and nobody has written."""

import pytest

from plugins.catalog.by_rule import listed
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import Directory, Offer, directory
from plugins.catalog.markdown import to_text
from tests.catalog.listing import BUND, HELPLINE, LANDING, PAGE, with_list
from tests.conftest import TODAY, Draft, said

LONG = "Erlaubnis zum Verbringen von Waffen und Munition aus dem Geltungsbereich des Waffengesetzes Erteilung"


def of(write: Draft, town: str = "grossstadt") -> Directory:
    catalog, _ = load(write.folder, TODAY)
    return directory(catalog, catalog.municipalities[town])


def by_rule(found: Directory) -> dict[str, Offer]:
    return {offer.slug: offer for offer in found.offers if offer.is_by_rule}


def test_what_nobody_has_written_has_a_page_and_what_is_written_has_no_second(write: Draft) -> None:
    assert set(by_rule(of(with_list(write)))) == {
        "versteigerung-erlaubnis",
        "versteigerer-oeffentliche-bestellung",
        "versteigerung-anzeige",
    }


def test_a_country_without_lists_has_no_services_by_rule(world: Catalog) -> None:
    assert listed(world) == ()


def test_a_list_is_no_mistake(write: Draft) -> None:
    assert said(with_list(write).problems()) == []


def test_an_available_service_leads_to_its_portal_and_to_the_bundesportal(write: Draft) -> None:
    offer = of(with_list(write)).by_slug["versteigerung-erlaubnis"]
    assert [(way.url, way.choose, way.label) for way in offer.ways_in] == [
        ("https://service.wirtschaft.example/antrag/versteigerung/", "Versteigerung Erlaubnis", None),
        ("https://bund.example/leistung/99050036005000/059990004004", None, "Im Bundesportal nachlesen"),
    ]
    assert str(offer.ways_in[0].checked_on) == "2026-10-15"


def test_what_is_not_available_leads_to_the_bundesportal_and_the_phone(write: Draft) -> None:
    offer = of(with_list(write)).by_slug["versteigerung-anzeige"]
    assert [(way.kind, way.label) for way in offer.ways_in] == [
        ("portal", "Zuständige Stelle im Bundesportal suchen"),
        ("phone", None),
    ]
    assert offer.ways_in[1].office is not None
    assert offer.ways_in[1].office.phone == "115"


def test_the_words_are_those_of_the_list(write: Draft) -> None:
    service = of(with_list(write)).by_slug["versteigerung-erlaubnis"].service
    assert service.title == "Versteigerung Erlaubnis"
    assert service.summary == (
        "Das erledigen Sie online im Portal „Wirtschaftsportal Musterland“. Dort gehört es zu „Versteigerer*in“."
    )
    assert to_text(service.full_text).startswith(
        "Diese Leistung steht in der Liste des Portals „Wirtschaftsportal Musterland“ unter „Versteigerer*in“. "
        "Zuständig ist laut Liste: kommunale Ordnungsbehörde."
    )
    assert [fee.note for fee in service.fees] == [
        "Die Liste nennt keine Gebühr. Ob und wie viel es kostet, sagt Ihnen die zuständige Stelle."
    ]
    assert str(service.reviewed_on) == "2026-10-15"


def test_what_is_not_available_says_so_first(write: Draft) -> None:
    offer = of(with_list(write)).by_slug["versteigerung-anzeige"]
    assert offer.summary == (
        "Das können Sie von hier aus nicht online erledigen. "
        "Es steht nur in der Liste von „Wirtschaftsportal Musterland“."
    )


@pytest.mark.parametrize(
    ("slug", "provider"),
    [
        ("versteigerung-erlaubnis", "Stadt Großstadt"),
        ("versteigerer-oeffentliche-bestellung", "Industrie- und Handelskammer"),
        ("versteigerung-anzeige", "keine Stelle im Musterland"),
    ],
)
def test_the_town_does_what_is_municipal_and_above_it_the_list_knows_who(
    write: Draft, slug: str, provider: str
) -> None:
    assert of(with_list(write)).by_slug[slug].provider == provider


def test_a_kreis_leaves_municipal_services_by_rule_to_its_towns(write: Draft) -> None:
    offers = by_rule(of(with_list(write), "kreis-muster"))
    towns = {slug: [choice.town.slug for choice in offer.towns] for slug, offer in offers.items()}
    assert towns == {
        "versteigerer-oeffentliche-bestellung": [],
        "versteigerung-anzeige": [],
        "versteigerung-erlaubnis": ["grossstadt", "kleinstadt"],
    }


def test_a_portal_that_is_listed_does_not_follow_by_rule_again(write: Draft) -> None:
    for offer in by_rule(of(with_list(write))).values():
        portals = [way.portal.slug for way in offer.ways_in if way.portal]
        assert len(portals) == len(set(portals))
        assert not any(way.is_by_rule for way in offer.ways_in)


def test_a_long_title_stays_whole_and_its_address_ends_in_the_key(write: Draft) -> None:
    offers = by_rule(of(with_list(write, PAGE.replace("Versteigerung Erlaubnis", LONG))))
    slug = "erlaubnis-zum-verbringen-von-waffen-und-munition-aus-dem-geltungsbereich-des-99050036005000"
    assert offers[slug].title == LONG


def test_an_address_that_is_taken_gets_the_key(write: Draft) -> None:
    offers = by_rule(of(with_list(write, PAGE.replace("Versteigerung Erlaubnis", "Hund anmelden"))))
    assert offers["hund-anmelden-99050036005000"].title == "Hund anmelden"


def test_a_title_without_letters_has_its_key_as_address(write: Draft) -> None:
    assert "99050036005000" in by_rule(of(with_list(write, PAGE.replace("Versteigerung Erlaubnis", "„§§“"))))


def test_words_of_others_are_no_marks(write: Draft) -> None:
    page = PAGE.replace("Versteigerer*in", "'*Makler*in* [x](https://evil.test) <b> `c`'")
    problems = said(with_list(write).change(LANDING, PAGE, page))
    assert all("HTML ist hier nicht erlaubt" in problem for problem in problems)
    page = page.replace(" <b>", "")
    assert said(write(LANDING, page)) == []
    text = of(write).by_slug["versteigerung-erlaubnis"].service.full_text
    assert "„*Makler*in* [x](https://evil.test) `c`“" in to_text(text)


def test_on_a_topic_page_the_written_come_first(write: Draft) -> None:
    offers = of(with_list(write)).by_topic["gewerbe"]
    assert [offer.is_by_rule for offer in offers] == sorted(offer.is_by_rule for offer in offers)


def test_without_bundesportal_and_phone_it_is_a_dead_end_at_its_place_in_the_list(write: Draft) -> None:
    with_list(write)
    (write.folder / BUND).unlink()
    (write.folder / HELPLINE).unlink()
    assert said(write.problems()) == [
        f"content/{LANDING}:16:5: Kein Weg führt weiter (Stadt Großstadt, Stadt Kleinstadt, Kreis Muster)  [dead-end]"
        " → Legen Sie offices/behoerdennummer-115.yaml an, oder ein Portal mit scheme: bund."
    ]


def test_a_list_of_a_portal_that_does_not_exist_is_reported_alone(write: Draft) -> None:
    found = said(with_list(write).change(LANDING, "portal: wirtschaftsportal", "portal: wirtschaftsportl"))
    assert found == [
        f"content/{LANDING}:2:9: Portal „wirtschaftsportl“ gibt es nicht  [reference]"
        " → Meinten Sie „wirtschaftsportal“?"
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: Versteigerung Anzeige", "title: <b>Anzeige", "Dort wählen: HTML ist hier nicht erlaubt"),
        ("title: Versteigerung Anzeige", f"title: {'x' * 301}", "Dort wählen: der Text ist zu lang (301 Zeichen)"),
        ("leika: 99050211261000", "leika: 99", "Leistungsschlüssel: „99“ ist kein Leistungsschlüssel"),
    ],
)
def test_a_mistake_in_a_choice_is_reported_alone(write: Draft, old: str, new: str, message: str) -> None:
    problems = with_list(write, PAGE.replace(old, new)).problems()
    assert [problem.message for problem in problems if problem.place.path == LANDING] == [message]
