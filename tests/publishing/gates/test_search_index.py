"""A search that finds less than the portal has is held back."""

import json
from dataclasses import replace

import pytest

from plugins.publishing.gates import Sight, search_index
from plugins.publishing.tree import Tree
from search import browser_index
from search.documents import documents
from tests.publishing.gates.conftest import Built

POINTER = "assets/search.json"


def index_of(built: Built) -> str:
    return f"assets/{json.loads(built.sight.new.read(POINTER))['index']}index.bin"


def with_services(built: Built, count: int) -> Sight:
    fewer = documents(built.sight.directory)[:count]
    return built.having(index_of(built), browser_index.build(fewer)["index.bin"])


def test_a_whole_index_passes(built: Built) -> None:
    assert list(search_index.check(built.online(built.sight))) == []
    assert search_index.seen(built.sight) == "11 Leistungen im Index, 1 Datei"


def test_a_missing_pointer_is_found(built: Built) -> None:
    assert list(search_index.check(built.without(POINTER))) == [
        "assets/search.json fehlt oder nennt keine Dateien: Die Suche findet nichts."
    ]


@pytest.mark.parametrize("pointer", [b"", b"{}", b"[]", b'{"index": "search-1/", "files": []}', b"\xff"])
def test_a_pointer_that_leads_nowhere_is_found(built: Built, pointer: bytes) -> None:
    found = list(search_index.check(built.having(POINTER, pointer)))
    assert found == ["assets/search.json fehlt oder nennt keine Dateien: Die Suche findet nichts."]


def test_a_missing_index_is_found(built: Built) -> None:
    assert list(search_index.check(built.without(index_of(built)))) == [
        f"{index_of(built)} fehlt oder ist leer; assets/search.json führt dorthin.",
        f"{index_of(built)} ist kein Index, den die Suche lesen kann.",
    ]


def test_an_empty_file_and_one_with_other_bytes_are_found(built: Built) -> None:
    assert list(search_index.check(built.having(index_of(built), b"PK"))) == [
        f"{index_of(built)} ist kein Index, den die Suche lesen kann."
    ]


def test_an_index_with_fewer_services_than_the_portal_is_found(built: Built) -> None:
    assert list(search_index.check(with_services(built, 10))) == ["Im Index stehen 10 Leistungen, im Portal 11."]


def test_an_empty_index_is_found(built: Built) -> None:
    assert list(search_index.check(with_services(built, 0))) == ["Im Index stehen 0 Leistungen, im Portal 11."]


def test_an_index_that_has_shrunken_with_the_portal_is_found(built: Built) -> None:
    fewer = with_services(built, 9)
    town = replace(fewer.directory, offers=fewer.directory.offers[:9])
    assert list(search_index.check(built.online(replace(fewer, directory=town)))) == [
        "Der Index ist geschrumpft: vorher 11 Leistungen, jetzt 9."
    ]


def test_an_old_index_that_nobody_can_read_any_more_does_not_matter(built: Built) -> None:
    old = Tree(built.sight.new.folder.parent, {})
    assert list(search_index.check(replace(built.sight, old=old))) == []


def test_a_town_that_is_part_of_another_one_now_needs_no_search(former: Sight) -> None:
    assert list(search_index.check(former)) == []
