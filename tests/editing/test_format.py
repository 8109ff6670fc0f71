"""The form reads files as text and changes only the lines that an editor changed."""

from typing import Any

import pytest

from plugins.editing.collections import formats
from tests.editing.content import files
from tests.editing.node import ask

FORMATS = formats()
SERVICE = FORMATS["service-frontmatter"]
TOWN = FORMATS["municipality-file"]

HUND = """\
---
title: Hund anmelden  # nicht „melden“
# Die Stadt hat zwei Ämter dafür.
offices: [steueramt, ordnungsamt]
fees:
- label: Anmeldung
  amount: 25,00
related: []
---

## Kurztext

Melden Sie Ihren Hund an.

## Fristen

Bald.
"""


def changed(file: str, **changes: Any) -> list[str]:
    """The lines that are only in the new file (+) or only in the old one (-)."""
    new = ask("changed", layout=SERVICE, file=file, changes=changes).split("\n")
    old = file.split("\n")
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


@pytest.mark.parametrize("name", sorted({name.rpartition("-")[0] for name in FORMATS}))
def test_every_file_stays_as_it_is_when_nothing_is_changed(name: str) -> None:
    layout = next(layout for key, layout in FORMATS.items() if key.startswith(f"{name}-"))
    found = [(path, text) for path, _, text in files(name)]
    assert found
    saved = ask("saved", layout=layout, files=[text for _, text in found])
    assert [path for (path, text), new in zip(found, saved, strict=True) if new != text] == []


def test_digits_stay_text() -> None:
    fields = ask("fields", layout=TOWN, file="ars: 053990004004\nphone: 02452130\naddress:\n  postal_code: 01067\n")
    assert (fields["ars"], fields["phone"], fields["address"]) == (
        "053990004004",
        "02452130",
        {"postal_code": "01067"},
    )


def test_a_change_keeps_comments_and_the_order_of_the_lines() -> None:
    assert changed(HUND, fees=[{"label": "Anmeldung", "amount": "26,50"}]) == [
        "-- label: Anmeldung",
        "-  amount: 25,00",
        "+  - label: Anmeldung",
        "+    amount: 26,50",
    ]


def test_a_new_fact_comes_last_and_a_new_text_where_it_is_declared() -> None:
    new = ask("changed", layout=SERVICE, file=HUND, changes={"leika": ["99102013104000"], "steps": "1. Anrufen"})
    assert "related: []\nleika: [99102013104000]\n---\n" in new
    assert "Melden Sie Ihren Hund an.\n\n## Verfahrensablauf\n\n1. Anrufen\n\n## Fristen" in new


def test_what_an_editor_empties_is_gone() -> None:
    assert changed(HUND, offices=[], deadlines="") == [
        "-offices: [steueramt, ordnungsamt]",
        "-## Fristen",
        "-Bald.",
    ]


def test_a_heading_that_nobody_knows_stays_for_the_check_to_report() -> None:
    assert "## Friten\n\nBald." in ask("changed", layout=SERVICE, file=HUND.replace("Fristen", "Friten"), changes={})


def test_a_heading_in_a_code_block_is_none() -> None:
    file = HUND.replace("Bald.", "```\n## Kurztext\n```")
    assert ask("fields", layout=SERVICE, file=file)["deadlines"] == "```\n## Kurztext\n```"


def test_a_new_file_has_only_what_was_filled_in() -> None:
    content = {
        "title": "Hund: an # melden",
        "synonyms": ["Hundesteuer", "Marke, Hunde"],
        "valid_until": "",
        "maturity": {"level": None},
        "fees": [{"amount": "26,50", "note": ""}, {"note": "- frei"}],
        "summary": "  Kurz. ",
    }
    assert ask("created", layout=SERVICE, content=content) == (
        "---\n"
        'title: "Hund: an # melden"\n'
        'synonyms: [Hundesteuer, "Marke, Hunde"]\n'
        "fees:\n"
        "  - amount: 26,50\n"
        '  - note: "- frei"\n'
        "---\n\n## Kurztext\n\nKurz.\n"
    )
