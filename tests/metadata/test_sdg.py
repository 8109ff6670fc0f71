"""The tags of the EU's Single Digital Gateway, as the Commission's guide for web pages has them."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import Offer, directory
from plugins.catalog.policies import policies
from plugins.metadata.sdg import tags
from tests.conftest import TODAY, Draft
from tests.portals import Portal

MANDATORY = {"sdg-tag", "DC.ISO3166", "DC.Service", "policy-code"}
KNOWN = MANDATORY | {"DC.Location", "DC.Policy"}


def found(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Every tag of the gateway on a page, in any spelling, with its content."""
    named = ((str(tag["name"]), str(tag["content"])) for tag in page.select("head > meta[name]"))
    wanted = {name.casefold() for name in KNOWN}
    return [(name, content) for name, content in named if name.casefold() in wanted or name.startswith("DC.")]


def objections(page: BeautifulSoup, key: str) -> list[str]:
    """What the Commission's crawler would object to on a page of the municipality with this key."""
    tagged = found(page)
    said = dict(tagged)
    if not said:
        return []
    values = {name: content.split(";") for name, content in said.items()}
    rules = {
        "a tag twice": len(tagged) == len(said),
        "a tag that nobody knows, or in another spelling": set(said) <= KNOWN,
        "a mandatory tag missing": set(said) >= MANDATORY,
        "sdg-tag": said.get("sdg-tag") == "sdg",
        "DC.ISO3166": said.get("DC.ISO3166") == "DE",
        "DC.Location": said.get("DC.Location") == key and key.isdecimal() and len(key) == 8,
        "DC.Service": set(values.get("DC.Service", ())) <= {"information", "procedure"},
        "policy-code": set(values.get("policy-code", ())) <= policies().keys(),
        "a value twice": all(len(each) == len(set(each)) for each in values.values()),
        "one policy for each code": len(values.get("DC.Policy", ())) == len(values.get("policy-code", ())),
        "the language of the page": bool(page.html and page.html.get("lang")),
    }
    return [rule for rule, is_kept in rules.items() if not is_kept]


def test_every_page_of_a_whole_portal_keeps_to_the_guide(demo: Portal) -> None:
    tagged = {address for address, page in demo.pages.items() if found(page)}
    assert len(tagged) > 70
    assert {address: said for address, page in demo.pages.items() if (said := objections(page, "05399004"))} == {}


def test_only_services_with_codes_are_tagged(demo: Portal, country: Catalog) -> None:
    coded = {service.slug for service in country.services if service.sdg}
    tagged = {address for address, page in demo.pages.items() if found(page)}
    assert {address.split("/")[2] for address in tagged} == coded
    assert {address.split("/")[1] for address in tagged} == {"leistungen"}


@pytest.mark.parametrize(
    ("old", "new", "objection"),
    [
        ('content="sdg"', 'content="SDG"', "sdg-tag"),
        ('name="DC.Service"', 'name="dc.service"', "a mandatory tag missing"),
        ('content="information;procedure"', 'content="information, procedure"', "DC.Service"),
        ('content="information;procedure"', 'content="assistance"', "DC.Service"),
        ('content="05399004"', 'content="053990004004"', "DC.Location"),
        ('content="X1"', 'content="X9"', "policy-code"),
        ('content="X1"', 'content="X1;X1"', "a value twice"),
    ],
)
def test_the_guide_is_kept_strictly(old: str, new: str, objection: str, demo: Portal) -> None:
    html = demo.html("/leistungen/gewerbe-anmelden/")
    assert html.count(old) == 1
    assert objection in objections(BeautifulSoup(html.replace(old, new), "html.parser"), "05399004")


def offer(catalog: Catalog, municipality: str, service: str) -> Offer:
    return directory(catalog, catalog.municipalities[municipality]).by_slug[service]


def test_the_tags_of_a_page(country: Catalog) -> None:
    assert tags(offer(country, "rurheim", "reisegewerbekarte-beantragen")) == (
        ("sdg-tag", "sdg"),
        ("DC.ISO3166", "DE"),
        ("DC.Location", "05399004"),
        ("DC.Service", "information;procedure"),
        ("policy-code", "N1;X1"),
        (
            "DC.Policy",
            "acquiring licences, authorisations or permits with a view to starting and operating a business;"
            "notification, change and termination of business activity and permission for it",
        ),
    )


def test_a_service_without_a_way_online_only_informs(write: Draft) -> None:
    catalog, _ = load(write.folder, TODAY)
    assert dict(tags(offer(catalog, "grossstadt", "personalausweis-beantragen")))["DC.Service"] == "information"


def test_a_kreis_that_leads_to_its_towns_only_informs(country: Catalog) -> None:
    said = dict(tags(offer(country, "kreis-rurland", "gewerbe-anmelden")))
    assert (said["DC.Service"], said["DC.Location"]) == ("information", "05399000")


def test_a_service_without_codes_has_no_tags(country: Catalog) -> None:
    assert tags(offer(country, "rurheim", "hund-anmelden")) == ()


def test_the_key_of_a_town_is_made_of_land_kreis_and_gemeinde(country: Catalog) -> None:
    keys = {slug: one.ags for slug, one in country.municipalities.items()}
    assert keys["rurauen"] == "05399028"
    assert keys["kreis-rurland"] == "05399000"


def test_the_codes_are_those_of_the_commission(corpora: Path) -> None:
    with (corpora / "reference/sdg/policy_codes.csv").open(encoding="utf-8-sig", newline="") as lines:
        listed: list[Mapping[str, str]] = list(csv.DictReader(lines, delimiter=";"))
    codes = [row["Policy code"] for row in listed]
    assert set(policies()) == {code for code in codes if len(code) > 1}
    assert [policy.code for policy in policies().values() if not policy.name or ";" in policy.policy] == []
