"""The editors' form opens a file that nobody has checked yet, as a branch may hold it: nothing in it runs,
and pictures of strangers are not loaded: the policy stops them."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from plugins.catalog.encodings import INVISIBLE
from tests.adversarial.payloads import OWN, Payloads
from tests.adversarial.strolling import Stroll, watched
from tests.browser.form import Form
from tests.conftest import CONTENT
from tests.portals import TINY_DAY, Portal, build
from tests.serving import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """The portal of Großstadt with the form beside it."""
    folder = tmp_path_factory.mktemp("desk")
    content = shutil.copytree(CONTENT, folder / "content")
    return build(content, "grossstadt", folder / "output", ADMIN=1, SOURCE_DATE_EPOCH=TINY_DAY)


@pytest.fixture
def unchecked(tmp_path: Path) -> Path:
    """The tiny country with every payload in the words and in a text of one service."""
    content = shutil.copytree(CONTENT, tmp_path / "content")
    file = content / "services" / "hund-anmelden.md"
    texts = [text for text in Payloads.of(OWN).active if not INVISIBLE.search(text)]
    words = "".join(f"  - {json.dumps(text, ensure_ascii=False)}\n" for text in texts if "\n" not in text)
    hostile = file.read_text("utf-8").replace("  - Welpe\n", words)
    file.write_text(hostile.replace("## Volltext\n", "## Volltext\n\n" + "\n\n".join(texts)), "utf-8")
    return content


@pytest.mark.parametrize("bypass_csp", [False, True], ids=["with the policy", "without the policy"])
def test_what_an_editor_opens_does_not_run(bypass_csp: bool, desk: Portal, unchecked: Path, sealed: Browser) -> None:
    found, blocked = Stroll(), set()
    with served(desk.folder) as site, watched(sealed, found, bypass_csp=bypass_csp) as page:
        page.on("requestfailed", lambda request: blocked.add(request.url) if request.failure == "csp" else None)
        page.set_viewport_size({"width": 1280, "height": 7_000})
        form = Form(page, site)
        form.prepare(unchecked)
        form.opens()
        page.get_by_role("gridcell", name="Hund anmelden", exact=True).click()
        page.get_by_role("textbox", name="Titel", exact=True).first.wait_for()
        page.wait_for_function("document.querySelectorAll('[contenteditable=true]').length > 1")
        expect(page.locator("body")).to_contain_text("onerror=alert(1)")
        page.wait_for_timeout(500)
        assert [what for what in page.evaluate("executions") if not what.startswith("violation: img-src ")] == []
    foreign = {url for url in found.requests if not url.startswith((f"{site}/", "data:", "blob:"))}
    assert bypass_csp or foreign <= blocked


def test_the_form_shows_no_preview(desk: Portal) -> None:
    config = next(json.loads(file.read_text("utf-8")) for file in desk.folder.glob("admin/*.json"))["config"]
    assert config["editor"] == {"preview": False}
    assert config["show_preview_links"] is False
