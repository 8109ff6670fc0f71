"""Every statement holds for ordinary inputs, for what fuzzing has found once, and for inputs made of both."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzzing import targets
from tests.fuzzing.measured import measured
from tests.fuzzing.targets import CASES, Target

NAMES = targets.names()
CASE_FILES = sorted(CASES.glob("*/*"))


def mutated(target: Target) -> st.SearchStrategy[bytes]:
    """Words of the target's language and any text, alone or in the middle of an ordinary input."""
    seeds = sorted(target.seeds(), key=len)[:40]
    words = st.sampled_from(target.tokens)
    pieces = st.lists(words | st.text(max_size=12).map(str.encode) | st.binary(max_size=4), max_size=8).map(b"".join)
    cuts = st.tuples(st.integers(0, 1000), st.integers(0, 40))
    return pieces | st.builds(_spliced, st.sampled_from(seeds), cuts, pieces)


def _spliced(seed: bytes, cut: tuple[int, int], piece: bytes) -> bytes:
    start = cut[0] * len(seed) // 1000
    return seed[:start] + piece + seed[start + cut[1] :]


@pytest.mark.parametrize("name", NAMES)
def test_ordinary_inputs_keep_the_statement(name: str) -> None:
    target = targets.target(name)
    seeds = list(target.seeds())
    assert seeds
    for data in seeds[:: len(seeds) // 100 + 1]:
        target.check(data)


@pytest.mark.parametrize("file", CASE_FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_what_was_found_once_stays_mended(file: Path) -> None:
    measured(targets.target(file.parent.name))(file.read_bytes())


@pytest.mark.parametrize("name", NAMES)
def test_inputs_made_of_words_and_noise_keep_the_statement(name: str) -> None:
    target = targets.target(name)

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(mutated(target))
    def holds(data: bytes) -> None:
        target.check(data)

    holds()


def test_every_case_belongs_to_a_target() -> None:
    assert {file.parent.name for file in CASE_FILES} <= set(NAMES)
