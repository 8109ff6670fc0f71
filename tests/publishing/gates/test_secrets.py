"""What would let somebody in, or tells of the machine, is named by file and line and never printed."""

import pytest

from plugins.publishing.gates import secrets
from tests.portals import PROJECT
from tests.publishing.gates.conftest import Built

TOKEN = "glpat-" + "x7Qm2Lk9Rt4Wb8Nz5Vc1"
KEY = "-----BEGIN OPENSSH " + "PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA"
BLOCK = "Löschen Sie ihn an der Quelle und sperren Sie ihn dort."


def test_a_portal_without_secrets_passes(built: Built) -> None:
    assert list(secrets.check(built.sight)) == []
    assert secrets.seen(built.sight) == f"{len(built.sight.new.texts)} Dateien"


@pytest.mark.parametrize("name", ["hilfe/index.html", "api/v1/x.json", "assets/x.mjs", "llms.txt", "daten/x.csv"])
@pytest.mark.parametrize(("secret", "what"), [(TOKEN, "Token von GitLab"), (KEY, "privater Schlüssel")])
def test_a_planted_secret_is_named_with_its_line_and_not_printed(
    built: Built, name: str, secret: str, what: str
) -> None:
    found = list(secrets.check(built.having(name, f"eins\nzwei {secret}\n".encode())))
    assert found == [f"{name}:2: {what}. {BLOCK}"]
    assert secret[-12:] not in found[0]


@pytest.mark.parametrize(
    "name",
    [
        ".env",
        ".git/config",
        "x/.htpasswd",
        "a.html~",
        "a.html.bak",
        "assets/x.mjs.map",
        "x/id_rsa",
        "dump.sql",
        "k.pem",
    ],
)
def test_files_that_belong_in_no_portal_are_named(built: Built, name: str) -> None:
    assert list(secrets.check(built.having(name, b"x"))) == [f"{name} gehört nicht in ein Portal."]


def test_the_files_for_servers_may_begin_with_a_dot(built: Built) -> None:
    assert ".hosting/nginx-http.conf" in built.sight.new.digests
    assert list(secrets.check(built.having(".well-known/security.txt", b"Contact: mailto:a@b.example"))) == []


@pytest.mark.parametrize("text", [f"{PROJECT}/content", r"C:\Users\anna", "file:///srv/portal/content"])
def test_a_path_of_the_machine_is_named_with_its_line(built: Built, text: str) -> None:
    assert list(secrets.check(built.having("api/v1/x.json", f'{{\n"from": "{text}"}}'.encode()))) == [
        "api/v1/x.json:2: ein Pfad des Rechners, auf dem gebaut wurde."
    ]


def test_the_folder_in_which_was_built_is_named(built: Built) -> None:
    found = list(secrets.check(built.having("x.txt", f"{built.spoiled}/index.html".encode())))
    assert found == ["x.txt:1: ein Pfad des Rechners, auf dem gebaut wurde."]


@pytest.mark.parametrize(
    "text",
    [
        "https://www.stadt.example/home/anna/x",
        "/leistungen/home/a/b",
        "Anna/Users/a/b",
        "/home/buerger/antrag",
        f"https://www.stadt.example{PROJECT}/x",
    ],
)
def test_any_other_path_is_none(built: Built, text: str) -> None:
    assert list(secrets.check(built.having("api/v1/x.json", text.encode()))) == []


def test_a_script_that_names_the_map_of_its_source_is_named(built: Built) -> None:
    assert list(secrets.check(built.having("assets/x.mjs", b"a()\n//# sourceMappingURL=x.mjs.map"))) == [
        "assets/x.mjs: nennt eine Karte des Quelltexts (sourceMappingURL)."
    ]
