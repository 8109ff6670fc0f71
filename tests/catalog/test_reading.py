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
            "label, note, office, login, payment, kind, portal, url, choose, checked_on",
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


def changed(write: Draft, *changes: tuple[str, str]) -> list[str]:
    text = (write.folder / DOG).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return said(write(DOG, text))


def test_mistakes_of_reading_and_of_rules_are_reported_at_once(write: Draft) -> None:
    assert changed(
        write,
        ("owner: steueramt", "owner: xyz"),
        ("reviewed_on: 2026-10-20", "reviewed_on: gestern"),
        ("    note: gebührenfrei\n", ""),
        ("related:", "relatd:"),
        ("## Fristen", "## Frist"),
        ("(/leistungen/personalausweis-beantragen/)", "(http://www.grossstadt.example/)"),
    ) == [
        f"content/{DOG}:11:8: Stelle „xyz“ gibt es nicht  [reference]"
        " → Legen Sie die Datei an, zum Beispiel wie content/municipalities/x/offices/y.yaml.",
        f"content/{DOG}:13:14: Zuletzt geprüft am: „gestern“ ist kein Datum  [value]"
        " → Schreiben Sie 2027-01-31 oder 31.01.2027.",
        f"content/{DOG}:16:5: Gebühr ohne Betrag  [fee-amount] → amount: 12,50 — oder note: „nach Aufwand“",
        f"content/{DOG}:28:1: „relatd“ gibt es hier nicht  [unknown-key] → Meinten Sie „related“?",
        f"content/{DOG}:49:1: Die Überschrift „Frist“ gibt es nicht  [unknown-heading] → Meinten Sie „Fristen“?",
        f"content/{DOG}:55:1: „http://www.grossstadt.example/“ ist unverschlüsselt (http://)  [link-form]"
        " → Schreiben Sie: https://www.grossstadt.example/",
    ]


def test_a_mistake_inside_an_entry_does_not_hide_the_rest_of_it(write: Draft) -> None:
    assert changed(
        write,
        ("  - kind: post", "  - kind: online\n    office: nirgends\n    login: [passwort]"),
        ("  - name: Hundesteuersatzung der Stadt", "  - section: Absatz 3\n    law: nixg"),
    ) == [
        f"content/{DOG}:19:14: Paragraf: „Absatz 3“ ist keine Paragrafennummer  [value]"
        " → Nur die Nummer: 17 oder 34c. Absatz und Satz können im title stehen.",
        f"content/{DOG}:20:10: Gesetz „nixg“ gibt es nicht  [reference]"
        " → Legen Sie die Datei an, zum Beispiel wie content/laws/pauswg.yaml.",
        f"content/{DOG}:25:5: „Formular“ fehlt  [missing] → Fügen Sie eine Zeile „form:“ ein. Datei in content/forms/",
        f"content/{DOG}:26:13: Stelle „nirgends“ gibt es nicht  [reference]"
        " → Legen Sie die Datei an, zum Beispiel wie content/municipalities/x/offices/y.yaml.",
        f"content/{DOG}:27:13: Eintrag 1: „passwort“ gibt es nicht  [value] → Möglich sind: none (nicht nötig),"
        " bundid, bundid-substantial (BundID mit ELSTER-Zertifikat), bundid-high (BundID mit Online-Ausweis),"
        " unternehmenskonto (Mein Unternehmenskonto), elster, eid (Online-Ausweis)"
        " oder own-account (eigenes Konto im Portal).",
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    note: gebührenfrei", "    amount: umsonst"),
        ("    note: gebührenfrei", "    betrag: 5"),
        ("  - name: Hundesteuersatzung der Stadt", "  - law: [gewo]"),
        ("review_by: 2027-10-20", "review_by: bald"),
        ("owner: steueramt", "owner: [steueramt]"),
        ("title: Hund anmelden", "title: [Fahrzeug zulassen]"),
        ("## Kurztext\n\nHaben Sie einen Hund aufgenommen?", "## Kurztxt\n\nHaben Sie einen Hund?"),
        ("Haben Sie einen Hund aufgenommen? Melden Sie ihn zur Hundesteuer an.\n", ""),
    ],
)
def test_what_could_not_be_read_is_reported_once(write: Draft, old: str, new: str) -> None:
    assert len(changed(write, (old, new))) == 1


def test_a_wrong_channel_is_no_dead_end(write: Draft) -> None:
    waste = "services/gruenschnitt-abgeben.md"
    assert said(write.change(waste, "- kind: phone", "- kind: telefon")) == [
        f"content/{waste}:19:5: Weg: „telefon“ gibt es nicht  [value] → Möglich sind: online, portal (Anderes Portal),"
        " appointment (Termin), in_person (Persönlich), post (Per Post) oder phone (Telefon)."
    ]


def test_two_mistakes_in_one_list_are_two_messages(write: Draft) -> None:
    assert changed(write, ("  - Welpe", f"  - hundemarke\n  - {'x' * 61}")) == [
        f"content/{DOG}:8:3: Wörter der Leute: „hundemarke“ steht zweimal in der Liste  [value]"
        " → Löschen Sie eine der beiden Zeilen.",
        f"content/{DOG}:11:5: Eintrag 4: der Text ist zu lang (61 Zeichen)  [value] → Höchstens 60 Zeichen.",
    ]


def test_a_text_that_is_too_long_is_checked_all_the_same(write: Draft) -> None:
    assert changed(write, ("Haben Sie einen Hund aufgenommen?", f"**{'x' * 200}**")) == [
        f"content/{DOG}:34:1: Kurztext: der Text ist zu lang (239 Zeichen)  [value] → Höchstens 200 Zeichen.",
        f"content/{DOG}:34:1: Der Kurztext enthält eine Hervorhebung  [summary]"
        " → Löschen Sie die Sternchen oder Unterstriche um die Wörter.",
    ]


def test_a_record_with_mistakes_is_for_rules_and_never_for_outputs(write: Draft) -> None:
    write.change(DOG, "reviewed_on: 2026-10-20", "reviewed_on: gestern")
    catalog, _ = load(write.folder)
    assert [record.place().path for record in catalog.partial] == [DOG]
    assert "hund-anmelden" not in {service.slug for service in catalog.services}
    (dog,) = [record for record in catalog.with_partial().services if record.slug == "hund-anmelden"]
    assert (dog.title, dog.is_read("title"), dog.is_read("reviewed_on")) == ("Hund anmelden", True, False)


def test_every_kind_of_content_can_be_read_in_part(write: Draft) -> None:
    """An empty file lacks all that is necessary; every rule must bear that."""
    for path in ("topics/a.yaml", "portals/a.yaml", "forms/a.yaml", "laws/a.yaml", "offices/a.yaml"):
        assert {found.rule for found in write(path, "x: 1")} >= {"missing", "unknown-key"}
    for path in ("pages/a.md", "services/a.md", "services/hund-anmelden.en.md"):
        assert {found.rule for found in write(path, "---\nx: 1\n---\n")} >= {"missing", "unknown-key"}
    problems = write("municipalities/a/municipality.yaml", "address:\n  street: Am Markt 1\n")
    assert {found.rule for found in problems} == {"missing", "unknown-key"}
