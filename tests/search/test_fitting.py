"""What fits to a service after an edit is what comparing all with all finds; and little is compared for it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from plugins.catalog.kept import Kept
from search import company, vectors
from search.company import Company
from search.documents import SearchDocument
from search.fitting import Fitting, fitting_from
from tests.search.test_likeness import service

SYLLABLES = ("hund", "steuer", "amt", "marke", "reise", "pass", "bau", "antrag", "haus", "wohn", "geld", "kind", "er")


PEOPLE: Sequence[tuple[str, ...]] = (("citizens",), ("businesses",), ("citizens", "businesses"))


def a_word(dice: random.Random) -> str:
    """Words of which many are made of others, and some stems are said once."""
    return "".join(dice.choices(SYLLABLES, k=dice.choice((1, 1, 2, 2, 3))))


def some_words(dice: random.Random) -> str:
    return " ".join(a_word(dice) for _ in range(dice.randrange(7)))


def a_country(dice: random.Random, number: int) -> list[SearchDocument]:
    """Services in made-up words, every fifth by rule."""
    made = (
        service(
            f"s{place}",
            some_words(dice),
            some_words(dice),
            summary=some_words(dice),
            topics=tuple(dice.sample("abcdefgh", k=dice.randrange(3))),
        )
        for place in range(number)
    )
    return [replace(one, audience=dice.choice(PEOPLE), is_by_rule=place % 5 == 4) for place, one in enumerate(made)]


def an_edit(dice: random.Random) -> dict[str, Any]:
    """Other words, other people or other topics."""
    people, topics = dice.choice(PEOPLE), tuple(dice.sample("abcdefgh", k=dice.randrange(3)))
    edits = ({"summary": some_words(dice)}, {"title": some_words(dice)}, {"audience": people}, {"topics": topics})
    return dict(dice.choice(edits))


def kept_and_read(fitting: Fitting, folder: Path) -> Fitting:
    kept = Kept(folder)
    return fitting_from(fitting.kept(kept), kept)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("common", [vectors.COMMON, 6])
@pytest.mark.parametrize("many", [company.MANY, 0])
def test_edit_after_edit_fits_what_fits_after_a_look_at_all(
    seed: int, common: int, many: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "COMMON", common)
    monkeypatch.setattr(company, "COMMON", common)
    monkeypatch.setattr(company, "MANY", many)
    dice = random.Random(seed)  # noqa: S311 - the same in every run
    every = a_country(dice, dice.randint(2, 60))
    fitting = Fitting.of(every)
    related = fitting.related()
    for _ in range(8):
        written = [place for place, one in enumerate(every) if not one.is_by_rule]
        places = dice.sample(written, k=dice.randint(1, min(3, len(written))))
        for place in places:
            every[place] = replace(every[place], **an_edit(dice))
        fitting = kept_and_read(fitting, tmp_path)
        fitting, related = fitting.edited([every[place] for place in places], related)
        assert related == Fitting.of(every).related()


@pytest.mark.parametrize("seed", range(6))
def test_so_it_is_in_the_demo(seed: int, services: list[SearchDocument], tmp_path: Path) -> None:
    dice, every = random.Random(seed), [*services]  # noqa: S311 - the same in every run
    fitting = kept_and_read(Fitting.of(every), tmp_path)
    related = fitting.related()
    assert related == Fitting.of(every).related()
    for _ in range(3):
        place = dice.choice([place for place, one in enumerate(every) if not one.is_by_rule])
        said = [*every[place].summary.split(), *dice.choice(every).summary.split()[:6]]
        every[place] = replace(every[place], summary=" ".join(dice.sample(said, k=dice.randint(1, len(said)))))
        fitting, related = fitting.edited([every[place]], related)
        assert related == Fitting.of(every).related()


def test_a_word_of_few_asks_only_for_those_that_say_it(
    services: list[SearchDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    fitting = Fitting.of(services)
    related = fitting.related()
    asked: list[int] = []
    best = Company._best

    def counted(self: Company, place: int, likenesses: Mapping[int, float]) -> tuple[int, ...]:
        asked.append(place)
        return best(self, place, likenesses)

    monkeypatch.setattr(Company, "_best", counted)
    dog = next(one for one in services if one.slug == "hund-anmelden")
    fitting.edited([replace(dog, summary=f"{dog.summary} Dackel")], related)
    assert 0 < len(asked) < len(services) / 10


def test_an_edit_keeps_the_lines_of_what_it_moved(services: list[SearchDocument], tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    fitting = fitting_from(Fitting.of(services).kept(kept), kept)
    before = {path.name for path in tmp_path.iterdir()}
    edited, _ = fitting.edited([replace(services[0], summary=services[0].summary + " Dackel")], fitting.related())
    edited.kept(kept)
    assert 0 < len({path.name for path in tmp_path.iterdir()} - before) < len(before) / 2
