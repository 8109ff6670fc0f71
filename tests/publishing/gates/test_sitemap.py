"""Search engines are told of every page they may list, and of no other."""

from plugins.publishing.gates import Sight, sitemap
from tests.portals import TINY_URL
from tests.publishing.gates.conftest import Built

SHEET = "sitemaps/1.xml"


def test_a_portal_that_lists_its_pages_passes(built: Built) -> None:
    assert list(sitemap.check(built.sight)) == []
    listed = sum(not page.is_hidden for page in built.sight.new.pages.values())
    assert sitemap.seen(built.sight) == f"{listed} Seiten"


def test_a_page_that_is_not_listed_is_named(built: Built) -> None:
    entry = f"<loc>{TINY_URL}/hilfe/</loc>"
    found = list(sitemap.check(built.changed(SHEET, entry, f"<loc>{TINY_URL}/nichts/</loc>")))
    assert found == [
        "In sitemap.xml fehlt: /hilfe/.",
        "sitemap.xml nennt, was es nicht gibt oder nicht gelistet werden darf: /nichts/.",
    ]


def test_a_missing_or_broken_sitemap_names_all_pages(built: Built) -> None:
    (found,) = sitemap.check(built.having(SHEET, b"<urlset"))
    assert found.startswith("In sitemap.xml fehlt: ")
    assert found.endswith(" weitere.")


def test_an_entity_reads_no_file(built: Built) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><urlset><loc>&e;</loc></urlset>'
    assert "passwd" not in "".join(sitemap.check(built.having(SHEET, bomb)))


def test_a_former_town_has_none(former: Sight) -> None:
    assert list(sitemap.check(former)) == []
