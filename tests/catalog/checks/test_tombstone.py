"""A tombstone leads to something that exists, or says that there is nothing."""

import pytest

from tests.catalog.listing import with_list
from tests.conftest import Draft, said

PATH = "tombstones/pony-anmelden.yaml"
STONE = """\
title: Pony anmelden
addresses: [/leistungen/pony-anmelden/]
since: 2026-10-01
reason: Die Ponysteuer ist abgeschafft.
"""


def leads(write: Draft, successor: str) -> list[str]:
    return said(write(PATH, f'{STONE}successor: "{successor}"\n'))


def test_a_tombstone_without_a_successor_passes(write: Draft) -> None:
    assert said(write(PATH, STONE)) == []


@pytest.mark.parametrize(
    "successor",
    [
        *("/leistungen/hund-anmelden/", "/themen/tiere/", "/stellen/ordnungsamt/", "/hilfe/"),
        *("wirtschaft:", "wirtschaft:99050012104000", "/leistungen/versteigerung-anzeige/"),
    ],
)
def test_what_exists_passes(write: Draft, successor: str) -> None:
    assert leads(with_list(write), successor) == []


@pytest.mark.parametrize(
    ("successor", "remedy"),
    [
        ("/leistungen/hund-anmeldn/", "Meinten Sie „/leistungen/hund-anmelden/“?"),
        ("/gibt-es-nirgends/", "Löschen Sie successor:, wenn nichts an ihre Stelle tritt."),
        ("nirgends:", "Löschen Sie successor:, wenn nichts an ihre Stelle tritt."),
    ],
)
def test_what_does_not_exist_is_an_error(write: Draft, successor: str, remedy: str) -> None:
    assert leads(write, successor) == [
        f"content/{PATH}:5:12: Der Nachfolger {successor} führt ins Leere  [tombstone] → {remedy}"
    ]


@pytest.mark.parametrize("successor", ["https://x.example/", "themen/tiere/", "/a?b", "//x.example/"])
def test_what_is_neither_a_page_nor_a_short_form_is_an_error(write: Draft, successor: str) -> None:
    assert leads(write, successor) == [
        f"content/{PATH}:5:12: Stattdessen: „{successor}“ ist kein Nachfolger  [value]"
        " → Eine Seite wie /leistungen/hund-anmelden/ oder eine Kurzform wie wsp:99050012104000"
    ]
