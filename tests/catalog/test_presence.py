"""What a portal answers, told without resolving it, is what it shows."""

from pathlib import Path

import pytest

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import Directory, directory
from plugins.catalog.presence import presence, presences
from tests.catalog.listing import with_list
from tests.conftest import CONTENT, TODAY, Draft
from tests.portals import PROJECT


def shown(found: Directory) -> set[str]:
    """The addresses of content in a resolved portal."""
    return {
        *(offer.url for offer in found.offers),
        *(urls.service(offer.slug, text.language) for offer in found.offers for text in offer.translations),
        *(urls.topic(topic.slug) for topic in found.topics),
        *(urls.office(office.slug) for office in found.offices),
        *(urls.page(page.slug) for page in found.pages),
    }


def differences(catalog: Catalog) -> dict[str, set[str]]:
    every = presences(catalog)
    return {
        slug: found
        for slug, town in catalog.current.items()
        if (found := shown(directory(catalog, town)) ^ every[slug].pages)
    }


@pytest.mark.parametrize("content", [CONTENT, PROJECT / "content"], ids=["tiny country", "demo"])
def test_every_portal_answers_what_it_shows(content: Path) -> None:
    assert differences(load(content, TODAY)[0]) == {}


def test_so_does_one_with_lists_and_a_kreis_without_towns(write: Draft) -> None:
    with_list(write)
    for town in ("grossstadt", "kleinstadt"):
        file = f"municipalities/{town}/municipality.yaml"
        write.change(file, "part_of: kreis-muster\n", "")
    catalog, _ = load(write.folder, TODAY)
    assert differences(catalog) == {}
    kreis = presence(catalog, catalog.municipalities["kreis-muster"])
    assert "/leistungen/hund-anmelden/" not in kreis.pages
