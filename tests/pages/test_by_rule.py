"""The page of a service that nobody has written: what the list says, where it continues, nothing empty."""

import shutil
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup, Tag

from tests.catalog.listing import PAGE, with_list
from tests.conftest import CONTENT, Draft
from tests.portals import TINY_DAY, Portal, build

WARNED = """\
  - title: Auktion Anzeige
    leika: 99050212006000
    level: municipal
    warning: Laut Liste ist das in der „Versteigerung Erlaubnis“ enthalten.
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, BeautifulSoup]:
    """The portal of Großstadt with the list."""
    folder = tmp_path_factory.mktemp("listed")
    draft = with_list(Draft(shutil.copytree(CONTENT, folder / "content")), PAGE + WARNED)
    portal: Portal = build(draft.folder, "grossstadt", folder / "output", SOURCE_DATE_EPOCH=TINY_DAY)
    return portal.pages


def words(tag: Tag | None) -> str:
    return " ".join(tag.get_text(" ").split()) if tag else ""


def article(pages: Mapping[str, BeautifulSoup], slug: str) -> Tag:
    found = pages[f"/leistungen/{slug}/"].article
    assert found is not None
    return found


def test_the_page_says_first_where_it_is_done(pages: Mapping[str, BeautifulSoup]) -> None:
    page = article(pages, "versteigerung-erlaubnis")
    assert words(page.h1) == "Versteigerung Erlaubnis"
    assert words(page.select_one(".service__summary")) == (
        "Das erledigen Sie online im Portal „Wirtschaftsportal Musterland“. Dort gehört es zu „Versteigerer*in“."
    )


def test_the_action_box_says_where_it_continues_what_to_choose_and_how_old_that_is(
    pages: Mapping[str, BeautifulSoup],
) -> None:
    box = article(pages, "versteigerung-erlaubnis").select_one(".action-box__way")
    assert words(box) == (
        "Weiter im anderen Portal ↗ Weiter bei Wirtschaftsportal Musterland , betrieben von: Land Musterland."
        " Dort wählen: Versteigerung Erlaubnis Anmeldung: Mein Unternehmenskonto oder BundID"
        " Bezahlen: Kreditkarte, PayPal Stand des Links: 15.10.2026"
    )


def test_there_is_no_empty_section(pages: Mapping[str, BeautifulSoup]) -> None:
    page = article(pages, "versteigerung-erlaubnis")
    assert [words(heading) for heading in page.find_all("h2")] == [
        "So erledigen Sie es",
        "Worum es geht",
        "Was es kostet",
        "Passt dazu",
    ]
    assert words(page.select_one(".fee-list")) == (
        "Die Liste nennt keine Gebühr. Ob und wie viel es kostet, sagt Ihnen die zuständige Stelle."
    )


def test_the_foot_tells_the_day_of_the_list_not_of_a_review(pages: Mapping[str, BeautifulSoup]) -> None:
    foot = words(article(pages, "versteigerung-erlaubnis").select_one(".service__footer"))
    assert foot.startswith("Stand der Liste: 15.10.2026 . Leistungsschlüssel: 99050036005000.")
    assert "geprüft" not in foot
    assert "Zuletzt geprüft am" in words(article(pages, "hund-anmelden").select_one(".service__footer"))


def test_what_is_not_available_says_so_first_and_leads_on(pages: Mapping[str, BeautifulSoup]) -> None:
    page = article(pages, "versteigerung-anzeige")
    assert words(page.select_one(".service__summary")).startswith("Das können Sie von hier aus nicht online erledigen.")
    assert words(page.select_one(".kern-alert--warning")) == (
        "Von hier aus nicht online Laut Liste ist im Musterland keine Stelle dafür zuständig."
    )
    links = [link["href"] for link in page.select(".action-box a")]
    assert links == ["https://bund.example/leistung/99050211261000/059990004004", "tel:115"]


def test_a_warning_about_what_is_available_is_a_notice(pages: Mapping[str, BeautifulSoup]) -> None:
    assert words(article(pages, "auktion-anzeige").select_one(".kern-alert--info")) == (
        "Gut zu wissen Laut Liste ist das in der „Versteigerung Erlaubnis“ enthalten."
    )
    assert article(pages, "versteigerung-erlaubnis").select(".kern-alert") == []


@pytest.mark.parametrize("page", ["/leistungen/", "/themen/gewerbe/", "/unternehmen/", "/suche/"])
def test_lists_name_it_too(pages: Mapping[str, BeautifulSoup], page: str) -> None:
    assert pages[page].find("a", href="/leistungen/versteigerung-erlaubnis/") is not None


def test_a_written_page_is_like_written_ones_only(pages: Mapping[str, BeautifulSoup]) -> None:
    named = {link["href"] for link in article(pages, "gewerbe-anmelden").select("aside a")}
    assert named == {"/leistungen/gewerbe-ummelden/", "/themen/gewerbe/"}
