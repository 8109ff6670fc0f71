"""Every service has a title of its own."""

import pytest

from tests.conftest import Draft, said

CAR = "services/fahrzeug-zulassen.md"
WASTE = "services/gruenschnitt-abgeben.md"


def test_similar_titles_pass(write: Draft) -> None:
    assert write.change(CAR, "title: Fahrzeug zulassen", "title: Hund abmelden") == []


def test_a_translation_may_repeat_a_title(write: Draft) -> None:
    assert write.change("services/hund-anmelden.en.md", "Register a dog", "Hund anmelden") == []


@pytest.mark.parametrize("title", ["Fahrzeug zulassen", "FAHRZEUG ZULASSEN", "Fahrzeug  zulassen"])
def test_the_same_title_is_an_error_whatever_the_case(write: Draft, title: str) -> None:
    assert said(write.change(WASTE, "title: Äste und Grünschnitt abgeben", f"title: {title}")) == [
        f"content/{WASTE}:2:8: Der Titel „{title}“ steht schon in {CAR}  [duplicate-title]"
        " → Machen Sie den Unterschied klar."
    ]


def test_umlauts_spelled_out_are_the_same_title(write: Draft) -> None:
    title = "Aeste und Gruenschnitt abgeben"
    assert said(write.change("services/hund-anmelden.md", "title: Hund anmelden", f"title: {title}")) == [
        f"content/services/hund-anmelden.md:2:8: Der Titel „{title}“ steht schon in {WASTE}  [duplicate-title]"
        " → Machen Sie den Unterschied klar."
    ]
