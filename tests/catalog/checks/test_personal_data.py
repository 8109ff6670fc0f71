"""Contacts name offices: whoever looks like a person gets a hint, an error where a portal wants no persons."""

import pytest

from plugins.catalog.places import Severity
from tests.conftest import Draft, said

OFFICE = "municipalities/grossstadt/offices/steueramt.yaml"
TOWN = "municipalities/grossstadt/municipality.yaml"
DOG = "services/hund-anmelden.md"
ADDRESS = "anna.meier@grossstadt.example"
MAILBOX = "Nehmen Sie das Postfach der Stelle, etwa standesamt@…"
REFUSED = "Im Portal „Stadt Großstadt“ stehen keine Personen (personal_data: false)."
ON_PURPOSE = "Soll das so sein: personal_data: true"


def test_mailboxes_and_numbers_of_offices_pass(write: Draft) -> None:
    assert write.change(OFFICE, "email: steueramt@", "email: steuer.amt@") == []


def test_a_mailbox_of_a_person_gets_a_hint(write: Draft) -> None:
    problems = write.change(OFFICE, "steueramt@grossstadt.example", ADDRESS)
    assert said(problems) == [
        f"content/{OFFICE}:7:8: Hinweis: „{ADDRESS}“ sieht nach der Mail-Adresse einer Person aus  [personal-data]"
        f" → {MAILBOX} {ON_PURPOSE}"
    ]
    assert [found.severity for found in problems] == [Severity.HINT]


def test_a_mobile_number_gets_a_hint(write: Draft) -> None:
    assert said(write.change(OFFICE, "phone: 02999 200-40", "phone: 0151 23456789")) == [
        f"content/{OFFICE}:6:8: Hinweis: „0151 23456789“ sieht nach der Mobilnummer einer Person aus  [personal-data]"
        f" → Nehmen Sie die Nummer der Stelle oder der Zentrale. {ON_PURPOSE}"
    ]


@pytest.mark.parametrize("text", ["Fragen Sie Frau Meier.", "Ansprechpartner: Frau Meier"])
def test_a_name_in_a_text_gets_a_hint_at_its_line(text: str, write: Draft) -> None:
    assert said(write.change(DOG, "## Volltext\n", f"## Volltext\n\nErst lesen.\n\n{text}\n")) == [
        f"content/{DOG}:40:1: Hinweis: „Frau Meier“ ist der Name einer Person  [personal-data]"
        " → Nennen Sie die Stelle: Personen wechseln, die Stelle bleibt."
    ]


def test_notes_of_ways_and_own_texts_of_towns_are_looked_at_too(write: Draft) -> None:
    own = "municipalities/grossstadt/services/hund-anmelden.md"
    found = write(own, "---\n---\n\n## Fristen\n\nMelden Sie sich bei Herrn Klein.\n")
    assert [one.rule for one in found if one.place.path == own] == ["based-on", "personal-data"]
    found = write.change(DOG, "  - kind: post\n", "  - kind: post\n    note: An Frau Groß\n")
    assert [one.rule for one in found if one.place.path == DOG] == ["personal-data"]


@pytest.mark.parametrize(
    "written",
    [
        "'0151\n            2345\n            6789'",
        "__Frau__\n            Meier",
        ">\n            0151\n            23456789",
        '"01\\x351 23456789"',
        '"0151 2345\\\n            6789"',
        "01\n            5 1 23456789",
        "anna.meier&#64;grossstadt.example",
        "anna.meier (at)\n            grossstadt.example",
    ],
)
def test_a_trace_is_found_however_a_file_writes_a_value(written: str, write: Draft) -> None:
    found = write.change(DOG, "  - kind: post\n", f"  - kind: post\n    note: {written}\n")
    assert "personal-data" in {one.rule for one in found}


def test_an_office_may_want_it_so(write: Draft) -> None:
    write.change(OFFICE, "steueramt@grossstadt.example", ADDRESS)
    assert write.change(OFFICE, "name:", "personal_data: true\nname:") == []


def test_the_law_wants_names_in_the_impressum(write: Draft) -> None:
    write.change("pages/impressum.md", "## Anbieter", "Verantwortlich: Frau Meier\n\n## Anbieter")
    assert write.change(TOWN, "den Oberbürgermeister der Stadt Großstadt", "Herrn Oberbürgermeister Klein") == []


def test_a_portal_without_persons_has_none_in_its_texts(write: Draft) -> None:
    write.change(TOWN, "kind: town", "kind: town\npersonal_data: false")
    assert said(write.change(DOG, "## Volltext\n", "## Volltext\n\nErst lesen.\n\nFragen Sie Frau Meier.\n")) == [
        f"content/{DOG}:40:1: „Frau Meier“ ist der Name einer Person  [personal-data]"
        f" → Nennen Sie die Stelle: Personen wechseln, die Stelle bleibt. {REFUSED}"
    ]


def test_what_an_office_wants_does_not_count_there_but_its_contacts_only_are_left_out(write: Draft) -> None:
    write.change(TOWN, "kind: town", "kind: town\npersonal_data: false")
    write.change(OFFICE, "steueramt@grossstadt.example", ADDRESS)
    assert [found.severity for found in write.problems()] == [Severity.HINT]
    found = write.change(OFFICE, "name:", "personal_data: true\nopening_note: Fragen Sie Frau Meier\nname:")
    assert [(one.severity, one.message) for one in found] == [
        (Severity.ERROR, "„Frau Meier“ ist der Name einer Person")
    ]


@pytest.mark.parametrize(
    ("silent", "severity"),
    [("grossstadt", Severity.ERROR), ("kreis-muster", Severity.ERROR), ("kleinstadt", Severity.HINT)],
)
def test_it_counts_for_texts_that_the_portal_shows(silent: str, severity: Severity, write: Draft) -> None:
    write.change(f"municipalities/{silent}/municipality.yaml", "kind: ", "personal_data: false\nkind: ")
    found = write.change(OFFICE, "name:", "opening_note: Fragen Sie Frau Meier\nname:")
    assert [one.severity for one in found] == [severity]


def test_a_town_without_persons_needs_a_contact_of_its_own(write: Draft) -> None:
    write.change(TOWN, "info@grossstadt.example", ADDRESS)
    assert [found.severity for found in write.problems()] == [Severity.HINT]
    assert said(write.change(TOWN, "kind: town", "kind: town\npersonal_data: false")) == [
        f"content/{TOWN}:15:8: „{ADDRESS}“ sieht nach der Mail-Adresse einer Person aus  [personal-data]"
        f" → {MAILBOX} {REFUSED}"
    ]
