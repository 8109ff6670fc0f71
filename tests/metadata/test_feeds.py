"""Feeds of changes: valid Atom, the newest first, ids that stay, subjects that harm nobody."""

import re
from datetime import datetime
from xml.etree import ElementTree as Xml

import pytest
from defusedxml.ElementTree import fromstring

from plugins.catalog.catalog import load
from plugins.catalog.directory import Directory, directory
from plugins.catalog.history import Commit, History
from plugins.metadata.feeds import Feed, as_atom, feeds, said
from tests.catalog import listing
from tests.conftest import TODAY, Draft
from tests.metadata.conftest import URL, told

HUND, KIOSK = "services/hund-anmelden.md", "services/kiosk-anmelden.md"
ATOM = "{http://www.w3.org/2005/Atom}"
OFFICE = "/feeds/stellen/ordnungsamt.xml"
HISTORY = told({HUND: ("2026-03-01", "Gebühr gestrichen"), KIOSK: ("2026-05-01", "Neu: Kiosk")})


def feed(portal: Directory, history: History, address: str = "/feeds/aenderungen.xml") -> Feed:
    return next(one for one in feeds(portal, history) if one.address == address)


def xml(portal: Directory, history: History, address: str = "/feeds/aenderungen.xml") -> Xml.Element:
    found: Xml.Element = fromstring(as_atom(feed(portal, history, address), URL, portal.municipality.name))
    return found


def changed(one: Feed) -> list[tuple[str, str]]:
    return [(offer.slug, commit.subject) for offer, commit in one.changes]


def complaints(root: Xml.Element) -> list[str]:
    """What RFC 4287 asks of a feed and this one does not have."""
    found = []
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            texts = [child.text or "" for child in element.findall(f"{ATOM}{name}")]
            if len(texts) != 1 or not texts[0].strip():
                found.append(f"{element.tag.removeprefix(ATOM)}: {name}")
        if not re.fullmatch(
            r"\d{4}(-\d\d){2}T\d\d(:\d\d){2}(Z|[+-]\d\d:\d\d)", element.findtext(f"{ATOM}updated") or ""
        ):
            found.append(f"{element.tag.removeprefix(ATOM)}: updated is no moment")
        if not [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate" and link.get("href")]:
            found.append(f"{element.tag.removeprefix(ATOM)}: no link")
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    found += [f"id twice: {one}" for one in sorted({str(one) for one in ids if ids.count(one) > 1})]
    if not root.findtext(f"{ATOM}author/{ATOM}name"):
        found.append("feed: author")
    return found


def test_a_feed_has_what_the_standard_asks_for(grossstadt: Directory) -> None:
    root = xml(grossstadt, HISTORY)
    assert complaints(root) == []
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{URL}/feeds/aenderungen.xml", "alternate": f"{URL}/"}


@pytest.mark.parametrize("name", ["id", "title", "updated", "author"])
def test_a_missing_part_would_be_found(name: str, grossstadt: Directory) -> None:
    root = xml(grossstadt, HISTORY)
    root.remove(next(root.iter(f"{ATOM}{name}")))
    assert complaints(root)[0].startswith(f"feed: {name}")


def test_the_newest_change_comes_first_and_services_of_one_day_from_a_to_z(grossstadt: Directory) -> None:
    together = told(dict.fromkeys((KIOSK, HUND, "services/gewerbe-anmelden.md"), ("2026-05-01", "Alles neu")))
    assert changed(feed(grossstadt, HISTORY)) == [
        ("kiosk-anmelden", "Neu: Kiosk"),
        ("hund-anmelden", "Gebühr gestrichen"),
    ]
    assert [slug for slug, _ in changed(feed(grossstadt, together))] == [
        "kiosk-anmelden",
        "gewerbe-anmelden",
        "hund-anmelden",
    ]


def test_a_topic_and_an_office_have_feeds_of_their_own(grossstadt: Directory) -> None:
    found = {one.address: (one.page, [slug for slug, _ in changed(one)]) for one in feeds(grossstadt, HISTORY)}
    assert found == {
        "/feeds/aenderungen.xml": ("/", ["kiosk-anmelden", "hund-anmelden"]),
        "/feeds/themen/gewerbe.xml": ("/themen/gewerbe/", ["kiosk-anmelden"]),
        "/feeds/themen/tiere.xml": ("/themen/tiere/", ["hund-anmelden"]),
        "/feeds/themen/umzug.xml": ("/themen/umzug/", ["hund-anmelden"]),
        "/feeds/stellen/ordnungsamt.xml": ("/stellen/ordnungsamt/", ["kiosk-anmelden", "hund-anmelden"]),
        "/feeds/stellen/steueramt.xml": ("/stellen/steueramt/", ["hund-anmelden"]),
    }


def test_a_department_has_the_texts_it_keeps_among_its_changes(write: Draft) -> None:
    write.change(HUND, "owner: steueramt", "owner: buergerbuero")
    catalog, _ = load(write.folder, TODAY)
    portal = directory(catalog, catalog.municipalities["grossstadt"])
    assert changed(feed(portal, HISTORY, "/feeds/stellen/buergerbuero.xml")) == [("hund-anmelden", "Gebühr gestrichen")]


def test_a_change_moves_the_date_and_keeps_the_id(grossstadt: Directory) -> None:
    later = told({HUND: ("2026-06-01", "Gebühr wieder da")})
    before, after = (xml(grossstadt, history).findall(f"{ATOM}entry")[-1] for history in (HISTORY, later))
    assert before.findtext(f"{ATOM}id") == after.findtext(f"{ATOM}id") == f"{URL}/leistungen/hund-anmelden/"
    assert (before.findtext(f"{ATOM}updated"), after.findtext(f"{ATOM}updated")) == (
        "2026-03-01T10:00:00+01:00",
        "2026-06-01T10:00:00+01:00",
    )


def test_a_renamed_service_keeps_its_id_and_links_to_its_new_address(write: Draft) -> None:
    write.change(HUND, "related:", "former_urls: [/leistungen/hund-melden/]\nrelated:")
    catalog, _ = load(write.folder, TODAY)
    entry = xml(directory(catalog, catalog.municipalities["grossstadt"]), HISTORY).findall(f"{ATOM}entry")[-1]
    link = entry.find(f"{ATOM}link")
    assert entry.findtext(f"{ATOM}id") == f"{URL}/leistungen/hund-melden/"
    assert link is not None
    assert link.get("href") == f"{URL}/leistungen/hund-anmelden/"


def test_an_entry_tells_the_public_what_the_service_is_and_an_office_why_it_changed(grossstadt: Directory) -> None:
    kiosk = "Ein \"Kiosk\" & ein 'Büdchen' sind {{ 7*7 }} Mal dasselbe."
    assert xml(grossstadt, HISTORY).findtext(f"{ATOM}entry/{ATOM}summary") == kiosk
    of_office = xml(grossstadt, HISTORY, OFFICE)
    assert of_office.findtext(f"{ATOM}entry/{ATOM}summary") == f"Neu: Kiosk – {kiosk}"


@pytest.mark.parametrize(
    ("subject", "line"),
    [
        ("<script>alert(1)</script> & ]]>", "<script>alert(1)</script> & ]]>"),
        ("Farbe \x1b[31mrot\x1b[0m", "Farbe [31mrot [0m"),
        ("Null \x00 \x08 \ufffe \udcff Ende", "Null Ende"),
        ("links\u202ethcer\u200b\u2066", "links thcer"),
        ("eins\r\nzwei\u2028drei\tvier", "eins zwei drei vier"),
        ("wort " * 100, " ".join(["wort"] * 39) + " …"),
        ("", ""),
    ],
)
def test_a_subject_is_one_line_of_visible_characters(subject: str, line: str, grossstadt: Directory) -> None:
    commit = Commit(datetime.fromisoformat("2026-03-01T10:00:00+01:00"), subject)
    assert said(commit) == line
    root = xml(grossstadt, History({KIOSK: commit}), OFFICE)
    assert complaints(root) == []
    assert (root.findtext(f"{ATOM}entry/{ATOM}summary") or "").startswith(line)
    assert {element.tag.removeprefix(ATOM) for element in root.iter()} == {
        *("feed", "id", "title", "updated", "link", "author", "name", "entry", "summary")
    }


def test_fifty_changes_are_enough(write: Draft) -> None:
    kiosk = (write.folder / KIOSK).read_text("utf-8")
    for number in range(60):
        write.folder.joinpath(f"services/kiosk-{number}.md").write_text(kiosk, "utf-8")
    catalog, _ = load(write.folder, TODAY)
    history = told({f"services/kiosk-{number}.md": (f"2026-03-{1 + number // 2:02}", "") for number in range(60)})
    entries = changed(feed(directory(catalog, catalog.municipalities["grossstadt"]), history))
    assert (len(entries), entries[0][0], entries[-1][0]) == (50, "kiosk-58", "kiosk-11")


def test_what_another_portal_lists_is_no_change_of_ours(write: Draft) -> None:
    listing.with_list(write)
    catalog, _ = load(write.folder, TODAY)
    portal = directory(catalog, catalog.municipalities["grossstadt"])
    assert feeds(portal, told({listing.LANDING: ("2026-05-01", "Liste")})) == ()


def test_without_a_history_there_is_no_feed(grossstadt: Directory) -> None:
    assert feeds(grossstadt, History(gap="kein git")) == ()


@pytest.mark.parametrize(
    "subject", ["Auf Wunsch von Frau Meier", "Von anna.meier@rurheim.example", "Neu: 0151 23456789"]
)
def test_a_subject_that_names_a_person_stays_away(subject: str) -> None:
    assert said(Commit(datetime(2026, 3, 1), subject)) == ""
