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

ATTACKS = ("csv-injection", "owasp-xss", "svg", "xml-attacks")
PROSE = ("blns", "commonmark", "open-redirect")
"""Corpora in every field around a service, and longer ones in the title, the summary and the text of pages; the files
of all others are thrown in as they are, their texts have tests where they are read."""

RAW_NAMES = ("services/roh-{}.md", "pages/roh-{}.md", "topics/roh-{}.yaml")


@dataclass(frozen=True)
class Attack:
    """A siege, the portal that was built of it, and how many payloads there were."""

    siege: Siege
    portal: Portal
    payloads: Payloads


def attack(
    folder: Path, planted: list[Draft], payloads: Payloads, raw: list[Path], place: str = "grossstadt"
) -> Attack:
    """Lay siege, throw in files as they are, and build what is accepted as an operator would."""
    siege = Siege()
    siege.lay([*planted, *bundles(payloads.inert)])
    thrown = {name.format(n): file.read_bytes() for n, file in enumerate(raw) for name in RAW_NAMES}
    content = siege.written(folder / "content", siege.throw_in(thrown))
    return Attack(siege, build(content, place, folder / "output", SOURCE_DATE_EPOCH=TINY_DAY, EXPORTS=1), payloads)


@pytest.fixture(scope="package")
def own(tmp_path_factory: pytest.TempPathFactory) -> Attack:
    """Every payload of our own selection in every field of every kind of content."""
    payloads = Payloads.of(OWN)
    planted = [draft for n, text in enumerate(payloads.active) for draft in drafts(n, text, *EVERYWHERE)]
    return attack(tmp_path_factory.mktemp("own"), planted, payloads, files(OWN))


@pytest.fixture(scope="package")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Attack:
    """Every payload of our own in every field of a town; a Kreis lets people choose among them all."""
    payloads = Payloads(Payloads.of(OWN).active, ())
    planted = [draft for n, text in enumerate(payloads.active) for draft in drafts(n, text, "municipalities/NAME")]
    return attack(tmp_path_factory.mktemp("towns"), planted, payloads, [], "kreis-muster")


@pytest.fixture(scope="package")
def public(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> Attack:
    """The public corpora: attacks in every field around a service, long lists in pages; all files as they are."""
    top = corpora / "adversarial"
    attacks, prose = (Payloads.of(*(top / name for name in some)) for some in (ATTACKS, PROSE))
    planted = [draft for n, text in enumerate(attacks.active) for draft in drafts(n, text, *NEAR_A_SERVICE)]
    planted += [draft for n, text in enumerate(prose.active, 5000) for draft in drafts(n, text, "pages")]
    words = Payloads(attacks.active + prose.active, attacks.inert)
    return attack(tmp_path_factory.mktemp("public"), planted, words, files(top))


@pytest.fixture(scope="package")
def sealed(browser: Browser) -> Iterator[Browser]:
    """A Chromium for which there is no other machine than this one."""
    rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    chromium = browser.browser_type.launch(executable_path=installed(), args=[*ARGUMENTS, rules])
    yield chromium
    chromium.close()
