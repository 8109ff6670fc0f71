"""The files of a portal for robots, feed readers and browsers, as `make publish` writes them."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from defusedxml.ElementTree import fromstring

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory
from plugins.catalog.history import History
from plugins.metadata.indexing import Indexing
from plugins.pages.machine_files import Machines
from plugins.pages.view import View
from plugins.pages.views import views
from search.documents import documents
from search.likeness import related
from tests.conftest import CONTENT
from tests.metadata.conftest import URL, told
from tests.portals import TINY_DAY, Portal, pelican

GOLDEN = Path(__file__).parents[1] / "metadata" / "golden"
HUND, ENGLISH = "services/hund-anmelden.md", "services/hund-anmelden.en.md"
HISTORY = told(
    {
        HUND: ("2026-03-01", "Gebühr gestrichen"),
        ENGLISH: ("2026-04-01", ""),
        "topics/tiere.yaml": ("2026-05-01", "Tiere"),
    }
)
TEXTS = (
    "/sitemap.xml",
    "/sitemaps/1.xml",
    "/robots.txt",
    "/opensearch.xml",
    "/site.webmanifest",
    "/feeds/aenderungen.xml",
)


@pytest.fixture
def pages(world: Catalog, grossstadt: Directory) -> list[View]:
    """The pages of Großstadt."""
    return list(views(world, grossstadt, related(documents(grossstadt))))


@pytest.fixture
def machines(grossstadt: Directory, tmp_path: Path) -> Machines:
    """What the machines of Großstadt are told."""
    return Machines(grossstadt, HISTORY, URL, "/", "#1f3d7a", None, tmp_path / "icons")


@pytest.mark.parametrize("address", TEXTS)
def test_a_file_is_as_it_was_agreed(address: str, machines: Machines, pages: list[View]) -> None:
    data = dict(machines.files(pages))[address].decode()
    file = GOLDEN / address.rpartition("/")[2]
    if os.environ.get("GOLDEN") == "write":
        file.write_text(data, "utf-8")
    assert data == file.read_text("utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {address.rpartition("/")[2] for address in TEXTS}


def listed(machines: Machines, pages: list[View]) -> dict[str, list[str]]:
    """The addresses in the sitemap with their languages."""
    found = {}
    for url in fromstring(dict(machines.files(pages))["/sitemaps/1.xml"]):
        address, *rest = url
        found[(address.text or "").removeprefix(URL)] = [link.get("hreflang", "") for link in rest if link.get("rel")]
    return found


def test_only_what_may_be_listed_is_in_the_sitemap(machines: Machines, pages: list[View]) -> None:
    hidden = [
        replace(view, indexing=Indexing(False, "")) if view.url.startswith("/leistungen/hund-anmelden/en") else view
        for view in pages
    ]
    before, after = listed(machines, pages), listed(machines, hidden)
    assert before.keys() - after.keys() == {"/leistungen/hund-anmelden/en/"}
    assert before["/leistungen/hund-anmelden/"] == ["de", "de-simple", "en", "x-default"]
    assert after["/leistungen/hund-anmelden/"] == ["de", "de-simple", "x-default"]
    assert "/404.html" not in before


def test_without_a_public_address_there_is_only_what_needs_none(machines: Machines, pages: list[View]) -> None:
    local = replace(machines, url="")
    assert set(dict(local.files(pages))) == {
        *("/site.webmanifest", "/favicon.ico", "/apple-touch-icon.png"),
        *("/icon-192.png", "/icon-512.png", "/icon-maskable-512.png"),
    }
    assert local.feeds == {}


def test_without_a_history_there_are_no_days_and_no_feeds(machines: Machines, pages: list[View]) -> None:
    found = dict(replace(machines, history=History(gap="kein git")).files(pages))
    assert b"lastmod" not in found["/sitemap.xml"] + found["/sitemaps/1.xml"]
    assert [address for address in found if address.startswith("/feeds/")] == []


def test_a_key_for_search_engines_is_public(machines: Machines, pages: list[View]) -> None:
    assert dict(replace(machines, indexnow_key="12345678").files(pages))["/12345678.txt"] == b"12345678"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny country in a repository of its own."""
    folder = shutil.copytree(CONTENT, tmp_path_factory.mktemp("repository") / "content")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Alles <neu> & da"]):
        subprocess.run(["git", *command], cwd=folder, check=True, env=os.environ | _WHO, capture_output=True)
    return folder


_MOMENT = "2026-03-01T10:00:00+01:00"
_WHO = {f"GIT_{role}_{part}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
_WHO |= {"GIT_AUTHOR_DATE": _MOMENT, "GIT_COMMITTER_DATE": _MOMENT}


def publish(content: Path, output: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    own = {"SITEURL": URL, "MUNICIPALITY": "grossstadt", "SOURCE_DATE_EPOCH": str(TINY_DAY)} | environment
    done = pelican("--settings", "publishconf.py", CONTENT=content, OUTPUT=output, **own)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def public(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """The portal as it is published."""
    folder = tmp_path_factory.mktemp("public") / "out"
    publish(content, folder, INDEXNOW_KEY="12345678")
    return Portal(folder)


def links(page: BeautifulSoup) -> Iterator[str]:
    """What the head of a page leads machines to, without assets and other languages."""
    for tag in page.select(
        'head link:is([rel=search],[rel=manifest],[rel=apple-touch-icon],[sizes],[type="application/atom+xml"])'
    ):
        yield str(tag["href"])


def test_a_page_leads_to_the_files_for_machines(public: Portal) -> None:
    everywhere = ["/opensearch.xml", "/site.webmanifest", "/apple-touch-icon.png", "/favicon.ico"]
    assert {address: list(links(public.pages[address])) for address in ("/", "/themen/tiere/", "/hilfe/", "/en/")} == {
        "/": ["/feeds/aenderungen.xml", *everywhere],
        "/themen/tiere/": ["/feeds/themen/tiere.xml", *everywhere],
        "/hilfe/": everywhere,
        "/en/": everywhere,
    }
    assert next(links(public.pages["/stellen/steueramt/"])) == "/feeds/stellen/steueramt.xml"


def test_what_a_page_leads_machines_to_is_there(public: Portal) -> None:
    led_to = {link for page in public.pages.values() for link in links(page)}
    assert len(led_to) > 10
    assert [address for address in sorted(led_to) if not public.file(address).is_file()] == []


def test_the_sitemap_has_the_pages_that_do_not_ask_to_be_left_out(public: Portal) -> None:
    sitemap = fromstring((public.folder / "sitemaps/1.xml").read_bytes())
    addresses = {urlsplit(url[0].text).path for url in sitemap}
    hidden = {address for address, page in public.pages.items() if page.select("meta[name=robots][content^=noindex]")}
    assert "/404.html" in hidden
    assert addresses == set(public.addresses) - hidden
    assert {url[1].text for url in sitemap} == {_MOMENT}


def test_another_date_of_a_file_changes_nothing(content: Path, public: Portal) -> None:
    for file in content.rglob("*.md"):
        os.utime(file, (1, 1))
    assert "; 0 Dateien geschrieben, 0 entfernt (" in publish(content, public.folder, INDEXNOW_KEY="12345678").stdout


def test_a_portal_in_a_folder_of_its_server_stays_in_it(content: Path, tmp_path: Path) -> None:
    publish(content, tmp_path / "out", SITEURL="https://www.x.example/service")
    portal = Portal(tmp_path / "out")
    assert {link.split("/")[1] for link in links(portal.pages["/"])} == {"service"}
    assert '"scope": "/service/"' in (portal.folder / "site.webmanifest").read_text("utf-8")
    assert "Sitemap: https://www.x.example/service/sitemap.xml" in (portal.folder / "robots.txt").read_text("utf-8")


def test_a_preview_has_no_sitemap_and_may_be_read_so_that_robots_see_noindex(content: Path, tmp_path: Path) -> None:
    done = pelican(CONTENT=content, OUTPUT=tmp_path, PORTALS="1", PREVIEW="1", SOURCE_DATE_EPOCH=TINY_DAY)
    assert done.returncode == 0, done.stderr
    names = {file.name for file in (tmp_path / "portals/grossstadt").iterdir()}
    assert names & {"sitemap.xml", "sitemaps", "robots.txt", "opensearch.xml", "feeds"} == set()
    assert "site.webmanifest" in names


def test_without_git_the_build_says_once_what_is_missing(tmp_path: Path) -> None:
    content = shutil.copytree(CONTENT, tmp_path / "content")
    done = pelican(CONTENT=content, OUTPUT=tmp_path / "out", PORTALS="1", SOURCE_DATE_EPOCH=TINY_DAY)
    assert done.stderr.count("Die Sitemap nennt keine Tage, und es gibt keine Feeds. ") == 1
    sitemap = (tmp_path / "out/portals/grossstadt/sitemaps/1.xml").read_text("utf-8")
    assert "<loc>https://service.grossstadt.example/</loc>" in sitemap
    assert "lastmod" not in sitemap


def test_a_former_town_has_no_files_for_machines(content: Path, tmp_path: Path) -> None:
    joined = shutil.copytree(content, tmp_path / "content")
    town = joined / "municipalities/kleinstadt/municipality.yaml"
    town.write_text(town.read_text("utf-8") + "successor: grossstadt\n", "utf-8")
    publish(joined, tmp_path / "out", MUNICIPALITY="kleinstadt")
    for_servers = {".hosting", "_headers", "_redirects"}
    written = {file.name for file in (tmp_path / "out").iterdir()}
    assert written - for_servers == {"404.html", "index.html", "assets", ".manifest"}


def test_a_wrong_key_is_explained_before_anything_is_built(content: Path, tmp_path: Path) -> None:
    done = pelican(CONTENT=content, OUTPUT=tmp_path / "out", INDEXNOW_KEY="zu kurz", SOURCE_DATE_EPOCH=TINY_DAY)
    assert done.returncode == 1
    assert (
        "INDEXNOW_KEY: „zu kurz“ ist kein Schlüssel aus 8 bis 128 Buchstaben, Ziffern und Bindestrichen" in done.stderr
    )
    assert not (tmp_path / "out").exists()
