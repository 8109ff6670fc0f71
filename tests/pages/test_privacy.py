"""The data-protection text says what this very portal does: flip a switch, and its paragraph comes or goes."""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment

from plugins.catalog.catalog import load
from plugins.catalog.directory import directory
from plugins.catalog.records import DataProtection
from plugins.editing.forge import Forge
from plugins.pages.embedding import Embedding
from plugins.pages.patterns import asked
from plugins.pages.privacy import Privacy, privacy
from tests.conftest import TODAY, Draft
from tests.pages.theme import THEME
from tests.portals import Portal

TOWN = "municipalities/grossstadt/municipality.yaml"
SERVER = "title: Server\noperator: Kreis Muster\nurl: https://formulare.kreis-muster.example/{form}?ars={ars}\n"
FORM = "title: Hund anmelden\nserver: kreis\n"
NOTHING = Privacy(DataProtection(), (), (), "", False, False, "", False, False, True)


def facts(write: Draft, town: str = "grossstadt", forge: Forge | None = None) -> Privacy:
    catalog, _ = load(write.folder, TODAY)
    portal = directory(catalog, catalog.municipalities[town])
    return privacy(catalog, portal, forge, feeds=False, exports=False)


@pytest.fixture
def text(theme: Environment) -> Any:
    """The words of the text for some facts."""
    module: Any = theme.get_template("components/data-protection/data-protection.html").module

    def said(found: Privacy) -> str:
        html = str(module.data_protection(found, asked({"name": "Stadt Großstadt"})))
        return " ".join(BeautifulSoup(html, "html.parser").get_text().split())

    return said


@pytest.mark.parametrize(
    ("fact", "value", "paragraph"),
    [
        ("forms", (Embedding("Hund", "https://f.example/", "Kreis Muster"),), "Formulare in unseren Seiten"),
        ("forms", (Embedding("Hund", "https://f.example/", "Kreis Muster"),), "Kreis Muster: f.example"),
        ("forms", (Embedding("Hund", "https://f.example/", "Kreis Muster"),), "beginnt erst mit Ihrem Klick"),
        ("servers", ("www.elster.example",), "Links zu anderen Servern"),
        ("servers", ("www.elster.example",), "www.elster.example"),
        ("switch", "/hilfe/", "fundstelle-slash"),
        ("switch", "/hilfe/", "§ 25 Absatz 2 Nummer 2 TDDDG"),
        ("feeds", True, "Unsere Feeds (Atom)"),
        ("exports", True, "Offene Daten"),
        ("forge", "here", "sveltia-cms.prefs"),
        ("forge", "gitlab.example", "Gespeichert wird auf dem Server gitlab.example."),
        ("opening_hours", True, "Ob eine Stelle gerade geöffnet ist"),
        ("town_choice", True, "?ort="),
        ("persons", False, "Wir nennen Stellen, keine einzelnen Beschäftigten."),
        ("said", DataProtection(officer_email="ds@stadt.example"), "ds@stadt.example"),
        ("said", DataProtection(officer_phone="02999 200-9"), "02999 200-9"),
        (
            "said",
            DataProtection(hosted_by="Rechenzentrum Muster"),
            "Den Server betreibt für uns: Rechenzentrum Muster.",
        ),
        ("said", DataProtection(hosted_by="Rechenzentrum Muster"), "bekommen wir und der Betreiber des Servers."),
        ("said", DataProtection(hosted_by="Stadt Großstadt"), "Wir betreiben den Server selbst."),
        ("said", DataProtection(hosted_by="Stadt Großstadt"), "Was unser Server erfährt, bekommen nur wir."),
        ("said", DataProtection(log_days=7), "Nach 7 Tagen wird es gelöscht."),
        ("said", DataProtection(log_days=1), "Nach 1 Tag wird es gelöscht."),
        ("said", DataProtection(log_days=0), "Unser Server schreibt nicht auf, wer was abruft."),
    ],
)
def test_a_paragraph_stands_there_only_where_it_is_true(fact: str, value: Any, paragraph: str, text: Any) -> None:
    assert paragraph not in text(NOTHING)
    assert paragraph in text(replace(NOTHING, **{fact: value}))


@pytest.mark.parametrize(
    ("said", "paragraph"),
    [
        (DataProtection(log_days=0), "Darin können stehen"),
        (DataProtection(log_days=7), "legt sein Betreiber fest"),
        (DataProtection(officer_email="ds@stadt.example"), "Unter derselben Anschrift"),
    ],
)
def test_what_nobody_said_is_not_invented(said: DataProtection, paragraph: str, text: Any) -> None:
    assert paragraph in text(NOTHING)
    assert paragraph not in text(replace(NOTHING, said=said))


def test_where_persons_may_be_named_nobody_claims_that_none_is(text: Any) -> None:
    rule = "In der Regel nennen wir Stellen"
    assert rule in text(NOTHING)
    assert rule not in text(replace(NOTHING, persons=False))


@pytest.mark.parametrize(
    "fact",
    ["in den Verlauf Ihres Browsers", "der Titel der Seite als Betreff", "außerhalb der Europäischen Union"],
)
def test_what_is_so_in_every_portal_is_said_in_every_portal(fact: str, text: Any) -> None:
    assert fact in text(NOTHING)


def test_the_mail_about_a_service_has_its_title_as_subject(tiny: Portal) -> None:
    links = tiny.pages["/leistungen/hund-anmelden/"].select("footer a[href^=mailto]")
    assert [unquote(str(link["href"])).partition("?subject=")[2] for link in links] == ["Serviceportal: Hund anmelden"]


def test_forms_count_where_they_open_inside_a_page_of_this_portal(write: Draft) -> None:
    write("servers/kreis.yaml", SERVER)
    write("forms/hund-anmelden.yaml", FORM)
    assert facts(write).forms == ()
    write("forms/hund-anmelden.yaml", f"{FORM}embedded: true\n")
    assert [(one.operator, one.host) for one in facts(write).forms] == [
        ("Kreis Muster", "formulare.kreis-muster.example")
    ]


def test_servers_are_those_that_ways_offices_laws_and_forms_lead_to(write: Draft) -> None:
    before = facts(write).servers
    assert "www.gesetze-im-internet.de" in before
    assert "service.kleinstadt.example" not in before
    write("portals/openstreetmap.yaml", "title: Karte\noperator: OSMF\nurl: https://www.openstreetmap.org/search\n")
    assert set(facts(write).servers) - set(before) == {"www.openstreetmap.org"}


def test_a_kreis_has_towns_to_choose_and_leads_to_their_portals(write: Draft) -> None:
    found = facts(write, "kreis-muster")
    assert found.town_choice
    assert "service.kleinstadt.example" in found.servers
    assert not facts(write).town_choice


def test_the_key_is_remembered_only_where_a_page_offers_the_switch(write: Draft) -> None:
    assert facts(write).switch == ""
    write.change("pages/hilfe.md", "in_footer: false", "blocks: [shortcut]")
    assert facts(write).switch == "/hilfe/"


def test_the_form_of_the_editors_asks_its_forge(write: Draft) -> None:
    assert facts(write).forge == ""
    assert facts(write, forge=Forge()).forge == "here"
    assert facts(write, forge=Forge("https://gitlab.example/a/b")).forge == "gitlab.example"


def test_what_the_municipality_says_counts(write: Draft) -> None:
    assert facts(write).said == DataProtection()
    write.change(TOWN, "kind: town", "kind: town\npersonal_data: false\ndata_protection:\n  log_days: 7")
    found = facts(write)
    assert (found.said.log_days, found.persons) == (7, False)


def test_every_key_that_scripts_keep_is_named_in_the_text(text: Any) -> None:
    kept = [file.read_text("utf-8") for file in sorted(THEME.rglob("*.mjs")) if "Storage" in file.read_text("utf-8")]
    keys = {key for script in kept for key in re.findall(r'^const [A-Z]+ = "([a-z.-]+)";$', script, re.MULTILINE)}
    assert len(keys) >= len(kept) == 2
    said = text(replace(NOTHING, switch="/hilfe/", forge="here"))
    assert [key for key in sorted(keys) if key not in said] == []


def test_no_script_keeps_anything_else() -> None:
    scripts = "".join(file.read_text("utf-8") for file in sorted(THEME.rglob("*.mjs")))
    kept = set(re.findall(r"\b(?:localStorage|sessionStorage|indexedDB|caches|cookieStore)\b(?:\.\w+\(\w*)?", scripts))
    assert kept == {"localStorage.getItem(KEY", "localStorage.setItem(KEY", "localStorage.removeItem(KEY"} | {
        "localStorage.getItem(PREFERENCES",
        "localStorage.setItem(PREFERENCES",
    }
    assert "document.cookie" not in scripts


@pytest.mark.parametrize(
    ("name", "operator"), [("demo", "für uns: Zweckverband"), ("kreis", "betreiben den Server selbst")]
)
def test_the_portals_of_the_demo_have_a_whole_text(name: str, operator: str, request: pytest.FixtureRequest) -> None:
    portal: Portal = request.getfixturevalue(name)
    said = " ".join(portal.pages["/datenschutz/"].get_text().split())
    for part in (operator, "datenschutz@", "Tagen wird es gelöscht", "Offene Daten", "Artikel 15", "ldi.nrw.de"):
        assert part in said
    assert ("?ort=" in said) is (name == "kreis")
    assert ("Unsere Feeds" in said) is (portal.folder / "feeds").is_dir()
    assert ("sveltia" in said) is (portal.folder / "admin").is_dir() is False
