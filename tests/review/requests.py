"""Ten requests as clerks and others make them: what each writes, who asks, who has approved."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.review.conftest import Workshop

DOG = "services/hund-anmelden.md"
TRADE = "services/gewerbe-anmelden.md"
CAT = """---
title: Katze kennzeichnen
level: municipal
audience: [citizens]
topics: [tiere]
synonyms: [Kater, Miez, Chip für die Katze]
owner: ordnungsamt
offices: [ordnungsamt]
reviewed_on: 2026-10-30
review_by: 2027-10-30
fees:
  - note: gebührenfrei
channels:
  - kind: phone
---

## Kurztext

Lassen Sie Ihre Katze kennzeichnen, bevor sie ins Freie darf.
"""


def good(shop: Workshop) -> None:
    """A new service, and a longer time to register a dog."""
    shop.content("services/katze-kennzeichnen.md", CAT)
    shop.content.change(DOG, "innerhalb von 14 Tagen", "innerhalb eines Monats")


def typo_in_a_field(shop: Workshop) -> None:
    shop.content.change(DOG, "level: municipal", "level: municpal")


def wrong_key(shop: Workshop) -> None:
    shop.content.change(DOG, "synonyms:", "synonym:")


def renamed_service(shop: Workshop) -> None:
    (shop.content.folder / "services/gewerbe-ummelden.md").rename(shop.content.folder / "services/gewerbe-aendern.md")
    shop.content.change(TRADE, "related: [gewerbe-ummelden]", "related: [gewerbe-aendern]")


def removed_service(shop: Workshop) -> None:
    """The service whose title is full of what breaks formats."""
    (shop.content.folder / "services/kiosk-anmelden.md").unlink()


def look_alike_host(shop: Workshop) -> None:
    shop.content.change(TRADE, "https://service.wirtschaft.example/", "https://service.wirtschafft.example/")


def code_and_content(shop: Workshop) -> None:
    shop.content.change(DOG, "innerhalb von 14 Tagen", "innerhalb eines Monats")
    (shop.root / "theme").mkdir()
    (shop.root / "theme" / "style.css").write_text("body { color: red }\n", "utf-8")


def latin_1(shop: Workshop) -> None:
    text = (shop.content.folder / DOG).read_text("utf-8").replace("innerhalb von 14 Tagen", "spätestens übermorgen")
    shop.content(DOG, text.encode("latin-1"))


def fee_with_a_comma(shop: Workshop) -> None:
    shop.content.change(DOG, "    note: gebührenfrei", "    amount: 26,50\n    as_of: 2026-10-01\n    source: Satzung")


def overdue_review(shop: Workshop) -> None:
    shop.content.change("services/personalausweis-beantragen.md", "  - Perso\n", "  - Perso\n  - Persokarte\n")


@dataclass(frozen=True)
class Asked:
    """A request: what it writes, and who stands behind it."""

    write: Callable[[Workshop], None]
    author: str
    approved_by: str = ""
    fails: bool = False


TEN = {
    "good": Asked(good, "gross-ordnung", "gross-steuer"),
    "typo-in-a-field": Asked(typo_in_a_field, "gross-steuer", fails=True),
    "wrong-key": Asked(wrong_key, "gross-steuer", fails=True),
    "renamed-service": Asked(renamed_service, "gross-ordnung"),
    "removed-service": Asked(removed_service, "jemand", "noch-jemand", fails=True),
    "look-alike-host": Asked(look_alike_host, "gross-ordnung", fails=True),
    "code-and-content": Asked(code_and_content, "gross-steuer", fails=True),
    "latin-1": Asked(latin_1, "gross-steuer", fails=True),
    "fee-with-a-comma": Asked(fee_with_a_comma, "azubi", "gross-steuer"),
    "overdue-review": Asked(overdue_review, "muster-redaktion"),
}

GOLDEN = Path(__file__).parent / "golden"
REPORT = ("comment.md", "pages.diff", "codequality.json", "junit.xml")
