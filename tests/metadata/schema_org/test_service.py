"""What the graph says of a service: who provides it, how one gets there, what it costs, what it rests on."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import directory
from plugins.catalog.history import History
from plugins.catalog.records import Language
from plugins.metadata.schema_org.nodes import Node
from plugins.metadata.schema_org.service import Told
from plugins.metadata.schema_org.site import Site
from tests.conftest import TODAY, Draft

URL = "https://service.grossstadt.example"

Tell = Callable[..., Node]


def told(catalog: Catalog, slug: str, town: str = "grossstadt", url: str = URL) -> Told:
    portal = directory(catalog, catalog.municipalities[town])
    offer = portal.by_slug[slug]
    return Told(Site(catalog, portal, url, History()), offer, offer.service)


@pytest.fixture
def tell(world: Catalog) -> Tell:
    """`tell(service, town)` is the node of a service of the tiny country."""
    return lambda slug, town="grossstadt", url=URL: told(world, slug, town, url).node


def channels(node: Node) -> dict[str, Any]:
    """What each way in leads to, by its name."""
    plain = {"@type", "name", "description", "processingTime", "availableLanguage"}
    return {
        one["name"]: {name: value for name, value in one.items() if name not in plain}
        for one in node["availableChannel"]
    }


def test_a_service_says_what_it_is_and_for_whom(tell: Tell) -> None:
    found = tell("personalausweis-beantragen")
    assert found["@type"] == "GovernmentService"
    assert found["@id"] == f"{URL}/leistungen/personalausweis-beantragen/#leistung"
    assert found["url"] == f"{URL}/leistungen/personalausweis-beantragen/"
    assert (found["name"], found["alternateName"]) == ("Personalausweis beantragen", "Personalausweis Ausstellung")
    assert found["description"].startswith("Mit dem Personalausweis weisen Sie sich")
    assert found["identifier"] == [{"@type": "PropertyValue", "propertyID": "LeiKa", "value": "99008001012000"}]
    assert found["serviceType"] == ["Ausweise"]
    assert found["audience"] == [{"@type": "Audience", "audienceType": "Bürgerinnen und Bürger"}]
    assert found["areaServed"] == {"@id": f"{URL}/#gebiet"}


def test_without_a_public_address_everything_begins_at_the_root(tell: Tell) -> None:
    found = tell("personalausweis-beantragen", url="")
    assert found["@id"] == "/leistungen/personalausweis-beantragen/#leistung"
    assert found["provider"] == [{"@id": "/stellen/buergerbuero/#stelle"}]


@pytest.mark.parametrize(
    ("language", "themes"),
    [(Language.ENGLISH, ["Animals"]), (Language.SIMPLE, ["Tiere"]), (Language.GERMAN, ["Tiere"])],
)
def test_themes_are_called_as_in_the_language_of_the_page(
    world: Catalog, language: Language, themes: list[str]
) -> None:
    found = replace(told(world, "hund-anmelden"), language=language)
    assert found.node["serviceType"] == themes


def test_the_competent_offices_provide_a_service(tell: Tell) -> None:
    offices = [{"@id": f"{URL}/stellen/{office}/#stelle"} for office in ("steueramt", "ordnungsamt")]
    assert tell("hund-anmelden")["provider"] == offices


def test_without_an_office_the_body_that_is_competent_by_law_provides_it(write: Draft) -> None:
    write.change("services/fahrzeug-zulassen.md", "offices: [strassenverkehrsamt]\n", "")
    write.change("services/grundsteuer-erklaeren.md", "offices: [finanzamt]\n", "")
    catalog = load(write.folder, TODAY)[0]
    kreis = {
        "@type": "GovernmentOrganization",
        "@id": "https://service.kreis-muster.example/#ort",
        "name": "Kreis Muster",
    }
    land = {"@type": "GovernmentOrganization", "name": "Land Nordrhein-Westfalen"}
    assert told(catalog, "fahrzeug-zulassen").node["provider"] == [kreis]
    assert told(catalog, "grundsteuer-erklaeren").node["provider"] == [land]


def test_on_the_portal_of_a_kreis_the_towns_provide_what_is_left_to_them(tell: Tell) -> None:
    found = tell("hund-anmelden", "kreis-muster", "https://service.kreis-muster.example")
    assert [(one["@id"], one["name"]) for one in found["provider"]] == [
        ("https://service.grossstadt.example/#ort", "Stadt Großstadt"),
        ("https://service.kleinstadt.example/#ort", "Stadt Kleinstadt"),
    ]
    assert "availableChannel" not in found


def test_every_way_in_says_where_it_leads(tell: Tell) -> None:
    assert channels(tell("hund-anmelden")) == {
        "Online erledigen": {"serviceUrl": "https://formulare.kreis-muster.example/hund?ars=059990004004"},
        "Schreiben": {
            "servicePostalAddress": {
                "@type": "PostalAddress",
                "name": "Steueramt Großstadt",
                "streetAddress": "Rathausplatz 1",
                "postalCode": "59990",
                "addressLocality": "Großstadt",
                "addressCountry": "DE",
            }
        },
        "Anrufen": {
            "servicePhone": {
                "@type": "ContactPoint",
                "name": "Ordnungsamt Großstadt",
                "telephone": "+49299920020",
            }
        },
    }
    assert channels(tell("personalausweis-beantragen")) == {
        "Termin vereinbaren": {"serviceUrl": "https://termine.grossstadt.example/buergerbuero/"},
        "Persönlich vorbeikommen": {"serviceLocation": {"@id": f"{URL}/stellen/buergerbuero/#stelle"}},
        "Anrufen": {
            "servicePhone": {
                "@type": "ContactPoint",
                "name": "Bürgerbüro Großstadt",
                "telephone": "+49299920010",
            }
        },
    }


def test_an_office_without_a_street_address_is_written_to_by_mail(write: Draft) -> None:
    write.change("services/hund-anmelden.md", "  - kind: online\n    form: hund-anmelden\n", "  - kind: post\n")
    assert channels(told(load(write.folder, TODAY)[0], "hund-anmelden", "kleinstadt").node)["Schreiben"] == {
        "serviceUrl": "mailto:steueramt@kleinstadt.example"
    }


def test_the_time_it_takes_begins_where_something_is_handed_in(tell: Tell) -> None:
    found = tell("personalausweis-beantragen")["availableChannel"]
    assert {one["name"]: one.get("processingTime") for one in found} == {
        "Termin vereinbaren": None,
        "Persönlich vorbeikommen": "P3W",
        "Anrufen": None,
    }


def test_a_service_has_the_hours_of_the_office_one_goes_to(tell: Tell) -> None:
    assert [one.get("opens") for one in tell("personalausweis-beantragen")["hoursAvailable"]] == [
        "08:00",
        "08:00",
        None,
    ]
    assert "hoursAvailable" not in tell("hund-anmelden")


def test_of_documents_that_are_more_than_a_list_nothing_is_lost(write: Draft) -> None:
    last = "- Rasse und Alter des Hundes\n"
    write.change("services/hund-anmelden.md", last, f"{last}\nFragen Sie vorher nach.\n")
    how_to, _ = told(load(write.folder, TODAY)[0], "hund-anmelden").node["subjectOf"]
    assert how_to["supply"] == ["Ihr Name und Ihre Anschrift Rasse und Alter des Hundes Fragen Sie vorher nach."]


def test_documents_and_steps_are_instructions_and_laws_are_about_the_service(tell: Tell) -> None:
    assert tell("hund-anmelden")["subjectOf"] == [
        {
            "@type": "HowTo",
            "name": "Hund anmelden",
            "supply": ["Ihr Name und Ihre Anschrift", "Rasse und Alter des Hundes"],
            "step": ["Sie füllen das Formular aus.", "Sie bekommen den Steuerbescheid und die Hundemarke."],
        },
        {"@type": "Legislation", "name": "Hundesteuersatzung der Stadt"},
    ]
    assert tell("handwerksrolle-eintragung")["subjectOf"] == [{"@type": "Legislation", "name": "§ 7 Handwerksordnung"}]


def test_an_address_out_of_order_is_not_told(write: Draft) -> None:
    address = told(load(write.folder, TODAY)[0], "personalausweis-beantragen").node["subjectOf"][-1]["url"]
    write(
        "links/www.gesetze-im-internet.de.yaml",
        f"links:\n  - address: {address}\n    state: broken\n    checked_on: 2026-10-30\n    since: 2026-10-30\n",
    )
    found = told(load(write.folder, TODAY)[0], "personalausweis-beantragen").node["subjectOf"][-1]
    assert found == {"@type": "Legislation", "name": "§ 9 PAuswG (Ausstellung des Ausweises)"}


def test_a_text_in_another_language_describes_the_same_service(world: Catalog) -> None:
    german = told(world, "hund-anmelden")
    [english] = [text for text in german.offer.translations if text.language is Language.ENGLISH]
    translated = {"Bürgerinnen und Bürger": "Citizens"}
    found = Told(german.site, german.offer, english, Language.ENGLISH, lambda words: translated.get(words, words)).node
    assert found["@id"] == german.node["@id"]
    assert (found["name"], found["url"]) == ("Register a dog", f"{URL}/leistungen/hund-anmelden/en/")
    assert found["audience"] == [{"@type": "Audience", "audienceType": "Citizens"}]
