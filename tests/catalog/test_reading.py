"""From a file to a record, or to all of its problems: exact words, at the place where the value stands."""

import datetime
from decimal import Decimal

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.places import Place
from plugins.catalog.records import Audience, Level, Login, Payment, Service
from plugins.catalog.records.channel import OnlineChannel, PortalChannel
from plugins.catalog.records.fields import euro
from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"


def service(catalog: Catalog, slug: str) -> Service:
    return next(service for service in catalog.services if service.slug == slug)


def test_a_service_is_read_with_its_facts(world: Catalog) -> None:
    passport = service(world, "personalausweis-beantragen")
    assert passport.title == "Personalausweis beantragen"
    assert passport.level is Level.MUNICIPAL
    assert passport.audience == (Audience.CITIZENS,)
    assert passport.leika == ("99008001012000",)
    assert passport.channels[1].payment == (Payment.CASH, Payment.GIROCARD)
    assert passport.maturity is not None
    assert (passport.maturity.level, passport.maturity.model) == (2, "2.0")


def test_days_are_read_as_germans_write_them(world: Catalog) -> None:
    passport = service(world, "personalausweis-beantragen")
    assert passport.reviewed_on == datetime.date(2026, 10, 5)
    assert passport.review_by == datetime.date(2027, 10, 5)


def test_money_is_read_as_germans_write_it(world: Catalog) -> None:
    assert [fee.amount for fee in service(world, "personalausweis-beantragen").fees] == [
        Decimal("46.00"),
        Decimal("27.60"),
    ]


@pytest.mark.parametrize(("amount", "text"), [("26", "26 Euro"), ("26.50", "26,50 Euro"), ("1234.5", "1.234,50 Euro")])
def test_money_is_written_as_germans_write_it(amount: str, text: str) -> None:
    assert euro(Decimal(amount)) == text


def test_a_regional_key_keeps_its_leading_zero(write: Draft) -> None:
    write.change("municipalities/grossstadt/municipality.yaml", "ars: 059990004004", "ars: 053740012012")
    catalog, problems = load(write.folder)
    assert problems == []
    assert catalog.municipalities["grossstadt"].ars == "053740012012"


def test_texts_stand_under_their_headings(world: Catalog) -> None:
    dog = service(world, "hund-anmelden")
    assert dog.summary == "Haben Sie einen Hund aufgenommen? Melden Sie ihn zur Hundesteuer an."
    assert dog.documents == "- Ihr Name und Ihre Anschrift\n- Rasse und Alter des Hundes"
    assert dog.requirements == ""


def test_fields_remember_where_they_are_written(world: Catalog) -> None:
    dog = service(world, "hund-anmelden")
    assert dog.place("title") == Place(DOG, 2, 8)
    assert dog.place("summary") == Place(DOG, 34, 1)
    assert dog.channels[0].place("form") == Place(DOG, 22, 11)
    assert dog.fees[0].place("amount") == dog.fees[0].place() == Place(DOG, 16, 5)


def test_channels_are_told_apart_by_their_kind(world: Catalog) -> None:
    online = service(world, "hund-anmelden").channels[0]
    portal = service(world, "gewerbe-anmelden").channels[0]
    assert isinstance(online, OnlineChannel)
    assert online.form == "hund-anmelden"
    assert isinstance(portal, PortalChannel)
    assert portal.choose == "Gewerbe, dann Anmeldung"
    assert portal.checked_on == datetime.date(2026, 10, 2)
    assert portal.login == (Login.UNTERNEHMENSKONTO,)


def test_a_misspelled_necessary_key_is_also_missing(write: Draft) -> None:
    assert said(write.change(DOG, "fees:", "gebühren:")) == [
        f"content/{DOG}:2:1: „Gebühren“ fehlt  [missing]"
        " → Fügen Sie eine Zeile „fees:“ ein. Keine Gebühr: - note: gebührenfrei",
        f"content/{DOG}:15:1: „gebühren“ gibt es hier nicht  [unknown-key] → Meinten Sie „fees“?",
    ]


@pytest.mark.parametrize(
    ("channel", "message"),
    [
        ("kind: online", "„Formular“ fehlt  [missing] → Fügen Sie eine Zeile „form:“ ein. Datei in content/forms/"),
        ("kind: portal", "„Portal“ fehlt  [missing] → Fügen Sie eine Zeile „portal:“ ein. Datei in content/portals/"),
        (
            "kind: brief",
            "Weg: „brief“ gibt es nicht  [value]"
            " → Möglich sind: online, portal (Anderes Portal), appointment (Termin), in_person (Persönlich),"
            " post (Per Post) oder phone (Telefon).",
        ),
        ("note: per Post", "Beim Weg fehlt die Art  [value] → Beginnen Sie mit: - kind: online"),
        ("post", "Eintrag 2: hier gehören Angaben mit Schlüsseln hin  [value] → Schreiben Sie: - kind: post"),
        ("brief", "Eintrag 2: hier gehören Angaben mit Schlüsseln hin  [value] → Schreiben Sie: - kind: online"),
    ],
)
def test_a_channel_that_cannot_be_told_says_what_is_missing(write: Draft, channel: str, message: str) -> None:
    assert said(write.change(DOG, "- kind: post", f"- {channel}")) == [f"content/{DOG}:24:5: {message}"]


@pytest.mark.parametrize(
    ("channel", "message"),
    [
        ("kind: online\n    form: hund-anmelden\n    choose: Hund", "26:5: „choose“ gibt es hier nicht"),
        ("kind: portal\n    portal: steuerportal\n    form: hund-anmelden", "26:5: „form“ gibt es hier nicht"),
        ("kind: appointment\n    url: https://www.grossstadt.example/", "25:5: „url“ gibt es hier nicht"),
        ("kind: in_person\n    portal: steuerportal", "25:5: „portal“ gibt es hier nicht"),
        ("kind: post\n    form: hund-anmelden", "25:5: „form“ gibt es hier nicht"),
        ("kind: phone\n    choose: Hund", "25:5: „choose“ gibt es hier nicht"),
        (
            "kind: portal\n    portal: steuerportal\n    checked_on: neulich",
            "26:17: Link geprüft am: „neulich“ ist kein Datum",
        ),
        ("kind: phone\n    login: [passwort]", "25:13: Eintrag 1: „passwort“ gibt es nicht"),
    ],
)
def test_each_kind_of_channel_has_its_own_fields(write: Draft, channel: str, message: str) -> None:
    (found,) = said(write.change(DOG, "- kind: post", f"- {channel}"))
    assert found.startswith(f"content/{DOG}:{message}  [")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("post", "label, note, office, login, payment, kind"),
        (
            "portal\n    portal: steuerportal",
            "label, note, office, login, payment, kind, portal, url, choose, checked_on, informs",
        ),
        ("online\n    form: hund-anmelden", "label, note, office, login, payment, kind, form"),
    ],
)
def test_an_unknown_key_of_a_channel_lists_the_fields_of_its_kind(write: Draft, kind: str, fields: str) -> None:
    (found,) = said(write.change(DOG, "- kind: post", f"- kind: {kind}\n    xxxxxxxx: 1"))
    assert found.endswith(f"„xxxxxxxx“ gibt es hier nicht  [unknown-key] → Möglich sind: {fields}.")


def test_a_service_file_with_five_different_mistakes_gives_five_messages_with_line_and_remedy(write: Draft) -> None:
    text = (write.folder / DOG).read_text(encoding="utf-8")
    for old, new in [
        ("leika: [99102013104000]", "leika: [99102]"),
        ("level: municipal", "level: stadt"),
        ("reviewed_on: 2026-10-20", "reviewed_on: gestern"),
        ("    form: hund-anmelden\n", ""),
        ("related:", "relatd:"),
    ]:
        text = text.replace(old, new)
    assert said(write(DOG, text)) == [
        f"content/{DOG}:3:9: „99102“ ist kein Leistungsschlüssel  [value]"
        " → 14 Ziffern, am Anfang 99 oder 77. Unbekannt: Zeile löschen.",
        f"content/{DOG}:4:8: Ebene: „stadt“ gibt es nicht  [value]"
        " → Möglich sind: municipal (Stadt oder Gemeinde), district (Kreis), state (Land), federal (Bund)"
        " oder chamber (Kammer).",
        f"content/{DOG}:13:14: Zuletzt geprüft am: „gestern“ ist kein Datum  [value]"
        " → Schreiben Sie 2027-01-31 oder 31.01.2027.",
        f"content/{DOG}:21:5: „Formular“ fehlt  [missing] → Fügen Sie eine Zeile „form:“ ein. Datei in content/forms/",
        f"content/{DOG}:28:1: „relatd“ gibt es hier nicht  [unknown-key] → Meinten Sie „related“?",
    ]


def test_of_many_wrong_values_of_one_file_the_first_hundred_are_told(write: Draft) -> None:
    found = write.change(DOG, "audience: [citizens]", f"audience: [{', '.join(['x'] * 5_000)}]")
    assert len(found) == 101
    assert said(found)[0] == (
        f"content/{DOG}:1:1: 5000 Fehler in einer Datei  [value]"
        " → Hier stehen die ersten 100; vielleicht ist die Datei keine von uns."
    )


@pytest.mark.parametrize(
    "line",
    [
        *("Save_as: ../out_sibling/x.html", "save_as: x", "Slug: ../../x", "slug: ../../x", "Template: ../../x"),
        *("Url: /suche/", "Status: hidden", "Date: 2026-01-01", "Category: ../x", "__proto__: x", "constructor: x"),
    ],
)
def test_no_key_of_a_generator_says_where_a_page_goes_or_how_it_looks(write: Draft, line: str) -> None:
    key = line.partition(":")[0]
    (found,) = write.change(DOG, "level: municipal", f"{line}\nlevel: municipal")
    assert (found.rule, found.message) == ("unknown-key", f"„{key}“ gibt es hier nicht")
