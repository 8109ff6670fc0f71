"""A portal renders in the languages it has pages in, and says once what its pages share."""

from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader

import pelicanconf
from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory
from plugins.catalog.history import History
from plugins.catalog.kept import Kept
from plugins.catalog.records import Language
from plugins.pages.machine_files import Machines
from plugins.pages.privacy import privacy
from plugins.pages.rendering import Rendering, Theme
from plugins.pages.view import View
from plugins.pages.views import views
from search import likeness
from search.documents import documents
from tests.pages.theme import THEME
from tests.portals import PROJECT


@pytest.fixture
def rendering(world: Catalog, grossstadt: Directory, tmp_path: Path) -> Rendering:
    """The town with open data, before its first page; nothing is remembered of other portals of the catalog."""
    loader = FileSystemLoader([THEME / "templates", THEME])
    return Rendering(
        Theme(loader, pelicanconf.JINJA_ENVIRONMENT, Kept(PROJECT / ".cache" / "templates")),
        replace(world),
        grossstadt,
        Machines(grossstadt, History(), "", "/", "#1f3d7a", None, tmp_path, ""),
        privacy(world, grossstadt, feeds=False, exports=True),
        {name: f"assets/{name}" for name in ("style.css", "enhance.mjs", "worker.mjs")},
        own=frozenset(),
        url="",
        has_exports=True,
    )


@pytest.fixture
def pages(world: Catalog, grossstadt: Directory) -> list[View]:
    """All pages of the town."""
    return list(views(world, grossstadt, likeness.related(documents(grossstadt))))


def test_a_language_without_a_page_is_not_prepared(rendering: Rendering, pages: list[View]) -> None:
    german = [view for view in pages if view.language is Language.GERMAN]
    for view in german:
        rendering.page(view, view.title, None)
    assert len(german) > 30
    assert list(rendering.environments) == [Language.GERMAN]


def test_the_footer_leads_to_the_open_data_in_the_words_of_the_page(rendering: Rendering, pages: list[View]) -> None:
    homes = [rendering.page(view, "", None).decode() for view in pages if view.template == "home"]
    links = ['href="/daten/">Offene Daten<', 'href="/daten/">Open data<', 'href="/daten/">Offene Daten<']
    assert [link in home for link, home in zip(links, homes, strict=True)] == [True] * 3


def test_what_pages_share_is_said_once(rendering: Rendering, pages: list[View], said: list[str]) -> None:
    lists = [view for view in pages if view.template == "topic" and view.language is Language.GERMAN]
    for view in lists:
        rendering.page(view, view.title, None)
    assert len(lists) > 3
    assert said.count("site_footer") == said.count("head_links") == 1
    listed = {line for view in lists for line in view.values["offers"]}
    assert said.count("result") == len(listed) < sum(len(view.values["offers"]) for view in lists)
