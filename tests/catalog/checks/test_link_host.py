"""Links lead only to registered servers: other portals, the own servers, the laws."""

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.checks.link_host import allowed_hosts
from plugins.catalog.directory import directory
from tests.catalog.listing import BUND, with_list
from tests.conftest import TODAY, Draft, said

HELP = "pages/hilfe.md"
TRADE = "services/gewerbe-anmelden.md"
OWN = "/leistungen/hund-anmelden/"
DEEP = "https://service.wirtschaft.example/gewerbe/anmeldung"
REGISTER = "Tragen Sie den Server in content/portals/ oder als hosts: beim Ort ein."


def test_the_allowed_hosts_are_those_of_portals_municipalities_and_laws(world: Catalog) -> None:
    assert allowed_hosts(world) == {
        "formulare.kreis-muster.example",
        "recht.musterland.example",
        "service.grossstadt.example",
        "service.kleinstadt.example",
        "service.kreis-muster.example",
        "service.wirtschaft.example",
        "termine.grossstadt.example",
        "termine.kreis-muster.example",
        "www.gesetze-im-internet.de",
        "www.grossstadt.example",
        "www.kleinstadt.example",
        "www.kreis-muster.example",
        "www.register.example",
        "www.steuerportal.example",
        "www.wirtschaft.example",
    }


@pytest.mark.parametrize(
    "host", ["www.steuerportal.example", "www.gesetze-im-internet.de", "service.kleinstadt.example"]
)
def test_a_link_to_a_registered_server_passes(write: Draft, host: str) -> None:
    assert write.change(HELP, OWN, f"https://{host}/x") == []


@pytest.mark.parametrize(
    ("host", "remedy"),
    [
        ("www.evil-corp.test", REGISTER),
        ("www.steuerportal.exampla", "Meinten Sie „www.steuerportal.example“?"),
        ("www.steuer-portal.exampel", REGISTER),
        ("evilservice.wirtschaft.example", REGISTER),
        ("service.wirtschaft.example.evil.test", "Meinten Sie „service.wirtschaft.example“?"),
    ],
)
def test_a_link_to_any_other_server_is_an_error(write: Draft, host: str, remedy: str) -> None:
    assert said(write.change(HELP, OWN, f"https://{host}/")) == [
        f"content/{HELP}:7:1: Der Server „{host}“ ist nicht eingetragen  [link-host] → {remedy}"
    ]


def test_a_form_server_must_be_registered_too(write: Draft) -> None:
    form = "forms/fahrzeug-zulassen.yaml"
    assert said(write.change(form, "formulare.kreis-muster.example", "formulare.anbieter.test")) == [
        f"content/{form}:2:6: Der Server „formulare.anbieter.test“ ist nicht eingetragen  [link-host] → {REGISTER}"
    ]


def test_a_deep_link_to_any_server_of_its_portal_passes(write: Draft) -> None:
    assert write.change(TRADE, DEEP, "https://www.wirtschaft.example/tief") == []


def test_a_deep_link_that_leaves_its_portal_is_an_error(write: Draft) -> None:
    assert said(write.change(TRADE, DEEP, "https://www.steuerportal.example/tief")) == [
        f"content/{TRADE}:29:10: Der Link führt nicht zu Wirtschaftsportal Musterland  [link-host]"
        " → Server dieses Portals: service.wirtschaft.example, www.wirtschaft.example."
    ]


def test_the_address_of_a_law_registers_its_server(write: Draft) -> None:
    assert write.change("laws/bauo-muster.yaml", "title:", "url: https://recht.bau.test/bauo/\ntitle:") == []
    assert write.change(HELP, OWN, "https://recht.bau.test/") == []


PORTAL = "portals/wirtschaftsportal.yaml"
TOWN = "municipalities/grossstadt/municipality.yaml"


@pytest.mark.parametrize("path", [PORTAL, TOWN, "municipalities/kreis-muster/municipality.yaml"])
@pytest.mark.parametrize("rest", ["\nx: [", "\nx: 1", None])
def test_a_server_that_may_stand_in_a_broken_file_is_not_reported(write: Draft, path: str, rest: str | None) -> None:
    text = (write.folder / path).read_text(encoding="utf-8")
    (found,) = write(path, "title: [" if rest is None else text + rest)
    assert found.place.path == path


def test_hosts_that_cannot_be_read_are_still_known(write: Draft) -> None:
    (found,) = said(write.change(PORTAL, "hosts: [www.wirtschaft.example]", "hosts: [[www.wirtschaft.example]]"))
    assert found == (
        f"content/{PORTAL}:4:9: Eintrag 1: hier gehört ein Text hin  [value]"
        " → Schreiben Sie nur einen Wert, keine Liste."
    )


def test_a_foreign_server_is_reported_although_another_file_is_broken(write: Draft) -> None:
    write(PORTAL, (write.folder / PORTAL).read_text(encoding="utf-8") + "\nx: [")
    assert said(write.change(HELP, OWN, "https://www.evil.test/"))[0] == (
        f"content/{HELP}:7:1: Der Server „www.evil.test“ ist nicht eingetragen  [link-host] → {REGISTER}"
    )


def test_a_portal_that_moves_shows_every_page_that_must_follow(write: Draft) -> None:
    with_list(write).change(HELP, OWN, "https://service.wirtschaft.example/hilfe")
    old = "service.wirtschaft.example"
    moved = write.change(PORTAL, f"url: https://{old}/", "url: https://neu.wirtschaft.example/")
    assert sorted(line.partition("  [")[0] for line in said(moved)) == [
        f"content/{HELP}:7:1: Der Server „{old}“ ist nicht eingetragen",
        f"content/{TRADE}:29:10: Der Link führt nicht zu Wirtschaftsportal Musterland",
        f"content/{TRADE}:29:10: Der Server „{old}“ ist nicht eingetragen",
    ]


def test_what_is_chosen_on_a_portal_moves_with_it(write: Draft) -> None:
    with_list(write).change(PORTAL, "url: https://service.wirtschaft.example/", "url: https://neu.wirtschaft.example/")
    catalog, _ = load(write.folder, TODAY)
    offers = directory(catalog, catalog.municipalities["grossstadt"]).by_slug
    assert offers["versteigerung-erlaubnis"].ways_in[0].url == "https://neu.wirtschaft.example/antrag/versteigerung/"


@pytest.mark.parametrize("address", ["https://www.steuerportal.example/{leika}", "//evil.test/{leika}", "/\\evil.test"])
def test_the_path_of_a_service_leads_to_no_other_server(write: Draft, address: str) -> None:
    assert said(with_list(write).change(BUND, "/leistung/{leika}/{ars}", address)) == [
        f"content/{BUND}:5:12: Pfad einer Leistung: „{address}“ ist kein Pfad auf einem Portal  [value]"
        " → Nur was nach dem Server kommt: /antrag/gewerbe/"
    ]
