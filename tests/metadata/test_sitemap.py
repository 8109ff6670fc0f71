"""Sitemaps: valid, split, with days from git and the other languages of a page."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import xmlschema
from defusedxml.ElementTree import fromstring

from plugins.metadata.sitemap import ROOM, Page, sitemaps
from tests.metadata.conftest import URL
from tests.portals import PROJECT

SCHEMAS = Path(__file__).parent / "schemas"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BERLIN = timezone(timedelta(hours=2))


@pytest.fixture(scope="session")
def of_pages() -> xmlschema.XMLSchema:
    """The schema of sitemaps.org, and what a sitemap takes from XHTML."""
    found = xmlschema.XMLSchema(PROJECT / "node_modules" / "sitemap" / "schema" / "sitemap.xsd", build=False)
    found.import_schema("http://www.w3.org/1999/xhtml", str(SCHEMAS / "xhtml-link.xsd"), build=False)
    found.build()
    return found


@pytest.fixture(scope="session")
def of_the_index() -> xmlschema.XMLSchema:
    """The schema of an index."""
    return xmlschema.XMLSchema(SCHEMAS / "siteindex.xsd")


def texts(data: bytes, name: str) -> list[str]:
    return [element.text or "" for element in fromstring(data).iter(f"{SPACE}{name}")]


def test_a_sitemap_and_its_index_are_valid(of_pages: xmlschema.XMLSchema, of_the_index: xmlschema.XMLSchema) -> None:
    languages = (("de", f"{URL}/a/"), ("de-simple", f"{URL}/a/de-simple/"), ("x-default", f"{URL}/a/"))
    pages = [Page(f"{URL}/a/", datetime(2026, 5, 1, 9, tzinfo=BERLIN), languages), Page(f"{URL}/b/?x&y=<ü>")]
    sheet, index = (data for _, data in sitemaps(URL, pages))
    assert [str(error) for error in of_pages.iter_errors(sheet.decode())] == []
    assert [str(error) for error in of_the_index.iter_errors(index.decode())] == []


def test_the_sitemap_of_a_whole_portal_is_valid(
    of_pages: xmlschema.XMLSchema, of_the_index: xmlschema.XMLSchema
) -> None:
    golden = Path(__file__).parent / "golden"
    assert [str(error) for error in of_pages.iter_errors(golden / "1.xml")] == []
    assert [str(error) for error in of_the_index.iter_errors(golden / "sitemap.xml")] == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("hreflang=", "ref="),
        ("<lastmod>2026-05-01T", "<lastmod>01.05.2026 "),
        ("<loc>", "<link>"),
        ('"x-default"', '"x default"'),
    ],
)
def test_the_schema_finds_what_others_got_wrong(right: str, wrong: str, of_pages: xmlschema.XMLSchema) -> None:
    page = Page(f"{URL}/a/", datetime(2026, 5, 1, tzinfo=UTC), (("x-default", f"{URL}/a/"),))
    sheet = next(sitemaps(URL, [page]))[1].decode()
    assert right in sheet
    broken = sheet.replace(right, wrong).replace("</loc>", "</link>" if wrong == "<link>" else "</loc>")
    assert not of_pages.is_valid(broken)


def test_a_page_without_a_day_has_no_lastmod() -> None:
    sheet, index = (data for _, data in sitemaps(URL, [Page(f"{URL}/a/")]))
    assert (texts(sheet, "lastmod"), texts(index, "lastmod")) == ([], [])


def test_the_index_has_the_day_of_the_newest_page_of_each_sitemap() -> None:
    moments = [datetime(2026, 5, day, 1, tzinfo=BERLIN) for day in (1, 3, 2)]
    found = dict(sitemaps(URL, [Page(f"{URL}/{number}/", at) for number, at in enumerate(moments)], most=2))
    assert texts(found["/sitemap.xml"], "loc") == [f"{URL}/sitemaps/1.xml", f"{URL}/sitemaps/2.xml"]
    assert texts(found["/sitemap.xml"], "lastmod") == ["2026-05-03T01:00:00+02:00", "2026-05-02T01:00:00+02:00"]


def test_120_000_addresses_are_three_files(of_the_index: xmlschema.XMLSchema) -> None:
    pages = (Page(f"{URL}/leistungen/{number}/") for number in range(120_000))
    counts = {}
    for address, data in sitemaps(URL, pages):
        counts[address] = data.count(b"<loc>")
        assert len(data) < 50 * 1024 * 1024
    assert counts == {
        "/sitemaps/1.xml": 50_000,
        "/sitemaps/2.xml": 50_000,
        "/sitemaps/3.xml": 20_000,
        "/sitemap.xml": 3,
    }


def test_long_addresses_make_more_files_before_one_is_too_large() -> None:
    pages = [Page(f"{URL}/{'x' * 2000}/{number}/") for number in range(100)]
    largest = ROOM + 50_000
    sheets = [data for address, data in sitemaps(URL, pages, largest=largest) if address != "/sitemap.xml"]
    assert sum(data.count(b"<loc>") for data in sheets) == 100
    assert len(sheets) == 4
    assert max(map(len, sheets)) < largest


def test_pages_are_taken_as_they_come() -> None:
    taken: list[int] = []

    def pages() -> Iterator[Page]:
        for number in range(10):
            taken.append(number)
            yield Page(f"{URL}/{number}/")

    next(sitemaps(URL, pages(), most=3))
    assert taken == [0, 1, 2, 3]
