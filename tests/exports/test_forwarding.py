"""The addresses of machines are kept as those of pages are."""

from pathlib import Path

import pytest

from plugins.authoring.renaming import renamed
from plugins.catalog.catalog import load
from plugins.catalog.changes import write as write_changes
from plugins.catalog.forwarding import forwardings
from plugins.catalog.presence import presence
from plugins.exports.forwarding import of_machines
from tests.conftest import TODAY, Draft
from tests.portals import TINY_DAY, pelican

DOG = "services/hund-anmelden.md"
STONE = """\
title: Pony anmelden
addresses: [/leistungen/pony-anmelden/, /alt/pony.html]
since: 2026-10-01
reason: Die Ponysteuer ist abgeschafft.
successor: /leistungen/hund-anmelden/
"""


def led(write: Draft) -> dict[str, str]:
    catalog, _ = load(write.folder, TODAY)
    every = forwardings(presence(catalog, catalog.municipalities["grossstadt"]))
    return {one.address: one.target for one in of_machines(every)}


def test_a_renamed_service_leads_machines_on_in_every_language(write: Draft) -> None:
    catalog, _ = load(write.folder, TODAY)
    write_changes(write.folder, renamed(catalog, write.folder, "hund-anmelden", "hund-melden"))
    assert led(write) == {
        "/api/v1/services/hund-anmelden.json": "/api/v1/services/hund-melden.json",
        "/leistungen/hund-anmelden/index.html.md": "/leistungen/hund-melden/index.html.md",
        "/leistungen/hund-anmelden/en/index.html.md": "/leistungen/hund-melden/en/index.html.md",
        "/leistungen/hund-anmelden/de-simple/index.html.md": "/leistungen/hund-melden/de-simple/index.html.md",
    }


def test_addresses_of_older_portals_had_no_data(write: Draft) -> None:
    write.change(DOG, "\ntitle: ", "\nformer_urls: [/alt/42/show, /leistungen/alt/42/, /leistungen/hund.html]\ntitle: ")
    assert led(write) == {}


def test_what_is_gone_is_gone_for_machines_whatever_people_may_read_instead(write: Draft) -> None:
    write("tombstones/pony-anmelden.yaml", STONE)
    assert led(write) == {
        "/api/v1/services/pony-anmelden.json": "",
        "/leistungen/pony-anmelden/index.html.md": "",
        "/leistungen/pony-anmelden/en/index.html.md": "",
        "/leistungen/pony-anmelden/de-simple/index.html.md": "",
    }


@pytest.mark.parametrize(("exports", "count"), [("1", 1), ("0", 0)])
def test_servers_get_these_rules_where_there_is_open_data(
    write: Draft, tmp_path: Path, exports: str, count: int
) -> None:
    write.change(DOG, "\ntitle: ", "\nformer_urls: [/leistungen/hund-melden/]\ntitle: ")
    done = pelican(CONTENT=write.folder, OUTPUT=tmp_path / "out", SOURCE_DATE_EPOCH=TINY_DAY, EXPORTS=exports)
    assert done.returncode == 0, done.stderr
    for name in ("_redirects", ".hosting/nginx-http.conf", ".hosting/apache.conf"):
        rules = (tmp_path / "out" / name).read_text()
        found = [rules.count(part) for part in ("api/v1/services/hund-anmelden.json", "anmelden/index.html.md")]
        assert found == [count, count]
