"""Words of the administration have plain neighbours."""

import pytest

from plugins.language.wordlists import Replacements, replacements
from tests.language.conftest import Hinted


@pytest.mark.parametrize(
    "text",
    ["Zahlen Sie die Steuer sofort.", "Er ist im Rahmenplan.", "Die Ermäßigung kann wegfallen.", "Hundelichtbild"],
)
def test_plain_words_and_parts_of_words_pass(hinted: Hinted, text: str) -> None:
    assert hinted("officialese", text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Melden Sie ihn unverzüglich an.",
            "38:16: Hinweis: „unverzüglich“ ist Amtssprache  [] → Schreiben Sie: sofort",
        ),
        (
            "Diesbezügliche Fragen",
            "38:1: Hinweis: „Diesbezügliche“ ist Amtssprache  [] → Schreiben Sie: dazu",
        ),
        (
            "Sie können Hilfe in\nAnspruch nehmen.",
            "38:18: Hinweis: „in Anspruch nehmen“ ist Amtssprache  [] → Schreiben Sie: nutzen",
        ),
        (
            "- ein Lichtbild",
            "38:7: Hinweis: „Lichtbild“ ist Amtssprache  [] → Schreiben Sie: Foto",
        ),
    ],
)
def test_officialese_is_found_with_what_is_plainer(hinted: Hinted, text: str, message: str) -> None:
    assert hinted("officialese", text) == [message]


@pytest.mark.parametrize("name", ["amtssprache", "abkuerzungen", "abbreviations"])
def test_every_list_can_be_read(name: str) -> None:
    assert isinstance(replacements(name), Replacements)
