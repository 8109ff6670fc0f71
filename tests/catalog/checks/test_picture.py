"""A picture is one of ours and says in words what is to be seen."""

import pytest

from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
TEXT = "Das gilt auch für Welpen."
DESCRIBE = "Beschreiben Sie, was zu sehen ist: ![Eingang des Rathauses mit Rampe](/media/rampe.png)"
MOVE = "Legen Sie es in content/media/ ab und schreiben Sie: ![Was zu sehen ist](/media/rathaus.jpg)"
NO_WORDS = "sagt nicht, was zu sehen ist  [picture]"


@pytest.mark.parametrize("words", ["Rampe am Rathaus", "Foto der Rampe", "Die *Rampe* links", "R" * 200])
def test_words_that_say_what_is_to_be_seen_pass(write: Draft, words: str) -> None:
    assert write.change(DOG, TEXT, f"![{words}](/media/rampe.png)") == []


@pytest.mark.parametrize(
    ("picture", "message"),
    [
        ("![](/media/rampe.png)", f"Dem Bild fehlt der Alternativtext  [picture] → {DESCRIBE}"),
        ("![rampe.png](/media/rampe.png)", f"Der Alternativtext „rampe.png“ {NO_WORDS} → {DESCRIBE}"),
        ("![IMG_0815](/media/rampe.png)", f"Der Alternativtext „IMG_0815“ {NO_WORDS} → {DESCRIBE}"),
        ("![Bild](/media/rampe.png)", f"Der Alternativtext „Bild“ {NO_WORDS} → {DESCRIBE}"),
        (
            f"![{'R' * 201}](/media/rampe.png)",
            "Der Alternativtext hat 201 Zeichen  [picture]"
            " → Höchstens 200; was länger ist, gehört in den Text neben dem Bild.",
        ),
        (
            '![Rampe](/media/rampe.png "Neu!")',
            "Den Titel „Neu!“ sieht nur, wer mit der Maus zeigt  [picture]"
            " → Schreiben Sie ihn in den Text und nur: ![Rampe](/media/rampe.png)",
        ),
        ("![Rampe](https://a.example/rampe.png)", f"Das Bild liegt nicht im Ordner media  [picture] → {MOVE}"),
        ("![Rampe](/rampe.png)", f"Das Bild liegt nicht im Ordner media  [picture] → {MOVE}"),
    ],
)
def test_a_picture_for_few_is_an_error_at_its_line(write: Draft, picture: str, message: str) -> None:
    assert said(write.change(DOG, TEXT, f"Siehe:\n{picture}")) == [f"content/{DOG}:39:1: {message}"]
