"""A public portal never asks search engines to stay away by accident."""

from dataclasses import replace

import pytest

from plugins.publishing.gates import Sight, noindex
from tests.publishing.gates.conftest import Built

HIDDEN = '<meta name="robots" content="noindex, nofollow">'
VIEWPORT = '<meta name="viewport"'


def test_a_public_portal_passes(built: Built) -> None:
    assert list(noindex.check(built.online(built.sight))) == []
    pages = built.sight.new.pages.values()
    hidden = sum(page.is_hidden for page in pages)
    assert noindex.seen(built.sight) == f"{len(pages) - hidden} Seiten für Suchmaschinen, {hidden} nicht"


@pytest.mark.parametrize(
    "tag", [HIDDEN, "<META CONTENT='none' NAME=Robots>", "<meta name='googlebot' content='NoIndex'>"]
)
def test_a_hidden_home_page_is_found(built: Built, tag: str) -> None:
    assert list(noindex.check(built.changed("index.html", VIEWPORT, f"{tag}{VIEWPORT}"))) == [
        "Die Startseite sagt noindex oder fehlt. Ist das eine Vorschau (PREVIEW=1)?"
    ]


def test_a_missing_home_page_is_found(built: Built) -> None:
    assert len(list(noindex.check(built.without("index.html")))) == 1


@pytest.mark.parametrize(
    "rules",
    ["User-agent: *\nDisallow: /\n", "User-agent: Googlebot\nDisallow: /\n", "user-agent:*\ndisallow:/ # bis morgen"],
)
def test_robots_that_are_shut_out_are_found(built: Built, rules: str) -> None:
    assert list(noindex.check(built.having("robots.txt", rules.encode()))) == [
        "robots.txt schließt Suchmaschinen von der Startseite aus (Disallow)."
    ]


def test_one_robot_or_one_folder_may_be_shut_out(built: Built) -> None:
    rules = b"User-agent: *\nDisallow: /admin/\n\nUser-agent: SomeBot\nDisallow: /\n"
    assert list(noindex.check(built.having("robots.txt", rules))) == []


def test_a_header_for_all_pages_is_found(built: Built) -> None:
    headers = b"/*\n  Referrer-Policy: no-referrer\n  X-Robots-Tag: noindex\n"
    assert list(noindex.check(built.having("_headers", headers))) == [
        "_headers sagt für alle Seiten noindex (X-Robots-Tag)."
    ]


def test_a_header_for_some_files_passes(built: Built) -> None:
    headers = b"/*\n  Referrer-Policy: no-referrer\n/api/*\n  X-Robots-Tag: noindex\n"
    assert list(noindex.check(built.having("_headers", headers))) == []


def test_pages_that_were_listed_and_are_hidden_now_are_found(built: Built) -> None:
    spoiled = built.changed("hilfe/index.html", VIEWPORT, f"{HIDDEN}{VIEWPORT}")
    for name in ("impressum/index.html", "stellen/index.html", "themen/index.html"):
        page = spoiled.new.folder / name
        page.write_text(page.read_text("utf-8").replace(VIEWPORT, f"{HIDDEN}{VIEWPORT}"), "utf-8")
    listed = sum(not page.is_hidden for page in built.sight.new.pages.values())
    assert list(noindex.check(built.online(spoiled))) == [
        f"4 von {listed} Seiten für Suchmaschinen sagen jetzt noindex: /hilfe/, /impressum/, /stellen/ und 1 weitere."
    ]


def test_one_page_may_be_hidden(built: Built) -> None:
    spoiled = built.changed("hilfe/index.html", VIEWPORT, f"{HIDDEN}{VIEWPORT}")
    assert list(noindex.check(built.online(spoiled))) == []


def test_a_release_without_an_old_one_has_nothing_to_compare_with(built: Built) -> None:
    assert list(noindex.check(replace(built.sight, old=None))) == []


def test_the_page_of_a_former_town_is_hidden_for_a_reason(former: Sight) -> None:
    assert list(noindex.check(former)) == []
