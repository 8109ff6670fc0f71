"""`make duplicates`: pages that several portals let be listed, nearly equal, each with the reason."""

from pathlib import Path

import pytest

from plugins.catalog.records import Language
from plugins.metadata.__main__ import main
from plugins.metadata.alike import groups, likeness, shingles
from plugins.metadata.indexing import Indexing
from plugins.metadata.showing import Shown
from tests.conftest import CONTENT, Draft
from tests.portals import PROJECT

TEXT = "Melden Sie den Hund an. " + " ".join(f"Satz {number} steht überall gleich." for number in range(30))
EVERYWHERE = Indexing(True, "Rurheim ist selbst zuständig.", everywhere="Jeder Ort ist selbst zuständig.")
OWN_WORDS = Indexing(True, "Rurheim hat eigene Angaben: Hinweise.")
TAX = "municipalities/kleinstadt/services/grundsteuer-erklaeren.md"


def page(portal: str, text: str, indexing: Indexing = EVERYWHERE, url: str = "/leistungen/hund/") -> Shown:
    return Shown(portal, url, Language.GERMAN, text, indexing)


def test_the_likeness_is_the_share_of_common_runs_of_words() -> None:
    one, other = shingles("a b c d e"), shingles("A, b, c, d – f!")
    assert (len(one), len(other)) == (2, 2)
    assert likeness(one, other) == pytest.approx(1 / 3)
    assert likeness(shingles("kurz"), shingles("Kurz.")) == 1


def test_pages_that_each_town_needs_are_a_group_with_its_reason() -> None:
    (found,) = groups([page("rurheim", f"{TEXT} Rathausplatz 1"), page("rurauen", f"{TEXT} Auenstraße 17")])
    assert [one.portal for one in found.pages] == ["rurauen", "rurheim"]
    assert found.reason == "Jeder Ort ist selbst zuständig."
    assert 0.9 < found.likeness < 1


def test_own_words_that_change_nothing_explain_nothing() -> None:
    (found,) = groups([page("kreis", TEXT), page("rurheim", f"{TEXT} Bei uns im Keller.", OWN_WORDS)])
    assert found.reason == ""


def test_own_words_that_change_the_page_are_no_group() -> None:
    assert list(groups([page("kreis", TEXT), page("rurheim", f"{TEXT[:200]} {TEXT[::-1]}", OWN_WORDS)])) == []


def test_other_addresses_are_other_pages() -> None:
    assert list(groups([page("rurheim", TEXT), page("rurauen", TEXT, url="/leistungen/hund/en/")])) == []


def test_pages_are_grouped_by_what_they_are_like() -> None:
    texts = {
        "a": TEXT,
        "b": f"{TEXT} x",
        "c": TEXT[::-1],
        "d": f"{TEXT[::-1]} y",
        "e": "Ganz etwas anderes steht hier.",
    }
    found = groups([page(portal, text) for portal, text in texts.items()])
    assert [[one.portal for one in group.pages] for group in found] == [["a", "b"], ["c", "d"]]


def test_every_group_of_the_eleven_demo_portals_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duplicates", str(PROJECT / "content")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if not line.startswith("    ")][:2] == [
        "Diese Seite braucht jedes Portal für sich.",
        "Jeder Ort ist selbst zuständig und nennt seine Stellen.",
    ]
    assert lines[-1].endswith(" Adressen sind in mehreren Portalen fast gleich und werden gelistet, 0 ohne Grund.")
    assert len(lines) > 100


def test_what_is_not_explained_is_named_with_its_portals(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    write(TAX, "---\noffices: [finanzamt]\n---\n")
    assert main(["duplicates", str(write.folder)]) == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Ohne Grund: Einer dieser Orte hat eigene Angaben, die fast nichts ändern",
        "    /leistungen/grundsteuer-erklaeren/ (kleinstadt, kreis-muster; zu mindestens 100 % gleich)",
    ]


def test_the_tiny_country_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duplicates", str(CONTENT)]) == 0
    assert "/leistungen/grundsteuer-erklaeren/" not in capsys.readouterr().out


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duplicates", str(tmp_path / "nowhere")]) == 2
    assert capsys.readouterr().err.endswith("Geben Sie ihn an: make duplicates CONTENT=…\n")
