"""The demo content shows how it is done."""

import time
from statistics import median

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.places import Severity
from plugins.language import hints_of
from plugins.language.ratchet import readabilities
from tests.conftest import said
from tests.portals import PROJECT


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load(PROJECT / "content")[0]


def test_there_is_no_abbreviation_number_word_or_misspelling_left_within_five_seconds(catalog: Catalog) -> None:
    started = time.process_time()
    hints = hints_of(catalog)
    assert time.process_time() - started < 5
    assert said([hint for hint in hints if hint.rule in {"abbreviation", "number-word", "spelling"}]) == []
    assert {hint.severity for hint in hints} <= {Severity.HINT}


def test_the_median_service_is_easy_to_read(catalog: Catalog) -> None:
    measures = readabilities(catalog).values()
    assert len(measures) >= 140
    assert median(one.lix for one in measures) <= 45
