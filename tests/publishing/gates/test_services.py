"""Services in, services out."""

from plugins.catalog import urls
from plugins.catalog.records import Language
from plugins.publishing.gates import services
from tests.publishing.gates.conftest import Built


def test_a_portal_with_all_its_services_passes(built: Built) -> None:
    assert list(services.check(built.sight)) == []
    assert services.seen(built.sight) == "11 Leistungen, 13 Texte"


def test_a_service_without_a_page_is_named(built: Built) -> None:
    missing = built.without(urls.file_of(urls.service("hund-anmelden")))
    assert list(services.check(missing)) == ["„Hund anmelden“ (hund-anmelden) hat keine Seite."]


def test_a_text_in_another_language_without_a_page_is_named(built: Built) -> None:
    missing = built.without(urls.file_of(urls.service("hund-anmelden", Language.ENGLISH)))
    assert list(services.check(missing)) == ["„Hund anmelden“ (hund-anmelden) hat in der Sprache „en“ keine Seite."]
