"""What a text names lies in the folder media, where the text holds, and is named as what it is."""

import pytest

from tests.conftest import Draft, said
from tests.media.files import pdf, picture

DOG = "services/hund-anmelden.md"
TEXT = "Das gilt auch für Welpen."
LOCAL = "municipalities/kleinstadt/services/hund-anmelden.md"
FRONT = "---\noffered: true\n---\n\n## Volltext\n\n"
UPLOAD = "Legen Sie die Datei in content/media/ ab."


@pytest.mark.parametrize("text", ["![Rampe am Rathaus](/media/rampe.png)", "[Merkblatt](/media/merkblatt.pdf)"])
def test_what_all_share_may_stand_in_every_text(write: Draft, text: str) -> None:
    assert write.change(DOG, TEXT, text) == []


def test_a_town_names_its_own_and_those_of_its_kreis(write: Draft) -> None:
    write("municipalities/kreis-muster/media/plan.pdf", pdf())
    write("municipalities/kleinstadt/media/hund.png", picture())
    text = "![Ein Hund](/media/hund.png) und [Plan](/media/plan.pdf)"
    assert [line for line in said(write(LOCAL, f"{FRONT}{text}\n")) if "Hinweis" not in line] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("![Rampe](/media/rampen.png)", "/media/rampen.png gibt es nicht  [medium] → Meinten Sie „/media/rampe.png“?"),
        ("[Antrag](/media/formular-a.pdf)", f"/media/formular-a.pdf gibt es nicht  [medium] → {UPLOAD}"),
        ("[Antrag](/media/)", f"/media/ gibt es nicht  [medium] → {UPLOAD}"),
        (
            "[Rampe](/media/rampe.png)",
            "/media/rampe.png ist ein Bild, kein Dokument  [medium]"
            " → Zeigen Sie es: ![Was zu sehen ist](/media/rampe.png)",
        ),
        (
            "![Merkblatt](/media/merkblatt.pdf)",
            "/media/merkblatt.pdf ist kein Bild  [medium] → Verlinken Sie es: [Wie es heißt](/media/merkblatt.pdf)",
        ),
    ],
)
def test_what_is_missing_or_something_else_is_an_error_at_its_line(write: Draft, text: str, message: str) -> None:
    assert said(write.change(DOG, TEXT, f"Siehe:\n{text}")) == [f"content/{DOG}:39:1: {message}"]


def test_what_one_town_has_is_nothing_for_all_nor_for_another(write: Draft) -> None:
    write("municipalities/kleinstadt/media/hund.png", picture())
    wrong = f"/media/hund.png gibt es nicht  [medium] → {UPLOAD}"
    other = LOCAL.replace("kleinstadt", "grossstadt")
    assert f"content/{other}:7:1: {wrong}" in said(write(other, f"{FRONT}![Ein Hund](/media/hund.png)\n"))
    assert f"content/{DOG}:38:1: {wrong}" in said(write.change(DOG, TEXT, "![Ein Hund](/media/hund.png)"))


def test_a_file_with_a_mistake_is_reported_once(write: Draft) -> None:
    write("media/logo.png", b"<svg/>")
    [found] = said(write.change(DOG, TEXT, "![Logo der Stadt](/media/logo.png)"))
    assert found.startswith("content/media/logo.png:1:1: Die Datei ist eine SVG-Grafik")
