"""The demo content shows how it is done."""

import time
from statistics import median

import pytest
from markdown_it import MarkdownIt

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.places import Severity
from plugins.language import hints_of
from plugins.language.ratchet import readabilities
from tests.conftest import said
from tests.portals import PROJECT


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(PROJECT / "content")[0]


def test_there_is_no_abbreviation_number_word_or_misspelling_left(catalog: Catalog) -> None:
    hints = hints_of(catalog)
    assert said([hint for hint in hints if hint.rule in {"abbreviation", "number-word", "spelling"}]) == []
    assert {hint.severity for hint in hints} <= {Severity.HINT}


def test_finding_hints_takes_at_most_ten_times_as_long_as_parsing_the_markdown(catalog: Catalog) -> None:
    started = time.process_time()
    for file in (PROJECT / "content").rglob("*.md"):
        MarkdownIt().parse(file.read_text("utf-8"))
    parsed = time.process_time()
    hints_of(catalog)
    assert time.process_time() - parsed < 10 * (parsed - started)


def test_the_median_service_is_easy_to_read(catalog: Catalog) -> None:
    measures = readabilities(catalog).values()
    assert len(measures) >= 140
    assert median(one.lix for one in measures) <= 45
