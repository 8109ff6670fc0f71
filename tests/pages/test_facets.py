"""The facets of the search page name every value that a portal has, under the names that stand in the address."""

from plugins.catalog.directory import Directory
from plugins.pages.facets import Facet, facets


def by_name(directory: Directory) -> dict[str, Facet]:
    return {facet.name: facet for facet in facets(directory)}


def test_there_are_four_facets_in_the_order_of_their_use(grossstadt: Directory) -> None:
    assert [(facet.name, facet.title) for facet in facets(grossstadt)] == [
        ("fuer", "Für wen"),
        ("nur", "Wie"),
        ("zustaendig", "Wer zuständig ist"),
        ("thema", "Thema"),
    ]


def test_only_one_audience_can_be_chosen_or_all(grossstadt: Directory) -> None:
    audience = by_name(grossstadt)["fuer"]
    assert audience.everything == "Alle"
    assert audience.options == (("buerger", "Bürgerinnen und Bürger"), ("unternehmen", "Unternehmen"))


def test_who_is_competent_goes_from_the_town_to_the_bund(grossstadt: Directory) -> None:
    names = [label for _, label in by_name(grossstadt)["zustaendig"].options]
    assert names == ["Stadt Großstadt", "Kreis Muster", "Land Nordrhein-Westfalen", "Bund", "Handwerkskammer Muster"]


def test_every_topic_of_the_portal_can_be_chosen(grossstadt: Directory) -> None:
    assert ("tiere", "Tiere") in by_name(grossstadt)["thema"].options
