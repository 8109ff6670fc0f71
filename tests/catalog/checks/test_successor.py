"""A former municipality leads to one that exists."""

import pytest

from tests.conftest import Draft, said

BIG = "municipalities/grossstadt/municipality.yaml"
SMALL = "municipalities/kleinstadt/municipality.yaml"
KREIS = "municipalities/kreis-muster/municipality.yaml"


def joins(write: Draft, path: str, successor: str) -> list[str]:
    return said(write.change(path, "portal_url:", f"successor: {successor}\nportal_url:"))


def test_a_town_that_is_part_of_another_one_passes(write: Draft) -> None:
    assert joins(write, SMALL, "grossstadt") == []


def test_a_successor_that_does_not_exist_is_an_error(write: Draft) -> None:
    assert joins(write, SMALL, "grosstadt") == [
        f"content/{SMALL}:6:12: Ort „grosstadt“ gibt es nicht  [reference] → Meinten Sie „grossstadt“?"
    ]


def test_a_successor_that_is_former_itself_is_an_error(write: Draft) -> None:
    joins(write, BIG, "kreis-muster")
    assert joins(write, SMALL, "grossstadt") == [
        f"content/{SMALL}:6:12: „grossstadt“ ist selbst in „kreis-muster“ aufgegangen  [successor]"
        " → successor: kreis-muster"
    ]


@pytest.mark.parametrize(
    ("successors", "circle"),
    [
        ({SMALL: "kleinstadt"}, "kleinstadt → kleinstadt"),
        ({SMALL: "grossstadt", BIG: "kleinstadt"}, "kleinstadt → grossstadt → kleinstadt"),
    ],
)
def test_successors_in_a_circle_are_an_error(write: Draft, successors: dict[str, str], circle: str) -> None:
    problems = [joins(write, path, successor) for path, successor in successors.items()][-1]
    assert (
        f"content/{SMALL}:6:12: Die Nachfolger führen im Kreis: {circle}  [successor]"
        " → Löschen Sie successor bei dem Ort, den es noch gibt."
    ) in problems
