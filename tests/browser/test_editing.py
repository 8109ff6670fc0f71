"""Somebody who has never used git writes a service in the form; what is saved is right and becomes a page."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import DESK
from tests.browser.form import Form
from tests.browser.test_privacy import Witness, foreign
from tests.conftest import CONTENT, Draft, said
from tests.portals import TINY_DAY, Portal, build
from tests.serving import served

pytestmark = pytest.mark.browser

TALL = 7_000
"""The form draws a field when it comes into view."""

CHATTER = ("CMS configuration:", "[Loading site data]")
"""What Sveltia tells developers."""

SAVED = """\
---
title: Grünen Pass für Hunde beantragen
leika: [99102013104000]
level: municipal
audience: [citizens]
topics: [tiere]
owner: steueramt
offices: [steueramt]
reviewed_on: 31.10.2026
review_by: 31.01.2027
fees:
  - amount: 26,50
    as_of: 08.06.2026
    source: Gebührenordnung
channels:
  - kind: post
---

## Kurztext

So bekommen Sie den Pass.

## Erforderliche Unterlagen

- Hundemarke
- Foto
"""


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """The portal of Großstadt with the form beside it."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(CONTENT, folder / "content")
    return build(folder / "content", "grossstadt", folder / "output", ADMIN=1, SOURCE_DATE_EPOCH=TINY_DAY)


@pytest.fixture
def form(desk: Portal, browser: Browser) -> Iterator[Form]:
    """The form, opened on a copy of the tiny country; it asked nobody else and kept to its policy all the time."""
    witness = Witness()
    with served(desk.folder) as site:
        page = browser.new_page(viewport={"width": DESK, "height": TALL}, locale="de-DE", device_scale_factor=0.2)
        form = Form(page, site)
        form.prepare(CONTENT)
        witness.watch(page)
        form.opens()
        yield form
        page.context.close()
    assert [url for url in foreign(witness, site) if not url.startswith("blob:")] == []
    assert [text for text in witness.complaints if not text.startswith(CHATTER)] == []


def test_a_service_is_written_in_german_without_a_word_about_files(form: Form, write: Draft, tmp_path: Path) -> None:
    form.begins()
    form.write_markdown("Erforderliche Unterlagen", "- Hundemarke\nFoto")
    form.write("Titel", "Grünen Pass für Hunde beantragen")
    form.write("Kurztext", "So bekommen Sie den Pass.")
    form.add("Leistungsschlüssel")
    form.write("Leistungsschlüssel", "9910201310400")
    form.tick("Stadt oder Gemeinde")
    form.tick("Bürgerinnen und Bürger")
    form.choose("Themen", "Tiere")
    form.choose("Fachamt", "Steueramt")
    form.choose("Zuständige Stellen", "Steueramt")
    form.write("Zuletzt geprüft am", "31.10.2026")
    form.write("Wieder prüfen bis", "Ende Januar")
    form.add("Gebühren")
    form.write("Betrag", "26,5")
    form.write("Stand", "08.06.2026")
    form.write("Quelle", "Gebührenordnung")
    form.add("Wege")
    form.page.get_by_role("menuitem", name="Per Post").click()
    form.press("Speichern")

    form.page.get_by_text("Das ist kein Betrag").wait_for()
    assert form.complaints() == [
        "Das ist kein Leistungsschlüssel. 14 Ziffern, am Anfang 99 oder 77. Unbekannt: Zeile löschen.",
        "Das ist kein Datum. Schreiben Sie 2027-01-31 oder 31.01.2027.",
        "Das ist kein Betrag in Euro. Schreiben Sie nur die Zahl: 26,50 oder 26.",
    ]

    form.write("Leistungsschlüssel", "99102013104000")
    form.write("Wieder prüfen bis", "31.01.2027")
    form.write("Betrag", "26,50")
    form.saves()

    saved = form.file("content/services/gruenen-pass-fuer-hunde-beantragen.md")
    assert saved == SAVED
    assert said(write("services/gruenen-pass-fuer-hunde-beantragen.md", saved)) == []
    portal = build(write.folder, "grossstadt", tmp_path / "output", SOURCE_DATE_EPOCH=TINY_DAY)
    assert "26,50 Euro" in portal.html("/leistungen/gruenen-pass-fuer-hunde-beantragen/")


def test_a_change_of_one_field_changes_its_line_and_no_other(form: Form) -> None:
    before = (CONTENT / "services/hund-anmelden.md").read_text("utf-8")
    form.page.get_by_role("gridcell", name="Hund anmelden", exact=True).click()
    form.write("Wieder prüfen bis", "20.11.2027")
    form.saves()
    assert form.file("content/services/hund-anmelden.md") == before.replace(
        "review_by: 2027-10-20", "review_by: 20.11.2027"
    )


def test_a_town_says_that_it_does_not_offer_a_service(form: Form, write: Draft) -> None:
    form.page.get_by_role("treeitem", name="Großstadt: Eigene Angaben").click()
    form.begins()
    form.press("Speichern")
    form.page.get_by_text("Der Slug darf nicht leer sein.").first.wait_for()
    form.write("Slug", "hund-anmelden")
    form.page.get_by_role("switch", name="Angeboten").click()
    form.press("Speichern")
    form.page.wait_for_url("**/#/collections/local-grossstadt")
    saved = form.file("content/municipalities/grossstadt/services/hund-anmelden.md")
    assert saved == "---\noffered: false\n---\n"
    assert said(write("municipalities/grossstadt/services/hund-anmelden.md", saved)) == []
