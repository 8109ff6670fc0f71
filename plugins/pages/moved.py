"""A page at every former address of a service that leads to its present one."""

from collections.abc import Iterator

from plugins.catalog import urls
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.records import Language, Service, Translation
from plugins.interface.speech import speech
from plugins.metadata.indexing import LEADS_ON
from plugins.pages.views import View


def views(directory: Directory) -> Iterator[View]:
    """One page per former address, and one for each language below it."""
    for offer in directory.offers:
        for former in offer.service.former_urls:
            yield _moved(former, offer, offer.service, Language.GERMAN)
            if former.startswith(urls.SERVICES) and former.endswith("/"):
                yield from (_moved(former, offer, text, text.language) for text in offer.translations)


def _moved(former: str, offer: Offer, text: Service | Translation, language: Language) -> View:
    spoken = speech(language)
    return View(
        urls.in_language(former, language),
        "moved",
        spoken.gettext("%(title)s: neue Adresse", title=text.title),
        spoken.gettext("Die Seite „%(title)s“ steht jetzt unter einer neuen Adresse.", title=text.title),
        values={"present": urls.service(offer.slug, language), "service": text.title},
        language=language,
        indexing=LEADS_ON,
    )
