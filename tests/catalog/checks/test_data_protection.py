"""What the data-protection text cannot know from a build, the municipality says."""

import pytest

from plugins.catalog.places import Severity
from tests.conftest import Draft, said

TOWN = "municipalities/grossstadt/municipality.yaml"
PAGE = "---\ntitle: Datenschutz\nsummary: Was dieses Portal mit Ihren Daten macht.\nblocks: [privacy]\n---\n"
FACTS = {"officer_email": "datenschutz@grossstadt.example", "hosted_by": "Rechenzentrum Muster", "log_days": "0"}


def with_facts(write: Draft, facts: dict[str, str]) -> list[str]:
    """The problems of Großstadt with some facts; the others have all."""
    for town in ("grossstadt", "kleinstadt", "kreis-muster"):
        with (write.folder / f"municipalities/{town}/municipality.yaml").open("a") as file:
            lines = (f"  {name}: {value}" for name, value in (facts if town == "grossstadt" else FACTS).items())
            file.write("\n".join(["data_protection:", *lines, ""]))
    return said(write("pages/datenschutz.md", PAGE))


def test_all_facts_pass(write: Draft) -> None:
    assert with_facts(write, FACTS) == []


@pytest.mark.parametrize(
    ("missing", "what", "example"),
    [
        ("officer_email", "wie man die oder den Datenschutzbeauftragten erreicht", "datenschutz@stadt.de"),
        ("hosted_by", "wer den Server betreibt", "Name des Rechenzentrums, oder Ihr eigener"),
        ("log_days", "wie lange der Server Zugriffe aufbewahrt", "7, oder 0 für gar nicht"),
    ],
)
def test_a_missing_fact_gets_a_hint(missing: str, what: str, example: str, write: Draft) -> None:
    rest = {name: value for name, value in FACTS.items() if name != missing}
    assert with_facts(write, rest) == [
        f"content/{TOWN}:18:3: Hinweis: Der Datenschutztext sagt nicht, {what}  [data-protection]"
        f" → Schreiben Sie unter data_protection: {missing}: {example}"
    ]


def test_without_any_facts_there_is_a_hint_for_each(write: Draft) -> None:
    write("pages/datenschutz.md", PAGE)
    found = [one for one in write.problems() if one.place.path == TOWN]
    assert [one.rule for one in found] == ["data-protection"] * 3
    assert {one.severity for one in found} == {Severity.HINT}


def test_without_the_text_nothing_is_asked(write: Draft) -> None:
    assert write.problems() == []


def test_what_cannot_be_read_is_not_missing(write: Draft) -> None:
    found = with_facts(write, FACTS | {"log_days": "eine Woche"})
    assert [one.rpartition("[")[2].partition("]")[0] for one in found] == ["value"]


def test_a_town_that_is_no_more_needs_none(write: Draft) -> None:
    write("pages/datenschutz.md", PAGE)
    found = write.change(TOWN, "kind: town", "kind: town\nsuccessor: kleinstadt")
    assert [one for one in found if one.place.path == TOWN and one.rule == "data-protection"] == []
