"""The country under attack, built once with the selection of our own and once with the public corpora."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.adversarial.payloads import OWN, Payloads, files
from tests.adversarial.planting import Draft, drafts
from tests.adversarial.siege import Siege, bundles
from tests.browser.chromium import ARGUMENTS, installed
from tests.portals import TINY_DAY, Portal, build

EVERYWHERE = (
    *("services", "topics", "municipalities/grossstadt/offices", "pages", "laws", "portals", "forms", "servers"),
    *("landings", "tombstones", "words"),
)
NEAR_A_SERVICE = EVERYWHERE[:8]
"""What a service shows or refers to; of the public corpora, which are long, the rest stays with our own selection."""

ATTACKS = ("blns", "csv-injection", "open-redirect", "owasp-xss", "svg", "xml-attacks")
PROSE = ("commonmark",)
TABLES = ("idna", "json-test-suite", "unicode", "whatwg-url", "yaml-test-suite")
"""Corpora whose texts are words of a page here; their own tests stand with what reads them."""

RAW_NAMES = ("services/roh-{}.md", "pages/roh-{}.md", "topics/roh-{}.yaml")


@dataclass(frozen=True)
class Attack:
    """A siege, the portal that was built of it, and how many payloads there were."""

    siege: Siege
    portal: Portal
    payloads: Payloads


def attack(folder: Path, planted: list[Draft], payloads: Payloads, raw: list[Path]) -> Attack:
    """Lay siege, throw in files as they are, and build what is accepted as an operator would."""
    siege = Siege()
    siege.lay([*planted, *bundles(payloads.inert)])
    thrown = {name.format(n): file.read_bytes() for n, file in enumerate(raw) for name in RAW_NAMES}
    content = siege.written(folder / "content", siege.throw_in(thrown))
    return Attack(
        siege, build(content, "grossstadt", folder / "output", SOURCE_DATE_EPOCH=TINY_DAY, EXPORTS=1), payloads
    )


@pytest.fixture(scope="package")
def own(tmp_path_factory: pytest.TempPathFactory) -> Attack:
    """Every payload of our own selection in every field of every kind of content."""
    payloads = Payloads.of(OWN)
    planted = [draft for n, text in enumerate(payloads.active) for draft in drafts(n, text, *EVERYWHERE)]
    return attack(tmp_path_factory.mktemp("own"), planted, payloads, files(OWN))


@pytest.fixture(scope="package")
def public(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Attack:
    """The public corpora: attacks in every field around a service, prose in pages, tables as words; all files raw."""
    top = corpora / "adversarial"
    attacks, prose = (Payloads.of(*(top / name for name in some)) for some in (ATTACKS, PROSE))
    tables = Payloads.of(*(top / name for name in TABLES))
    planted = [draft for n, text in enumerate(attacks.active) for draft in drafts(n, text, *NEAR_A_SERVICE)]
    planted += [draft for n, text in enumerate(prose.active, 5000) for draft in drafts(n, text, "pages")]
    words = Payloads(attacks.active + prose.active, attacks.inert + prose.inert + visible(tables))
    return attack(tmp_path_factory.mktemp("public"), planted, words, files(top))


def visible(tables: Payloads) -> tuple[str, ...]:
    """The texts of tables, those in one line without hidden characters."""
    return tuple(text for text in (*tables.inert, *tables.active) if text.isprintable())


@pytest.fixture(scope="package")
def sealed(browser: Browser) -> Iterator[Browser]:
    """A Chromium for which there is no other machine than this one."""
    rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    chromium = browser.browser_type.launch(executable_path=installed(), args=[*ARGUMENTS, rules])
    yield chromium
    chromium.close()
