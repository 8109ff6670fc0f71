"""A page with a mark of another town is found, and the portal is not built."""

import pytest

from plugins.catalog.catalog import Catalog
from plugins.pages import strangers
from plugins.pages.strangers import StrangerError


def found(world: Catalog, town: str, page: str) -> str:
    with pytest.raises(StrangerError) as caught:
        strangers.check(world, world.municipalities[town], {"leistungen/hund/index.html": page.encode()})
    return str(caught.value)


@pytest.mark.parametrize("mark", ["Stadt Großstadt", "www.grossstadt.example", "info@grossstadt.example"])
def test_a_page_with_a_mark_of_another_town_is_found(world: Catalog, mark: str) -> None:
    message = (
        f"Seiten mit Angaben eines anderen Ortes: leistungen/hund/index.html: „{mark}“ gehört zu Stadt Großstadt.\n"
        "→ Ist das alles so gewollt? Dann zulassen mit: ALLOW=strangers:1 make …"
    )
    assert found(world, "kleinstadt", f"<p>Rufen Sie an: {mark}</p>") == message


def test_a_phone_number_of_an_office_is_a_mark_too(world: Catalog) -> None:
    phone = world.offices["grossstadt", "buergerbuero"].phone or ""
    assert "gehört zu Stadt Großstadt" in found(world, "kleinstadt", f"<p>{phone}</p>")


def test_a_town_may_name_its_kreis_and_a_kreis_its_towns(world: Catalog) -> None:
    strangers.check(world, world.municipalities["kleinstadt"], {"x": b"Kreis Muster, Stadt Kleinstadt"})
    strangers.check(world, world.municipalities["kreis-muster"], {"x": "Stadt Kleinstadt, Stadt Großstadt".encode()})


@pytest.mark.parametrize("allowed", ["strangers", "strangers:1", "strangers:3"])
def test_as_many_pages_as_were_seen_may_name_another_town(world: Catalog, allowed: str) -> None:
    town, pages = world.municipalities["kleinstadt"], {"a": "Stadt Großstadt".encode(), "b": b"www.grossstadt.example"}
    strangers.check(world, town, pages, ["strangers:2"])
    with pytest.raises(StrangerError, match=r"ALLOW=strangers:2 make …$"):
        strangers.check(world, town, pages, [allowed])
