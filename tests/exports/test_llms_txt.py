"""`llms.txt` and the Markdown twins: what an assistant reads is what the page says, with full addresses."""

import re
from collections.abc import Callable
from pathlib import Path

from plugins.catalog import markdown
from plugins.catalog.published import Published
from plugins.exports import llms_txt
from tests.conftest import Draft

DOG = "leistungen/hund-anmelden/index.html.md"


def written(portal: Published) -> dict[str, str]:
    return {file.path: b"".join(file.pieces).decode() for file in llms_txt.files(portal)}


def test_the_list_says_what_the_portal_is_and_leads_to_every_twin(grossstadt: Published) -> None:
    found = written(grossstadt)
    lines = found["llms.txt"].splitlines()
    assert lines[0] == "# Serviceportal Stadt Großstadt"
    assert lines[2].startswith("> Dienstleistungen der Verwaltung für Großstadt")
    assert [line for line in lines if line.startswith("## ")] == [
        "## Dienstleistungen",
        "## Themen und Lebenslagen",
        "## Stellen",
        "## Daten",
        "## Optional",
    ]
    named = set(re.findall(r"\(https://service\.grossstadt\.example/([^)]*\.md)\)", found["llms.txt"]))
    assert named == {path for path in found if re.fullmatch(r"leistungen/[^/]+/index\.html\.md", path)}


def test_what_nobody_has_written_is_optional(rurheim: Published) -> None:
    services, optional = written(rurheim)["llms.txt"].split("## Optional")
    assert "/leistungen/versteigerergewerbe-erlaubnis/" in optional
    assert "/leistungen/versteigerergewerbe-erlaubnis/" not in services


def test_a_twin_reads_like_the_page(grossstadt: Published) -> None:
    assert written(grossstadt)[DOG] == (Path(__file__).parent / "hund-anmelden.md").read_text("utf-8")


def test_a_service_has_a_twin_in_each_of_its_languages(grossstadt: Published) -> None:
    found = written(grossstadt)
    assert found["leistungen/hund-anmelden/en/index.html.md"].startswith("# Register a dog\n")
    assert "leistungen/hund-anmelden/de-simple/index.html.md" in found
    assert "leistungen/gewerbe-anmelden/en/index.html.md" not in found


def test_the_headings_of_an_english_twin_are_english(rurheim: Published) -> None:
    german, english = set[str](), set[str]()
    for path, text in written(rurheim).items():
        if path.startswith("leistungen/"):
            found = english if "/en/" in path else german if "/de-simple/" not in path else set()
            found.update(re.findall(r"^## .*", text, re.MULTILINE))
    assert "## What you need" in english
    assert english & german == set()


def test_every_link_of_every_twin_is_a_full_address(rurheim: Published) -> None:
    links = {link.address for text in written(rurheim).values() for link in markdown.links(text)}
    assert len(links) > 1000
    assert [link for link in sorted(links) if not link.startswith(("https://", "mailto:", "tel:"))] == []


def test_words_of_others_make_no_markdown(write: Draft, portal_of: Callable[[Path, str], Published]) -> None:
    write.change("services/hund-anmelden.md", "title: Hund anmelden", 'title: "Hund [a](https://x.example) *b*"')
    text = written(portal_of(write.folder, "grossstadt"))[DOG]
    assert text.startswith("# Hund \\[a\\](https://x.example) \\*b\\*\n")
    assert "<h1>Hund [a](https://x.example) *b*</h1>" in markdown.to_html(text)


def test_a_kreis_leads_to_the_towns(rurland: Published) -> None:
    assert "- [Stadt Rurheim](https://service.rurheim.example/leistungen/hund-anmelden/)" in written(rurland)[DOG]
