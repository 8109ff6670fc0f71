"""What is told of an address without knowing all pages is what all pages tell."""

from dataclasses import replace
from pathlib import Path

import pytest

from plugins.catalog import urls
from plugins.catalog.answering import surely_answers
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.forwarding import answered, with_languages
from plugins.catalog.presence import presences
from plugins.catalog.records import Tombstone
from tests.catalog.listing import with_list
from tests.conftest import CONTENT, TODAY, Draft
from tests.portals import PROJECT

DOG = "services/hund-anmelden.md"


def asked(catalog: Catalog) -> dict[str, None]:
    """Every address that some portal may have published, in every language."""
    every = [
        *(address for one in presences(catalog).values() for address in answered(one)),
        *(address for one in catalog.written for address in (urls.service(one.slug), *one.former_urls)),
        *(address for one in catalog.all(Tombstone) for address in one.addresses),
        *(urls.topic(one.slug) for one in catalog.topics),
        *(urls.office(role) for _, role in catalog.offices),
    ]
    return dict.fromkeys(spoken for address in every for spoken in with_languages(address))


def wrong_and_right(catalog: Catalog) -> tuple[set[tuple[str, str]], int]:
    """What is told to be answered and is not, with its town; and how often it is told rightly."""
    wrong, right = set(), 0
    for slug, presence in presences(catalog).items():
        published = replace(presence, registered=frozenset(asked(catalog)))
        answers = answered(published)
        said = {address for address in published.registered if surely_answers(published, address)}
        wrong |= {(slug, address) for address in said if urls.key_of(address) not in answers}
        right += len(said)
    return wrong, right


@pytest.mark.parametrize("content", [CONTENT, PROJECT / "content"], ids=["tiny country", "demo"])
def test_what_is_told_at_once_is_answered(content: Path) -> None:
    wrong, right = wrong_and_right(load(content, TODAY)[0])
    assert wrong == set()
    assert right > 100


def test_so_it_is_where_places_differ(write: Draft) -> None:
    with_list(write)
    write.change(
        DOG, "topics: [tiere, umzug]", "topics: [tiere, keines]\nformer_urls: [/alt/hunde.html, /leistungen/hunde/]"
    )
    write("municipalities/kleinstadt/services/kiosk-anmelden.md", "---\noffered: false\n---\n")
    write("municipalities/grossstadt/services/hund-anmelden.md", "---\nformer_urls: [/nur/hier.html]\n---\n")
    for town in ("grossstadt", "kleinstadt"):
        write.change(f"municipalities/{town}/municipality.yaml", "part_of: kreis-muster\n", "")
    wrong, right = wrong_and_right(load(write.folder, TODAY)[0])
    assert wrong == set()
    assert right > 30


def test_nothing_that_the_demo_has_published_needs_all_pages() -> None:
    every = presences(load(PROJECT / "content", TODAY)[0]).values()
    asked = [(presence, address) for presence in every for address in sorted(presence.registered)]
    assert len(asked) > 1000
    assert [address for presence, address in asked if not surely_answers(presence, address)] == []
