"""A local field remembers the shared one it was written for."""

from tests.conftest import Draft, said

SHARED = "services/hund-anmelden.md"
TOWN = "municipalities/kleinstadt/services/hund-anmelden.md"


def local(based_on: str) -> str:
    return f"---\n{based_on}fees:\n  - note: 12 Euro für die Marke\n---\n"


def test_a_local_field_asks_for_the_fingerprint_of_what_it_replaces(write: Draft) -> None:
    (message,) = said(write(TOWN, local("")))
    assert message == (
        f"content/{TOWN}:2:1: Hinweis: Ersetzt gemeinsame Angaben: Gebühren  [based-on]"
        f" → Vergleichen Sie mit {SHARED}. Wenn alles stimmt: based_on: 23d6f3cd"
    )


def test_with_the_fingerprint_it_is_silent_until_the_shared_field_changes(write: Draft) -> None:
    (message,) = said(write(TOWN, local("")))
    current = message.rsplit(" ", 1)[1]
    assert write(TOWN, local(f"based_on: {current}\n")) == []
    assert write.change(SHARED, "title: Hund anmelden", "title: Hund melden") == []
    (changed,) = said(write.change(SHARED, "note: gebührenfrei", "note: kostenlos"))
    assert changed.startswith(
        f"content/{TOWN}:2:11: Hinweis: Die gemeinsamen Angaben haben sich geändert: Gebühren  [based-on]"
    )


def test_a_file_that_only_says_not_here_replaces_nothing(write: Draft) -> None:
    assert write(TOWN, "---\noffered: false\n---\n") == []
