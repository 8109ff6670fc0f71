"""A law's address, and that of its sections."""

import pytest

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Law

FEDERAL = "https://www.gesetze-im-internet.de/pauswg"


def law(url: str | None) -> Law:
    return Law(slug="pauswg", abbreviation="PAuswG", title="Personalausweisgesetz", url=url)


@pytest.mark.parametrize("url", [f"{FEDERAL}/", FEDERAL, f"{FEDERAL}/index.html"])
def test_a_section_of_federal_law_has_an_address_of_its_own(url: str) -> None:
    assert law(url).section_url("34c") == f"{FEDERAL}/__34c.html"


def test_other_law_has_only_the_address_of_the_whole() -> None:
    assert law("https://recht.musterland.example/bauo").section_url("9") == "https://recht.musterland.example/bauo"
    assert law(f"{FEDERAL}/").section_url(None) == f"{FEDERAL}/"
    assert law(None).section_url("9") is None


def test_every_derived_address_is_an_address(world: Catalog) -> None:
    norms = [basis for service in world.services for basis in service.legal_basis if basis.law]
    derived = [world.laws[str(basis.law)].section_url(basis.section) for basis in norms]
    assert {addresses.parse(url).host for url in derived if url} == {
        "www.gesetze-im-internet.de",
        "recht.musterland.example",
    }
