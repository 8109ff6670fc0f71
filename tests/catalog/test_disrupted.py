"""A way in that the ledger calls out of order gives way to the start of its portal, or to the next way."""

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.directory import Offer, directory
from plugins.catalog.markdown import Surroundings, to_html
from tests.catalog.listing import with_list
from tests.conftest import Draft

DEEP = "https://service.wirtschaft.example/gewerbe/anmeldung"
START = "https://service.wirtschaft.example/"
LEDGER = "links/service.wirtschaft.example.yaml"
TRADE = "services/gewerbe-anmelden.md"


def ledger(**states: str) -> str:
    """The ledger of the portal: the state of the deep link, and of the start page."""
    entry = "- address: {}\n  state: {}\n  since: 2026-10-30\n  checked_on: 2026-10-31\n"
    addresses = {"deep": DEEP, "start": START}
    return "links:\n" + "".join(entry.format(addresses[name], state) for name, state in states.items())


def offer(write: Draft) -> Offer:
    catalog, _ = load(write.folder)
    return directory(catalog, catalog.municipalities["kleinstadt"]).by_slug["gewerbe-anmelden"]


def kinds(write: Draft) -> tuple[list[str], list[str]]:
    found = offer(write)
    return [way.kind for way in found.ways_in], [way.kind for way in found.disrupted]


@pytest.mark.parametrize("state", ["ok", "caution", "pending"])
def test_a_way_in_any_other_state_stays_first(write: Draft, state: str) -> None:
    write(LEDGER, ledger(deep=state))
    assert kinds(write) == (["portal", "phone"], [])


def test_a_broken_deep_link_falls_back_to_the_start_of_its_portal(write: Draft) -> None:
    write(LEDGER, ledger(deep="broken"))
    way = offer(write).ways_in[0]
    assert (way.url, way.checked_on, way.out_of_order and way.out_of_order.address) == (START, None, DEEP)
    assert offer(write).disrupted == ()


@pytest.mark.parametrize("states", [{"deep": "danger"}, {"deep": "broken", "start": "broken"}])
def test_a_way_out_of_order_gives_way_to_the_next(write: Draft, states: dict[str, str]) -> None:
    write(LEDGER, ledger(**states))
    assert kinds(write) == (["phone"], ["portal"])


@pytest.mark.parametrize("state", ["broken", "danger"])
def test_the_ledger_is_the_reason_why_it_does_not_lead_on(write: Draft, state: str) -> None:
    write(LEDGER, ledger(deep=state, start=state))
    assert [way.missing for way in offer(write).closed] == [state]


def test_a_fragment_does_not_hide_a_broken_address(write: Draft) -> None:
    write.change(TRADE, f"url: {DEEP}", f"url: {DEEP}#start")
    write(LEDGER, ledger(deep="danger"))
    assert kinds(write) == (["phone"], ["portal"])


def test_in_place_of_the_only_way_follows_what_is_left_by_rule(write: Draft) -> None:
    write.change(TRADE, "  - kind: phone\n", "")
    write(LEDGER, ledger(deep="danger"))
    assert [(way.kind, way.is_by_rule) for way in offer(write).ways_in] == [("phone", True)]


def test_a_portal_by_rule_that_is_out_of_order_is_left_out_without_a_word(write: Draft) -> None:
    with_list(write)(LEDGER, ledger(deep="danger"))
    bund = "https://bund.example/leistung/99050012104000/059990008008"
    write("links/bund.example.yaml", ledger(deep="danger").replace(DEEP, bund))
    assert [(way.is_by_rule, way.missing) for way in offer(write).closed] == [(False, "danger"), (True, "danger")]
    assert [way.is_by_rule for way in offer(write).disrupted] == [False]


def test_only_the_words_stay_of_a_link_out_of_order(write: Draft) -> None:
    write(LEDGER, ledger(deep="broken"))
    around = Surroundings(resolve=lambda _: DEEP, is_out_of_order=load(write.folder)[0].out_of_order)
    text = f"[Anmeldung]({DEEP}#a), [nach Namen](wsp:99050012104000), [Portal](https://service.wirtschaft.example/)"
    assert to_html(text, around) == (
        '<p>Anmeldung, nach Namen, <a href="https://service.wirtschaft.example/">Portal</a></p>\n'
    )
