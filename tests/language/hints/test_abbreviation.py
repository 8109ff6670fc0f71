"""Abbreviations are written out."""

import pytest

from tests.language.conftest import Hinted

ENGLISH = "services/hund-anmelden.en.md"
SIMPLE = "services/hund-anmelden.de-simple.md"


@pytest.mark.parametrize(
    "text",
    [
        "Das gilt zum Beispiel für Welpen der EU mit Kfz-Schein und PIN.",
        "Ziehen Sie um? Wohnen Sie in B. Dann sagen Sie es.",
        "Schreiben Sie an hund@www.grossstadt.example oder sehen Sie auf z.b.example nach.",
        "Der Hund hat `z. B.` einen Chip.",
        "[Mehr](https://www.grossstadt.example/bzw.html)",
        "Er wiegt ca 20 Kilo, min und max zählen.",
    ],
)
def test_words_names_and_addresses_pass(hinted: Hinted, text: str) -> None:
    assert hinted("abbreviation", text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Das gilt z. B. für Welpen.", "38:10: Hinweis: „z. B.“ ist eine Abkürzung  [] → Schreiben Sie: zum Beispiel"),
        ("Das gilt z.B. für Welpen.", "38:10: Hinweis: „z.B.“ ist eine Abkürzung  [] → Schreiben Sie: zum Beispiel"),
        ("Z. B. für Welpen.", "38:1: Hinweis: „Z. B.“ ist eine Abkürzung  [] → Schreiben Sie: zum Beispiel"),
        (
            "Sie zahlen\nSteuer **bzw.** Gebühr.",
            "39:10: Hinweis: „bzw.“ ist eine Abkürzung  [] → Schreiben Sie: oder",
        ),
        ("- Nachweis\n- Pkw", "39:3: Hinweis: „Pkw“ ist eine Abkürzung  [] → Schreiben Sie: Auto"),
        ("- Chip\n- evtl. Foto", "39:3: Hinweis: „evtl.“ ist eine Abkürzung  [] → Schreiben Sie: vielleicht"),
        (
            "Es gilt x. y. z. für alle.",
            "38:9: Hinweis: „x. y. z.“ ist eine Abkürzung  [] → Schreiben Sie die Wörter aus.",
        ),
    ],
)
def test_an_abbreviation_is_found_at_its_letter(hinted: Hinted, text: str, message: str) -> None:
    assert hinted("abbreviation", text) == [message]


def test_english_and_leichte_sprache_have_theirs(hinted: Hinted) -> None:
    assert hinted("abbreviation", "Bring papers, e.g. a pass, by 5 p.m.", ENGLISH) == [
        "10:15: Hinweis: „e.g.“ ist eine Abkürzung  [] → Schreiben Sie: for example"
    ]
    assert hinted("abbreviation", "Das kostet ca. 5 Euro.", SIMPLE) == [
        "7:34: Hinweis: „ca.“ ist eine Abkürzung  [] → Schreiben Sie: etwa"
    ]
