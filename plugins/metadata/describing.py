"""What the page of a service says of itself in search results; no two services of a portal say the same."""

from plugins.catalog.german import shortened
from plugins.catalog.offer import Offer
from plugins.catalog.records import Service, Translation

LONGEST, LONGEST_TITLE = 200, 150
"""How many characters a description has at most, and of them the title of a service that nobody wrote."""


def described(offer: Offer, text: Service | Translation) -> str:
    """Its summary; services by rule share theirs with all others of one list, so that title and key stand before it."""
    if not offer.is_by_rule:
        return text.summary
    title = shortened(text.title, LONGEST_TITLE)
    return shortened(f"{title} ({offer.service.leika[0]}): {text.summary}", LONGEST)
