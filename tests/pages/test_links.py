"""Every page of three portals: links lead somewhere, headings have an order, nothing is inline, nothing is foreign."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag

from plugins.catalog.catalog import load
from plugins.catalog.checks.link_host import allowed_hosts
from plugins.hosting.policy import content_security_policy
from tests.portals import PROJECT, Portal

LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href", "form": "action"}

EXAMPLES = "/muster/"
"""The pattern page shows components with addresses of a town that does not exist."""


@pytest.fixture(params=["demo", "kreis", "tiny"])
def portal(request: pytest.FixtureRequest) -> Portal:
    """The portals, one after the other."""
    built: Portal = request.getfixturevalue(request.param)
    return built


def tags_of(page: BeautifulSoup) -> Iterator[Tag]:
    """What leads or loads; not what only tells search engines where a page stands."""
    for tag in page.find_all(["a", *LOADED]):
        if not {"canonical", "alternate"}.intersection(tag.get_attribute_list("rel")):
            yield tag


def addresses_of(page: BeautifulSoup) -> Iterator[str]:
    for tag in tags_of(page):
        address = tag.get(LOADED.get(tag.name, "href"))
        if address is not None:
            yield str(address)


def broken(portal: Portal, page: str, address: str) -> bool:
    """True for an own address without a file, or with an anchor that its page does not have."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return False
    target = parts.path or page
    if not portal.file(target).is_file():
        return True
    return bool(parts.fragment) and portal.pages[target].find(id=parts.fragment) is None


def test_every_own_address_leads_to_a_file_and_every_anchor_to_its_place(portal: Portal) -> None:
    pages = {page: soup for page, soup in portal.pages.items() if page != EXAMPLES}
    checked = {(page, address) for page, soup in pages.items() for address in addresses_of(soup)}
    assert len(checked) > 500
    assert [pair for pair in sorted(checked) if broken(portal, *pair)] == []


def test_own_addresses_begin_at_the_root_or_are_anchors(portal: Portal) -> None:
    schemes = {
        urlsplit(address).scheme or address[:1] for soup in portal.pages.values() for address in addresses_of(soup)
    }
    assert schemes <= {"https", "mailto", "tel", "/", "#"}


def test_every_link_to_elsewhere_leads_to_a_registered_host(demo: Portal) -> None:
    allowed = allowed_hosts(load(PROJECT / "content")[0])
    pages = [soup for page, soup in demo.pages.items() if page != EXAMPLES]
    hosts = {urlsplit(address).netloc for soup in pages for address in addresses_of(soup)} - {""}
    assert "www.openstreetmap.org" in hosts
    licence = "interoperable-europe.ec.europa.eu"
    assert hosts - allowed == {licence}


def test_nothing_is_loaded_from_elsewhere(portal: Portal) -> None:
    loaded = {
        str(tag.get(LOADED[tag.name]))
        for soup in portal.pages.values()
        for tag in tags_of(soup)
        if tag.name in LOADED and tag.get(LOADED[tag.name])
    }
    assert [address for address in loaded if not address.startswith("/") or address.startswith("//")] == []


def test_styles_load_nothing_from_elsewhere(portal: Portal) -> None:
    styles = "".join(file.read_text("utf-8") for file in portal.folder.rglob("*.css"))
    foreign = [url for url in re.findall(r"url\(\s*[\"']?([^\"')]+)", styles) if not url.startswith("data:")]
    assert foreign == []
    assert "@import" not in styles


def test_every_title_is_there_once(portal: Portal) -> None:
    titles = Counter(soup.title.get_text() if soup.title else "" for soup in portal.pages.values())
    assert [title for title, times in titles.items() if times > 1 or not title.strip()] == []


def test_every_page_has_one_first_heading(portal: Portal) -> None:
    assert [page for page, soup in portal.pages.items() if len(soup.find_all("h1")) != 1] == []


def test_heading_levels_are_never_skipped(portal: Portal) -> None:
    assert [page for page, soup in portal.pages.items() if skipped_levels(soup)] == []


def skipped_levels(soup: BeautifulSoup) -> list[tuple[int, int]]:
    levels = [int(tag.name[1]) for tag in soup.find_all(re.compile(r"^h[1-6]$"))]
    return [(before, after) for before, after in zip([0, *levels], levels, strict=False) if after > before + 1]


def test_every_page_describes_itself_in_at_most_200_characters(portal: Portal) -> None:
    lengths = {page: len(content(soup, "description")) for page, soup in portal.pages.items()}
    assert {page: length for page, length in lengths.items() if not 1 <= length <= 200} == {}


def content(soup: BeautifulSoup, name: str) -> str:
    tag = soup.find("meta", attrs={"name": name})
    return str(tag["content"]) if isinstance(tag, Tag) else ""


def test_every_page_names_its_language_and_says_how_it_may_be_shown(portal: Portal) -> None:
    told = {page: str(soup.html["lang"]) for page, soup in portal.pages.items() if soup.html}
    simple = ("/leichte-sprache/",)
    assert {page: tag for page, tag in told.items() if tag != language_of(page) and page not in simple} == {}
    assert {content(soup, "viewport") for soup in portal.pages.values()} == {"width=device-width, initial-scale=1"}
    assert {content(soup, "color-scheme") for soup in portal.pages.values()} == {"light dark"}


def language_of(address: str) -> str:
    """What the last part of an address says of the language of its page."""
    last = address.rstrip("/").rpartition("/")[2]
    return last if last in {"en", "de-simple"} else "de"


def frame_hosts(soup: BeautifulSoup) -> set[str]:
    """The hosts of the forms that open in a page; the pattern page shows the button alone."""
    return {urlsplit(str(form["data-embedded-form"])).netloc for form in soup.select("article [data-embedded-form]")}


def test_every_page_carries_the_content_security_policy_before_anything_it_governs(portal: Portal) -> None:
    for page, soup in portal.pages.items():
        head = soup.head.find_all(True) if soup.head else []
        assert [tag.name for tag in head[:2]] == ["meta", "meta"], page
        assert head[0].get("charset") == "utf-8", page
        assert (head[1].get("http-equiv"), head[1].get("content")) == (
            "Content-Security-Policy",
            content_security_policy(frame_hosts(soup)),
        ), page


def test_nothing_is_inline(portal: Portal) -> None:
    for page, soup in portal.pages.items():
        assert soup.find_all("style") == [], page
        scripts = [tag for tag in soup.find_all("script") if tag.get("type") != "application/ld+json"]
        assert [tag for tag in scripts if not tag.get("src")] == [], page
        attributes = {name for tag in soup.find_all(True) for name in tag.attrs}
        assert [name for name in attributes if name == "style" or name.startswith("on")] == [], page


def test_no_id_is_there_twice(portal: Portal) -> None:
    for page, soup in portal.pages.items():
        ids = Counter(str(tag["id"]) for tag in soup.find_all(id=True))
        assert [name for name, times in ids.items() if times > 1] == [], page


def test_every_reference_to_an_id_finds_it(portal: Portal) -> None:
    for page, soup in portal.pages.items():
        named = {
            name
            for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for")
            for tag in soup.select(f"[{attribute}]")
            for name in str(tag[attribute]).split()
        }
        assert {name for name in named if soup.find(id=name) is None} == set(), page


def test_no_page_is_an_orphan(demo: Portal) -> None:
    linked = {urlsplit(address).path for soup in demo.pages.values() for address in addresses_of(soup)}
    gone = {f"/leistungen/lohnsteuerkarte-beantragen/{language}" for language in ("", "en/", "de-simple/")}
    assert set(demo.pages) - linked == {"/404.html", EXAMPLES, *gone}


def test_nothing_registers_a_service_worker(portal: Portal) -> None:
    scripts = [file.read_text("utf-8") for file in portal.folder.rglob("*.mjs")]
    assert scripts
    assert not any("serviceWorker" in script for script in scripts)
