"""Every page has a title of its own with the name of the municipality in it."""

from plugins.catalog.records import Language
from plugins.pages.titles import titles
from plugins.pages.view import View

START, TOPICS, SERVICES = ("Startseite", "/"), ("Themen", "/themen/"), ("Leistungen A–Z", "/leistungen/")


def page(url: str, title: str, trail: tuple[tuple[str, str], ...] = (), language: Language = Language.GERMAN) -> View:
    return View(url, "page", title, "Ein Satz.", trail, language=language)


def test_the_name_of_the_municipality_follows_unless_it_is_there_already() -> None:
    pages = [page("/", "Serviceportal Stadt Rurheim"), page("/suche/", "Suche", (START,))]
    assert titles(pages, "Stadt Rurheim") == {"/": "Serviceportal Stadt Rurheim", "/suche/": "Suche – Stadt Rurheim"}


def test_a_topic_and_a_service_of_one_title_say_where_they_stand() -> None:
    pages = [
        page("/themen/heirat/", "Heirat", (START, TOPICS)),
        page("/leistungen/heirat/", "Heirat", (START, SERVICES)),
    ]
    assert list(titles(pages, "Stadt Rurheim").values()) == [
        "Heirat (Themen) – Stadt Rurheim",
        "Heirat (Leistungen A–Z) – Stadt Rurheim",
    ]


def test_two_pages_of_one_part_say_their_addresses() -> None:
    trail = (START, ("Stellen", "/stellen/"))
    pages = [page("/stellen/jugendamt/", "Jugendamt", trail), page("/stellen/kreisjugendamt/", "Jugendamt", trail)]
    assert list(titles(pages, "Stadt Rurheim").values()) == [
        "Jugendamt (/stellen/jugendamt/) – Stadt Rurheim",
        "Jugendamt (/stellen/kreisjugendamt/) – Stadt Rurheim",
    ]


def test_former_addresses_of_one_service_are_told_apart() -> None:
    pages = [page(f"/alt/{number}/", "Hund anmelden: neue Adresse") for number in (1, 2)]
    assert list(titles(pages, "Stadt Rurheim").values()) == [
        "Hund anmelden: neue Adresse (/alt/1/) – Stadt Rurheim",
        "Hund anmelden: neue Adresse (/alt/2/) – Stadt Rurheim",
    ]


def test_a_page_in_another_language_says_which() -> None:
    pages = [page("/themen/", "Ausweise"), page("/themen/en/", "Ausweise", language=Language.ENGLISH)]
    assert titles(pages, "Stadt Rurheim")["/themen/en/"] == "Ausweise – Stadt Rurheim (English)"
    assert titles(pages, "Stadt Rurheim")["/themen/"] == "Ausweise – Stadt Rurheim"


def test_the_error_page_may_say_the_same_as_another() -> None:
    pages = [page("/", "Rurheim gehört jetzt zu Stadt Neu"), page("/404.html", "Rurheim gehört jetzt zu Stadt Neu")]
    assert set(titles(pages, "Rurheim").values()) == {"Rurheim gehört jetzt zu Stadt Neu"}
