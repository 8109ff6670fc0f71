"""The form is built only where it is wanted; its page asks the forge and nobody else."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.editing.admin import content_security_policy
from plugins.editing.forge import Forge, folder_in_repository
from tests.conftest import CONTENT
from tests.portals import PROJECT, TINY_DAY, TINY_URL, Portal, build, pelican
from tests.test_search_page import answer, served

OWN = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; "
)
LAST = "; manifest-src blob:; frame-src blob:; form-action 'none'; base-uri 'none'"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """The portal of Großstadt with the form, for a repository on a GitLab."""
    forge = "https://gitlab.opencode.example/grossstadt/serviceportal"
    folder = tmp_path_factory.mktemp("desk")
    asked: dict[str, str | int] = {"ADMIN": 1, "FORGE": forge, "FORGE_LOGIN": "abc123"}
    return build(CONTENT, "grossstadt", folder, TINY_URL, **asked, SOURCE_DATE_EPOCH=TINY_DAY, EXPORTS=1)


def test_a_portal_has_no_form_unless_it_is_asked_for(tiny: Portal) -> None:
    assert not (tiny.folder / "admin").exists()


def test_no_page_of_the_portal_changes_when_the_form_is_there(tiny: Portal, desk: Portal) -> None:
    assert {address: tiny.html(address) for address in tiny.addresses} == {
        address: desk.html(address) for address in desk.addresses if address != "/admin/"
    }


def test_many_portals_are_built_without_the_form(tmp_path: Path) -> None:
    done = pelican(CONTENT=CONTENT, OUTPUT=tmp_path, PORTALS=1, ADMIN=1, SOURCE_DATE_EPOCH=TINY_DAY)
    assert done.returncode == 0, done.stderr
    assert list(tmp_path.rglob("admin")) == []


def test_the_form_asks_its_own_server_and_the_forge(desk: Portal) -> None:
    policy = BeautifulSoup(desk.html("/admin/"), "html.parser").select_one("meta[http-equiv]")
    assert policy is not None
    servers = "connect-src 'self' data: blob: https://gitlab.opencode.example"
    assert policy["content"] == OWN + servers + LAST


def test_the_page_brings_everything_it_names(desk: Portal) -> None:
    page = BeautifulSoup(desk.html("/admin/"), "html.parser")
    assert [script["src"] for script in page.select("script")] == ["form.mjs"]
    assert (desk.folder / "admin/form.mjs").is_file()
    assert [tag["content"] for tag in page.select("meta[name=robots]")] == ["noindex"]


def test_an_editor_saves_to_a_branch_and_asks_for_a_review(desk: Portal) -> None:
    config = json.loads(desk.html("/admin/form.json"))["config"]
    assert config["publish_mode"] == "editorial_workflow"
    assert config["backend"]["name"] == "gitlab"


def test_an_editor_adds_a_picture_in_the_form_and_it_is_made_small_before_it_leaves_the_browser(desk: Portal) -> None:
    config = json.loads(desk.html("/admin/form.json"))["config"]
    assert (config["media_folder"].rpartition("/")[2], config["public_folder"]) == ("media", "/media")
    upload = config["media_libraries"]["default"]["config"]
    assert (upload["max_file_size"], upload["transformations"]["raster_image"]["format"]) == (500_000, "webp")
    [own] = [one for one in config["collections"] if one.get("name") == "office-kleinstadt"]
    assert own["media_folder"].endswith("municipalities/kleinstadt/media")
    assert own["media_folder"].startswith("/")


@pytest.mark.parametrize(
    ("address", "login", "backend"),
    [
        (
            "https://github.com/stadt/inhalte",
            "https://anmeldung.stadt.example",
            {"name": "github", "repo": "stadt/inhalte", "base_url": "https://anmeldung.stadt.example"},
        ),
        (
            "https://github.com/stadt/inhalte.git",
            "",
            {"name": "github", "repo": "stadt/inhalte", "auth_methods": ["token"]},
        ),
        (
            "https://gitlab.opencode.example/kreis/stadt/inhalte",
            "abc123",
            {
                "name": "gitlab",
                "repo": "kreis/stadt/inhalte",
                "base_url": "https://gitlab.opencode.example",
                "api_root": "https://gitlab.opencode.example/api/v4",
                "auth_type": "pkce",
                "app_id": "abc123",
            },
        ),
    ],
    ids=["github", "github with a token", "gitlab"],
)
def test_the_address_of_the_repository_says_what_forge_it_is(address: str, login: str, backend: dict[str, str]) -> None:
    made = Forge(address, login).backend()
    assert made.pop("commit_messages")["update"] == "{{collection}}: {{slug}} geändert"
    assert made == backend


def test_a_form_without_a_repository_asks_nobody() -> None:
    assert content_security_policy(Forge()) == OWN + "connect-src 'self' data: blob:" + LAST


def test_a_repository_without_https_stops_the_build(tmp_path: Path) -> None:
    done = pelican(CONTENT=CONTENT, OUTPUT=tmp_path, ADMIN=1, FORGE="http://github.com/a/b")
    assert done.returncode == 1
    assert "FORGE: „http://github.com/a/b“ ist unverschlüsselt (http://)  [forge]" in done.stderr
    assert "Beispiel: FORGE=https://gitlab.opencode.de/meine-stadt/serviceportal" in done.stderr


def test_the_content_is_found_below_the_top_of_its_repository(tmp_path: Path) -> None:
    assert folder_in_repository(PROJECT / "content") == "content/"
    assert folder_in_repository(tmp_path / "inhalte") == "inhalte/"


def test_a_rebuild_reloads_the_pages_of_the_portal_but_not_the_form(desk: Portal) -> None:
    for server in served(desk.folder):
        assert answer(server, "/").select("script[src='/__live.mjs']")
        assert not answer(server, "/admin/").select("script[src='/__live.mjs']")
