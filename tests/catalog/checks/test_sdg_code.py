"""A code of the Single Digital Gateway is one of the regulation's."""

import pytest

from tests.conftest import Draft, said

NONE = "Die Codes beginnen mit A bis X, zum Beispiel R1 für Geburtsurkunde."
PASSPORT = "services/personalausweis-beantragen.md"


@pytest.mark.parametrize("codes", ["A1", "J10, X1", "R1"])
def test_codes_of_the_annexes_pass(write: Draft, codes: str) -> None:
    assert write.change(PASSPORT, "sdg: [A1]", f"sdg: [{codes}]") == []


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("H9", "Meinten Sie „H7“ (Auto mieten)? Mit H gibt es 7."),
        ("R2", "Meinten Sie „R1“ (Geburtsurkunde)? Mit R gibt es 1."),
        ("J12", "Meinten Sie „J11“ (Datenverarbeitung im Unternehmen)? Mit J gibt es 11."),
        ("A0", "Meinten Sie „A1“ (Reisedokumente)? Mit A gibt es 5."),
        ("Z1", NONE),
    ],
)
def test_any_other_code_is_an_error_with_the_nearest_one(write: Draft, code: str, hint: str) -> None:
    assert said(write.change(PASSPORT, "sdg: [A1]", f"sdg: [A1, {code}]")) == [
        f"content/{PASSPORT}:6:6: Den SDG-Code „{code}“ gibt es nicht  [sdg-code] → {hint}"
    ]


def test_a_town_may_not_invent_one_either(write: Draft) -> None:
    path = "municipalities/kleinstadt/services/kiosk-anmelden.md"
    assert f"content/{path}:2:6: Den SDG-Code „Y1“ gibt es nicht  [sdg-code] → {NONE}" in said(
        write(path, "---\nsdg: [Y1]\n---\n")
    )


def test_what_is_no_code_at_all_is_said_once(write: Draft) -> None:
    (found,) = write.change(PASSPORT, "sdg: [A1]", "sdg: [1A]")
    assert found.rule == "value"
