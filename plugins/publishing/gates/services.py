"""Jede Leistung hat ihre Seite, in jeder Sprache, in der es sie gibt."""

from collections.abc import Iterator

from plugins.catalog import urls
from plugins.catalog.records import Language
from plugins.publishing.counting import counted
from plugins.publishing.gates import Sight


def seen(sight: Sight) -> str:
    """How many services were asked for, and how many texts of them."""
    offers = sight.directory.offers
    texts = sum(len(offer.texts) for offer in offers)
    return f"{counted(len(offers), 'Leistung', 'Leistungen')}, {counted(texts, 'Text', 'Texte')}"


def check(sight: Sight) -> Iterator[str]:
    """Services in, services out."""
    for offer in sight.directory.offers:
        for language in offer.texts:
            if not sight.new.answers(urls.service(offer.slug, language)):
                where = "" if language is Language.GERMAN else f" in der Sprache „{language}“"
                yield f"„{offer.title}“ ({offer.slug}) hat{where} keine Seite."
