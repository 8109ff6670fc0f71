"""What pages weigh: each kind has a budget in `budgets.yaml`; what grows past it is named with its numbers."""

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.portals import DEMO_KINDS, Portal

BUDGETS: Mapping[str, Mapping[str, Mapping[str, int]]] = yaml.safe_load(
    Path(__file__).with_name("budgets.yaml").read_text("utf-8")
)
ASSETS = {"styles": "style-*.css", "scripts": "enhance-*.mjs", "search": "worker-*.mjs"}
_LOADED = re.compile(r'<(?:script|img|iframe)\b[^>]* src="([^"]+)"|<link rel="stylesheet"[^>]* href="([^"]+)"')


@dataclass(frozen=True)
class Weight:
    """Bytes as they are and as a server sends them, and how many files a page asks for, itself included."""

    raw: int
    sent: int
    requests: int = 1


def weight(data: bytes) -> Weight:
    html = data.decode()
    loaded = {first or second for first, second in _LOADED.findall(html)}
    return Weight(len(data), len(gzip.compress(data, compresslevel=9, mtime=0)), 1 + len(loaded))


def excess(name: str, found: Weight, budget: Mapping[str, int]) -> list[str]:
    """What is more than the budget allows, one sentence each."""
    units = {"raw": "bytes", "sent": "bytes on the wire (gzip)", "requests": "requests"}
    weighed = [(getattr(found, key), most, units[key]) for key, most in budget.items()]
    return [
        f"{name}: {much:,} {unit}, {much - most:,} more than the budget of {most:,}; "
        "make it lighter, or raise the budget in tests/pages/budgets.yaml and say why"
        for much, most, unit in weighed
        if much > most
    ]


def asset(folder: Path, pattern: str) -> bytes:
    (file,) = (folder / "assets").glob(pattern)
    return file.read_bytes()


def test_every_kind_of_page_has_a_budget() -> None:
    assert BUDGETS["pages"].keys() == DEMO_KINDS.keys()
    assert BUDGETS["assets"].keys() == ASSETS.keys()


@pytest.mark.parametrize("kind", DEMO_KINDS)
def test_a_page_keeps_to_the_budget_of_its_kind(kind: str, demo: Portal) -> None:
    found = weight(demo.file(DEMO_KINDS[kind]).read_bytes())
    assert excess(kind, found, BUDGETS["pages"][kind]) == []


@pytest.mark.parametrize("name", ASSETS)
def test_styles_and_scripts_keep_to_their_budgets(name: str, demo: Portal) -> None:
    assert excess(name, weight(asset(demo.folder, ASSETS[name])), BUDGETS["assets"][name]) == []


@pytest.mark.parametrize("kind", DEMO_KINDS)
def test_no_budget_is_so_wide_that_it_says_nothing(kind: str, demo: Portal) -> None:
    found, budget = weight(demo.file(DEMO_KINDS[kind]).read_bytes()), BUDGETS["pages"][kind]
    assert budget["raw"] <= 1.5 * found.raw, "the page has become lighter: lower its budget"
    assert budget["requests"] == found.requests


def test_what_is_too_heavy_is_told_with_its_numbers() -> None:
    page = weight(b'<link rel="stylesheet" href="/a.css"><img alt="" src="/b.svg"><script src="/c.js"></script>' * 30)
    assert page.requests == 4
    assert excess("service", page, {"raw": 2000, "sent": 5000, "requests": 3}) == [
        "service: 2,730 bytes, 730 more than the budget of 2,000; "
        "make it lighter, or raise the budget in tests/pages/budgets.yaml and say why",
        "service: 4 requests, 1 more than the budget of 3; "
        "make it lighter, or raise the budget in tests/pages/budgets.yaml and say why",
    ]
