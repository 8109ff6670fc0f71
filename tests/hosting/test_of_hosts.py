"""`_headers`: hosts join the values of all rules that fit, so no two rules may say the same header in two ways."""

from collections import defaultdict

from plugins.hosting.headers import CACHING, CSP, EVERYWHERE, KEEPING
from plugins.hosting.hosted import Hosted, fits
from plugins.hosting.media_types import media_type
from plugins.hosting.of_hosts import lines
from plugins.hosting.policy import frames
from tests.portals import Portal

FILES = ("index.html", "assets/style-0a1b2c3d.css", "assets/search.json", "assets/search-0a1b2c3d/index.bin")


def rules(text: str) -> dict[str, list[tuple[str, str]]]:
    """The headers of every rule, by what it fits."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    where = ""
    for line in text.splitlines():
        if line.startswith("/"):
            where = line
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[where].append((name, value))
    return found


def joined(text: str, address: str, name: str) -> list[str]:
    """All values of a header for an address."""
    return [
        value for where, found in rules(text).items() if fits(where, address) for one, value in found if one == name
    ]


def test_no_file_gets_a_header_twice_but_media_a_second_and_stricter_policy(release: Portal) -> None:
    text = release.file("/_headers").read_text()
    names = [file.relative_to(release.folder).as_posix() for file in release.folder.rglob("*") if file.is_file()]
    for address in (f"/{name}" for name in names):
        for header in (*EVERYWHERE, KEEPING):
            found = joined(text, address, header.name)
            assert found in ([], [header.at(address)]), address
        policies = joined(text, address, CSP)
        assert policies[1:] == (["sandbox"] if address.startswith("/media/") else [])


def test_a_digest_in_the_name_is_kept_for_ever_and_the_pointer_is_not() -> None:
    text = "".join(lines(Hosted("x", "/"), FILES))
    kept = {f"/{name}": joined(text, f"/{name}", CACHING) for name in FILES}
    assert kept == {
        "/index.html": [],
        "/assets/style-0a1b2c3d.css": ["max-age=31536000, immutable"],
        "/assets/search.json": ["max-age=60"],
        "/assets/search-0a1b2c3d/index.bin": ["max-age=31536000, immutable"],
    }


def test_types_are_said_where_hosts_do_not_know_them(release: Portal) -> None:
    text = release.file("/_headers").read_text()
    for address in ("/site.webmanifest", "/daten/catalog.ttl", "/daten/115.csv", "/opensearch.xml"):
        assert joined(text, address, "Content-Type") == [media_type(address)]
    assert joined(text, "/feeds/leistungen.xml", "Content-Type") == ["application/atom+xml"]


def test_the_policy_allows_the_forms_of_all_pages_together_and_each_page_only_its_own(release: Portal) -> None:
    hosted = Hosted("x", "/", frames={"/a/": ("b.example", "a.example"), "/b/": ("b.example",)})
    [policy] = joined("".join(lines(hosted, FILES)), "/a/index.html", CSP)
    assert frames(policy) == {"https://a.example", "https://b.example"}
    assert policy.endswith("; frame-ancestors 'none'")


def test_with_the_form_of_editors_pages_say_their_policies_themselves() -> None:
    text = "".join(lines(Hosted("x", "/", form_policy="default-src 'none'"), FILES))
    assert joined(text, "/admin/index.html", CSP) == ["frame-ancestors 'none'"]


def test_a_portal_below_a_path_has_it_in_every_rule() -> None:
    text = "".join(lines(Hosted("x", "/service/"), FILES))
    assert {where.startswith("/service/") for where in rules(text)} == {True}


def test_there_are_no_more_rules_than_hosts_read(release: Portal) -> None:
    """Cloudflare reads a hundred, each line of at most 2,000 characters."""
    text = release.file("/_headers").read_text()
    assert len(rules(text)) <= 100
    assert max(map(len, text.splitlines())) <= 2000
