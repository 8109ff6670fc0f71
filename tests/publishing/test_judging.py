"""All gates are asked; what they hold back is named with the way to override it knowingly."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from plugins.publishing.errors import PublishError, RefusedError
from plugins.publishing.gates import Gate, Sight
from plugins.publishing.judging import checked_names, judged
from plugins.publishing.tree import Tree
from tests.portals import TINY_URL


@pytest.fixture
def sight(world: Catalog, tmp_path: Path) -> Sight:
    return Sight(world, directory(world, world.municipalities["grossstadt"]), TINY_URL, Tree(tmp_path, {}))


def gate(name: str, *found: str) -> Gate:
    def check(_sight: Sight) -> Iterator[str]:
        yield from found

    return Gate(name, f"Ist {name} in Ordnung?", lambda _sight: "3 Seiten", check)


def test_open_gates_say_what_they_saw(sight: Sight, capsys: pytest.CaptureFixture[str]) -> None:
    assert judged(sight, [], [gate("pages"), gate("links")]) == {}
    assert capsys.readouterr().out == (
        "  ✓ Ist pages in Ordnung? (pages) – gesehen: 3 Seiten\n  ✓ Ist links in Ordnung? (links) – gesehen: 3 Seiten\n"
    )


def test_a_closed_gate_says_why_and_how_to_override_it(sight: Sight, capsys: pytest.CaptureFixture[str]) -> None:
    among = [gate("links", "/a/ führt zu /b/."), gate("pages", "Zeile\nzwei"), gate("words")]
    with pytest.raises(PublishError, match=r"^Nicht veröffentlicht wegen: pages\.$"):
        judged(sight, ["links"], among)
    assert capsys.readouterr().out.splitlines() == [
        "  ✗ Ist links in Ordnung? (links) – gesehen: 3 Seiten",
        "      /a/ führt zu /b/.",
        "      → Das ist mit ALLOW=links zugelassen.",
        "  ✗ Ist pages in Ordnung? (pages) – gesehen: 3 Seiten",
        "      Zeile\\nzwei",
        "      → Ist es so gewollt? Dann zulassen mit: ALLOW=links,pages",
        "  ✓ Ist words in Ordnung? (words) – gesehen: 3 Seiten",
    ]


def test_what_was_overridden_is_kept_and_what_was_not_needed_is_not(sight: Sight) -> None:
    assert judged(sight, ["links", "pages"], [gate("links", "eins"), gate("pages")]) == {"links": ["eins"]}


def test_of_many_findings_the_first_are_printed(sight: Sight, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PublishError):
        judged(sight, [], [gate("links", *(f"Fund {number}" for number in range(23)))])
    lines = capsys.readouterr().out.splitlines()
    assert lines[20:22] == ["      Fund 19", "      … und 3 weitere"]


def test_a_name_that_no_gate_has_is_refused() -> None:
    assert checked_names(["services"]) == {"services"}
    with pytest.raises(RefusedError, match=r"^ALLOW=service: So heißt keine Prüfung\. Möglich sind: .*services"):
        checked_names(["services", "service"])
