"""Phone numbers that a request changes."""

from plugins.catalog.catalog import Catalog, load
from plugins.review.numbers import NumberChange, number_changes
from tests.conftest import TODAY, Draft

OFFICE = "municipalities/grossstadt/offices/buergerbuero.yaml"
DOG = "services/hund-anmelden.md"


def changes(world: Catalog, write: Draft) -> list[NumberChange]:
    return number_changes(world, load(write.folder, TODAY)[0].with_partial())


def test_what_changes_no_number_tells_none(world: Catalog, write: Draft) -> None:
    write.change(DOG, "title: Hund anmelden", "title: Hund melden")
    assert changes(world, write) == []


def test_another_number_is_told_with_the_old_one(world: Catalog, write: Draft) -> None:
    (old,) = [line[7:] for line in (write.folder / OFFICE).read_text("utf-8").split("\n") if line.startswith("phone: ")]
    write.change(OFFICE, f"phone: {old}", "phone: 0211 5555-0")
    assert changes(world, write) == [NumberChange(OFFICE, old, "0211 5555-0")]


def test_a_number_behind_a_link_of_a_text_is_told(world: Catalog, write: Draft) -> None:
    write.change(DOG, "Das gilt auch für Welpen.", "Rufen Sie [uns](tel:+492115555) an.")
    assert changes(world, write) == [NumberChange(DOG, "", "+492115555")]
