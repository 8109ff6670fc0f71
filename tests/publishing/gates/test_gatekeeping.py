"""All gates one after the other: what they say, what is opened knowingly, what happens when one fails itself."""

from collections.abc import Callable, Iterator

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.directory import directory
from plugins.publishing.errors import RefusedError
from plugins.publishing.gatekeeping import check_names, look
from plugins.publishing.gates import Gate, Sight, gates
from tests.portals import DEMO_URL, KREIS_URL, PROJECT
from tests.publishing.gates.conftest import Built, public


def gate(name: str, *findings: str) -> Gate:
    return Gate(name, f"Titel von {name}", lambda _: "3 Seiten", lambda _: iter(findings))


def failing(_: Sight) -> Iterator[str]:
    raise KeyError("index.html")


def test_a_whole_portal_passes_all_gates(built: Built) -> None:
    report = look(built.online(built.sight))
    assert report.passes
    assert report.overridden == {}
    lines = list(report.lines())
    assert [line[0] for line in lines] == ["✓"] * len(list(gates()))
    assert "✓ Jede Leistung hat ihre Seite, in jeder Sprache, in der es sie gibt: 11 Leistungen, 13 Texte" in lines


@pytest.mark.parametrize(
    ("name", "town", "url"), [("demo", "rurheim", DEMO_URL), ("kreis", "kreis-rurland", KREIS_URL)]
)
def test_the_portals_of_the_demo_pass_all_gates(name: str, town: str, url: str, request: pytest.FixtureRequest) -> None:
    catalog, _ = load(PROJECT / "content")
    tree = public(request.getfixturevalue(name))
    sight = Sight(catalog, directory(catalog, catalog.municipalities[town]), url, tree, tree)
    assert [line for line in look(sight).lines() if not line.startswith("✓")] == []


def test_a_former_town_passes_all_gates(former: Sight) -> None:
    assert [line for line in look(former).lines() if not line.startswith("✓")] == []


def test_a_closed_gate_says_what_it_found_and_how_it_is_opened(built: Built) -> None:
    report = look(built.sight, among=[gate("links", "a", "b"), gate("services")])
    assert not report.passes
    assert list(report.lines()) == [
        "✗ Titel von links: 3 Seiten",
        "    a",
        "    b",
        "✓ Titel von services: 3 Seiten",
        "→ Ist das alles so gewollt? Dann zulassen mit: ALLOW=links:2 make …",
    ]


def test_an_opened_gate_still_says_what_it_found(built: Built) -> None:
    report = look(built.sight, {"links:1"}, [gate("links", "a"), gate("services")])
    assert report.passes
    assert report.overridden == {"links": ("a",)}
    assert list(report.lines()) == ["– Titel von links: 3 Seiten", "    a", "✓ Titel von services: 3 Seiten"]


def test_the_way_to_open_two_gates_names_both(built: Built) -> None:
    report = look(built.sight, {"links:1"}, [gate("links", "a"), gate("noindex", "b", "c")])
    assert list(report.lines())[-1].endswith("ALLOW=links:1,noindex:2 make …")


@pytest.mark.parametrize("allowed", ["links", "links:1", "links:3", "links:02", "noindex:2"])
def test_a_gate_opens_only_for_as_many_findings_as_were_seen(built: Built, allowed: str) -> None:
    report = look(built.sight, {allowed}, [gate("links", "a", "b")])
    assert report.closed == ("links",)


def test_two_portals_may_each_have_a_number_of_their_own(built: Built) -> None:
    allowed = {"links:1", "links:2"}
    assert [look(built.sight, allowed, [gate("links", *found)]).passes for found in ("a", "ab", "abc")] == [
        True,
        True,
        False,
    ]


def test_a_gate_that_found_nothing_was_not_overridden(built: Built) -> None:
    assert look(built.sight, {"links:0"}, [gate("links")]).overridden == {}


def test_five_findings_are_shown_and_the_others_counted(built: Built) -> None:
    lines = list(look(built.sight, among=[gate("links", *(str(number) for number in range(1_006)))]).lines())
    assert lines[1:7] == ["    0", "    1", "    2", "    3", "    4", "    … und 1.001 weitere"]


def test_what_stands_in_a_file_cannot_write_to_the_terminal(built: Built) -> None:
    lines = list(look(built.sight, among=[gate("links", "a\n✓ \x1b[31m")]).lines())
    assert lines[1] == "    a\\n✓ \\x1b[31m"


@pytest.mark.parametrize(("seen", "check"), [(failing, lambda _: iter(())), (lambda _: "3 Seiten", failing)])
def test_a_gate_that_fails_itself_stays_closed(
    built: Built, seen: Callable[[Sight], str], check: Callable[[Sight], Iterator[str]]
) -> None:
    report = look(built.sight, among=[Gate("links", "Titel", seen, check)])
    assert not report.passes
    assert list(report.lines())[:2] == [
        "✗ Titel: abgebrochen",
        "    Die Prüfung selbst ist gescheitert: KeyError('index.html')",
    ]


def test_a_name_that_no_gate_has_is_an_error_that_names_the_gates() -> None:
    check_names(["services", "links:4"])
    with pytest.raises(RefusedError, match=r"^ALLOW=page_loss: So heißt keine Prüfung\. Möglich sind: .*page-loss"):
        check_names(["services", "page_loss"])


def test_every_gate_says_what_it_is_in_german() -> None:
    assert all(one.title and not one.title.endswith(".") for one in gates())
    assert {one.name for one in gates()} >= {"page-loss", "services", "secrets"}
