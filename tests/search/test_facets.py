"""Facets of the search page: what is left when some are chosen, and how many hits each choice would leave."""

from typing import Any

from tests.search.node import ask, needs_node

pytestmark = needs_node

SERVICES = [
    {"provider": "Stadt", "ways": ["online", "post"], "audience": ["citizens"], "topics": ["tiere", "steuern"]},
    {"provider": "Stadt", "ways": ["post"], "audience": ["citizens", "businesses"], "topics": ["steuern"]},
    {"provider": "Kreis", "ways": ["portal"], "audience": ["businesses"], "topics": ["gewerbe"]},
]


def facets(**chosen: list[str]) -> tuple[list[str], dict[str, dict[str, int]]]:
    """Who provides what is left, and the counts of every facet."""
    providers, counts = ask("facets", services=SERVICES, choices=[chosen])[0]
    return providers, {name: dict(values) for name, values in counts.items()}


def test_without_a_choice_everything_is_left_and_counted() -> None:
    assert facets() == (
        ["Stadt", "Stadt", "Kreis"],
        {
            "fuer": {"buerger": 2, "unternehmen": 2},
            "thema": {"steuern": 2, "tiere": 1, "gewerbe": 1},
            "nur": {"online": 2},
            "zustaendig": {"Stadt": 2, "Kreis": 1},
        },
    )


def test_another_portal_counts_as_online() -> None:
    assert facets(nur=["online"])[0] == ["Stadt", "Kreis"]


def test_a_choice_changes_the_counts_of_the_others_and_not_its_own() -> None:
    _, counts = facets(fuer=["unternehmen"])
    assert counts["fuer"] == {"buerger": 2, "unternehmen": 2}
    assert counts["thema"] == {"steuern": 1, "tiere": 0, "gewerbe": 1}
    assert counts["nur"] == {"online": 1}


def test_two_values_of_a_facet_widen_and_two_facets_narrow() -> None:
    assert facets(thema=["tiere", "gewerbe"])[0] == ["Stadt", "Kreis"]
    assert facets(thema=["tiere", "gewerbe"], zustaendig=["Kreis"])[0] == ["Kreis"]
    assert facets(thema=["tiere"], zustaendig=["Kreis"])[0] == []


def test_the_most_frequent_value_comes_first() -> None:
    counts: dict[str, Any] = ask("facets", services=SERVICES, choices=[{}])[0][1]
    assert [value for value, _ in counts["thema"]] == ["steuern", "tiere", "gewerbe"]


def test_a_facet_nobody_knows_is_ignored() -> None:
    assert facets(__proto__=["x"], constructor=["y"], farbe=["rot"])[0] == ["Stadt", "Stadt", "Kreis"]
