"""How an index is cut changes what is fetched, never what is found."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from search import analysis, browser_index, layout, ranking
from search.documents import SearchDocument
from search.evaluation import judgments
from search.layout import Layout
from search.query import is_read_whole
from search.ranking import Searchable
from tests.search.conftest import written
from tests.search.node import ask, needs_node


class Asked(Mapping[str, bytes]):
    """Files that remember which of them were read."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.names: list[str] = []

    def __getitem__(self, name: str) -> bytes:
        self.names.append(name)
        return self.files[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)


@pytest.fixture(scope="module")
def queries(services: list[SearchDocument]) -> list[str]:
    words = sorted({word for one in services for word in analysis.words(f"{one.title} {one.summary}")})
    pairs = [f"{one} {other[:-1]}" for one, other in zip(words[::3], words[1::3], strict=False)]
    return [judgment.query for half in judgments.HALVES for judgment in judgments.read(half)] + pairs


def test_the_size_of_a_directory_decides_what_stands_apart() -> None:
    assert Layout.of(94) == Layout()
    assert Layout.of(500) == Layout(names_first=True)
    assert Layout.of(10_000) == Layout(apart=("url", "title", "summary"), chunk=16, sharded=True, words=10)


def test_the_names_alone_weigh_what_they_weigh_in_the_index(
    services: list[SearchDocument], index: Searchable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "WHOLE_UP_TO", 10)
    files = browser_index.build(services)
    assert browser_index.opened(files) == ["names.bin", "index.bin"]
    names = browser_index.load({"index.bin": files["names.bin"]})
    for term in names.lexicon.terms:
        whole, part = (set(one.postings(term).weights(len(services))) for one in (index, names))
        assert part == {place for place in whole if place[0] not in {"summary", "body"}}


def test_the_names_of_written_services_are_little_of_what_is_written(
    services: list[SearchDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "WHOLE_UP_TO", 10)
    files = browser_index.build([one for one in services if not one.is_by_rule])
    assert len(files["names.bin"]) < 0.6 * len(files["index.bin"])


def test_what_a_service_is_called_is_found_by_the_names_alone(
    services: list[SearchDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "WHOLE_UP_TO", 10)
    names = browser_index.load({"index.bin": browser_index.build(services)["names.bin"]})
    for service in services:
        if is_read_whole(service.title):
            found = [services[hit.position] for hit in ranking.hits(names, service.title)]
            assert service in found[: 3 if service.is_by_rule else 1]


def test_a_query_reads_only_the_files_of_its_terms(sharded: dict[str, bytes]) -> None:
    files = Asked(sharded)
    ranking.hits(browser_index.load(files), "reisepass")
    assert files.names[0] == "index.bin"
    assert 2 <= len(files.names) <= 4 < sum(name.startswith("postings") for name in sharded)


def test_a_cut_index_finds_the_same(index: Searchable, sharded: dict[str, bytes], queries: list[str]) -> None:
    cut = browser_index.load(sharded)
    for query in queries:
        assert ranking.hits(cut, query) == ranking.hits(index, query)


@needs_node
@pytest.mark.tools
def test_the_browser_finds_the_same_in_a_cut_index(
    sharded: dict[str, bytes], index: Searchable, queries: list[str], tmp_path: Path
) -> None:
    answers = ask("hits", folder=str(written(sharded, tmp_path)), queries=queries)
    assert answers == [
        [{"position": hit.position, "score": hit.score} for hit in ranking.hits(index, one)] for one in queries
    ]


@needs_node
@pytest.mark.tools
@pytest.mark.parametrize("cut", ["files", "sharded"])
def test_the_browser_shows_what_the_documents_say(
    cut: str, services: list[SearchDocument], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    folder = written(request.getfixturevalue(cut), tmp_path)
    shown = ask("rows", folder=str(folder), positions=list(range(len(services))))
    lists = ("ways", "audience", "topics")
    for service, row in zip(services, shown, strict=True):
        expected = {name: getattr(service, name) for name in ("url", "title", "summary", "provider")}
        assert row == expected | {name: list(getattr(service, name)) for name in lists}
