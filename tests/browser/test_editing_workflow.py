"""Draft, review, ready: what an editor saves becomes a merge request that nobody has to know about."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import DESK
from tests.browser.forge import HOST, REPOSITORY, GitLab
from tests.browser.form import Form
from tests.browser.test_privacy import Witness, foreign
from tests.conftest import CONTENT
from tests.portals import TINY_DAY, build
from tests.serving import served

pytestmark = pytest.mark.browser


@contextmanager
def opened(browser: Browser, folder: Path, repository: str) -> Iterator[Form]:
    """The form for a repository, before anybody has logged in; it asks its own server and this GitLab, nobody else."""
    content = shutil.copytree(CONTENT, folder / "content")
    portal = build(content, "grossstadt", folder / "output", ADMIN=1, FORGE=repository, SOURCE_DATE_EPOCH=TINY_DAY)
    witness = Witness()
    with served(portal.folder) as site, browser.new_context(locale="de-DE") as context:
        page = context.new_page()
        page.set_viewport_size({"width": DESK, "height": 1_000})
        witness.watch(page)
        yield Form(page, site)
    assert [url for url in foreign(witness, site) if not url.startswith(("blob:", HOST))] == []
    assert [text for text in witness.complaints if "Content Security Policy" in text] == []


def test_a_change_goes_through_review_on_gitlab(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, f"{HOST}/{REPOSITORY}") as form:
        lab, page = GitLab(CONTENT), form.page
        lab.listen(page)
        page.goto(f"{form.site}/admin/")
        form.press("Mit Zugriffstoken anmelden")
        form.write("Persönliches Zugriffstoken", "glpat-Erika")
        page.get_by_role("button", name="Anmelden", exact=True).click()
        page.get_by_role("gridcell", name="Hund anmelden", exact=True).click()
        form.write("Titel", "Hunde anmelden")
        form.press("Speichern")
        asked = page.get_by_role("alertdialog", name="Zur Prüfung einreichen")
        asked.wait_for()
        assert [(one["source_branch"], one["title"], one["labels"]) for one in lab.requests] == [
            (
                "cms/service/hund-anmelden",
                "Draft: Dienstleistung: hund-anmelden geändert +2",
                ["sveltia-cms/draft"],
            )
        ]
        before = (CONTENT / "services/hund-anmelden.md").read_text("utf-8")
        saved = lab.branches["cms/service/hund-anmelden"]["content/services/hund-anmelden.md"]
        assert saved == before.replace("title: Hund anmelden", "title: Hunde anmelden")

        asked.get_by_role("button", name="Zur Prüfung einreichen").click()
        page.wait_for_url("**/#/collections/service")
        assert lab.requests[0]["labels"] == ["sveltia-cms/pending_review"]
        assert lab.requests[0]["title"] == "Dienstleistung: hund-anmelden geändert +2"

        page.get_by_role("gridcell", name="Hunde anmelden", exact=True).click()
        form.press("Status:")
        page.get_by_role("menuitemradio", name="Bereit").click()
        page.get_by_role("button", name="Bereit").wait_for()
        assert lab.requests[0]["labels"] == ["sveltia-cms/pending_publish"]


def test_github_is_asked_for_nothing_before_somebody_logs_in(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path, "https://github.com/grossstadt/serviceportal") as form:
        form.page.goto(f"{form.site}/admin/", wait_until="networkidle")
        form.page.get_by_text("Willkommen bei").wait_for()
        assert form.page.get_by_role("button", name="Mit Zugriffstoken anmelden").is_visible()
