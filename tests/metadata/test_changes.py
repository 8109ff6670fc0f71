"""A page is as new as the newest file it is made of."""

from plugins.catalog.catalog import load
from plugins.catalog.directory import Directory, directory
from plugins.metadata.changes import last_changes
from tests.catalog import listing
from tests.conftest import TODAY, Draft
from tests.metadata.conftest import told

HUND = "services/hund-anmelden.md"
STEUERAMT = "municipalities/grossstadt/offices/steueramt.yaml"


def days(portal: Directory, **changed: str) -> dict[str, str]:
    """The day of each page; the days of files by path."""
    history = told({path: (day, "") for path, day in changed.items()})
    return {address: f"{commit.at:%m-%d}" for address, commit in last_changes(portal, history).items()}


def test_a_service_is_as_new_as_its_file_or_its_offices(grossstadt: Directory) -> None:
    address = "/leistungen/hund-anmelden/"
    assert days(grossstadt, **{HUND: "2026-03-01"})[address] == "03-01"
    assert days(grossstadt, **{HUND: "2026-03-01", STEUERAMT: "2026-04-01"})[address] == "04-01"


def test_a_translation_makes_only_its_own_page_new(grossstadt: Directory) -> None:
    found = days(grossstadt, **{HUND: "2026-03-01", "services/hund-anmelden.en.md": "2026-05-01"})
    pages = {language: found[f"/leistungen/hund-anmelden/{language}"] for language in ("", "en/", "de-simple/")}
    assert pages == {"": "03-01", "en/": "05-01", "de-simple/": "03-01"}


def test_what_a_town_says_itself_makes_its_own_page_new(write: Draft) -> None:
    own = "municipalities/kleinstadt/services/hund-anmelden.md"
    write(own, "---\nfees:\n  - note: 12 Euro\n---\n")
    catalog, _ = load(write.folder, TODAY)
    changed = {HUND: "2026-03-01", own: "2026-06-01"}
    found = {
        town: days(directory(catalog, catalog.municipalities[town]), **changed) for town in ("kleinstadt", "grossstadt")
    }
    assert {town: pages["/leistungen/hund-anmelden/"] for town, pages in found.items()} == {
        "kleinstadt": "06-01",
        "grossstadt": "03-01",
    }


def test_a_page_by_rule_is_as_new_as_the_list_that_names_it(write: Draft) -> None:
    listing.with_list(write)
    catalog, _ = load(write.folder, TODAY)
    portal = directory(catalog, catalog.municipalities["kleinstadt"])
    assert portal.by_slug["versteigerung-erlaubnis"].files == {listing.LANDING}
    assert days(portal, **{listing.LANDING: "2026-07-01"})["/leistungen/versteigerung-erlaubnis/"] == "07-01"


def test_a_list_is_as_new_as_the_newest_it_lists_in_every_language(grossstadt: Directory) -> None:
    found = days(grossstadt, **{HUND: "2026-03-01", "services/gewerbe-anmelden.md": "2026-05-01"})
    lists = ("/", "/en/", "/leistungen/", "/suche/de-simple/", "/themen/tiere/", "/stellen/steueramt/", "/unternehmen/")
    assert {address: found[address] for address in lists} == {
        "/": "05-01",
        "/en/": "05-01",
        "/leistungen/": "05-01",
        "/suche/de-simple/": "05-01",
        "/themen/tiere/": "03-01",
        "/stellen/steueramt/": "03-01",
        "/unternehmen/": "05-01",
    }
    assert "/themen/fahrzeuge/" not in found


def test_topics_offices_forms_and_texts_count_themselves(grossstadt: Directory) -> None:
    changed = {
        "topics/tiere.yaml": "2026-02-01",
        STEUERAMT: "2026-02-02",
        "forms/hund-anmelden.yaml": "2026-02-03",
        "pages/impressum.md": "2026-02-04",
        "municipalities/grossstadt/municipality.yaml": "2026-02-05",
    }
    found = days(grossstadt, **changed)
    pages = ("/themen/", "/themen/tiere/", "/stellen/", "/stellen/steueramt/", "/formulare/", "/impressum/", "/")
    assert [found[address] for address in pages] == ["02-01", "02-01", "02-02", "02-02", "02-03", "02-04", "02-05"]


def test_nothing_is_dated_where_git_knows_nothing(grossstadt: Directory) -> None:
    assert days(grossstadt) == {}
