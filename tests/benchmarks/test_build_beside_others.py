"""Every generator that is compared makes the same pages of the tiny country, with the same facts on them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks.build import content
from benchmarks.build.generators import GENERATORS, OURS, Generator, Job, Source
from benchmarks.build.measuring import edit, summarise
from benchmarks.search.commands import run
from tests.conftest import CONTENT
from tests.portals import Portal

pytestmark = pytest.mark.tools

OTHERS = [one for one in GENERATORS if one.name != OURS]
SERVICE = "/leistungen/hund-anmelden/"
HEADINGS = ("Was Sie brauchen", "Was es kostet", "Wer zuständig ist", "Passt dazu", "Zuletzt geprüft am")
_COMPARED = re.compile(
    r"/(?:leistungen|themen|stellen)/(?!en/|de-simple/)[^/]+/|/unternehmen/|/buergerinnen-und-buerger/"
)
_GRAPH = re.compile(r'<script type="?application/ld\+json"?>(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def source() -> Source:
    return Source(CONTENT, "grossstadt", content.portal(CONTENT, "grossstadt"))


@pytest.fixture(params=OTHERS, ids=lambda one: one.name)
def job(request: pytest.FixtureRequest, source: Source, tmp_path: Path) -> tuple[Generator, Job]:
    generator: Generator = request.param
    if not generator.is_installed:
        pytest.skip(f"{generator.name} is not installed (make bench-build installs it)")
    generator.write(source, tmp_path / "source")
    return generator, Job(source, tmp_path / "source", tmp_path / "output", tmp_path / "kept")


def built(generator: Generator, job: Job) -> Portal:
    call = generator.build(job)
    run(call.command, "", call.at, **call.environment)
    return Portal(job.output)


def graph(page: str) -> Any:
    found = _GRAPH.search(page)
    assert found
    return json.loads(found[1])["@graph"]


def paths(value: object, at: str = "") -> set[str]:
    """Where a graph says something."""
    if isinstance(value, dict):
        return {at}.union(*(paths(inner, f"{at}/{key}") for key, inner in value.items()))
    return {at}.union(*(paths(inner, at) for inner in value)) if isinstance(value, list) else {at}


def test_it_makes_the_pages_of_ours_and_says_the_same_on_them(job: tuple[Generator, Job], tiny: Portal) -> None:
    portal, ours = built(*job), tiny.html(SERVICE)
    assert set(filter(_COMPARED.fullmatch, portal.addresses)) == set(filter(_COMPARED.fullmatch, tiny.addresses))
    page = portal.html(SERVICE)
    assert [heading for heading in HEADINGS if heading not in page] == []
    assert paths(graph(page)) == paths(graph(ours)) - {"/dateModified"}
    assert 0.85 <= len(page) / len(ours) <= 1.15
    assert SERVICE in portal.html("/leistungen/")
    assert (portal.folder / "sitemap.xml").is_file()


def test_an_edit_reaches_the_page(job: tuple[Generator, Job]) -> None:
    generator, first = job
    edit(first.folder / generator.text.format(slug="hund-anmelden"), 7)
    assert "Neu ist Satz 7." in built(generator, first).html(SERVICE)


def test_another_short_text_reaches_the_page_and_lists_that_are_not_given_as_data(job: tuple[Generator, Job]) -> None:
    generator, first = job
    summarise(first.folder / generator.text.format(slug="hund-anmelden"), 7)
    portal = built(generator, first)
    assert "Neu ist Satz 7." in portal.html(SERVICE)
    assert ("Neu ist Satz 7." in portal.html("/themen/tiere/")) == (generator.name != "MkDocs")
