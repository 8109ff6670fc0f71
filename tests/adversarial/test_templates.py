"""Content is never a template, and code keeps the ways shut on which it could become one."""

import re
from pathlib import Path

import pytest

from plugins.catalog.catalog import load
from tests.adversarial.conftest import Attack
from tests.conftest import TODAY
from tests.pages.theme import THEME, environment
from tests.portals import PROJECT, Portal

MARKS = (
    "{{ 7*7 }}",
    "${7*7}",
    "<%= 7*7 %>",
    "{include}",
    "{static}/services/hund-anmelden.md",
    "{{{7*7}}}",
    "%(x)s %n",
)
TRUSTED = {
    "plugins/interface/escaping.py": 1,
    "plugins/interface/speech.py": 2,
    "plugins/pages/compiling.py": 1,
    "plugins/pages/environments.py": 3,
    "plugins/pages/filters.py": 2,
    "plugins/pages/graph.py": 2,
    "plugins/pages/sentences.py": 2,
}
"""Where text becomes HTML: escaped pieces, what the renderer and templates say, words, addresses, JSON, sentences."""


def test_template_marks_stand_on_the_page_as_they_were_written(own: Attack) -> None:
    catalog, _ = load(own.portal.folder.parent / "content", TODAY)
    titles = {service.title: service.slug for service in catalog.services}
    marked = [title for title in titles if any(mark in title for mark in MARKS)]
    assert len(marked) >= 5
    for title in marked:
        page = own.portal.pages[f"/leistungen/{titles[title]}/"]
        heading = page.h1
        assert heading is not None
        assert heading.get_text(strip=True) == title


def test_escaping_is_on() -> None:
    assert environment().autoescape is True


@pytest.mark.parametrize("template", sorted(THEME.rglob("*.html")), ids=lambda file: file.name)
def test_a_template_has_no_way_around_escaping_and_nothing_inline(template: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", template.read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"\|\s*safe\b|autoescape|\bMarkup\b", text)
    assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=", text, re.IGNORECASE)
    assert not re.search(r"<script(?![^>]*(?:\bsrc=|application/ld\+json))", text)
    assert not re.search(r'="[^"]*\|\s*tojson\s*\}\}', text), "JSON in double quotes needs forceescape"


def test_text_becomes_html_in_known_places_only() -> None:
    calls = {
        file.relative_to(PROJECT).as_posix(): len(re.findall(r"\b[Mm]arkup\(", file.read_text("utf-8")))
        for folder in ("plugins", "search")
        for file in (PROJECT / folder).rglob("*.py")
    }
    assert {name: count for name, count in calls.items() if count} == TRUSTED


def inline(portal: Portal) -> list[str]:
    """Scripts, styles and handlers written into the pages of a portal."""
    found = []
    for address, page in portal.pages.items():
        for tag in page.find_all(True):
            kinds = [name for name in tag.attrs if name.startswith("on") or name == "style"]
            is_data = tag.get("type") == "application/ld+json"
            if kinds or tag.name == "style" or (tag.name == "script" and not tag.get("src") and not is_data):
                found.append(f"{address}: {tag.name} {kinds}")
    return found


@pytest.mark.parametrize("name", ["demo", "kreis"])
def test_no_page_of_the_demo_has_anything_inline(name: str, request: pytest.FixtureRequest) -> None:
    portal: Portal = request.getfixturevalue(name)
    assert len(portal.pages) > 100
    assert inline(portal) == []
