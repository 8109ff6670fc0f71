"""Markdown makes a list of a line that begins with a date or a footnote: a hint says how it stays a sentence."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalog.checks import list_of_one
from plugins.catalog.places import Severity
from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
STEPS = "1. Sie füllen das Formular aus.\n2. Sie bekommen den Steuerbescheid und die Hundemarke."
TEXT = "Für jeden Hund zahlen Sie **Hundesteuer**. Das gilt auch für Welpen."


@pytest.mark.parametrize(
    "text",
    [
        "1. Antrag ausfüllen\n2. Antrag abschicken",
        "Sie brauchen:\n\n* den Impfpass",
        "* den Impfpass",
        "- den Impfpass",
        "Erstens\n\n- ein Punkt",
        "Nur eines ist zu tun:\n\n1. Rufen Sie an",
        r"1\. Januar 2027: Das neue Gesetz gilt.",
        "Das gilt ab 1. Januar. Am 2. Februar auch.",
        "```\n1. Januar\n```",
        "> 1. Januar",
        "- a\n  1. b\n- c",
    ],
)
def test_lists_and_sentences_pass(text: str, write: Draft) -> None:
    assert write.change(DOG, TEXT, text) == []


def test_a_procedure_of_one_step_passes(write: Draft) -> None:
    assert write.change(DOG, STEPS, "1. Rufen Sie an.") == []


@pytest.mark.parametrize(
    ("text", "line", "written", "remedy"),
    [
        ("1. Januar 2027: Das neue Gesetz gilt.", 38, "1. Januar", r"1\. Januar"),
        ("2026. Das war das Jahr.", 38, "2026. Das", r"2026\. Das"),
        ("Das gilt ab dem\n1. Januar für alle.", 39, "1. Januar", r"1\. Januar"),
        ("Erstens\n\n1) Januar", 40, "1) Januar", r"1\) Januar"),
        ("Die Steuer beträgt 90 Euro.\\*\n\n* Stand 2026", 40, "* Stand", r"\* Stand"),
    ],
)
def test_a_date_or_a_footnote_that_becomes_a_list_gets_a_hint_at_its_line(
    text: str, line: int, written: str, remedy: str, write: Draft
) -> None:
    problems = write.change(DOG, TEXT, text)
    assert said(problems) == [
        f"content/{DOG}:{line}:1: Hinweis: „{written}“ wird hier eine Liste mit einem einzigen Eintrag  [list-of-one]"
        f" → Soll es ein Satz sein, schreiben Sie: {remedy}"
    ]
    assert [found.severity for found in problems] == [Severity.HINT]


@pytest.mark.parametrize("remedy", [r"1\. Januar 2027: Das neue Gesetz gilt.", "Erstens\n\n\\* Stand 2026"])
def test_the_remedy_helps(remedy: str, write: Draft) -> None:
    assert write.change(DOG, TEXT, remedy) == []


@given(text=st.text("1٣.)* \t\n\x1caä", max_size=12))
def test_every_line_that_begins_a_list_is_looked_at(text: str) -> None:
    assert list_of_one._may_be_a_list(text) or not re.search(rf"^\s*{list_of_one._MARK.pattern}", text, re.MULTILINE)
