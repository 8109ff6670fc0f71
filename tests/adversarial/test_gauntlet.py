"""Attacks through the whole build into a browser: nothing runs, nothing leaves, whatever is refused is told why."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.adversarial.conftest import Attack
from tests.adversarial.strolling import strolled
from tests.serving import served

ATTACKS = ["own", "towns", pytest.param("public", marks=pytest.mark.corpus)]
FORBIDDEN = frozenset({"script", "iframe", "object", "embed", "style", "link", "base", "meta", "math", "foreignobject"})
"""What neither the theme nor Markdown puts into the middle of a page."""

EXPECTED = {"own": (4_000, 2_000, 20), "towns": (300, 150, 2), "public": (10_000, 2_000, 1_000)}
"""At least so many refusals, accepted placements and files turned away: the attack really took place."""


@pytest.fixture(params=ATTACKS)
def attack(request: pytest.FixtureRequest) -> Attack:
    found: Attack = request.getfixturevalue(request.param)
    return found


def test_every_refusal_names_file_line_and_remedy(attack: Attack) -> None:
    for found in (*attack.siege.refusals, *attack.siege.turned_away):
        assert found.place.path, found
        assert found.place.line >= 1, found
        assert len(found.message) > 5, found
        assert len(found.hint) > 5, found


def test_the_attack_took_place(
    attack: Attack, request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> None:
    name = str(request.node.callspec.params["attack"])
    numbers = {
        "refusals": len(attack.siege.refusals),
        "accepted": attack.siege.accepted().total(),
        "turned away": len(attack.siege.turned_away),
    }
    record_property(name, numbers)
    print(name, len(attack.payloads.active), len(attack.payloads.inert), numbers, len(attack.portal.addresses))
    assert all(found >= least for found, least in zip(numbers.values(), EXPECTED[name], strict=True)), numbers


def walk(attack: Attack, bypass_csp: bool) -> list[str]:
    """All pages; where there are thousands, each attacked service without the policy, and every tenth other page."""
    pages = [address for address in attack.portal.addresses if not address.startswith("/muster/")]
    if len(pages) < 1_000:
        return pages
    attacked = re.compile(r"/leistungen/angriff-[0-9]+/")
    return sorted({*pages[::10], *(page for page in pages if bypass_csp and attacked.fullmatch(page))})


@pytest.mark.browser
@pytest.mark.parametrize("bypass_csp", [False, True], ids=["with the policy", "without the policy"])
def test_nothing_runs_and_nothing_leaves(attack: Attack, bypass_csp: bool, sealed: Browser) -> None:
    with served(attack.portal.folder) as site:
        addresses = walk(attack, bypass_csp)
        found = strolled(sealed, site, addresses, bypass_csp=bypass_csp)
    assert len(found.visits) == len(addresses)
    assert found.executions == []
    assert found.requests == []
    assert found.errors == []
    assert found.faults == []
    assert not found.elements & FORBIDDEN
