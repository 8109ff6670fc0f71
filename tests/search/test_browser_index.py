"""The search file: what is in it, and that it is the same every time."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from search import analysis, browser_index, ranking
from search.documents import SearchDocument
from tests.search.node import ROOT

BUILD = """
import hashlib, pathlib
from search import browser_index, documents
print(hashlib.sha256(browser_index.build(documents.load(pathlib.Path("content")))).hexdigest())
"""


def digest(seed: str) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", BUILD], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_two_builds_give_the_same_bytes() -> None:
    assert digest("1") == digest("2")


def test_the_file_holds_what_a_hit_shows(search_file: Path, services: list[SearchDocument]) -> None:
    stored = json.loads(search_file.read_bytes())["documents"]
    first = services[0]
    lists = [list(values) for values in (first.ways, first.audience, first.topics)]
    assert stored[0] == [first.url, first.title, first.summary, first.provider, *lists]
    assert len(stored) == len(services)


def test_the_file_brings_the_stop_words(search_file: Path) -> None:
    assert json.loads(search_file.read_bytes())["stopwords"] == sorted(analysis.STOPWORDS)


def test_the_index_uses_our_pipeline_and_no_other(search_file: Path) -> None:
    assert json.loads(search_file.read_bytes())["index"]["pipeline"] == ["fundstelle-german"]


def test_the_index_holds_stems_as_our_analysis_makes_them(services: list[SearchDocument]) -> None:
    one = replace(
        services[0], title="Kfz-Zulassung für Bürger*innen", other_titles=(), synonyms=("§ 34c",), official_name=""
    )
    index = browser_index.load(browser_index.build([replace(one, summary="", body="")]))
    assert sorted(index.index.inverted_index) == ["34c", "burg", "kfz", "zulass"]


def test_an_index_without_documents_finds_nothing() -> None:
    empty = browser_index.build([])
    assert json.loads(empty)["documents"] == []
    assert ranking.hits(browser_index.load(empty), "hund") == []


def test_of_two_alike_the_written_one_is_worth_more(services: list[SearchDocument]) -> None:
    first = services[0]
    by_rule, written = replace(first, slug="a", is_by_rule=True), replace(first, slug="b")
    found = ranking.hits(browser_index.load(browser_index.build([by_rule, written])), first.title)
    assert [hit.position for hit in found] == [1, 0]
    assert found[0].score > 2 * found[1].score
