"""Where machines find a service whose page has moved: its document and its Markdown lead on as the page does."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plugins.catalog import urls
from plugins.catalog.forwarding import Forwarding, german
from plugins.exports import twin
from plugins.exports.api import addresses


def of_machines(forwardings: Iterable[Forwarding]) -> Iterator[Forwarding]:
    """What a server answers beside the old page of a service; what is gone for good is gone for machines too."""
    for one in forwardings:
        if urls.is_service(german(one.address)):
            target = "" if one.is_gone else one.target
            yield replace(one, address=twin.address(one.address), target=target and twin.address(target))
            if urls.is_service(one.address):
                yield replace(one, address=_document(one.address), target=target and _document(target))


def _document(page: str) -> str:
    """`/leistungen/hund-anmelden/` → `/api/v1/services/hund-anmelden.json`."""
    return urls.HOME + addresses.service(page.removeprefix(urls.SERVICES).strip("/"))
