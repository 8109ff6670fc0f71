"""A page at every address whose page has moved or is gone: it leads to what is there now, or says why nothing is."""

from collections.abc import Iterable, Iterator

from plugins.catalog import urls
from plugins.catalog.forwarding import Forwarding
from plugins.catalog.records import Language
from plugins.interface.speech import speech
from plugins.metadata.indexing import GONE, LEADS_ON
from plugins.pages.view import View


def views(forwardings: Iterable[Forwarding]) -> Iterator[View]:
    """One page per address that a file can answer."""
    for forwarding in forwardings:
        if page := forwarding.page:
            yield _gone(page, forwarding) if forwarding.tombstone else _moved(page, forwarding)


def _moved(page: str, forwarding: Forwarding) -> View:
    spoken, title = speech(forwarding.language), forwarding.title
    if forwarding.is_only_german:
        heading = spoken.gettext("%(title)s: nur auf Deutsch", title=title)
        words = spoken.gettext("Die Seite „%(title)s“ gibt es nur auf Deutsch.", title=title)
    else:
        heading = spoken.gettext("%(title)s: neue Adresse", title=title)
        words = spoken.gettext("Die Seite „%(title)s“ steht jetzt unter einer neuen Adresse.", title=title)
    return View(
        page,
        "moved",
        heading,
        words,
        values={"present": forwarding.target, "service": title, "tag": _tag(forwarding)},
        language=forwarding.language,
        indexing=LEADS_ON,
    )


def _tag(forwarding: Forwarding) -> str:
    """The language of the page that it leads to."""
    is_spoken = forwarding.target.endswith(f"/{forwarding.language}/")
    return str(forwarding.language if is_spoken else Language.GERMAN)


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
