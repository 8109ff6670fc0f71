"""What a file names exists."""

import pytest

from tests.conftest import Draft, said

REGISTER = "municipalities: [grossstadt]\naddresses: [/leistungen/katze-anmelden/, /leistungen/katze-anmelden/en/]\n"
LOST = "War veröffentlicht und ist gelöscht oder umbenannt."
DOG = "services/hund-anmelden.md"
TRADE = "services/gewerbe-anmelden.md"
TOWN = "municipalities/grossstadt/municipality.yaml"


def test_a_reference_to_a_file_passes(write: Draft) -> None:
    assert write.change(DOG, "related: [gruenschnitt-abgeben]", "related: [gewerbe-anmelden, kiosk-anmelden]") == []


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (DOG, "[tiere, umzug]", "[tier, umzug]", "6:9: Thema „tier“ gibt es nicht  [reference] → Meinten Sie „tiere“?"),
        (
            DOG,
            "owner: steueramt",
            "owner: xyz",
            "11:8: Stelle „xyz“ gibt es nicht  [reference]"
            " → Legen Sie die Datei an, zum Beispiel wie content/municipalities/x/offices/y.yaml.",
        ),
        (
            DOG,
            "[steueramt, ordnungsamt]",
            "[steueramt, ordnungsamd]",
            "12:10: Stelle „ordnungsamd“ gibt es nicht  [reference] → Meinten Sie „ordnungsamt“?",
        ),
        (
            DOG,
            "forms: [hund-anmelden]",
            "forms: [hund-anmeldn]",
            "28:8: Formular „hund-anmeldn“ gibt es nicht  [reference] → Meinten Sie „hund-anmelden“?",
        ),
        (
            DOG,
            "[gruenschnitt-abgeben]",
            "[gruenschnitt]",
            "29:10: Dienstleistung „gruenschnitt“ gibt es nicht  [reference] → Meinten Sie „gruenschnitt-abgeben“?",
        ),
        (
            DOG,
            "    form: hund-anmelden",
            "    form: hunde-anmelden",
            "22:11: Formular „hunde-anmelden“ gibt es nicht  [reference] → Meinten Sie „hund-anmelden“?",
        ),
        (
            DOG,
            "office: ordnungsamt",
            "office: ordnungsamd",
            "26:13: Stelle „ordnungsamd“ gibt es nicht  [reference] → Meinten Sie „ordnungsamt“?",
        ),
        (
            TRADE,
            "law: gewo",
            "law: gewoo",
            "22:10: Gesetz „gewoo“ gibt es nicht  [reference] → Meinten Sie „gewo“?",
        ),
        (
            TRADE,
            "portal: wirtschaftsportal",
            "portal: wirtschaftportal",
            "28:13: Portal „wirtschaftportal“ gibt es nicht  [reference] → Meinten Sie „wirtschaftsportal“?",
        ),
        (
            "offices/finanzamt.yaml",
            "portal: steuerportal",
            "portal: steuerportall",
            "4:9: Portal „steuerportall“ gibt es nicht  [reference] → Meinten Sie „steuerportal“?",
        ),
        (
            TOWN,
            "[personalausweis-beantragen, hund-anmelden]",
            "[personalausweis, hund-anmelden]",
            "16:10: Dienstleistung „personalausweis“ gibt es nicht  [reference]"
            " → Meinten Sie „personalausweis-beantragen“?",
        ),
    ],
)
def test_a_name_without_a_file_is_an_error(write: Draft, path: str, old: str, new: str, message: str) -> None:
    assert said(write.change(path, old, new)) == [f"content/{path}:{message}"]


def test_a_kreis_that_is_not_there_is_an_error(write: Draft) -> None:
    (found, *_) = [
        line for line in said(write.change(TOWN, "kreis-muster\n", "kreis-mustr\n")) if "[reference]" in line
    ]
    assert found == (f"content/{TOWN}:5:10: Ort „kreis-mustr“ gibt es nicht  [reference] → Meinten Sie „kreis-muster“?")


def test_a_translation_without_its_service_is_an_error(write: Draft) -> None:
    text = (write.folder / "services/hund-anmelden.en.md").read_text(encoding="utf-8")
    assert said(write("services/katze.en.md", text)) == [
        "content/services/katze.en.md:2:1: Dienstleistung „katze“ gibt es nicht  [reference]"
        " → Legen Sie die Datei an, zum Beispiel wie content/services/hund-anmelden.md."
    ]


def of_reference(write: Draft) -> list[str]:
    return [line for line in said(write.problems()) if "[reference]" in line]


def test_a_name_that_was_there_once_is_not_taken_for_its_neighbour(write: Draft) -> None:
    """`katze-abmelden` does the opposite."""
    write("addresses/grossstadt.yaml", REGISTER)
    write("services/katze-abmelden.md", (write.folder / TRADE).read_bytes())
    write.change(DOG, "related: [gruenschnitt-abgeben]", "related: [katze-anmelden]")
    assert of_reference(write) == [
        f"content/{DOG}:29:10: Dienstleistung „katze-anmelden“ gibt es nicht  [reference]"
        f" → {LOST} Gelöscht: Nehmen Sie den Namen hier heraus. Umbenannt: Schreiben Sie den neuen Namen."
    ]


def test_texts_beside_a_deleted_service_go_too(write: Draft) -> None:
    write("addresses/grossstadt.yaml", REGISTER)
    write("services/katze-anmelden.en.md", (write.folder / "services/hund-anmelden.en.md").read_bytes())
    write("municipalities/grossstadt/services/katze-anmelden.md", "---\noffered: false\n---\n")
    remedy = f"{LOST} Gelöscht: Löschen Sie auch diese Datei. Umbenannt: Benennen Sie diese Datei ebenso um."
    assert of_reference(write) == [
        "content/municipalities/grossstadt/services/katze-anmelden.md:2:1:"
        f" Dienstleistung „katze-anmelden“ gibt es nicht  [reference] → {remedy}",
        "content/services/katze-anmelden.en.md:2:1:"
        f" Dienstleistung „katze-anmelden“ gibt es nicht  [reference] → {remedy}",
    ]


def test_the_name_of_a_renamed_service_leads_to_the_new_one(write: Draft) -> None:
    write.change(TRADE, "\ntitle: ", "\nformer_urls: [/leistungen/betrieb-anmelden/]\ntitle: ")
    write.change(DOG, "related: [gruenschnitt-abgeben]", "related: [betrieb-anmelden]")
    assert of_reference(write) == [
        f"content/{DOG}:29:10: Dienstleistung „betrieb-anmelden“ gibt es nicht  [reference]"
        " → Die Dienstleistung heißt jetzt „gewerbe-anmelden“."
    ]


def test_a_topic_that_was_there_once_is_not_taken_for_its_neighbour(write: Draft) -> None:
    write("addresses/grossstadt.yaml", "municipalities: [grossstadt]\naddresses: [/themen/tier/]\n")
    write.change(DOG, "[tiere, umzug]", "[tier, umzug]")
    assert of_reference(write) == [
        f"content/{DOG}:6:9: Thema „tier“ gibt es nicht  [reference]"
        f" → {LOST} Gelöscht: Nehmen Sie den Namen hier heraus. Umbenannt: Schreiben Sie den neuen Namen."
    ]
