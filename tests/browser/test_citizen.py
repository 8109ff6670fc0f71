"""What somebody does who has never seen the portal, on a phone and at a desk."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import DESK, PHONE, Visitor

pytestmark = pytest.mark.browser

WSP = "https://service.wirtschaft.nrw/antrag/gewerbemeldung-leistungsauswahl/"


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_perso_leads_to_the_identity_card_with_one_word_and_one_click(width: int, visitor: Visitor) -> None:
    page = visitor.opens("/", width)
    page.get_by_role("combobox").fill("perso")
    page.get_by_role("option", name="Personalausweis beantragen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Personalausweis beantragen")


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_a_trade_leads_on_to_the_right_address_and_says_what_to_choose_there(width: int, visitor: Visitor) -> None:
    page = visitor.opens("/", width)
    page.get_by_role("combobox").fill("Gewerbe anmelden")
    page.get_by_role("option", name="Gewerbe anmelden", exact=True).click()
    first = page.locator(".action-box__way").first
    expect(first.get_by_role("link").first).to_have_attribute("href", WSP)
    expect(first).to_contain_text("Weiter bei Wirtschafts-Service-Portal.NRW, betrieben von:")
    expect(first).to_contain_text("Dort wählen: Wählen Sie „Gewerbe Anmeldung“.")


def test_the_way_to_act_is_seen_without_scrolling_on_a_phone(visitor: Visitor) -> None:
    page = visitor.opens("/leistungen/gewerbe-anmelden/")
    box = page.locator(".action-box__title").bounding_box()
    assert box
    assert box["y"] < 800


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("personalausweis", "Personalausweis beantragen"),
        ("pass", "Reisepass beantragen"),
        ("führerschein", "Führerschein beantragen"),
        ("fuehrerschein", "Führerschein beantragen"),
        ("FÜHRERSCHEIN", "Führerschein beantragen"),
        ("hundesteuer", "Hund anmelden"),
    ],
)
def test_the_search_page_finds_what_people_call_it(word: str, title: str, visitor: Visitor) -> None:
    page = visitor.opens("/suche/")
    page.get_by_role("searchbox").fill(word)
    expect(page.locator(".result__title").filter(has_text=title).first).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Treffer für")
    expect(page.locator("#search-static")).to_be_hidden()


def test_matched_words_are_marked(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund")
    expect(page.locator(".result__title mark").first).to_have_text(re.compile("hund", re.IGNORECASE))


def test_a_word_that_only_begins_alike_is_not_marked(visitor: Visitor) -> None:
    first = visitor.opens("/suche/?q=perso").locator(".result").first
    expect(first.locator(".result__title mark")).to_have_text("Personalausweis")
    expect(first.locator(".result__summary")).to_contain_text("persönlich")
    expect(first.locator("mark", has_text="persönlich")).to_have_count(0)


def test_a_hit_says_who_is_competent_and_what_begins_on_the_screen(visitor: Visitor) -> None:
    hit = visitor.opens("/suche/?q=gewerbe+anmelden").locator(".result").first
    expect(hit.locator(".kern-badge")).to_have_text(["Anderes Portal", "Termin"])
    expect(hit.locator(".result__provider")).to_have_text("Stadt Rurheim")


def hits_said(page: Page) -> int:
    """The number of hits that the page says it has."""
    expect(page.get_by_role("status")).to_contain_text(re.compile("^[0-9]+ .*Treffer"))
    return int(page.get_by_role("status").inner_text().split()[0])


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_filters_narrow_the_hits_to_the_number_they_promise(width: int, visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=anmelden", width)
    everything = hits_said(page)
    if width == PHONE:
        page.get_by_text("Filter", exact=True).click()
    option = page.get_by_role("radio", name=re.compile("^Unternehmen"))
    promised = int(re.sub(r"\D", "", page.locator("label").filter(has=option).inner_text()))
    option.check()
    expect(page.get_by_role("status")).to_have_text(f"{promised} von {everything} Treffern für „anmelden“")
    page.get_by_role("checkbox", name=re.compile("^Handwerkskammer")).check()
    expect(page.locator(".result")).to_have_count(1)
    expect(page).to_have_url(f"{visitor.site}/suche/?q=anmelden&fuer=unternehmen&zustaendig=Handwerkskammer")
    page.get_by_role("button", name="Filter zurücksetzen").click()
    expect(page.get_by_role("status")).to_contain_text(f"{everything} Treffer für „anmelden“")


def test_of_many_topics_only_those_among_the_hits_are_offered_most_frequent_first(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=anmelden", DESK)
    topics = page.get_by_role("group", name="Thema").get_by_role("checkbox")
    expect(topics).to_have_count(8)
    more = page.get_by_role("button", name=re.compile(r"^Alle \d+ anzeigen$"))
    total = int(more.inner_text().split()[1])
    more.click()
    expect(topics).to_have_count(total)
    labels = page.get_by_role("group", name="Thema").locator("label:visible").all_inner_texts()
    counts = [int(re.sub(r"\D", "", label)) for label in labels]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 0


def test_filters_that_leave_nothing_offer_the_way_back(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund&fuer=unternehmen&zustaendig=Bund")
    expect(page.get_by_role("heading", name="Mit diesen Filtern gibt es keine Treffer")).to_be_visible()
    page.get_by_role("button", name="Filter zurücksetzen").last.click()
    expect(page.locator(".result__title").first).to_contain_text("Hund")


def test_a_typing_error_is_answered_with_the_word_that_was_meant(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=geburtsukrunde")
    page.locator(".did-you-mean").get_by_role("link", name="Geburtsurkunde").click()
    expect(page.locator(".result__title").first).to_have_text("Geburtsurkunde beantragen")


@pytest.mark.parametrize("clipboard", [True, False], ids=["with a clipboard", "without"])
def test_the_words_can_be_taken_along_to_another_portal(clipboard: bool, visitor: Visitor) -> None:
    page = visitor.blank(permissions=["clipboard-read", "clipboard-write"])
    if not clipboard:
        page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { configurable: true })")
    page.goto(f"{visitor.site}/suche/?q=xyzqwv+abc")
    page.get_by_role("button", name="Wörter kopieren").click()
    expect(page.get_by_role("button", name="Kopiert")).to_be_visible()
    page.get_by_label("Was möchten Sie erledigen?").fill("")
    page.keyboard.press("Control+v")
    expect(page.get_by_role("searchbox")).to_have_value("xyzqwv abc")


def test_other_portals_are_reached_at_their_front_door(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=xyzqwv")
    links = page.locator(".search-help").get_by_role("link")
    expect(links).to_have_count(4)
    addresses = [link.get_attribute("href") for link in links.all()]
    assert addresses == ["https://service.wirtschaft.nrw/", "https://verwaltung.bund.de/", "/leistungen/", "tel:115"]


def test_an_unknown_word_shows_help(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=xyzqwv")
    expect(page.get_by_role("heading", name="Dazu haben wir nichts gefunden")).to_be_visible()
    expect(page.locator(".search-empty").get_by_role("link", name="115")).to_have_attribute("href", "tel:115")
    expect(page.get_by_role("status")).to_have_text("Keine Treffer für „xyzqwv“")


def test_an_address_with_a_query_can_be_shared(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund+anmelden")
    expect(page.get_by_role("searchbox")).to_have_value("hund anmelden")
    expect(page.locator(".result__title").first).to_have_text("Hund anmelden")


def test_typing_keeps_the_address_up_to_date(visitor: Visitor) -> None:
    page = visitor.opens("/suche/")
    page.get_by_role("searchbox").fill("hund")
    expect(page).to_have_url(f"{visitor.site}/suche/?q=hund")


def test_the_form_on_any_page_leads_to_the_search_page(visitor: Visitor) -> None:
    page = visitor.opens("/themen/")
    page.get_by_role("combobox").fill("hund")
    page.get_by_role("button", name="Suchen").click()
    expect(page).to_have_url(f"{visitor.site}/suche/?q=hund")
    expect(page.locator(".result__title").first).to_contain_text("Hund")


def test_back_returns_to_the_query_before(visitor: Visitor) -> None:
    page = visitor.opens("/suche/")
    for word in ("hund", "heirat"):
        page.get_by_role("searchbox").fill(word)
        page.get_by_role("button", name="Suchen").click()
        expect(page.get_by_role("status")).to_contain_text(word)
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("hund")
    expect(page.get_by_role("status")).to_contain_text("„hund“")


def test_back_from_a_service_returns_to_the_hits(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund")
    page.locator(".result__title a").first.click()
    page.wait_for_url("**/leistungen/**")
    page.go_back()
    expect(page.locator(".result__title").first).to_contain_text("Hund")


def test_emptying_the_field_brings_the_list_back(visitor: Visitor) -> None:
    page = visitor.opens("/suche/?q=hund")
    expect(page.locator("#search-static")).to_be_hidden()
    page.get_by_role("searchbox").fill("")
    expect(page.locator("#search-static")).to_be_visible()
    expect(page.locator(".result-list")).to_have_count(0)


def unreachable(page: Page) -> None:
    page.route("**/search-*/*.bin", lambda route: route.abort())


def test_without_its_index_the_search_says_so_and_keeps_the_list(visitor: Visitor) -> None:
    page = visitor.blank()
    unreachable(page)
    page.goto(f"{visitor.site}/suche/?q=hund")
    expect(page.locator(".search-failed")).to_contain_text("Die Suche ist nicht geladen")
    expect(page.locator("#search-static")).to_be_visible()
    expect(page.locator("#search-static").get_by_role("link", name="Hund anmelden").first).to_be_visible()


def test_another_try_works_when_the_index_is_back(visitor: Visitor) -> None:
    page = visitor.blank()
    unreachable(page)
    page.goto(f"{visitor.site}/suche/?q=hund")
    retry = page.get_by_role("button", name="Erneut versuchen")
    expect(retry).to_be_visible()
    page.unroute("**/search-*/*.bin")
    retry.click()
    expect(page.locator(".result__title").first).to_contain_text("Hund")


def test_a_broken_index_is_a_failure_too(visitor: Visitor) -> None:
    def broken(route: Route) -> None:
        route.fulfill(status=200, content_type="application/json", body="{")

    page = visitor.blank()
    page.route("**/search-*/*.bin", broken)
    page.goto(f"{visitor.site}/suche/?q=hund")
    expect(page.locator(".search-failed")).to_be_visible()


@pytest.mark.parametrize("text", ["hund~99999", "__proto__", "+-:*^~", "<img src=x onerror=alert(1)>", "a" * 120, "🐕"])
def test_whatever_is_typed_the_search_answers(text: str, visitor: Visitor) -> None:
    page = visitor.opens("/suche/")
    page.get_by_role("searchbox").fill(text)
    expect(page.get_by_role("status")).to_contain_text(text[:100])
    assert page.locator("main img").count() == 0
