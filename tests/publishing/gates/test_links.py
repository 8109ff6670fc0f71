"""Every address in a portal leads somewhere, and elsewhere only to servers that somebody has registered."""

from dataclasses import replace

import pytest

from plugins.publishing.gates import Sight, links
from plugins.publishing.gates.links import check
from tests.portals import TINY_URL
from tests.publishing.gates.conftest import Built

MAIN = '<main id="inhalt" tabindex="-1">'


def faults(built: Built, html: str) -> list[str]:
    """What is found when this stands on the page for help."""
    return list(check(built.changed("hilfe/index.html", MAIN, MAIN + html)))


def test_a_portal_whose_links_lead_somewhere_passes(built: Built) -> None:
    assert list(check(built.sight)) == []
    count = sum(len(page.references) for page in built.sight.new.pages.values())
    assert links.seen(built.sight) == f"{count:,} Verweise auf {len(built.sight.new.pages)} Seiten".replace(",", ".")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="/leistungen/katze-anmelden/">Katze</a>',
        '<img src="/leistungen/katze-anmelden/" alt="">',
        '<img srcset="/leistungen/katze-anmelden/ 2x" alt="">',
        '<form action="/leistungen/katze-anmelden/"></form>',
        '<button formaction="/leistungen/katze-anmelden/"></button>',
        '<link rel="alternate" hreflang="fr" href="/leistungen/katze-anmelden/">',
        '<link rel="canonical" href="/leistungen/katze-anmelden/">',
        '<meta http-equiv="refresh" content="0; url=/leistungen/katze-anmelden/">',
    ],
)
def test_an_address_of_ours_without_a_file_is_named_with_its_page(built: Built, html: str) -> None:
    assert faults(built, html) == ["„/leistungen/katze-anmelden/“ führt ins Leere; so steht es auf /hilfe/."]


@pytest.mark.parametrize("written", ["../../etc/", "katze/", "/themen", "/themen/index.htm", "/%2e%2e/x/"])
def test_an_address_is_read_as_a_browser_does(built: Built, written: str) -> None:
    found = faults(built, f'<a href="{written}">x</a><a href="?a=1&b=//x">x</a><a href="../themen/">x</a>')
    assert found == [f"„{written}“ führt ins Leere; so steht es auf /hilfe/."]


def test_an_anchor_that_is_not_there_is_named(built: Built) -> None:
    assert faults(built, '<a href="#oben">x</a><a href="/themen/#unten">x</a><a href="#inhalt">x</a>') == [
        "„#oben“ nennt eine Stelle, die es dort nicht gibt; so steht es auf /hilfe/.",
        "„/themen/#unten“ nennt eine Stelle, die es dort nicht gibt; so steht es auf /hilfe/.",
    ]


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://www.katze.example/", "führt auf einen Server, der nicht eingetragen ist (www.katze.example)"),
        (
            "https://www.grossstadt.example.evil.example/",
            "führt auf einen Server, der nicht eingetragen ist (www.grossstadt.example.evil.example)",
        ),
        ("http://www.grossstadt.example/", "ist keine Adresse mit https://"),
        ("https://www.grossstadt.example@evil.example/", "ist keine Adresse mit https://"),
        ("https://www.grossstadt.example:8443/", "ist keine Adresse mit https://"),
        ("javascript:alert(1)", "ist keine Adresse mit https://"),
        ("data:text/html,x", "ist keine Adresse mit https://"),
        ("https://[", "ist keine Adresse mit https://"),
        ("mailto:a@b.example?bcc=c@d.example", "ist keine Adresse mit https://"),
    ],
)
def test_what_leads_to_a_stranger_or_to_no_server_is_named(built: Built, address: str, fault: str) -> None:
    assert faults(built, f'<a href="{address}">x</a>') == [f"„{address}“ {fault}; so steht es auf /hilfe/."]


@pytest.mark.parametrize(
    "address",
    [
        "https://www.grossstadt.example/a?b=c",
        "mailto:info@grossstadt.example?subject=Hund%20anmelden",
        "tel:+4929992000",
    ],
)
def test_registered_servers_mail_and_phone_pass(built: Built, address: str) -> None:
    assert faults(built, f'<a href="{address}">x</a>') == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("feeds/x.xml", f'<link href="{TINY_URL}/weg/"/>'),
        ("api/v1/x.json", f'{{"url": "{TINY_URL}/weg/"}}'),
        ("daten/x.ttl", f"<{TINY_URL}/weg/> a schema:Service ."),
        ("llms.txt", f"- [Weg]({TINY_URL}/weg/): fort"),
        ("sitemaps/2.xml", f"<loc>{TINY_URL}/weg/</loc>"),
    ],
)
def test_a_file_for_machines_that_leads_nowhere_is_named(built: Built, name: str, text: str) -> None:
    assert list(check(built.having(name, text.encode()))) == [
        f"„{TINY_URL}/weg/“ führt ins Leere; so steht es in {name}."
    ]


def test_a_rule_that_leads_nowhere_is_named(built: Built) -> None:
    rules = b"/hund /leistungen/hund-anmelden/ 301\n/katze /leistungen/katze-anmelden/ 301\n"
    assert list(check(built.having("_redirects", rules))) == [
        "„/katze /leistungen/katze-anmelden/ 301“ leitet ins Leere weiter; so steht es in _redirects."
    ]


def test_the_sentence_around_an_address_and_a_template_are_no_part_of_it(built: Built) -> None:
    text = f"Siehe {TINY_URL}/themen/. Und {TINY_URL}/api/v1/services/{{slug}}.json, {TINY_URL}/suche/?q=hund"
    assert list(check(built.having("x.txt", text.encode()))) == []


def test_a_portal_in_a_folder_of_its_server_is_read_from_there(built: Built) -> None:
    page = b'<title>x</title><a href="/service/themen/">x</a><a href="/themen/">x</a><a href="hilfe/">x</a>'
    spoiled = built.having("index.html", page)
    only = replace(spoiled.new, digests=dict.fromkeys(("index.html", "themen/index.html", "hilfe/index.html"), ""))
    for name in ("themen/index.html", "hilfe/index.html"):
        (only.folder / name).write_bytes(b"<h1>x</h1>")
    moved = replace(spoiled, url="https://www.grossstadt.example/service", new=only)
    assert list(check(moved)) == ["„/themen/“ führt ins Leere; so steht es auf /."]


def test_a_former_town_leads_to_its_successor(former: Sight) -> None:
    assert list(check(former)) == []
