"""Who must agree to a change, and CODEOWNERS, which says the same to GitHub."""

import shutil
from pathlib import Path

import pytest

from plugins.catalog.catalog import Catalog, load
from plugins.review.codeowners import codeowners
from plugins.review.owners import consents, missing_consents, owner_of, role_of
from plugins.review.request import Request, State
from tests.conftest import CONTENT, TODAY, Draft, said
from tests.review.conftest import with_editors

DOG = "services/hund-anmelden.md"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def edited(write: Draft) -> Draft:
    """The tiny country, in which the tax office and the public order office of Großstadt and the Kreis have editors."""
    with_editors(write)
    return write


def accounts(content: Draft, path: str) -> tuple[str, ...]:
    catalog = load(content.folder, TODAY)[0]
    return owner_of(catalog, path, role_of(catalog, path)).accounts


def request(before: Path, after: Path, *changed: str, author: str | None = "azubi", approved: str = "") -> Request:
    paths = tuple(f"content/{path}" for path in changed)
    return Request(State(before), State(after), paths, author=author, approved_by=tuple(approved.split()))


def test_a_service_belongs_to_the_editors_of_its_owner(edited: Draft) -> None:
    assert accounts(edited, DOG) == ("gross-steuer",)
    assert accounts(edited, "services/hund-anmelden.en.md") == ("gross-steuer",)


def test_a_shared_service_belongs_to_the_offices_of_its_role_in_all_towns(edited: Draft) -> None:
    path = "municipalities/kleinstadt/offices/steueramt.yaml"
    edited(path, (edited.folder / path).read_text("utf-8").rstrip() + "\neditors: [klein-steuer]\n")
    assert accounts(edited, DOG) == ("gross-steuer", "klein-steuer")


def test_what_a_town_says_of_a_service_belongs_to_its_own_office(edited: Draft) -> None:
    path = "municipalities/kleinstadt/offices/steueramt.yaml"
    edited(path, (edited.folder / path).read_text("utf-8").rstrip() + "\neditors: [klein-steuer]\n")
    assert accounts(edited, "municipalities/kleinstadt/services/hund-anmelden.md") == ("klein-steuer",)


def test_an_office_without_editors_is_kept_by_its_kreis(edited: Draft) -> None:
    assert accounts(edited, "municipalities/grossstadt/offices/buergerbuero.yaml") == ("muster-redaktion",)
    assert accounts(edited, "services/personalausweis-beantragen.md") == ("muster-redaktion",)


def test_portals_laws_and_what_is_no_content_belong_to_the_editors_of_the_whole(edited: Draft) -> None:
    for path in ("portals/wirtschaftsportal.yaml", "laws/gewo.yaml", "topics/tiere.yaml", "notes.txt"):
        assert accounts(edited, path) == ("muster-redaktion",)


def test_where_nobody_is_entered_nobody_is_asked() -> None:
    assert consents(request(CONTENT, CONTENT, DOG)) == {}
    assert list(missing_consents(request(CONTENT, CONTENT, DOG))) == []


def test_a_missing_consent_is_an_error_with_those_who_can_give_it(edited: Draft) -> None:
    assert said(list(missing_consents(request(edited.folder, edited.folder, DOG)))) == [
        "content/services/hund-anmelden.md:1:1: Die Zustimmung fehlt: Steueramt Großstadt  [consent]"
        " → Bitten Sie um Freigabe durch: gross-steuer."
    ]


def test_an_owner_agrees_by_asking_or_by_approving(edited: Draft) -> None:
    asked = request(edited.folder, edited.folder, DOG, author="gross-steuer")
    approved = request(edited.folder, edited.folder, DOG, approved="fremd Gross-Steuer")
    assert [*missing_consents(asked), *missing_consents(approved)] == []


def test_a_forge_that_does_not_say_who_asks_leaves_the_consent_missing(edited: Draft) -> None:
    assert len(list(missing_consents(request(edited.folder, edited.folder, DOG, author="")))) == 1


def test_at_the_desk_nobody_is_asked_yet(edited: Draft) -> None:
    assert list(missing_consents(request(edited.folder, edited.folder, DOG, author=None))) == []


@pytest.fixture
def proposed(edited: Draft, tmp_path: Path) -> Draft:
    """A copy of it to write a request into."""
    return Draft(shutil.copytree(edited.folder, tmp_path / "proposed"))


def test_nobody_becomes_an_owner_by_the_request_itself(edited: Draft, proposed: Draft) -> None:
    path = "municipalities/grossstadt/offices/steueramt.yaml"
    proposed.change(path, "editors: [gross-steuer]", "editors: [azubi]")
    missing = missing_consents(request(edited.folder, proposed.folder, DOG, path))
    assert [one.hint for one in missing] == ["Bitten Sie um Freigabe durch: gross-steuer."]


def test_a_service_that_changes_hands_needs_both(edited: Draft, proposed: Draft) -> None:
    proposed.change(DOG, "owner: steueramt", "owner: ordnungsamt")
    both = consents(request(edited.folder, proposed.folder, DOG))
    assert [owner.accounts for owner in both] == [("gross-ordnung",), ("gross-steuer",)]


def test_a_new_service_is_for_its_own_office_to_agree(edited: Draft, proposed: Draft) -> None:
    proposed("services/katze.md", (edited.folder / DOG).read_text("utf-8"))
    assert [owner.accounts for owner in consents(request(edited.folder, proposed.folder, "services/katze.md"))] == [
        ("gross-steuer",)
    ]


def test_codeowners_has_the_whole_first_and_the_file_last(edited: Draft) -> None:
    catalog: Catalog = load(edited.folder, TODAY)[0]
    lines = codeowners(catalog, "content").splitlines()
    assert lines[:3] == [
        "# Written by `make owners` from the editors of offices and municipalities; change those.",
        "/.github/ @muster-redaktion",
        "/content/ @muster-redaktion",
    ]
    assert "/content/services/hund-anmelden.md @gross-steuer" in lines
    assert not [line for line in lines if "personalausweis" in line]


def test_without_editors_codeowners_is_empty(world: Catalog) -> None:
    assert len(codeowners(world, "content").splitlines()) == 1


def test_the_owners_on_github_are_those_of_the_content() -> None:
    written = (ROOT / ".github/CODEOWNERS").read_text("utf-8")
    assert written == codeowners(load(ROOT / "content", TODAY)[0], "content")
