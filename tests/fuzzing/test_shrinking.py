"""A find is made as small as it gets before anybody looks at it."""

import pytest

from tests.fuzzing.shrinking import failure, same_failure, shrunk


def check(data: bytes) -> None:
    """Refuses what holds a `<` somewhere before a `>`; anything with a `!` is another mistake."""
    if b"!" in data:
        raise LookupError
    if b"<" in data and b">" in data[data.index(b"<") :]:
        raise ValueError


@pytest.mark.parametrize(
    ("found", "smallest"),
    [(b"<>", b"<>"), (b"aaaa<bbbb>cccc", b"<>"), (b"<" * 1000 + b"x" * 1000 + b">" * 1000, b"<>"), (b"ab!<>", b"!")],
)
def test_everything_that_does_not_matter_goes(found: bytes, smallest: bytes) -> None:
    assert shrunk(found, same_failure(check, found)) == smallest


def test_a_smaller_input_that_fails_otherwise_is_another_find() -> None:
    same = same_failure(check, b"<>")
    assert same(b"<<>")
    assert not same(b"<>!")
    assert not same(b"harmless")


def test_what_is_true_has_no_failure() -> None:
    assert failure(check, b"harmless") is None
