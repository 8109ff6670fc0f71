"""Lines are kept in blocks: a few of them are another block, all others are what they were."""

from pathlib import Path

import pytest

from plugins.catalog.kept import Kept
from search.blocks import LINES, SUFFIX, Blocks, MissingError, forget, named


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


@pytest.fixture
def blocks() -> Blocks:
    return Blocks.of([b"line %d" % number for number in range(3 * LINES + 1)])


def again(blocks: Blocks, kept: Kept) -> Blocks:
    """What a later build reads."""
    found, rest = named(blocks.put(kept) + b"\nrest\nof it", kept)
    assert rest == b"rest\nof it"
    return found


@pytest.mark.parametrize("number", [0, 1, LINES - 1, LINES, LINES + 1])
def test_lines_are_read_as_they_were_kept(number: int, kept: Kept) -> None:
    lines = [b"line %d" % number for number in range(number)]
    assert [*again(Blocks.of(lines), kept)] == lines


def test_a_line_is_found_by_its_place(blocks: Blocks, kept: Kept) -> None:
    assert [again(blocks, kept)[place] for place in (0, LINES, 3 * LINES)] == [b"line 0", b"line 40", b"line 120"]


def test_another_line_is_one_other_block(blocks: Blocks, kept: Kept) -> None:
    lines = [*blocks]
    edited = again(blocks, kept).replaced({LINES + 2: b"new"})
    assert [*edited.other(blocks)] == [LINES + 2]
    assert [one == other for one, other in zip(edited.names, blocks.names, strict=True)] == [True, False, True, True]
    assert [*again(edited, kept)] == [*lines[: LINES + 2], b"new", *lines[LINES + 3 :]]


def test_only_blocks_that_an_entry_names_stay(blocks: Blocks, kept: Kept) -> None:
    edited = again(blocks, kept).replaced({0: b"new"})
    forget(kept, [edited.put(kept)])
    assert sorted(path.stem for path in kept.folder.glob(f"*{SUFFIX}")) == sorted(edited.names)


@pytest.mark.parametrize("damage", [b"", b"line 0", b"\0" * 100])
def test_a_damaged_block_is_missing(damage: bytes, blocks: Blocks, kept: Kept) -> None:
    found = again(blocks, kept)
    (kept.folder / f"{blocks.names[1]}{SUFFIX}").write_bytes(damage)
    assert found[0] == b"line 0"
    with pytest.raises(MissingError):
        found[LINES]
