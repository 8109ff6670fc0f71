"""One passive is fine, a chain of them hides who does what."""

import pytest

from tests.language.conftest import Hinted

REMEDY = "  [] → Sagen Sie, wer etwas tut: „Wir prüfen …“, „Sie bekommen …“."


@pytest.mark.parametrize(
    "text",
    [
        "Wir prüfen den Antrag und schicken den Bescheid.",
        "Der Antrag wird geprüft. Dann bekommen Sie Post.",
        "Sie werden Post bekommen. Es wird kalt. Das wird gegen Abend geschehen.",
        "Der Antrag wird geprüft.\n\nDer Bescheid wird verschickt.",
    ],
)
def test_single_passives_and_the_future_pass(hinted: Hinted, text: str) -> None:
    assert hinted("passive", text) == []


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [
        (
            "Der Antrag wird geprüft. Danach wird der Bescheid verschickt.",
            "38:26",
            "Danach wird der Bescheid verschickt.",
        ),
        (
            "Wenn der Antrag gestellt wird, wird er registriert.",
            "38:1",
            "Wenn der Antrag gestellt wird, wird er registriert.",
        ),
        (
            "Ja.\nDas Geld wurde ausgezahlt, sobald die Karte abgegeben worden ist.",
            "39:1",
            "Das Geld wurde ausgezahlt, sobald die Karte abgegeben …",
        ),
    ],
)
def test_a_chain_is_found_at_its_last_sentence(hinted: Hinted, text: str, place: str, shown: str) -> None:
    message = f"{place}: Hinweis: Mehrere Passive hintereinander: „{shown}“{REMEDY}"
    assert hinted("passive", text) == [message]


def test_a_chain_of_three_counts_once(hinted: Hinted) -> None:
    assert len(hinted("passive", "A wird geprüft. B wird gezahlt. C wird gebucht.")) == 1
