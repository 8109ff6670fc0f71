"""Words of the people from all over the catalog are refused: they would lead people astray."""

from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
TITLES = [
    *("Baugenehmigung beantragen", "Fahrzeug zulassen", "Führungszeugnis beantragen", "Gewerbe anmelden"),
    *("Gewerbe ummelden", "Äste und Grünschnitt abgeben", "Grundsteuer erklären", "In die Handwerksrolle eintragen"),
    "Personalausweis beantragen",
]


def borrowing(write: Draft, words: list[str]) -> list[str]:
    listed = "\n".join(f"  - {word}" for word in words)
    found = said(write.change(DOG, "  - Welpe", listed))
    return [line for line in found if "[borrowed-words]" in line]


def test_words_of_eight_others_pass(write: Draft) -> None:
    assert borrowing(write, TITLES[:8]) == []


def test_words_of_nine_others_are_an_error_that_names_some(write: Draft) -> None:
    (found,) = borrowing(write, TITLES)
    assert found == (
        f"content/{DOG}:8:3: Die Wörter der Leute stammen aus 9 anderen Leistungen: „Baugenehmigung beantragen“"
        " (baugenehmigung-beantragen), „Fahrzeug zulassen“ (fahrzeug-zulassen), „Führungszeugnis beantragen“"
        " (fuehrungszeugnis-beantragen) …  [borrowed-words]"
        " → Lassen Sie nur die Wörter stehen, mit denen jemand genau diese Leistung sucht."
    )


def test_another_spelling_of_the_same_words_is_no_way_round(write: Draft) -> None:
    assert len(borrowing(write, [title.upper().replace("Ü", "UE") for title in TITLES])) == 1


def test_many_words_of_one_service_that_is_alike_pass(write: Draft) -> None:
    words = [f"Wort {number}" for number in range(15)]
    listed = "\n".join(f"  - {word}" for word in words)
    write.change("services/gewerbe-ummelden.md", "owner:", f"synonyms:\n{listed}\nowner:")
    assert borrowing(write, words) == []
