"""A link with a short form names a portal that exists and a service that it has."""

import pytest

from tests.catalog.listing import BUND, LANDING, PORTAL, with_list
from tests.conftest import Draft, said

HELP = "pages/hilfe.md"
TRADE = "services/gewerbe-anmelden.md"
OWN = "/leistungen/hund-anmelden/"
DEEP = "https://service.wirtschaft.example/gewerbe/anmeldung"


@pytest.mark.parametrize("target", ["wirtschaft:99050036005000", "wirtschaft:", "bund:99050036005000", "bund:"])
def test_a_named_target_that_leads_somewhere_passes(write: Draft, target: str) -> None:
    assert said(with_list(write).change(HELP, OWN, target)) == []


def test_the_deep_link_of_a_way_may_be_one(write: Draft) -> None:
    assert said(with_list(write).change(TRADE, DEEP, "bund:99050012104000")) == []


@pytest.mark.parametrize("target", ["javascript:99999999999999", "javascript:", "wsp:99050036005000"])
def test_a_short_form_that_no_portal_has_is_an_error(write: Draft, target: str) -> None:
    scheme = target.partition(":")[0]
    assert said(with_list(write).change(HELP, OWN, target)) == [
        f"content/{HELP}:7:1: Die Kurzform „{scheme}:“ gibt es nicht  [named-target] → Möglich sind: bund, wirtschaft."
    ]


def test_where_no_portal_has_a_short_form_the_remedy_is_to_give_it_one(write: Draft) -> None:
    assert said(write.change(TRADE, DEEP, "wsp:99050036005000")) == [
        f"content/{TRADE}:29:10: Die Kurzform „wsp:“ gibt es nicht  [named-target]"
        " → Tragen Sie sie beim Portal als scheme: ein."
    ]


def test_a_key_that_the_portal_does_not_have_is_an_error(write: Draft) -> None:
    assert said(with_list(write).change(HELP, OWN, "wirtschaft:99000000000000")) == [
        f"content/{HELP}:7:1: „wirtschaft:99000000000000“ steht nicht in der Liste des Portals  [named-target]"
        " → Prüfen Sie den Leistungsschlüssel."
    ]


def test_two_portals_cannot_share_a_short_form(write: Draft) -> None:
    assert said(with_list(write).change(PORTAL, "scheme: wirtschaft", "scheme: bund")) == [
        f"content/{PORTAL}:7:9: Die Kurzform „bund“ hat schon Bundesportal  [named-target] → Wählen Sie eine andere."
    ]


@pytest.mark.parametrize("scheme", ["mailto", "https", "WSP", "w", "wsp-nrw"])
def test_a_short_form_is_made_of_small_letters_and_is_no_scheme_of_the_web(write: Draft, scheme: str) -> None:
    assert said(with_list(write).change(PORTAL, "scheme: wirtschaft", f"scheme: {scheme}")) == [
        f"content/{PORTAL}:7:9: Kurzform: „{scheme}“ ist keine Kurzform  [value] → Nur Kleinbuchstaben: wsp"
    ]


def test_a_named_target_stands_in_texts_and_ways_only(write: Draft) -> None:
    law = "laws/bauo-muster.yaml"
    assert said(with_list(write).change(law, "title:", "url: bund:99050036005000\ntitle:")) == [
        f"content/{law}:2:6: „bund:99050036005000“ ist keine Web-Adresse mit https://  [link-form]"
        " → Beispiel: https://www.meine-stadt.example/formular"
    ]


@pytest.mark.parametrize("path", [BUND, LANDING])
def test_what_may_stand_in_a_broken_file_is_not_reported(write: Draft, path: str) -> None:
    with_list(write).change(HELP, OWN, "wirtschaft:99000000000000")
    (found,) = write(path, "title: [")
    assert found.place.path == path
