"""How a service stands, and what is counted of many: the columns of every table of the status."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.records import Language, LinkState, Maturity
from plugins.links.registry import addresses_of
from plugins.status.departments import written

Figures = tuple[int | None, ...]
"""One number for each of `COLUMNS`; None where there is nothing to measure."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One service of one portal. Links are verified when the ledger knows each address on the page as `ok`."""

    is_online: bool
    has_form: bool
    has_verified_links: bool
    is_overdue: bool
    languages: frozenset[Language]
    maturity: Maturity | None


def standing(catalog: Catalog, portal: Directory, offer: Offer) -> Standing:
    """How a service stands on the day of the catalog."""
    links = [catalog.checked_links.get(one) for one in addresses_of(catalog, offer, portal.municipality.ars)]
    return Standing(
        is_online=offer.is_online,
        has_form=bool(offer.forms),
        has_verified_links=bool(links) and all(link and link.state is LinkState.OK for link in links),
        is_overdue=offer.service.review_by < catalog.today,
        languages=frozenset(text.language for text in offer.translations),
        maturity=offer.service.maturity,
    )


def figures(catalog: Catalog, portal: Directory, offers: Iterable[Offer]) -> Figures:
    """What is counted of these services."""
    standings = [standing(catalog, portal, offer) for offer in offers]
    return tuple(measure(standings) for measure in COLUMNS.values())


def totals(catalog: Catalog, portal: Directory) -> Figures:
    """What is counted of all services that the portal's departments keep."""
    return figures(catalog, portal, written(portal))


_Measure = Callable[[Sequence[Standing]], int | None]


def _counted(is_so: Callable[[Standing], object]) -> _Measure:
    return lambda standings: sum(bool(is_so(one)) for one in standings)


def _levels(standings: Sequence[Standing], model: str) -> list[int]:
    return [one.maturity.level for one in standings if one.maturity and one.maturity.model == model]


def _assessed(model: str) -> _Measure:
    return lambda standings: len(_levels(standings, model))


def _middle(model: str) -> _Measure:
    """The middle level; of two, the lower one: a level between levels means nothing."""

    def measure(standings: Sequence[Standing]) -> int | None:
        levels = _levels(standings, model)
        return median_low(levels) if levels else None

    return measure


COLUMNS: Mapping[str, _Measure] = {
    "Leistungen": len,
    "online": _counted(lambda one: one.is_online),
    "mit Formular": _counted(lambda one: one.has_form),
    "mit geprüften Links": _counted(lambda one: one.has_verified_links),
    "überfällig": _counted(lambda one: one.is_overdue),
    "auf Englisch": _counted(lambda one: Language.ENGLISH in one.languages),
    "in Leichter Sprache": _counted(lambda one: Language.SIMPLE in one.languages),
    "mit Reifegrad 2.0": _assessed("2.0"),
    "mittlere Stufe 2.0 (0–7)": _middle("2.0"),
    "mit Reifegrad 1.1": _assessed("1.1"),
    "mittlere Stufe 1.1 (0–4)": _middle("1.1"),
}
