"""A page for every service: what other portals list and nobody has written is a service by rule."""

from collections.abc import Iterator
from datetime import timedelta

from plugins.catalog.catalog import Catalog
from plugins.catalog.german import slug
from plugins.catalog.records import Choice, Fee, Landing, Portal, Service
from plugins.catalog.records.channel import PortalChannel
from plugins.catalog.targets import uncovered

A_YEAR = timedelta(days=365)
FEE = Fee(note="Ob und wie viel es kostet, sagt Ihnen die zuständige Stelle.")


def services(catalog: Catalog) -> tuple[Service, ...]:
    """One service for each listed choice without one, with the words of the list and nothing invented."""
    return tuple(_services(catalog))


def _services(catalog: Catalog) -> Iterator[Service]:
    taken = {service.slug for service in catalog.services}
    for landing, choice in uncovered(catalog):
        portal = catalog.portals.get(landing.portal)
        if portal is None:
            continue
        name = slug(choice.title)
        name = name if name not in taken else f"{name}-{choice.leika}"
        taken.add(name)
        service = _service(name, landing, choice, portal)
        service.located({"": choice.place()})
        yield service


def _service(name: str, landing: Landing, choice: Choice, portal: Portal) -> Service:
    return Service(
        slug=name,
        title=choice.title[:80],
        official_name=choice.title,
        leika=(choice.leika,),
        summary=_summary(choice, portal),
        full_text=_text(landing, choice, portal),
        notes=choice.warning or "",
        level=choice.level,
        audience=landing.audience,
        topics=landing.topics,
        owner="",
        reviewed_on=landing.checked_on,
        review_by=landing.checked_on + A_YEAR,
        fees=(FEE,),
        channels=tuple(_channels(choice, portal)),
    )


def _channels(choice: Choice, portal: Portal) -> Iterator[PortalChannel]:
    if choice.available:
        yield PortalChannel(kind="portal", portal=portal.slug)
    yield PortalChannel(kind="portal", portal=BUND, url=f"bund:{choice.leika}")


BUND = "bundesportal"
"""Where every service is described that has a key; the way that is left when no other is."""


def _summary(choice: Choice, portal: Portal) -> str:
    if choice.available:
        return f"Diesen Antrag stellen Sie online beim Portal {portal.title}."
    return f"Diese Leistung steht beim Portal {portal.title}, ist dort aber von hier aus nicht zu beantragen."


def _text(landing: Landing, choice: Choice, portal: Portal) -> str:
    where = f"Sie gehört dort zu „{landing.title}“."
    who = f" Zuständig laut {portal.title}: {choice.competent}." if choice.competent else ""
    return f"Die Leistung heißt beim Portal {portal.title} „{choice.title}“. {where}{who}"
