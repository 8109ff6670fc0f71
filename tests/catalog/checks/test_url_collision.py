"""No two pages have the same address."""

import pytest

from tests.conftest import Draft, said

TOPIC = "title: Testthema\nkind: theme\nsummary: Ein Thema.\n"
PAGE = "---\ntitle: Seite\nsummary: Eine Seite.\n---\n\nText.\n"
RENAME = "Benennen Sie eine der beiden Dateien um oder löschen Sie sie."


def collisions(lines: list[str]) -> list[str]:
    return [line for line in lines if "[url-collision]" in line]


def test_the_same_name_in_another_folder_passes(write: Draft) -> None:
    assert write("topics/hund-anmelden.yaml", TOPIC) == []
    assert write("pages/tiere.md", PAGE) == []


@pytest.mark.parametrize("name", ["Tiere", "TIERE", "ti\u200ce\u200cre"])
def test_names_that_differ_only_in_case_or_invisible_letters_are_an_error(write: Draft, name: str) -> None:
    (found,) = collisions(said(write(f"topics/{name}.yaml", TOPIC)))
    paths = sorted([f"topics/{name}.yaml", "topics/tiere.yaml"])
    assert found == f"content/{paths[1]}:1:1: Hat dieselbe Adresse wie {paths[0]}  [url-collision] → {RENAME}"


@pytest.mark.parametrize(("first", "second"), [("strasse", "straße"), ("a-b", "a_b"), ("aepfel", "a\u0308pfel")])
def test_names_that_are_spelled_differently_are_an_error(write: Draft, first: str, second: str) -> None:
    write(f"topics/{first}.yaml", TOPIC)
    paths = sorted([f"topics/{first}.yaml", f"topics/{second}.yaml"])
    assert collisions(said(write(f"topics/{second}.yaml", TOPIC))) == [
        f"content/{paths[1]}:1:1: Hat dieselbe Adresse wie {paths[0]}  [url-collision] → {RENAME}"
    ]


@pytest.mark.parametrize(("first", "second"), [("hund-anme1den", "hund-anmelden"), ("bau-0", "bau-o"), ("kem", "kern")])
def test_names_that_look_alike_are_an_error(write: Draft, first: str, second: str) -> None:
    write(f"topics/{first}.yaml", TOPIC)
    assert collisions(said(write(f"topics/{second}.yaml", TOPIC))) == [
        f"content/topics/{second}.yaml:1:1: Hat für das Auge dieselbe Adresse wie topics/{first}.yaml  [url-collision]"
        f" → {RENAME}"
    ]


@pytest.mark.parametrize(
    "name", ["leistungen", "suche", "unternehmen", "buergerinnen-und-buerger", "assets", "404", "index"]
)
def test_a_page_cannot_take_an_address_of_the_portal(write: Draft, name: str) -> None:
    assert said(write(f"pages/{name}.md", PAGE)) == [
        f"content/pages/{name}.md:1:1: Die Adresse /{name}/ gehört dem Portal  [url-collision]"
        " → Benennen Sie die Datei um."
    ]


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("topics/en.yaml", "/themen/en/"),
        ("topics/de-simple.yaml", "/themen/de-simple/"),
        ("services/en.md", "/leistungen/en/"),
        ("offices/en.yaml", "/stellen/en/"),
        ("municipalities/grossstadt/offices/en.yaml", "/stellen/en/"),
        ("pages/de-simple.md", "/de-simple/"),
        ("services/index.md", "/leistungen/index/"),
        ("topics/index.yaml", "/themen/index/"),
    ],
)
def test_nothing_is_called_like_a_language_whose_pages_stand_there(write: Draft, file: str, address: str) -> None:
    assert collisions(said(write(file, PAGE if file.endswith(".md") else TOPIC))) == [
        f"content/{file}:1:1: Die Adresse {address} gehört dem Portal  [url-collision] → Benennen Sie die Datei um."
    ]
