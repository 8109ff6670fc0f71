"""A page at every address whose page has moved or is gone: it leads to what is there now, or says why nothing is."""

from collections.abc import Iterable, Iterator

from plugins.catalog import urls
from plugins.catalog.forwarding import Forwarding
from plugins.interface.speech import speech
from plugins.metadata.indexing import GONE, LEADS_ON
from plugins.pages.views import View


def views(forwardings: Iterable[Forwarding]) -> Iterator[View]:
    """One page per address that a file can answer."""
    for forwarding in forwardings:
        if page := forwarding.page:
            yield _gone(page, forwarding) if forwarding.tombstone else _moved(page, forwarding)


def _moved(page: str, forwarding: Forwarding) -> View:
    spoken, title = speech(forwarding.language), forwarding.title
    return View(
        page,
        "moved",
        spoken.gettext("%(title)s: neue Adresse", title=title),
        spoken.gettext("Die Seite „%(title)s“ steht jetzt unter einer neuen Adresse.", title=title),
        values={"present": forwarding.target, "service": title},
        language=forwarding.language,
        indexing=LEADS_ON,
    )


def _gone(page: str, forwarding: Forwarding) -> View:
    spoken, stone = speech(forwarding.language), forwarding.tombstone
    title = stone.title if stone else ""
    return View(
        page,
        "tombstone",
        spoken.gettext("%(title)s: nicht mehr verfügbar", title=title),
        spoken.gettext("Die Seite „%(title)s“ gibt es nicht mehr.", title=title),
        values={
            "tombstone": stone,
            "forwarding": forwarding,
            "is_ours": forwarding.target.startswith(urls.HOME),
        },
        language=forwarding.language,
        indexing=GONE,
    )
