"""The first change of the handbook, done as it says there; with `PICTURES=write` it leaves the pictures."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page

from tests.browser.form import Form
from tests.portals import PROJECT, Portal, build
from tests.serving import served

pytestmark = pytest.mark.browser

PICTURES = PROJECT / "docs/redaktion/bilder"
COMMENT = PROJECT / "tests/review/golden/fee-with-a-comma/comment.md"
CARD = "services/personalausweis-beantragen.md"
TITLE = "Personalausweis beantragen"
WIDTH, TALL = 1000, 7_000
_AS_ON_A_FORGE = """\
body { font: 16px/1.5 sans-serif; margin: 24px; max-width: 760px }
h2 { border-bottom: 1px solid #d0d7de }
code, pre { background: #eff1f3; font-size: 14px }
pre { padding: 12px; white-space: pre-wrap }"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """The demo portal of Rurheim with the form beside it."""
    return build(PROJECT / "content", "rurheim", tmp_path_factory.mktemp("desk"), ADMIN=1)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page so tall that the form draws all of its fields."""
    found = browser.new_page(viewport={"width": WIDTH, "height": TALL}, locale="de-DE")
    yield found
    found.context.close()


def picture(page: Page, name: str, top: float, height: int) -> None:
    """A part of the page as `docs/redaktion/bilder/<name>.png`, when pictures are asked for."""
    if os.environ.get("PICTURES") == "write":
        page.wait_for_timeout(500)  # what moves stands still then
        page.screenshot(
            path=PICTURES / f"{name}.png",
            clip={"x": 0, "y": top, "width": WIDTH, "height": height},
            animations="disabled",
            caret="hide",
        )


def top_of(page: Page, selector: str) -> float:
    """Where something begins on a page."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"]


def shows_fee(page: Page, portal: Portal, name: str, fee: str) -> None:
    """The costs on the page of the service."""
    with served(portal.folder) as site:
        page.goto(f"{site}/leistungen/personalausweis-beantragen/")
        assert fee in page.locator(".fee-list").inner_text()
        picture(page, name, top_of(page, "#kosten") - 16, 185)


def test_a_fee_is_changed_in_the_form_and_on_the_page(desk: Portal, page: Page, tmp_path: Path) -> None:
    shows_fee(page, desk, "seite-vorher", "46 Euro")
    content = shutil.copytree(PROJECT / "content", tmp_path / "content")
    (content / CARD).write_text(change_in_the_form(desk, page), "utf-8")
    shows_fee(page, build(content, "rurheim", tmp_path / "output"), "seite-nachher", "48,50 Euro")


def change_in_the_form(desk: Portal, page: Page) -> str:
    """Look for the service, mistype the fee, mend it, save; the file that was saved."""
    with served(desk.folder) as site:
        form = Form(page, site)
        form.prepare(PROJECT / "content")
        form.opens()
        page.get_by_role("searchbox").fill(TITLE)
        page.get_by_role("gridcell", name=TITLE, exact=True).wait_for()
        picture(page, "formular-suchen", 0, 250)
        page.get_by_role("gridcell", name=TITLE, exact=True).click()
        form.write("Betrag", "48,5O")
        form.press("Speichern")
        page.get_by_text("Das ist kein Betrag").wait_for()
        assert form.complaints() == ["Das ist kein Betrag in Euro. Schreiben Sie nur die Zahl: 26,50 oder 26."]
        place = page.get_by_role("textbox", name="Betrag", exact=True).first.bounding_box()
        assert place is not None
        picture(page, "formular-fehler", place["y"] - 200, 260)
        form.write("Betrag", "48,50")
        form.write("Stand", "01.11.2026")
        form.write("Quelle", "Personalausweisgebührenverordnung")
        form.saves()
        return form.file(f"content/{CARD}")


def test_the_comment_of_the_review_is_read_as_a_forge_shows_it(page: Page) -> None:
    page.set_content(f"<style>{_AS_ON_A_FORGE}</style>{MarkdownIt().render(COMMENT.read_text('utf-8'))}")
    assert page.get_by_role("heading").all_inner_texts() == [
        "Dieser Antrag hat keine Fehler",
        "Wer zustimmt",
        "Was sich auf den Seiten ändert",
    ]
    picture(page, "antrag", 0, 370)
