"""An old address is a page that leads to the present one or says why there is none, in every language."""

from pathlib import Path

import pytest

from tests.conftest import Draft
from tests.portals import TINY_DAY, Portal, pelican

DOG = "services/hund-anmelden.md"


@pytest.fixture
def portal(write: Draft, tmp_path: Path) -> Portal:
    """A portal in which the dog has moved."""
    assert write.change(DOG, "\ntitle: ", "\nformer_urls: [/leistungen/hund-melden/, /alt/hunde.html]\ntitle: ") == []
    done = pelican(CONTENT=write.folder, OUTPUT=tmp_path / "out", PORTALS="1", SOURCE_DATE_EPOCH=TINY_DAY)
    assert done.returncode == 0, done.stderr
    return Portal(tmp_path / "out/portals/grossstadt")


def test_every_former_address_leads_to_the_present_one_in_its_language(portal: Portal) -> None:
    refresh = {
        address: tag["content"]
        for address, page in portal.pages.items()
        for tag in page.find_all("meta", {"http-equiv": "refresh"})
    }
    assert refresh == {
        "/leistungen/hund-melden/": "0; url=/leistungen/hund-anmelden/",
        "/leistungen/hund-melden/en/": "0; url=/leistungen/hund-anmelden/en/",
        "/leistungen/hund-melden/de-simple/": "0; url=/leistungen/hund-anmelden/de-simple/",
        "/alt/hunde.html": "0; url=/leistungen/hund-anmelden/",
    }


def test_the_page_says_so_to_people_and_to_search_engines(portal: Portal) -> None:
    page = portal.pages["/leistungen/hund-melden/"]
    assert [link["href"] for link in page.select("link[rel=canonical]")] == [
        "https://service.grossstadt.example/leistungen/hund-anmelden/"
    ]
    assert [(link["href"], link.get_text()) for link in page.select("main a")] == [
        ("/leistungen/hund-anmelden/", "Hund anmelden")
    ]
    assert page.h1
    assert page.h1.get_text() == "Hund anmelden: neue Adresse"


@pytest.mark.parametrize(
    ("language", "heading", "marked"),
    [("en", "Hund anmelden: in German only", 1), ("de-simple", "Hund anmelden: nicht in Leichter Sprache", 0)],
)
def test_a_text_that_is_there_in_german_only_has_not_moved(
    write: Draft, tmp_path: Path, language: str, heading: str, marked: int
) -> None:
    address = f"/leistungen/hund-anmelden/{language}/"
    write("addresses/grossstadt.yaml", f"municipalities: [grossstadt]\naddresses: [{address}]\n")
    (write.folder / f"services/hund-anmelden.{language}.md").unlink()
    done = pelican(CONTENT=write.folder, OUTPUT=tmp_path / "out", PORTALS="1", SOURCE_DATE_EPOCH=TINY_DAY)
    assert done.returncode == 0, done.stderr
    portal = Portal(tmp_path / "out/portals/grossstadt")
    page = portal.pages[address]
    assert page.html
    assert page.html["lang"] == language
    assert [part.get_text() for part in page.select("h1")] == [heading]
    assert [link["href"] for link in page.select("main a")] == ["/leistungen/hund-anmelden/"]
    assert len(page.select("main a [lang=de]")) == marked
    assert [one for one, found in portal.pages.items() if found.select(f'a[href="{address}"]')] == []


STONE = """\
title: Pony anmelden
addresses: [/leistungen/pony-anmelden/, /dienstleistung/42/show]
since: 2026-10-01
reason: Die Ponysteuer ist abgeschafft.
"""


@pytest.fixture
def stones(write: Draft, tmp_path: Path) -> Portal:
    """A portal in which two pages are gone, one of them with a successor."""
    write("tombstones/pony-anmelden.yaml", STONE)
    more = STONE.replace("pony", "esel").replace("Pony", "Esel").replace("42", "43")
    assert write("tombstones/esel.yaml", more + "successor: /themen/tiere/\n") == []
    done = pelican(CONTENT=write.folder, OUTPUT=tmp_path / "out", PORTALS="1", SOURCE_DATE_EPOCH=TINY_DAY)
    assert done.returncode == 0, done.stderr
    return Portal(tmp_path / "out/portals/grossstadt")


def words(portal: Portal, address: str) -> list[str]:
    """The paragraphs of a page before the search."""
    return [part.get_text(" ", strip=True) for part in portal.pages[address].select("main > h1, main > p")]


def test_a_page_that_is_gone_says_why_and_where_to_look(stones: Portal) -> None:
    assert words(stones, "/leistungen/pony-anmelden/") == [
        "Pony anmelden: nicht mehr verfügbar",
        "Seit 01.10.2026 gibt es diese Seite nicht mehr. Die Ponysteuer ist abgeschafft.",
        "Suchen Sie in Ihren eigenen Worten oder sehen Sie im Verzeichnis nach.",
    ]
    page = stones.pages["/leistungen/pony-anmelden/"]
    assert [form["action"] for form in page.select("form")] == ["/suche/"]
    assert [link["href"] for link in page.select("main a")] == ["/leistungen/", "/"]
    assert [tag["content"] for tag in page.select("meta[name=robots]")] == ["noindex, follow"]


def test_what_has_a_successor_leads_there(stones: Portal) -> None:
    for address, target in (
        ("/leistungen/esel-anmelden/en/", "/themen/tiere/en/"),
        ("/dienstleistung/43/show/", "/themen/tiere/"),
    ):
        assert stones.pages[address].select("main a")[0]["href"] == target


def test_a_page_in_another_language_marks_what_stays_german(stones: Portal) -> None:
    page = stones.pages["/leistungen/pony-anmelden/en/"]
    assert [part.get_text() for part in page.select("main [lang=de]")] == ["Die Ponysteuer ist abgeschafft."]


def test_servers_get_the_same_as_rules(stones: Portal) -> None:
    """The page is shown, with a successor too: only there people read why."""
    nginx = (stones.folder / ".hosting/nginx-http.conf").read_text()
    apache = (stones.folder / ".hosting/apache.conf").read_text()
    for animal, number in (("pony", 42), ("esel", 43)):
        assert f'    "/leistungen/{animal}-anmelden/" "/leistungen/{animal}-anmelden/index.html";\n' in nginx
        assert f'RewriteCond "%{{REQUEST_URI}}" "^/dienstleistung/{number}/show$" [NC]\n' in apache
    assert (stones.folder / "_redirects").read_text() == ""
