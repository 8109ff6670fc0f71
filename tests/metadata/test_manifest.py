"""What the browser and its search field are told about a town."""

import json

import pytest
from defusedxml.ElementTree import fromstring

from plugins.catalog.directory import Directory
from plugins.metadata.manifest import manifest
from plugins.metadata.opensearch import opensearch
from tests.metadata.conftest import URL

SPACE = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_the_manifest_stays_in_the_folder_of_the_portal(grossstadt: Directory) -> None:
    found = json.loads(manifest(grossstadt.municipality, "/service/", "#0b5a8a"))
    assert {found[name] for name in ("id", "start_url", "scope")} == {"/service/"}
    assert [(icon["src"], icon["purpose"]) for icon in found["icons"]] == [
        ("/service/icon-192.png", "any"),
        ("/service/icon-512.png", "any"),
        ("/service/icon-maskable-512.png", "maskable"),
    ]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Großstadt", "Großstadt"),
        ("Sankt Viktor", "Sankt Viktor"),
        ("Mühlhausen am Unteren Rurbogen", "Mühlhausen am"),
        ("Hellschen-Heringsand-Unterschaar", "Hellschen-"),
        ("Schmedeswurtherwesterdeich", "Schmedeswurtherw"),
    ],
)
def test_a_search_has_a_name_of_16_letters_at_most(name: str, short: str, grossstadt: Directory) -> None:
    town = grossstadt.municipality.model_copy(update={"short_name": name})
    assert fromstring(opensearch(town, URL)).findtext(f"{SPACE}ShortName") == short


def test_a_name_is_no_markup(grossstadt: Directory) -> None:
    town = grossstadt.municipality.model_copy(update={"name": '<b> & "x"'})
    found = fromstring(opensearch(town, URL))
    assert found.findtext(f"{SPACE}Description") == 'Dienstleistungen suchen: <b> & "x"'
    assert [url.get("template") for url in found.iter(f"{SPACE}Url")] == [
        f"{URL}/suche/?q={{searchTerms}}",
        f"{URL}/opensearch.xml",
    ]
