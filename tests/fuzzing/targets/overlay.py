"""A town's own file replaces whole fields of the shared service in this town, and nothing anywhere else."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, directory
from plugins.catalog.records import Local, Service
from tests.fuzzing.placed import DEMO, small_files, well_said, world, world_with
from tests.fuzzing.targets import reading, words

TOWN, KREIS, SERVICE = "kleinstadt", "kreis-muster", "hund-anmelden"
PATH = f"municipalities/{TOWN}/services/{SERVICE}.md"
TOKENS = (
    *reading.TOKENS,
    *words("offered:␣false\n offered:␣true\n based_on:␣00000000\n ---\nowner:␣steueramt\n---\n"),
)


def check(data: bytes) -> None:
    catalog, problems = world_with(PATH, data)
    well_said(problems, PATH, data)
    if problems:
        return
    found, shared = _seen(catalog), _shared()
    assert found["grossstadt"] == shared["grossstadt"]
    assert _texts(found[KREIS]) == _texts(shared[KREIS]), "a Kreis says which towns offer it, in nobody's words"
    assert _others(found[TOWN]) == _others(shared[TOWN])
    _replaced_as_a_whole(catalog, found[TOWN])
    assert _seen(_in_another_order(catalog)) == found


def _in_another_order(catalog: Catalog) -> Catalog:
    local = [record for record in catalog.records if isinstance(record, Local)]
    return replace(catalog, records=(*reversed(local), *(one for one in catalog.records if one not in local)))


def _texts(portal: Directory) -> list[Service]:
    return [offer.service for offer in portal.offers]


def _replaced_as_a_whole(catalog: Catalog, town: Directory) -> None:
    local = catalog.local[TOWN, SERVICE]
    offer = town.by_slug.get(SERVICE)
    if offer is None:
        return
    assert local.offered
    shared = next(one for one in catalog.services if one.slug == SERVICE)
    for field in Service.model_fields:
        source = local if field in local.replaced else shared
        assert getattr(offer.service, field) == getattr(source, field), field


def _others(town: Directory) -> list[object]:
    return [offer for offer in town.offers if offer.slug != SERVICE]


def _seen(catalog: Catalog) -> dict[str, Directory]:
    return {name: directory(catalog, one) for name, one in sorted(catalog.municipalities.items())}


@cache
def _shared() -> dict[str, Directory]:
    return _seen(world())


def seeds() -> Iterator[bytes]:
    yield b"---\nowner: steueramt\n---\n\n## Unterlagen\n\n- Steuernummer\n"
    yield b"---\noffered: false\n---\n"
    for _, data in small_files(DEMO, "municipalities/*/services/*.md"):
        yield data
