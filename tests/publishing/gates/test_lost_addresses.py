"""What people have bookmarked still leads somewhere."""

from dataclasses import replace
from pathlib import Path

from plugins.catalog.catalog import load
from plugins.catalog.directory import directory
from plugins.publishing.gates import Sight, lost_addresses
from tests.conftest import TODAY, Draft
from tests.publishing.gates.conftest import Built

REMEDY = "make rename-service führt sie weiter, tombstones/ hebt sie auf."
REGISTER = "municipalities: [grossstadt]\naddresses:\n- /buerger/service.php?id=42\n- /leistungen/hund-anmelden/\n"


def registered(built: Built, write: Draft, text: str) -> Sight:
    """The same portal, with a register of what was published once."""
    (write.folder / "addresses").mkdir()
    Path(write.folder, "addresses/shared.yaml").write_text(text, encoding="utf-8")
    catalog, _ = load(write.folder, TODAY)
    town = directory(catalog, catalog.municipalities["grossstadt"])
    return replace(built.sight, catalog=catalog, directory=town)


def test_a_portal_with_all_its_addresses_passes(built: Built) -> None:
    assert list(lost_addresses.check(built.online(built.sight))) == []
    pages = sum(1 for _ in built.sight.new.named(".html"))
    assert lost_addresses.seen(built.online(built.sight)) == f"{pages} frühere Adressen"


def test_a_page_that_is_online_and_not_built_again_is_named(built: Built) -> None:
    missing = built.online(built.without("leistungen/hund-anmelden/en/index.html", "hilfe/index.html"))
    assert list(lost_addresses.check(missing)) == [
        f"/hilfe/ war veröffentlicht und führt ins Leere. {REMEDY}",
        f"/leistungen/hund-anmelden/en/ war veröffentlicht und führt ins Leere. {REMEDY}",
    ]


def test_a_page_in_place_of_the_old_one_is_an_answer_whatever_its_case(built: Built) -> None:
    page = built.sight.new.read("hilfe/index.html")
    old = replace(built.sight.new, digests={"Hilfe/index.html": ""})
    assert list(lost_addresses.check(replace(built.having("hilfe/index.html", page), old=old))) == []


def test_a_registered_address_that_no_page_and_no_rule_answers_is_named(built: Built, write: Draft) -> None:
    assert list(lost_addresses.check(registered(built, write, REGISTER))) == [
        f"/buerger/service.php?id=42 war veröffentlicht und führt ins Leere. {REMEDY}"
    ]


def test_a_registered_address_with_a_rule_for_servers_passes(built: Built, write: Draft) -> None:
    (write.folder / "tombstones").mkdir()
    stone = "addresses: ['/buerger/service.php?id=42']\ntitle: Alte Seite\nsince: 2026-01-01\nreason: Weggefallen.\n"
    Path(write.folder, "tombstones/alt.yaml").write_text(stone, encoding="utf-8")
    assert list(lost_addresses.check(registered(built, write, REGISTER))) == []


def test_the_page_of_a_former_town_stands_at_every_address(former: Sight) -> None:
    assert list(lost_addresses.check(former)) == []
