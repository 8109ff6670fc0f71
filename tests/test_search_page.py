"""`make serve` answers a search without JavaScript; asked over HTTP."""

import functools
import http.client
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser, expect

from plugins.search_page import announcement
from plugins.serve import Builds, Handler, Server, bind
from tests.portals import Portal


@pytest.fixture(scope="module")
def server(demo: Portal) -> Iterator[Server]:
    yield from served(demo.folder)


def served(folder: Path) -> Iterator[Server]:
    server = bind(0, functools.partial(Handler, builds=Builds(), directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def answer(server: Server, address: str) -> BeautifulSoup:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", address)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    assert (response.status, response.getheader("Content-Length")) == (200, str(len(body)))
    return BeautifulSoup(body, "html.parser")


def search(server: Server, text: str, language: str = "") -> BeautifulSoup:
    return answer(server, f"/suche/{language}?q={quote(text)}")


def part(page: BeautifulSoup, identifier: str) -> Tag:
    found = page.find(id=identifier)
    assert isinstance(found, Tag)
    return found


def titles(page: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in part(page, "search-results").select(".result__title a")]


def test_the_hits_stand_in_the_page_above_the_list_of_all_services(server: Server) -> None:
    page = search(server, "perso verloren")
    first = part(page, "search-results").select_one("ol.result-list > li.result")
    assert first is not None
    link = first.select_one("h2.result__title > a.kern-link")
    assert link is not None
    assert link["href"] == "/leistungen/personalausweis-verlust-melden/"
    assert link.get_text() == "Verlust des Personalausweises melden"
    assert first.select_one("p.result__summary") is not None
    assert "Stadt Rurheim" in first.select("p.result__meta")[0].get_text()
    assert part(page, "search-status").get_text().endswith("Treffer für „perso verloren“, hier die 20 besten")
    assert len(part(page, "search-static").find_all("a")) > 90


def test_the_first_of_several_questions_counts_and_other_names_do_not(server: Server) -> None:
    assert titles(answer(server, "/suche/?x=1&q=hund+anmelden&q=perso"))[0] == "Hund anmelden"


@pytest.mark.parametrize("address", ["/suche/", "/suche/?q=", "/suche/?q=+%20", "/suche/?hund", "/suche/?"])
def test_without_a_question_the_page_is_as_it_was_built(server: Server, demo: Portal, address: str) -> None:
    page = answer(server, address)
    assert part(page, "search-results").get_text() == part(page, "search-status").get_text() == ""
    assert len(page.find_all("a")) == len(demo.pages["/suche/"].find_all("a"))


def test_the_field_keeps_what_was_typed(server: Server) -> None:
    typed = 'perso" autofocus x="<b>'
    assert [field.attrs["value"] for field in search(server, typed).select("input[name=q]")] == [typed]


def test_no_hit_is_said(server: Server) -> None:
    page = search(server, "qqqqqq")
    assert part(page, "search-status").get_text() == "Keine Treffer für „qqqqqq“"
    assert titles(page) == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> hund",
        '"><img src=x onerror=alert(1)>',
        "</section></main><h1>hund</h1>",
        "\x00\x01hund\x7f",
        "hund " * 2_000,
        "\\1 \\g<0> hund",
        "{{ 7 * 7 }} hund",
        "hund~99999 a:b + __proto__",
        "🐕" * 300,
    ],
)
def test_hostile_words_are_only_words(server: Server, demo: Portal, text: str) -> None:
    page = search(server, text)
    built = demo.pages["/suche/"]
    for name in ("h1", "img", "form"):
        assert len(page.find_all(name)) == len(built.find_all(name))
    assert len(page.find_all("script")) == len(built.find_all("script")) + 1
    assert "\x00" not in str(page)
    assert "49" not in part(page, "search-status").get_text()


def test_an_address_of_broken_bytes_is_answered(server: Server) -> None:
    assert part(answer(server, "/suche/?q=%ff%fe%00hund"), "search-status").get_text()


def test_another_page_with_a_question_is_sent_as_it_is(server: Server) -> None:
    assert answer(server, "/?q=hund").find(class_="result") is None


def test_a_new_build_is_searched_at_once(demo: Portal, tiny: Portal, tmp_path: Path) -> None:
    folder = shutil.copytree(tiny.folder, tmp_path / "output")
    for server in served(folder):
        assert "Kiosk" in " ".join(titles(search(server, "kiosk")))
        for old in folder.glob("assets/search-*"):
            shutil.rmtree(old)
        for new in demo.folder.glob("assets/search-*"):
            shutil.copytree(new, folder / "assets" / new.name)
        shutil.copy(demo.folder / "assets" / "search.json", folder / "assets")
        assert titles(search(server, "reisepass beantragen"))[0] == "Reisepass beantragen"


def test_without_a_search_file_the_page_is_sent_as_it_is(tiny: Portal, tmp_path: Path) -> None:
    folder = shutil.copytree(tiny.folder, tmp_path / "output", ignore=shutil.ignore_patterns("search.json"))
    for server in served(folder):
        assert titles(search(server, "kiosk")) == []


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (0, "Keine Treffer für „hund“"),
        (1, "1 Treffer für „hund“"),
        (20, "20 Treffer für „hund“"),
        (21, "21 Treffer für „hund“, hier die 20 besten"),
    ],
)
def test_the_number_is_said_like_in_the_browser(total: int, said: str) -> None:
    assert announcement("hund", total) == said


def test_another_language_shows_its_titles_and_says_what_is_german(server: Server) -> None:
    page = search(server, "register dog", "en/")
    assert titles(page)[0] == "Register a dog"
    first = part(page, "search-results").select_one(".result__title a")
    assert first is not None
    assert first["href"] == "/leistungen/hund-anmelden/en/"
    assert part(page, "search-status").get_text().endswith("results for “register dog”, here are the 20 best")
    assert titles(search(server, "versteigerergewerbe", "en/"))[0].endswith("(in German)")
    assert titles(search(server, "hund anmelden", "de-simple/"))[0] == "Hund anmelden"


@pytest.mark.browser
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hund anmelden", ""),
        ("geld vom amt", ""),
        ("fuhrershein", ""),
        ("register dog", "en/"),
        ("reisepass", "de-simple/"),
    ],
)
def test_javascript_shows_the_same_hits(server: Server, browser: Browser, text: str, language: str) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/suche/{language}?q={quote(text)}")
        answer = search(server, text, language)
        expect(page.locator("#search-status")).to_have_text(part(answer, "search-status").get_text())
        expect(page.locator("#search-results .result__title a")).to_have_text(titles(answer))
        expect(page.locator("#search-static")).to_be_hidden()
