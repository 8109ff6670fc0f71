"""A file with mistakes: all of them at once, none twice, and nothing of it is published."""

import pytest

from plugins.catalog.catalog import load
from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"


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


def test_a_necessary_text_without_words_is_reported_at_its_heading_and_not_published(write: Draft) -> None:
    assert changed(write, ("Haben Sie einen Hund aufgenommen? Melden Sie ihn zur Hundesteuer an.\n", "")) == [
        f"content/{DOG}:32:1: Unter „Kurztext“ steht nichts  [unknown-heading]"
        " → Schreiben Sie Text oder löschen Sie die Überschrift."
    ]
    assert "hund-anmelden" not in {service.slug for service in load(write.folder)[0].services}


def test_every_kind_of_content_can_be_read_in_part(write: Draft) -> None:
    """An empty file lacks all that is necessary; every rule must bear that."""
    for path in ("topics/a.yaml", "portals/a.yaml", "servers/a.yaml", "laws/a.yaml", "offices/a.yaml"):
        assert {found.rule for found in write(path, "x: 1")} >= {"missing", "unknown-key"}
    assert {found.rule for found in write("forms/a.yaml", "server: a\nx: 1")} >= {"missing", "unknown-key"}
    for path in ("pages/a.md", "services/a.md", "services/hund-anmelden.en.md"):
        assert {found.rule for found in write(path, "---\nx: 1\n---\n")} >= {"missing", "unknown-key"}
    problems = write("municipalities/a/municipality.yaml", "address:\n  street: Am Markt 1\n")
    assert {found.rule for found in problems} == {"missing", "unknown-key"}
