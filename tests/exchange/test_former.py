"""Which old address of an imported service a content file can take."""

import pytest

from plugins.exchange.former import former_url


@pytest.mark.parametrize("path", ["/hund/", "/buergerservice/hund.html"])
def test_an_address_that_leads_on_stays_as_it_is(path: str) -> None:
    assert former_url(path) == path


@pytest.mark.parametrize("path", ["", "/", "/hund,12.html", "//evil.example/", "/hund an/", "/../hund/", "hund/"])
def test_a_start_page_and_what_is_no_plain_path_is_none(path: str) -> None:
    assert former_url(path) is None
