"""Texts that list the names of many other services are refused: they would stand before them in the search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks.named_services import _may_name, _named, _titles
from plugins.catalog.records import Service
from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
WELCOME = "Das gilt auch für Welpen."


def titles(world: Catalog) -> list[str]:
    return [service.title for service in world.services if service.slug != "hund-anmelden"]


def naming(write: Draft, text: str) -> list[str]:
    return [line for line in said(write.change(DOG, WELCOME, text)) if "[named-services]" in line]


def test_a_text_may_name_eight_others_and_itself_often(write: Draft, world: Catalog) -> None:
    assert naming(write, ", ".join(["Hund anmelden", *titles(world)[:8], *titles(world)[:8]])) == []


def test_a_text_with_nine_names_is_an_error_that_says_some(write: Draft, world: Catalog) -> None:
    first, second, third, *_ = titles(world)
    (found,) = naming(write, ", ".join(titles(world)[:9]))
    assert found == (
        f"content/{DOG}:2:1: Die Texte nennen 9 andere Leistungen beim Namen: „{first}“, „{second}“, „{third}“ …"
        "  [named-services]"
        " → Nennen Sie höchstens 8; für alles Weitere gibt es die Themen und „Verwandte Leistungen“."
    )


@pytest.mark.parametrize("between", ["\n- ", " ", " **/** ", "\n\n"])
def test_all_names_of_the_catalog_are_found_however_they_are_listed(write: Draft, world: Catalog, between: str) -> None:
    (found,) = naming(write, f"So:\n\n- {between.join(titles(world))}")
    assert f"Die Texte nennen {len(titles(world))} andere Leistungen" in found


def test_another_spelling_is_no_way_round(write: Draft, world: Catalog) -> None:
    spelled = [title.upper().replace("Ü", "UE").replace(" ", "\n*") + "*" for title in titles(world)]
    assert len(naming(write, ", ".join(spelled))) == 1


def test_letters_of_another_width_are_no_way_round(write: Draft, world: Catalog) -> None:
    wide = {code: code + 0xFEE0 for code in range(ord("A"), ord("z") + 1) if chr(code).isalpha()}
    assert len(naming(write, ", ".join(titles(world)).translate(wide))) == 1


SPELLINGS = [*"aeiousßäöüÄé²ﬀſK™", "Hund", "-", " ", "\n", "](/a/b)", "„", "ANMELDEN", "ue", "SS", "hUe", "\u0308"]


@given(st.lists(st.sampled_from(SPELLINGS), max_size=9).map("".join), st.integers(0, 9))
def test_the_first_look_passes_over_no_text_that_names_a_service(title: str, start: int) -> None:
    titles = _titles([Service.model_construct(slug="a", title=title)])
    spelled = (title, title.upper(), title.lower(), title.replace("ü", "ue"), title.replace(" ", " „"), title[start:])
    for written in spelled:
        text = f"Dann {written} und mehr"
        assert not _named("b", [text], titles) or _may_name(titles)(text, False)
