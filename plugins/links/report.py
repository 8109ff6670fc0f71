"""How the links stand, for people and as JSON: in all, by foreign portal, by municipality, and what is not in order."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plugins.catalog.catalog import Catalog
from plugins.catalog.labels import LINK_STATES
from plugins.catalog.records import CheckedLink, LinkState
from plugins.links.registry import Registry, Use, collect, host_of

_MOST_PAGES = 5


@dataclass(frozen=True)
class Report:
    """The catalog with its ledger, and where each address stands."""

    catalog: Catalog
    registry: Registry

    def state(self, address: str) -> LinkState:
        """What the ledger says; `pending` for what it does not know yet."""
        known = self.catalog.checked_links.get(address)
        return known.state if known else LinkState.PENDING

    @property
    def total(self) -> Counter[LinkState]:
        """How many addresses are in which state; ways in without an address count by page."""
        return self.counted(self.registry.uses, len(self.registry.missing))

    @cached_property
    def portals(self) -> dict[str, Counter[LinkState]]:
        """The same for every foreign portal that is linked to."""
        found = {}
        for slug, portal in sorted(self.catalog.portals.items()):
            addresses = [one for one in self.registry.uses if host_of(one) in portal.servers]
            if addresses:
                found[slug] = self.counted(addresses)
        return found

    @cached_property
    def municipalities(self) -> dict[str, Counter[LinkState]]:
        """The same for every municipality's own portal."""
        found = {}
        for slug in sorted(self.catalog.current):
            mine = [one for one, uses in self.registry.uses.items() if any(use.municipality == slug for use in uses)]
            found[slug] = self.counted(mine, sum(use.municipality == slug for use in self.registry.missing))
        return found

    def counted(self, addresses: Iterable[str], missing: int = 0) -> Counter[LinkState]:
        """How many addresses are in which state."""
        counts = Counter(map(self.state, addresses))
        counts[LinkState.MISSING] += missing
        return counts

    @property
    def open_questions(self) -> Iterator[tuple[CheckedLink, tuple[Use, ...]]]:
        """What somebody has to look at: all that is not in order or moves away, by state and address."""
        order = list(LINK_STATES)
        known = [self.catalog.checked_links[one] for one in self.registry.uses if one in self.catalog.checked_links]
        for link in sorted(known, key=lambda link: (-order.index(link.state), link.address)):
            if link.state is not LinkState.OK or link.strikes or link.moves_to:
                yield link, self.registry.uses[link.address]


def of(catalog: Catalog) -> Report:
    """The report on a catalog."""
    return Report(catalog, collect(catalog))


def as_text(report: Report) -> str:
    """The report in German."""
    portals = {report.catalog.portals[slug].title: counts for slug, counts in report.portals.items()}
    towns = {report.catalog.municipalities[slug].name: counts for slug, counts in report.municipalities.items()}
    parts = [f"{len(report.registry.uses)} Adressen: {_counts(report.total)}"]
    for title, counted in (("Andere Portale", portals), ("Orte", towns)):
        parts.append("\n".join([f"{title}:", *(f"  {name}: {_counts(counts)}" for name, counts in counted.items())]))
    parts += [_question(report, link, uses) for link, uses in report.open_questions]
    parts += [f"{LINK_STATES[LinkState.MISSING]}: {_page(report, use)}" for use in report.registry.missing]
    return "\n\n".join(parts)


def _counts(counts: Counter[LinkState]) -> str:
    return ", ".join(f"{counts[state]} {words}" for state, words in LINK_STATES.items() if counts[state]) or "keine"


def _question(report: Report, link: CheckedLink, uses: tuple[Use, ...]) -> str:
    strikes = f", {link.strikes}. Fehlversuch" if link.strikes else ""
    lines = [f"{LINK_STATES[link.state]}: {link.address} (seit {link.since:%d.%m.%Y}{strikes})"]
    lines += [f"  {link.note}"] if link.note else []
    lines += [f"  → zieht um nach {link.moves_to}"] if link.moves_to else []
    lines += [f"  {_page(report, use)}" for use in uses[:_MOST_PAGES]]
    lines += [f"  und {len(uses) - _MOST_PAGES} weitere Seiten"] if len(uses) > _MOST_PAGES else []
    return "\n".join(lines)


def _page(report: Report, use: Use) -> str:
    return f"{report.catalog.municipalities[use.municipality].name}: {use.page}"


def as_json(report: Report) -> str:
    """The report for programs, with every address and every page."""
    values = {
        "states": _plain(report.total),
        "portals": {slug: _plain(counts) for slug, counts in report.portals.items()},
        "municipalities": {slug: _plain(counts) for slug, counts in report.municipalities.items()},
        "links": [_link(report, address, uses) for address, uses in report.registry.uses.items()],
        "missing": [_use(use) for use in report.registry.missing],
    }
    return json.dumps(values, ensure_ascii=False, indent=1)


def _plain(counts: Counter[LinkState]) -> dict[str, int]:
    return {str(state): counts[state] for state in LinkState}


def _link(report: Report, address: str, uses: tuple[Use, ...]) -> dict[str, Any]:
    known = report.catalog.checked_links.get(address)
    entry = known.model_dump(mode="json") if known else {"address": address, "state": str(LinkState.PENDING)}
    return {**entry, "pages": [_use(use) for use in uses]}


def _use(use: Use) -> dict[str, str]:
    return {"municipality": use.municipality, "page": use.page}
