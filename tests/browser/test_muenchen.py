"""A whole city, imported, built and searched: the way from real data to a page a citizen can use."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from plugins.catalog import urls
from plugins.catalog.records.fields import Language
from plugins.exchange.__main__ import main
from tests.browser.conftest import PHONE, Visitor
from tests.portals import Portal, build
from tests.serving import served

CORPUS = Path(__file__).parents[3] / "shared" / "corpora" / "muenchen"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the Munich corpus is not beside this repository (../shared)"),
]


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    folder = tmp_path_factory.mktemp("city")
    assert main(["import", "--format", "dldb", "--into", str(folder / "content"), str(CORPUS)]) == 0
    return build(folder / "content", "", folder / "output")


@pytest.fixture(scope="module")
def city_address(city: Portal) -> Iterator[str]:
    with served(city.folder) as address:
        yield address


def test_every_service_of_the_city_has_a_page_with_a_way_in(city: Portal) -> None:
    pages = (address for address in city.addresses if address.startswith("/leistungen/") and address.count("/") == 3)
    services = set(pages) - {urls.in_language(urls.SERVICES, language) for language in Language}
    assert len(services) == 287
    assert [address for address in sorted(services) if not city.pages[address].select(".action-box__way")] == []


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("personalausweis", "Personalausweis"),
        ("reisepass", "Reisepass"),
        ("gewerbe anmelden", "Gewerbe-Anmeldung"),
        ("fuehrungszeugnis", "Führungszeugnis"),
        ("handwerkerparkausweis", "Parkausweis für Handwerksbetriebe"),
    ],
)
def test_the_city_is_searchable(words: str, title: str, browser: Browser, city_address: str) -> None:
    visitor = Visitor(browser, city_address)
    with closing(visitor.closing):
        page = visitor.opens("/suche/", PHONE)
        page.get_by_role("searchbox").fill(words)
        best = page.locator(".result__title").filter(has_text=title).first
        expect(best).to_be_visible()
        best.get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        expect(page.locator(".action-box__way").first).to_be_visible()
