"""Numbers that cost more than a call to the town hall are refused, in fields and behind links."""

import pytest

from tests.conftest import Draft, said

OFFICE = "offices/finanzamt.yaml"
DOG = "services/hund-anmelden.md"
REMEDY = " → Nehmen Sie die Nummer der Stelle oder der Zentrale mit ihrer Ortsvorwahl."


def calling(write: Draft, number: str) -> list[str]:
    found = write(OFFICE, f"name: Finanzamt\nlevel: state\nphone: {number}\n")
    return [line for line in said(found) if "[premium-number]" in line]


@pytest.mark.parametrize("number", ["02452 13-0", "115", "+49 221 4710-900", "0800 1180180", "0116 117"])
def test_ordinary_numbers_pass(write: Draft, number: str) -> None:
    assert calling(write, number) == []


@pytest.mark.parametrize(
    "number",
    [
        "0900 1234567",
        "0137 123456",
        "0180 5 123456",
        "11833",
        "+49 900 123456",
        "+49 (0)180 6 1234",
        "0049 137 1",
        "118 000",
    ],
)
def test_a_number_that_costs_more_is_an_error(write: Draft, number: str) -> None:
    message = f"content/{OFFICE}:3:8: „{number}“ ist eine Sondernummer, die mehr kostet  [premium-number]"
    assert calling(write, number) == [message + REMEDY]


@pytest.mark.parametrize("number", ["0900123456", "+491805-123456", "11880"])
def test_a_number_behind_a_link_is_one_too(write: Draft, number: str) -> None:
    found = said(write.change(DOG, "Das gilt auch für Welpen.", f"Rufen Sie\n[uns](tel:{number}) an."))
    message = f"content/{DOG}:39:1: „{number}“ ist eine Sondernummer, die mehr kostet  [premium-number]"
    assert found == [message + REMEDY]
