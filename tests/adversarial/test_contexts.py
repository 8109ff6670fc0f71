"""What stands in a field stands in the page: in text, attributes and JSON, read as browsers read it."""

import json
import re
from pathlib import Path
from typing import Any

import html5lib
import pytest

from plugins.catalog.catalog import load
from tests.adversarial.conftest import Attack
from tests.adversarial.payloads import OWN, Payloads
from tests.conftest import TODAY
from tests.pages.theme import environment

PAGE = """<!doctype html><html><head><title>{{ text }}</title>
<script type="application/ld+json">{{ text | tojson }}</script></head>
<body><h1>{{ text }}</h1><p title="{{ text }}">x</p><template>{{ text | tojson }}</template></body></html>"""


def parsed(html: str) -> Any:
    """The tree a browser would build."""
    return html5lib.parse(html, namespaceHTMLElements=False)


def in_one_line(text: str | None) -> str:
    """As HTML reads it: line ends are one character, NUL is none."""
    return (text or "").replace("\r\n", "\n").replace("\r", "\n")


def assert_unchanged(text: str) -> None:
    """The same text in every context, the same number of elements."""
    tree = parsed(environment().from_string(PAGE).render(text=text))
    assert len(list(tree.iter())) == 8
    assert [in_one_line(tree.findtext(".//title")), in_one_line(tree.findtext(".//h1"))] == [in_one_line(text)] * 2
    assert in_one_line(tree.find(".//p").get("title")) == in_one_line(text)
    assert json.loads(tree.findtext(".//script")) == json.loads(tree.findtext(".//template")) == text


@pytest.mark.parametrize("text", Payloads.of(OWN).active)
def test_a_text_stays_the_same_in_every_context(text: str) -> None:
    assert_unchanged(text)


@pytest.mark.corpus
def test_every_naughty_string_stays_the_same(corpora: Path) -> None:
    naughty = json.loads((corpora / "adversarial" / "blns" / "blns.json").read_text("utf-8"))
    assert len(naughty) == 515
    for text in naughty:
        assert_unchanged(text)


def test_a_template_that_forgets_to_escape_would_be_seen() -> None:
    unsafe = PAGE.replace("<h1>{{ text }}", "<h1>{{ text | safe }}")
    assert len(list(parsed(environment().from_string(unsafe).render(text="<b>x")).iter())) > 8


def test_titles_in_pages_and_json_are_those_of_the_files(own: Attack) -> None:
    catalog, _ = load(own.portal.folder.parent / "content", TODAY)
    attacked = [service for service in catalog.services if service.slug.startswith("angriff-")]
    assert len(attacked) > 60
    for service in attacked:
        tree = parsed(own.portal.html(f"/leistungen/{service.slug}/"))
        graph = json.loads(tree.findtext(".//script[@type='application/ld+json']"))
        names = {node.get("name") for node in graph["@graph"]}
        assert " ".join("".join(tree.find(".//h1").itertext()).split()) == " ".join(service.title.split())
        assert service.title in names


def test_the_words_of_the_scripts_are_json_on_a_page_in_another_language(own: Attack) -> None:
    pages = [address for address in own.portal.addresses if re.fullmatch(r"/leistungen/angriff-[0-9]+/en/", address)]
    assert len(pages) > 60
    for address in pages[::10]:
        words = json.loads(parsed(own.portal.html(address)).findtext(".//template[@id='texts']"))
        assert isinstance(words, dict)


def test_every_json_file_of_the_portal_is_json(own: Attack) -> None:
    files = sorted(own.portal.folder.rglob("*.json"))
    assert len(files) > 10
    for file in files:
        json.loads(file.read_text("utf-8"))
