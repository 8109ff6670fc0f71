"""A way in that the ledger calls out of order gives way to the next one; the only one stays."""

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.directory import Offer, directory
from plugins.catalog.markdown import Surroundings, to_html
from tests.conftest import Draft

DEEP = "https://service.wirtschaft.example/gewerbe/anmeldung"
LEDGER = "links/service.wirtschaft.example.yaml"
TRADE = "services/gewerbe-anmelden.md"


def ledger(state: str) -> str:
    return f"links:\n- address: {DEEP}\n  state: {state}\n  since: 2026-10-30\n  checked_on: 2026-10-31\n"


def offer(write: Draft) -> Offer:
    catalog, _ = load(write.folder)
    return directory(catalog, catalog.municipalities["kleinstadt"]).by_slug["gewerbe-anmelden"]


def kinds(write: Draft) -> tuple[list[str], list[str]]:
    found = offer(write)
    return [way.kind for way in found.ways_in], [way.kind for way in found.disrupted]


@pytest.mark.parametrize("state", ["ok", "caution", "pending"])
def test_a_way_in_any_other_state_stays_first(write: Draft, state: str) -> None:
    write(LEDGER, ledger(state))
    assert kinds(write) == (["portal", "phone"], [])


@pytest.mark.parametrize("state", ["broken", "danger"])
def test_a_way_out_of_order_gives_way_to_the_next(write: Draft, state: str) -> None:
    write(LEDGER, ledger(state))
    assert kinds(write) == (["phone"], ["portal"])


def test_a_fragment_does_not_hide_a_broken_address(write: Draft) -> None:
    write.change(TRADE, f"url: {DEEP}", f"url: {DEEP}#start")
    write(LEDGER, ledger("broken"))
    assert kinds(write) == (["phone"], ["portal"])


def test_the_only_way_stays(write: Draft) -> None:
    write.change(TRADE, "  - kind: phone\n", "")
    write(LEDGER, ledger("broken"))
    assert kinds(write) == (["portal"], ["portal"])


def test_only_the_words_stay_of_a_link_out_of_order(write: Draft) -> None:
    write(LEDGER, ledger("broken"))
    around = Surroundings(resolve=lambda _: DEEP, is_out_of_order=load(write.folder)[0].out_of_order)
    text = f"[Anmeldung]({DEEP}#a), [nach Namen](wsp:99050012104000), [Portal](https://service.wirtschaft.example/)"
    assert to_html(text, around) == (
        '<p>Anmeldung, nach Namen, <a href="https://service.wirtschaft.example/">Portal</a></p>\n'
    )
