"""A portal that is suddenly many times its size is held back."""

from plugins.publishing.counting import size_in_words
from plugins.publishing.gates import growth
from tests.publishing.gates.conftest import Built

MEGABYTE = 1024 * 1024


def test_a_first_release_and_an_equal_one_pass(built: Built) -> None:
    assert list(growth.check(built.sight)) == []
    assert list(growth.check(built.online(built.sight))) == []
    size = size_in_words(built.sight.new.size)
    assert growth.seen(built.sight) == f"{len(built.sight.new.digests)} Dateien, {size}"
    assert growth.seen(built.online(built.sight)).endswith(f", {size}, vorher {size}")


def test_a_portal_of_more_than_twice_the_size_is_held_back_with_its_largest_file(built: Built) -> None:
    size = built.sight.new.size
    (found,) = growth.check(built.online(built.having("api/v1/services.json", b" " * (size + 11 * MEGABYTE))))
    assert found.startswith(f"Vorher {size_in_words(size)}, jetzt ")
    assert "Am größten sind: api/v1/services.json, " in found


def test_some_megabytes_more_pass(built: Built) -> None:
    assert list(growth.check(built.online(built.having("daten/x.csv", b" " * 9 * MEGABYTE)))) == []
