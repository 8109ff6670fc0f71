"""When what is to be reviewed, in the order of the days."""

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import directory
from plugins.status.reviews import Agenda, agendas
from tests.conftest import TODAY, Draft


def plan(catalog: Catalog, department: str) -> Agenda:
    """The agenda of a department of Großstadt, or of all."""
    found = agendas(catalog, directory(catalog, catalog.municipalities["grossstadt"]))
    (agenda,) = [one for one in found if one.department == department]
    return agenda


def test_the_earliest_review_comes_first_then_the_title_decides(world: Catalog) -> None:
    assert [(f"{one.due:%d.%m.%Y}", one.service) for one in plan(world, "ordnungsamt").reviews] == [
        ("10.10.2027", "gewerbe-anmelden"),
        ("10.10.2027", "gewerbe-ummelden"),
        ("15.10.2027", "kiosk-anmelden"),
        ("15.10.2027", "gruenschnitt-abgeben"),
    ]


def test_the_agenda_of_all_holds_every_written_service(world: Catalog) -> None:
    agenda = plan(world, "")
    assert len(agenda.reviews) == 11
    assert agenda.folder == "wiedervorlage/"


def test_a_review_names_its_public_page_and_the_file_to_change(world: Catalog) -> None:
    (dog,) = plan(world, "steueramt").reviews
    assert dog.url == "https://service.grossstadt.example/leistungen/hund-anmelden/"
    assert dog.file == "services/hund-anmelden.md"


def test_the_dates_of_a_town_count_in_its_portal_with_its_own_file(write: Draft) -> None:
    own = "municipalities/grossstadt/services/hund-anmelden.md"
    write(own, "---\nreviewed_on: 2026-09-01\nreview_by: 2026-12-24\n---\n")
    (dog,) = plan(load(write.folder, TODAY)[0], "steueramt").reviews
    assert (str(dog.due), dog.file) == ("2026-12-24", own)
