"""A file name is an address: small letters, digits, hyphens."""

import pytest

from tests.conftest import Draft, said

TOPIC = "title: Testthema\nkind: theme\nsummary: Ein Thema.\n"


@pytest.mark.parametrize("name", ["hund", "b17-fuehrerschein", "0", "a" * 80])
def test_small_letters_digits_and_hyphens_pass(write: Draft, name: str) -> None:
    assert write(f"topics/{name}.yaml", TOPIC) == []


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Führerschein", "Benennen Sie um: fuehrerschein"),
        ("hund anmelden", "Benennen Sie um: hund-anmelden"),
        ("hund_anmelden", "Benennen Sie um: hund-anmelden"),
        ("hund--anmelden", "Benennen Sie um: hund-anmelden"),
        ("-hund", "Benennen Sie um: hund"),
        ("hund-аnmelden", "Benennen Sie um: hund-nmelden"),
        ("a\u0308pfel", "Benennen Sie um: aepfel"),
        ("!!!", "Benennen Sie um, zum Beispiel: hund-anmelden"),
        ("a" * 81, "Benennen Sie um: " + "a" * 80),
    ],
)
def test_a_name_that_is_no_address_is_an_error_with_a_better_name(write: Draft, name: str, remedy: str) -> None:
    assert said(write(f"topics/{name}.yaml", TOPIC)) == [
        f"content/topics/{name}.yaml:1:1: „{name}“ taugt nicht als Adresse  [slug] → {remedy}"
    ]


@pytest.mark.parametrize("name", ["con", "nul", "com1"])
def test_a_name_that_windows_cannot_store_is_an_error(write: Draft, name: str) -> None:
    assert said(write(f"topics/{name}.yaml", TOPIC)) == [
        f"content/topics/{name}.yaml:1:1: „{name}“ ist unter Windows kein Dateiname  [slug] → Nennen Sie sie anders."
    ]


def test_the_folder_of_a_municipality_is_checked_too(write: Draft) -> None:
    office = (write.folder / "municipalities/kleinstadt/offices/ordnungsamt.yaml").read_text(encoding="utf-8")
    assert said(write("municipalities/Groß Stadt/offices/amt.yaml", office))[0] == (
        "content/municipalities/Groß Stadt/offices/amt.yaml:1:1: „Groß Stadt“ taugt nicht als Adresse  [slug]"
        " → Benennen Sie um: gross-stadt"
    )
