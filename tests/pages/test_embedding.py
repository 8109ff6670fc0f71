"""Which form opens inside a page, and which frames the page then allows."""

import re

from bs4 import BeautifulSoup

from plugins.catalog import addresses
from plugins.catalog.catalog import load
from plugins.catalog.directory import directory
from plugins.hosting.policy import content_security_policy
from plugins.pages.embedding import Embedding
from plugins.pages.view import View
from plugins.pages.views import views
from search.documents import documents
from search.likeness import related
from tests.conftest import TODAY, Draft
from tests.portals import PROJECT, Portal

HUND = "/leistungen/hund-anmelden/"
SERVER = "title: Server\noperator: Kreis Muster\nurl: https://formulare.kreis-muster.example/{form}?ars={ars}\n"
FORM = "title: Hund anmelden\nserver: kreis\n"


def pages(write: Draft) -> dict[str, View]:
    catalog, problems = load(write.folder, TODAY)
    assert problems == []
    portal = directory(catalog, catalog.municipalities["grossstadt"])
    return {view.url: view for view in views(catalog, portal, related(documents(portal)))}


def test_a_form_that_may_be_embedded_opens_in_the_page_of_its_service_in_every_language(write: Draft) -> None:
    write("servers/kreis.yaml", SERVER)
    write("forms/hund-anmelden.yaml", f"{FORM}embedded: true\n")
    found = pages(write)
    assert found[HUND].values["embedding"] == Embedding(
        "Hund anmelden", "https://formulare.kreis-muster.example/hund-anmelden?ars=059990004004", "Kreis Muster"
    )
    with_frames = {url: view.frame_hosts for url, view in found.items() if view.frame_hosts}
    assert with_frames == dict.fromkeys((HUND, f"{HUND}en/", f"{HUND}de-simple/"), ("formulare.kreis-muster.example",))


def test_without_the_wish_no_page_has_a_frame(write: Draft) -> None:
    write("servers/kreis.yaml", SERVER)
    write("forms/hund-anmelden.yaml", FORM)
    found = pages(write)
    assert found[HUND].values["embedding"] is None
    assert {view.frame_hosts for view in found.values()} == {()}


def test_only_the_first_way_online_is_embedded(write: Draft) -> None:
    write("servers/kreis.yaml", SERVER)
    write("forms/hund-anmelden.yaml", FORM)
    write("forms/katze-anmelden.yaml", f"{FORM}embedded: true\n")
    write.change(
        "services/hund-anmelden.md", "  - kind: post\n", "  - kind: online\n    form: katze-anmelden\n  - kind: post\n"
    )
    assert pages(write)[HUND].values["embedding"] is None


def test_the_policy_names_the_hosts_of_frames_and_is_otherwise_the_same() -> None:
    plain = content_security_policy()
    assert "frame-src" not in plain
    assert plain.startswith("default-src 'none'; ")
    assert content_security_policy(["forms.example"]) == f"{plain}; frame-src https://forms.example"


def values(page: BeautifulSoup, attribute: str, selector: str = "") -> list[str]:
    return [str(tag[attribute]) for tag in page.select(f"{selector}[{attribute}]")]


def portal_pages(demo: Portal) -> dict[str, BeautifulSoup]:
    """The pages without the pattern page, whose examples are of a town that does not exist."""
    return {address: page for address, page in demo.pages.items() if address != "/muster/"}


def test_a_built_page_allows_the_hosts_of_its_own_forms_and_no_page_any_other(demo: Portal) -> None:
    catalog, _ = load(PROJECT / "content", TODAY)
    registered = {addresses.host_of(re.sub(r"\{\w+\}", "0", server.url)) for server in catalog.servers.values()}
    offered = {
        address: {addresses.host_of(form) for form in values(page, "data-embedded-form")}
        for address, page in portal_pages(demo).items()
    }
    allowed = {
        address: set(re.findall(r"https?://([^\s;]+)", " ".join(values(page, "content", "meta[http-equiv]"))))
        for address, page in portal_pages(demo).items()
    }
    assert allowed == offered
    assert set() < set().union(*allowed.values()) <= registered


def test_beside_every_embedded_form_stands_its_link_and_no_frame_before_a_click(demo: Portal) -> None:
    pages = [page for page in portal_pages(demo).values() if page.find_all("iframe")]
    assert pages
    for page in pages:
        assert set(values(page, "data-embedded-form")) <= set(values(page, "href", "a"))
        assert all(frame.find_parent("template") and not frame.get("src") for frame in page.find_all("iframe"))
