"""The search file: what is in it, how big it is, and that it is the same every time."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from search import analysis, browser_index, ranking, rows
from search.documents import SearchDocument
from search.packing import inflated
from tests.search.node import ROOT

BUILD = """
import hashlib, pathlib
from search import browser_index, documents
files = browser_index.build(documents.load(pathlib.Path("content")))
print([(name, hashlib.sha256(data).hexdigest()) for name, data in files.items()])
"""


def digest(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", BUILD], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture(scope="module")
def stored(files: dict[str, bytes]) -> list[bytes]:
    return inflated(files[browser_index.INDEX])


def test_an_index_says_how_many_documents_it_has(files: dict[str, bytes], stored: list[bytes]) -> None:
    assert browser_index.count(files[browser_index.INDEX]) == json.loads(stored[0])["documents"] > 100


def test_two_builds_give_the_same_bytes() -> None:
    assert digest("1") == digest("2")


def test_the_file_holds_what_a_hit_shows(stored: list[bytes], services: list[SearchDocument]) -> None:
    shown = rows.unpack(stored[-1])
    assert [row["title"] for row in shown] == [service.title for service in services]
    assert [row["ways"] for row in shown] == [list(service.ways) for service in services]


def test_the_file_brings_the_stop_words(stored: list[bytes]) -> None:
    assert json.loads(stored[0])["stopwords"] == sorted(analysis.STOPWORDS)


def test_the_search_of_the_demo_is_small(services: list[SearchDocument]) -> None:
    files = browser_index.build(services)
    first, *better = browser_index.opened(files)
    assert len(files[first]) <= 360 * len(services)
    assert sum(len(files[name]) for name in better) <= 360 * len(services)


def test_the_index_holds_stems_as_our_analysis_makes_them(services: list[SearchDocument]) -> None:
    one = replace(
        services[0], title="Kfz-Zulassung für Bürger*innen", other_titles=(), synonyms=("§ 34c",), official_name=""
    )
    index = browser_index.load(browser_index.build([replace(one, summary="", body="")]))
    assert index.lexicon.terms == ["34c", "burg", "kfz", "zulass"]


def test_an_index_without_documents_finds_nothing() -> None:
    empty = browser_index.load(browser_index.build([]))
    assert empty.documents == 0
    assert ranking.hits(empty, "hund") == []
