"""The one source: what each file of a portal is sent with, and that pages say the same of themselves."""

import re

import pytest

from plugins.hosting import policy
from plugins.hosting.headers import BRIEFLY, CSP, FOR_EVER, KEEPING, headers
from plugins.hosting.hosted import Hosted
from plugins.hosting.media_types import OTHER, media_type
from tests.portals import Portal

FORMS = "https://formulare.kreis-muster.example"
OWN = Hosted("x", "/", frames={"/leistungen/hund-anmelden/": (FORMS[8:],)}, form_policy="default-src 'none'")


def value(name: str, address: str) -> str:
    return next(header.at(address) for header in headers(OWN) if header.name == name)


@pytest.mark.parametrize(
    ("address", "frames"),
    [
        ("/leistungen/hund-anmelden/", {FORMS}),
        ("/leistungen/hund-anmelden/index.html", {FORMS}),
        ("/leistungen/hund-anmelden/en/", set()),
        ("/leistungen/", set()),
    ],
)
def test_only_the_page_with_the_form_may_show_it(address: str, frames: set[str]) -> None:
    assert policy.frames(value(CSP, address)) == frames


def test_media_and_the_form_of_editors_have_policies_of_their_own() -> None:
    assert value(CSP, "/media/plan-0a1b2c3d.pdf") == "sandbox"
    assert value(CSP, "/admin/") == "default-src 'none'; frame-ancestors 'none'"
    assert value("X-Content-Type-Options", "/media/plan-0a1b2c3d.pdf") == "nosniff"
    assert value("Content-Disposition", "/media/plan-0a1b2c3d.pdf") == "attachment"


@pytest.mark.parametrize(
    ("address", "resources", "origin"),
    [
        ("/", "same-origin", ""),
        ("/assets/search.json", "same-origin", ""),
        ("/api/v1/services.json", "cross-origin", "*"),
        ("/daten/115.csv", "cross-origin", "*"),
        ("/feeds/themen/tiere.xml", "cross-origin", "*"),
    ],
)
def test_programs_of_others_may_read_open_data_and_nothing_else(address: str, resources: str, origin: str) -> None:
    found = value("Cross-Origin-Resource-Policy", address), value("Access-Control-Allow-Origin", address)
    assert found == (resources, origin)


def test_for_ever_is_kept_what_has_a_digest_in_its_name_and_nothing_else(release: Portal) -> None:
    names = [file.relative_to(release.folder).as_posix() for file in release.folder.rglob("*") if file.is_file()]
    for name in names:
        has_digest = bool(re.search(r"-[0-9a-f]{8}[./]", name))
        assert (name, KEEPING.at(f"/{name}")) == (name, FOR_EVER if has_digest else BRIEFLY)


def test_every_file_of_a_portal_has_a_type(release: Portal) -> None:
    names = [file.relative_to(release.folder).as_posix() for file in release.folder.rglob("*.*") if file.is_file()]
    shown = [name for name in names if not name.startswith(".") and not name.endswith((".br", ".gz", ".bin"))]
    assert [name for name in shown if media_type(f"/{name}") == OTHER] == []


def test_the_header_of_every_page_says_what_the_page_says_and_that_nobody_may_frame_it(release: Portal) -> None:
    framing = {address: (FORMS[8:],) for address in release.addresses if "/hund-anmelden/" in address}
    [header] = [one for one in headers(Hosted("grossstadt", "/", frames=framing)) if one.name == CSP]
    for address, page in release.pages.items():
        [said] = page.find_all("meta", {"http-equiv": CSP})
        assert (address, header.at(address)) == (address, f"{said['content']}; frame-ancestors 'none'")
