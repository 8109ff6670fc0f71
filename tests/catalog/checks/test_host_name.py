"""A server stands there with its exact name."""

import pytest

from tests.conftest import Draft, said

PORTAL = "portals/wirtschaftsportal.yaml"
TOWN = "municipalities/grossstadt/municipality.yaml"
REMEDY = "[host-name] → Zum Beispiel: www.bauportal.nrw"


def test_a_plain_host_name_passes(write: Draft) -> None:
    assert write.change(PORTAL, "www.wirtschaft.example]", "a-1.b.example]") == []


@pytest.mark.parametrize(
    "host",
    ["https://www.wirtschaft.example", "www.wirtschaft.example/", "*.wirtschaft.example", "WWW.wirtschaft.example"],
)
def test_a_host_of_a_portal_that_is_more_than_a_name_is_an_error(write: Draft, host: str) -> None:
    assert said(write.change(PORTAL, "www.wirtschaft.example]", f'"{host}"]')) == [
        f"content/{PORTAL}:4:8: „{host}“ ist kein Servername  {REMEDY}"
    ]


def test_a_host_with_parameters_is_checked_too(write: Draft) -> None:
    found = write.change(TOWN, "hosts: [termine.grossstadt.example]", 'query_hosts: ["*.grossstadt.example"]')
    assert f"content/{TOWN}:8:14: „*.grossstadt.example“ ist kein Servername  {REMEDY}" in said(found)


@pytest.mark.parametrize("host", ["example", "localhost", "10.0.0.1", "termine.grossstadt.example."])
def test_a_host_of_a_town_is_checked_too(write: Draft, host: str) -> None:
    found = write.change(TOWN, "hosts: [termine.grossstadt.example]", f"hosts: [termine.grossstadt.example, {host}]")
    assert said(found) == [f"content/{TOWN}:8:8: „{host}“ ist kein Servername  {REMEDY}"]
