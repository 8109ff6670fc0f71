"""A page at every former address of a service that leads to its present one."""

from collections.abc import Iterator

from plugins.catalog import urls
from plugins.catalog.directory import Directory, Offer
from plugins.pages.views import View


def views(directory: Directory) -> Iterator[View]:
    """One page per former address, and one for each language below it."""
    for offer in directory.offers:
        for former, present in _addresses(offer):
            yield View(
                former,
                "moved",
                f"{offer.title}: neue Adresse",
                f"Die Seite „{offer.title}“ steht jetzt unter einer neuen Adresse.",
                values={"present": present, "service": offer.title},
            )


def _addresses(offer: Offer) -> Iterator[tuple[str, str]]:
    for former in offer.service.former_urls:
        yield former, offer.url
        for text in offer.translations if former.startswith(urls.SERVICES) and former.endswith("/") else ():
            yield f"{former}{text.language}/", urls.service(offer.slug, text.language)
