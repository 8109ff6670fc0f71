"""Services in, services out."""

from plugins.catalog import urls
from plugins.publishing.gates import services
from tests.publishing.gates.conftest import Built


def test_a_portal_with_all_its_services_passes(built: Built) -> None:
    assert list(services.check(built.sight)) == []
    assert services.seen(built.sight) == f"{len(built.sight.directory.offers)} Leistungen"


def test_a_service_without_a_page_is_named(built: Built) -> None:
    missing = built.without(urls.file_of(urls.service("hund-anmelden")))
    assert list(services.check(missing)) == ["„Hund anmelden“ (hund-anmelden) hat keine Seite."]
