"""A file in media that no text names is a hint: it is not published."""

from tests.conftest import Draft, said
from tests.media.files import pdf, picture

DOG = "services/hund-anmelden.md"


def test_what_a_town_has_in_place_of_the_shared_one_is_named_by_the_same_text(write: Draft) -> None:
    assert write("municipalities/kleinstadt/media/merkblatt.pdf", pdf()) == []


def test_files_that_nobody_names_are_hints_with_what_to_write(write: Draft) -> None:
    write("media/antrag.pdf", pdf())
    unnamed = "Hinweis: Kein Text nennt diese Datei; sie wird nicht veröffentlicht  [unused-medium]"
    assert said(write("media/hund.png", picture())) == [
        f"content/media/antrag.pdf:1:1: {unnamed}"
        " → Nennen Sie /media/antrag.pdf in einem Text, oder löschen Sie die Datei.",
        f"content/media/hund.png:1:1: {unnamed}"
        " → Nennen Sie /media/hund.png in einem Text, oder löschen Sie die Datei.",
    ]


def test_a_text_that_could_not_be_read_may_name_it(write: Draft) -> None:
    write("media/hund.png", picture())
    text = (write.folder / DOG).read_text("utf-8").replace("title:", "titel:")
    found = said(write(DOG, text.replace("Welpen.", "Welpen. ![Hund](/media/hund.png)")))
    assert [line for line in found if "unused-medium" in line] == []
