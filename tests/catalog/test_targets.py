"""Named targets: the short form of a portal and a key lead to where the portal has the service, today."""

import pytest

from plugins.catalog import addresses, markdown
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import WayIn, directory
from plugins.catalog.markdown import Surroundings
from plugins.catalog.targets import resolved
from tests.catalog.listing import LANDING, PAGE, with_list
from tests.conftest import TODAY, Draft

TRADE = "services/gewerbe-anmelden.md"
DEEP = "    url: https://service.wirtschaft.example/gewerbe/anmeldung\n"
ARS = "059990004004"


@pytest.fixture
def listed(write: Draft) -> Catalog:
    """The tiny country with the list."""
    return load(with_list(write).folder, TODAY)[0]


def way(write: Draft) -> WayIn:
    catalog, _ = load(write.folder, TODAY)
    return directory(catalog, catalog.municipalities["grossstadt"]).by_slug["gewerbe-anmelden"].ways_in[0]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("wirtschaft:99050036005000", "https://service.wirtschaft.example/antrag/versteigerung/"),
        ("wirtschaft:", "https://service.wirtschaft.example/"),
        ("bund:99050036005000", f"https://bund.example/leistung/99050036005000/{ARS}"),
        ("bund:", "https://bund.example/"),
        ("wirtschaft:99000000000000", None),
        ("unbekannt:99050036005000", None),
        ("https://bund.example/", None),
    ],
)
def test_a_named_target_leads_to_the_page_of_the_portal(listed: Catalog, text: str, address: str | None) -> None:
    assert resolved(listed, text, ARS) == address


@pytest.mark.parametrize(
    "text",
    [
        "mailto:",
        "tel:99999999999999",
        "https:99050036005000",
        "WSP:99050036005000",
        "wsp:9905003600500",
        "wsp",
        "w:99050036005000",
        "wsp:99050036005000\n",
        "wsp:９９０５００３６００５０００",
        "javascript:alert(1)",
        "data:text/html,x",
    ],
)
def test_other_addresses_are_no_named_targets(text: str) -> None:
    assert addresses.named_target(text) is None


def test_a_link_in_a_text_leads_there_too(listed: Catalog) -> None:
    around = Surroundings(resolve=lambda text: resolved(listed, text, ARS))
    html = markdown.to_html("[Erlaubnis](wirtschaft:99050036005000) und <bund:>", around)
    assert html == (
        '<p><a href="https://service.wirtschaft.example/antrag/versteigerung/">Erlaubnis</a>'
        ' und <a href="https://bund.example/">bund:</a></p>\n'
    )


@pytest.mark.parametrize("address", ["javascript:99999999999999", "javascript:", "vbscript:", "data:99999999999999"])
def test_what_looks_like_a_named_target_never_becomes_an_address(listed: Catalog, address: str) -> None:
    for around in (Surroundings(), Surroundings(resolve=lambda text: resolved(listed, text, ARS))):
        assert markdown.to_html(f"[x]({address})", around) == "<p>x</p>\n"


def test_a_hostile_deep_link_ends_at_the_start_of_its_portal(write: Draft) -> None:
    write.change(TRADE, DEEP, "    url: javascript:99999999999999\n")
    assert way(write).url == "https://service.wirtschaft.example/"


def test_a_way_without_an_address_leads_where_the_list_has_the_key(write: Draft) -> None:
    with_list(write).change(TRADE, DEEP, "")
    write.change(TRADE, "    choose: Gewerbe, dann Anmeldung\n    checked_on: 2026-10-02\n", "")
    found = way(write)
    assert found.url == "https://service.wirtschaft.example/antrag/versteigerung/"
    assert (found.choose, str(found.checked_on)) == ("Gewerbe Anmeldung", "2026-10-15")


def test_the_words_of_an_editor_win_over_those_of_the_list(write: Draft) -> None:
    with_list(write).change(TRADE, DEEP, "")
    assert (way(write).choose, str(way(write).checked_on)) == ("Gewerbe, dann Anmeldung", "2026-10-02")


def test_a_written_way_to_what_is_not_available_says_so(write: Draft) -> None:
    with_list(write, PAGE + "    available: false\n    warning: Hier noch nicht.\n")
    assert (way(write).kind, way(write).note) == ("portal", "Hier noch nicht.")


def test_a_way_whose_address_is_left_to_the_list_is_closed_when_the_list_says_so(write: Draft) -> None:
    with_list(write, PAGE + "    available: false\n").change(TRADE, DEEP, "")
    assert way(write).kind == "phone"


def test_a_deep_link_may_be_a_named_target(write: Draft) -> None:
    with_list(write).change(TRADE, DEEP, "    url: bund:99050012104000\n")
    assert way(write).url == f"https://bund.example/leistung/99050012104000/{ARS}"


def test_when_a_portal_moves_a_page_every_way_follows(write: Draft) -> None:
    with_list(write).change(TRADE, DEEP, "")
    write.change(LANDING, "/antrag/versteigerung/", "/neu/")
    assert way(write).url == "https://service.wirtschaft.example/neu/"
