"""What one municipality offers: competence, offices, ways in, addresses."""

import datetime

import pytest
from pydantic import BaseModel

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import Directory, Norm, WayIn, directory
from plugins.catalog.records import Audience, Language, Login, Payment
from tests.conftest import Draft


def of(world: Catalog, town: str) -> Directory:
    return directory(world, world.municipalities[town])


def test_a_kreis_leaves_municipal_services_to_its_towns(world: Catalog) -> None:
    offers = of(world, "kreis-muster").by_slug
    assert set(offers) == {service.slug for service in world.services}
    assert [slug for slug, offer in offers.items() if not offer.towns] == [
        "baugenehmigung-beantragen",
        "fahrzeug-zulassen",
        "fuehrungszeugnis-beantragen",
        "grundsteuer-erklaeren",
        "handwerksrolle-eintragung",
    ]


def test_what_is_left_to_the_towns_has_a_choice_of_towns_and_nothing_of_the_kreis(world: Catalog) -> None:
    dog = of(world, "kreis-muster").by_slug["hund-anmelden"]
    assert dog.provider == "Ihre Stadt oder Gemeinde"
    assert [(choice.town.name, choice.is_offered) for choice in dog.towns] == [
        ("Stadt Großstadt", True),
        ("Stadt Kleinstadt", True),
    ]
    assert (dog.ways_in, dog.offices, dog.forms) == ((), (), ())


def test_a_town_that_does_not_offer_a_service_says_so_in_the_choice(write: Draft) -> None:
    write("municipalities/kleinstadt/services/hund-anmelden.md", "---\noffered: false\n---\n")
    catalog, _ = load(write.folder)
    dog = of(catalog, "kreis-muster").by_slug["hund-anmelden"]
    assert [(choice.town.slug, choice.is_offered) for choice in dog.towns] == [
        ("grossstadt", True),
        ("kleinstadt", False),
    ]


def test_a_kreis_without_towns_leaves_out_what_towns_provide(write: Draft) -> None:
    for town in ("grossstadt", "kleinstadt"):
        write.change(f"municipalities/{town}/municipality.yaml", "part_of: kreis-muster\n", "")
    catalog, _ = load(write.folder)
    offers = of(catalog, "kreis-muster").by_slug
    assert "hund-anmelden" not in offers
    assert "fahrzeug-zulassen" in offers


def test_a_town_shows_the_services_of_every_level(world: Catalog) -> None:
    assert set(of(world, "kleinstadt").by_slug) == {service.slug for service in world.services}


def test_offers_stand_in_dictionary_order(world: Catalog) -> None:
    titles = [offer.title for offer in of(world, "grossstadt").offers]
    assert titles[:3] == [
        "\"Kiosk\" & 'Büdchen' anmelden: {{ 7*7 }} %s \\n ::error:: ${x}",
        "Äste und Grünschnitt abgeben",
        "Baugenehmigung beantragen",
    ]


@pytest.mark.parametrize(
    ("town", "office"),
    [
        ("kreis-muster", "Bauaufsicht des Kreises"),
        ("kleinstadt", "Bauaufsicht des Kreises"),
        ("grossstadt", "Bauaufsicht der Stadt Großstadt"),
    ],
)
def test_a_town_without_its_own_office_leads_to_the_office_of_its_kreis(world: Catalog, town: str, office: str) -> None:
    assert [found.name for found in of(world, town).by_slug["baugenehmigung-beantragen"].offices] == [office]


@pytest.mark.parametrize(
    ("service", "provider"),
    [
        ("hund-anmelden", "Stadt Kleinstadt"),
        ("fahrzeug-zulassen", "Kreis Muster"),
        ("grundsteuer-erklaeren", "Land Nordrhein-Westfalen"),
        ("fuehrungszeugnis-beantragen", "Bund"),
        ("handwerksrolle-eintragung", "Handwerkskammer Muster"),
    ],
)
def test_every_level_has_its_provider(world: Catalog, service: str, provider: str) -> None:
    assert of(world, "kleinstadt").by_slug[service].provider == provider


def test_a_form_address_is_filled_with_the_regional_key_of_the_town(world: Catalog) -> None:
    way = of(world, "kleinstadt").by_slug["hund-anmelden"].ways_in[0]
    assert way.url == "https://formulare.kreis-muster.example/hund?ars=059990008008"
    assert way.login == (Login.NONE,)


def test_a_form_address_is_filled_with_the_first_leika_key(world: Catalog) -> None:
    way = of(world, "grossstadt").by_slug["fahrzeug-zulassen"].ways_in[0]
    assert way.url == "https://formulare.kreis-muster.example/ikfz/99036008014000/059990004004"


def test_a_deep_link_says_what_to_choose_and_when_it_was_checked(world: Catalog) -> None:
    way = of(world, "kleinstadt").by_slug["gewerbe-anmelden"].ways_in[0]
    assert way.url == "https://service.wirtschaft.example/gewerbe/anmeldung"
    assert (way.label, way.choose) == ("Im Wirtschaftsportal anmelden", "Gewerbe, dann Anmeldung")
    assert way.checked_on == datetime.date(2026, 10, 2)
    assert way.login == (Login.UNTERNEHMENSKONTO,)
    assert way.payment == (Payment.CREDIT_CARD, Payment.PAYPAL)


def test_a_portal_without_a_deep_link_leads_to_its_start_page(world: Catalog) -> None:
    way = of(world, "kleinstadt").by_slug["gewerbe-ummelden"].ways_in[0]
    assert way.url == "https://service.wirtschaft.example/"
    assert way.login == (Login.UNTERNEHMENSKONTO, Login.BUNDID)


def test_an_appointment_is_a_way_in_only_where_the_office_gives_appointments(world: Catalog) -> None:
    service = "personalausweis-beantragen"
    assert of(world, "grossstadt").by_slug[service].kinds_of_ways == ("appointment", "in_person", "phone")
    assert of(world, "kleinstadt").by_slug[service].kinds_of_ways == ("in_person", "phone")
    assert of(world, "grossstadt").by_slug[service].ways_in[0].url == "https://termine.grossstadt.example/buergerbuero/"


def test_a_channel_may_name_another_office(world: Catalog) -> None:
    phone = of(world, "kleinstadt").by_slug["hund-anmelden"].ways_in[-1]
    assert phone.office is not None
    assert (phone.kind, phone.office.name) == ("phone", "Ordnungsamt Kleinstadt")


@pytest.mark.parametrize("kind", ["online", "portal", "appointment", "in_person", "post", "phone"])
def test_a_way_without_an_address_or_an_office_leads_nowhere(kind: str) -> None:
    assert not WayIn(kind).leads_on


@pytest.mark.parametrize(
    ("kind", "office", "leads_on"),
    [
        ("in_person", "steueramt", False),
        ("post", "steueramt", True),
        ("phone", "steueramt", True),
        ("in_person", "buergerbuero", True),
        ("post", "ordnungsamt", False),
    ],
)
def test_a_way_leads_on_when_the_office_can_be_reached_that_way(
    world: Catalog, kind: str, office: str, leads_on: bool
) -> None:
    assert WayIn(kind, office=world.offices["kleinstadt", office]).leads_on is leads_on


@pytest.mark.parametrize(
    ("service", "norms"),
    [
        (
            "personalausweis-beantragen",
            (Norm("§ 9 PAuswG (Ausstellung des Ausweises)", "https://www.gesetze-im-internet.de/pauswg/__9.html"),),
        ),
        (
            "gewerbe-ummelden",
            (Norm("§ 14 GewO (Gewerbeordnung)", "https://www.gesetze-im-internet.de/gewo/__14.html"),),
        ),
        ("baugenehmigung-beantragen", (Norm("§ 60 BauO Muster (Bauordnung für das Land Muster)", None),)),
        (
            "grundsteuer-erklaeren",
            (
                Norm(
                    "§ 228 GrStG Muster (Grundsteuergesetz Muster)",
                    "https://recht.musterland.example/grstg/",
                ),
            ),
        ),
        ("handwerksrolle-eintragung", (Norm("§ 7 Handwerksordnung", None),)),
        ("hund-anmelden", (Norm("Hundesteuersatzung der Stadt", None),)),
        ("kiosk-anmelden", ()),
    ],
)
def test_norms_are_words_and_where_there_is_one_an_address(
    world: Catalog, service: str, norms: tuple[Norm, ...]
) -> None:
    assert of(world, "kleinstadt").by_slug[service].norms == norms


def test_translations_belong_to_their_service(world: Catalog) -> None:
    offers = of(world, "kleinstadt").by_slug
    assert {text.language for text in offers["hund-anmelden"].translations} == {Language.ENGLISH, Language.SIMPLE}
    assert offers["gewerbe-anmelden"].translations == ()


def test_topics_are_those_in_use_in_their_own_order(write: Draft) -> None:
    write("municipalities/kleinstadt/services/hund-anmelden.md", "---\noffered: false\n---\n")
    catalog, _ = load(write.folder)
    assert [topic.slug for topic in of(catalog, "kleinstadt").topics] == [
        "umzug",
        "ausweise",
        "bauen-und-wohnen",
        "fahrzeuge",
        "gewerbe",
    ]


def test_offers_are_found_by_topic_and_office(world: Catalog) -> None:
    grossstadt = of(world, "grossstadt")
    assert [offer.slug for offer in grossstadt.by_topic["tiere"]] == ["hund-anmelden"]
    assert [offer.slug for offer in grossstadt.by_office["steueramt"]] == ["hund-anmelden"]


def test_offices_are_the_own_ones_and_those_that_offers_name(world: Catalog) -> None:
    assert [office.name for office in of(world, "kleinstadt").offices] == [
        "Bauaufsicht des Kreises",
        "Bundesregisteramt",
        "Bürgerbüro Kleinstadt",
        "Finanzamt",
        "Handwerkskammer Muster",
        "Kämmerei und Steueramt",
        "Ordnungsamt Kleinstadt",
        "Straßenverkehrsamt",
    ]


def test_popular_offers_keep_the_order_of_the_municipality(world: Catalog) -> None:
    grossstadt = of(world, "grossstadt")
    assert [offer.slug for offer in grossstadt.popular] == ["personalausweis-beantragen", "hund-anmelden"]
    assert grossstadt.of(["hund-anmelden", "gibt-es-nicht"]) == (grossstadt.by_slug["hund-anmelden"],)


def test_some_services_are_for_businesses_only(world: Catalog) -> None:
    kleinstadt = of(world, "kleinstadt")
    citizens = {offer.slug for offer in kleinstadt.by_audience[Audience.CITIZENS]}
    businesses = {offer.slug for offer in kleinstadt.by_audience[Audience.BUSINESSES]}
    assert businesses - citizens == {
        "gewerbe-anmelden",
        "gewerbe-ummelden",
        "handwerksrolle-eintragung",
        "kiosk-anmelden",
    }


def test_offers_are_grouped_by_names_without_comparing_records(world: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    kleinstadt = of(world, "kleinstadt")
    monkeypatch.setattr(BaseModel, "__eq__", lambda *_: pytest.fail("compared field by field"))
    assert "hund-anmelden" in [offer.slug for offer in kleinstadt.by_topic["tiere"]]
    assert "gewerbe-anmelden" in [offer.slug for offers in kleinstadt.by_office.values() for offer in offers]


def test_forms_are_listed_once_with_their_address_and_service(world: Catalog) -> None:
    assert [(link.form.slug, link.url, offer.slug) for link, offer in of(world, "kleinstadt").forms] == [
        (
            "fahrzeug-zulassen",
            "https://formulare.kreis-muster.example/ikfz/99036008014000/059990008008",
            "fahrzeug-zulassen",
        ),
        ("hund-anmelden", "https://formulare.kreis-muster.example/hund?ars=059990008008", "hund-anmelden"),
    ]


def test_references_that_lead_nowhere_are_left_out(write: Draft) -> None:
    write.change("services/hund-anmelden.md", "form: hund-anmelden", "form: gibt-es-nicht")
    write.change("services/hund-anmelden.md", "offices: [steueramt, ordnungsamt]", "offices: [gibt-es-nicht]")
    catalog, _ = load(write.folder)
    offer = of(catalog, "kleinstadt").by_slug["hund-anmelden"]
    assert (offer.offices, offer.kinds_of_ways) == ((), ("phone",))


def test_addresses_of_pages() -> None:
    assert urls.service("hund-anmelden") == "/leistungen/hund-anmelden/"
    assert urls.service("hund-anmelden", Language.SIMPLE) == "/leistungen/hund-anmelden/de-simple/"
    assert (urls.topic("tiere"), urls.office("amt"), urls.page("hilfe")) == (
        "/themen/tiere/",
        "/stellen/amt/",
        "/hilfe/",
    )


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/leistungen/", "leistungen/index.html"),
        ("/404.html", "404.html"),
    ],
)
def test_the_file_that_answers_an_address(address: str, file: str) -> None:
    assert urls.file_of(address) == file


def test_no_page_may_take_an_address_of_the_portal() -> None:
    lists = (urls.SERVICES, urls.TOPICS, urls.OFFICES, urls.FORMS, urls.SEARCH, urls.CITIZENS, urls.BUSINESSES)
    assert {address.strip("/") for address in (*lists, urls.PATTERNS)} <= urls.RESERVED


def test_a_topic_names_what_comes_first(write: Draft) -> None:
    topic = (write.folder / "topics" / "gewerbe.yaml").read_text("utf-8")
    assert write("topics/gewerbe.yaml", topic + "first: [gewerbe-ummelden]\n") == []
    world, _ = load(write.folder)
    offers = directory(world, world.municipalities["grossstadt"]).by_topic["gewerbe"]
    assert [offer.slug for offer in offers][:2] == ["gewerbe-ummelden", "kiosk-anmelden"]
