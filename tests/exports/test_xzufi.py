"""XZuFi as it is written: known names in their order; content → XZuFi → content loses nothing the format can carry."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from plugins.catalog.addresses import host_of
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks.link_host import allowed_hosts
from plugins.catalog.history import History
from plugins.catalog.hours import closes_on_holidays, schedule
from plugins.catalog.offer import Offer
from plugins.catalog.published import Published
from plugins.catalog.records import Office, Service, Translation
from plugins.catalog.validation import validated
from plugins.exchange.__main__ import main
from plugins.exchange.findings import Findings
from plugins.exchange.xzufi import Message, read
from plugins.exchange.xzufi.elements import local, text
from plugins.exchange.xzufi.publication import at_portals
from plugins.exchange.xzufi.vocabulary import ASSUMED, ELEMENTS, MESSAGE, NAMESPACE
from plugins.exports.xzufi import EXPORT
from tests.exports.demo import catalog, published

NOT_CARRIED = {"channels", "former_urls", "forms", "level", "maturity", "offices", "owner", "related", "topics"}
NOT_CARRIED |= {"review_by", "slug", "source_url"}
"""Fields of a service that are missing in a draft; some come back beside its values, see below."""

NOT_CARRIED_BY_FEES = {"as_of", "source"}
NOT_CARRIED_BY_OFFICES = {"slug", "municipality", "level", "portal", "editors"}


def written(portal: Published) -> bytes:
    [file] = EXPORT.files(portal)
    assert file.path == EXPORT.path
    return b"".join(file.pieces)


@pytest.fixture(scope="module")
def rurheim() -> Published:
    return published("rurheim")


@pytest.fixture(scope="module")
def returned(rurheim: Published, tmp_path_factory: pytest.TempPathFactory) -> Message:
    """What comes back of the demo portal, with nothing to report."""
    path = tmp_path_factory.mktemp("xzufi") / "xzufi.xml"
    path.write_bytes(written(rurheim))
    findings = Findings()
    message = read(path, findings, own=rurheim.url)
    assert findings.counted() == {}
    return message


def editors_offers(portal: Published) -> list[Offer]:
    return [offer for offer in portal.directory.offers if not offer.is_by_rule]


def test_an_import_keeps_every_address_and_leads_nowhere_back(rurheim: Published, tmp_path: Path) -> None:
    """What is left to register are the servers that the texts and forms themselves name."""
    message, folder = tmp_path / "xzufi.xml", tmp_path / "content"
    message.write_bytes(written(rurheim))
    assert main(["import", "--format", "xzufi", "--into", str(folder), str(message)]) == 1
    slugs = {path.name.partition(".")[0] for path in (folder / "services").iterdir()}
    assert slugs == {offer.slug for offer in editors_offers(rurheim)}
    hosts = {one.message.split("„")[1].split("“")[0] for one in validated(folder)[1] if one.rule == "link-host"}
    assert hosts
    assert hosts <= allowed_hosts(catalog()) - {host_of(rurheim.url)}


def test_every_service_that_somebody_wrote_comes_back(rurheim: Published, returned: Message) -> None:
    assert [draft.id for draft in returned.services] == [offer.slug for offer in editors_offers(rurheim)]
    assert len(returned.services) == 140


def test_facts_and_texts_come_back_to_the_letter(rurheim: Published, returned: Message) -> None:
    for draft, offer in zip(returned.services, editors_offers(rurheim), strict=True):
        kept = offer.service.model_dump(include=NOT_CARRIED)
        again = Service.model_validate({**kept, **draft.values, "source_url": None}).model_dump(exclude={"legal_basis"})
        assert without_sources(again) == without_sources(offer.service.model_dump(exclude={"legal_basis"}))
        assert [norm["name"] for norm in draft.values.get("legal_basis", ())] == [norm.text for norm in offer.norms]
        assert draft.values["source_url"] == rurheim.at(offer.url)


def without_sources(service: dict[str, Any]) -> dict[str, Any]:
    """A service whose fees have neither date nor source."""
    fees = [{name: fee[name] for name in fee.keys() - NOT_CARRIED_BY_FEES} for fee in service["fees"]]
    return {**service, "fees": fees}


def test_translations_come_back_to_the_letter(rurheim: Published, returned: Message) -> None:
    count = 0
    for draft, offer in zip(returned.services, editors_offers(rurheim), strict=True):
        assert draft.translations.keys() == {one.language for one in offer.translations}
        for one in offer.translations:
            values = {"slug": draft.id, "language": one.language, **draft.translations[one.language]}
            assert Translation.model_validate(values).model_dump() == one.model_dump()
            count += 1
    assert count == 145


def test_what_a_service_refers_to_comes_back(rurheim: Published, returned: Message) -> None:
    owners = {office.slug: office.name for office in rurheim.directory.offices}
    online = {one.id: one for one in returned.online}
    for draft, offer in zip(returned.services, editors_offers(rurheim), strict=True):
        assert draft.topics == offer.service.topics
        assert draft.level is offer.service.level
        assert draft.owner == owners[offer.service.owner]
        assert draft.offices == tuple(office.slug for office in offer.offices)
        found = [online[one] for one in draft.online]
        assert [one.form for one in found if one.form] == [link.form.slug for link in offer.forms]
        ways = [(identifier, portal.slug, url) for identifier, portal, url in at_portals(offer)]
        assert [(one.id, one.portal, one.values["url"]) for one in found if one.portal] == ways


def test_offices_come_back_to_the_letter(rurheim: Published, returned: Message) -> None:
    assert len(returned.offices) == len(rurheim.directory.offices) == 37
    for draft, office in zip(returned.offices, rurheim.directory.offices, strict=True):
        again = Office.model_validate({**office.model_dump(include=NOT_CARRIED_BY_OFFICES), **draft.values})
        said = again.model_dump(exclude={"opening_hours"})
        assert said == office.model_dump(exclude={"opening_hours"})
        assert times(again.opening_hours) == times(office.opening_hours)


def times(hours: str | None) -> object:
    """When an office is open, however that is spelled."""
    return hours and (schedule(hours), closes_on_holidays(hours))


def test_opening_hours_are_german_words(rurheim: Published) -> None:
    said = re.findall(r'infoOeffnungszeitenText languageCode="de">([^<]*)', written(rurheim).decode())
    assert len(said) > 20
    assert not re.search(r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su)\b", " ".join(said))


def test_forms_come_back_with_their_address_here(rurheim: Published, returned: Message) -> None:
    forms = {one.form: one.values for one in returned.online if one.form}
    assert forms.keys() == {link.form.slug for link, _ in rurheim.directory.forms}
    for link, _ in rurheim.directory.forms:
        assert (forms[link.form.slug]["title"], forms[link.form.slug]["url"]) == (link.form.title, link.url)
        assert forms[link.form.slug].get("languages", ()) == link.form.languages


def elements(found: Element, path: str = "") -> Iterator[tuple[str, Element]]:
    """Every element with its path; an object begins a path of its own."""
    yield path, found
    for child in found:
        is_object = path in (MESSAGE, "schreibe")
        yield from elements(child, local(child) if is_object else f"{path}/{local(child)}")


def test_all_names_are_known_and_stand_in_their_order(rurheim: Published) -> None:
    root = fromstring(written(rurheim))
    for path, found in elements(root, local(root)):
        order = ELEMENTS.get(path, ())
        places = [order.index(local(child)) for child in found]
        assert places == sorted(places), path


def test_every_name_without_a_source_is_one_we_use() -> None:
    assert {MESSAGE, *(f"{path}/{name}" for path, names in ELEMENTS.items() for name in names)} >= ASSUMED


def test_everything_but_codes_is_in_the_namespace(rurheim: Published) -> None:
    root = fromstring(written(rurheim))
    assert root.get("xzufiVersion") == "2.2.0"
    for _, found in elements(root, local(root)):
        assert (found.tag == "code") is (local(found) == "code")
        assert found.tag == "code" or found.tag == f"{{{NAMESPACE}}}{local(found)}"


def test_only_offices_are_competent(rurheim: Published) -> None:
    root = fromstring(written(rurheim))
    ties = [found for _, found in elements(root, local(root)) if local(found) == "zustaendigkeitTransferObjekt"]
    competent = {text(one, "uebergeordnetesObjektID") for one in ties if text(one, "zustaendigkeit", "rolle", "code")}
    others = {text(one, "uebergeordnetesObjektID") for one in ties} - competent
    assert competent == {office.slug for offer in editors_offers(rurheim) for office in offer.offices}
    assert {one.partition("/")[0] for one in others} == {"formular", "portal"}


def test_the_file_says_that_it_is_experimental(world: Catalog) -> None:
    start = written(published("grossstadt", world))[:300].decode()
    assert "Experimentell: nach bekannten Namen von XZuFi 2.2.0 geschrieben, nicht gegen das XSD geprüft." in start


def test_two_messages_of_the_same_content_are_equal(world: Catalog) -> None:
    first, second = published("grossstadt", world), published("grossstadt", world)
    assert first.history == History()
    assert written(first) == written(second)


def test_what_a_kreis_leaves_to_its_towns_is_valid_in_these(world: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "xzufi.xml"
    portal = published("kreis-muster", world)
    path.write_bytes(written(portal))
    areas = {draft.id: draft.areas for draft in read(path, Findings()).services}
    towns = tuple(town.ars for town in portal.directory.towns)
    assert areas["hund-anmelden"] == towns
    assert areas["fahrzeug-zulassen"] == (portal.directory.municipality.ars,)


def test_a_link_to_an_own_page_has_its_full_address(world: Catalog) -> None:
    portal = published("grossstadt", world)
    assert b"/leistungen/" in written(portal)
    assert b'href="/' not in written(portal)
    assert b"href=&quot;/" not in written(portal)
